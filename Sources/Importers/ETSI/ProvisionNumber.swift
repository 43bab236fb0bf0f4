/// The number of a provision of ETSI EN 304 223: `5.1.1-1` or, under another provision, `5.1.1-1.1`.
struct ProvisionNumber: Hashable {
  /// The three parts of the clause.
  let clause: [Int]
  /// One part, or two for what stands under another provision.
  let parts: [Int]

  /// `5.1.1`
  var clauseText: String { clause.map(String.init).joined(separator: ".") }
  /// `5.1.1-1.1`
  var text: String { clauseText + "-" + parts.map(String.init).joined(separator: ".") }
  /// The provision or the clause that holds it.
  var parent: String { parts.count > 1 ? "\(clauseText)-\(parts[0])" : clauseText }

  /// Splits a folded line that opens with a number, with or without `Provision` before it.
  static func split(_ text: String) -> (number: ProvisionNumber, rest: String)? {
    guard mayBeNumber(text) else { return nil }
    // Marks of emphasis, where a text keeps them.
    var rest = text.drop { "*_[".contains($0) }
    let word = "provision"
    if rest.prefix(word.count).lowercased() == word {
      rest = rest.dropFirst(word.count).drop { $0 == " " || $0 == ":" }
    }
    guard let first = rest.first, first.isNumber else { return nil }
    guard let clause = parts(&rest), clause.count == 3 else { return nil }
    rest = rest.drop { $0 == " " }
    guard let dash = rest.first, "-‐‑‒–−".contains(dash) else { return nil }
    rest = rest.dropFirst().drop { $0 == " " }
    guard let numbers = parts(&rest), (1...2).contains(numbers.count) else { return nil }
    if let next = rest.first, next.isLetter, !next.isUppercase { return nil }
    rest = rest.drop { ".:)]*_".contains($0) }
    // A dash may stand between the number and the text.
    let open = rest.drop { $0 == " " }
    if let mark = open.first, "-–—".contains(mark), open.dropFirst().first == " " {
      rest = open.dropFirst()
    }
    return (
      ProvisionNumber(clause: clause, parts: numbers), FoldedText.fold(rest)
    )
  }

  /// A quick look at the first letter that is no mark of emphasis.
  private static func mayBeNumber(_ text: String) -> Bool {
    guard let first = text.utf8.first(where: { !"*_[".utf8.contains($0) }) else { return false }
    return (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
      || first | 0x20 == UInt8(ascii: "p")
  }

  /// Numbers of up to two digits with full stops between them.
  static func parts(_ text: inout Substring) -> [Int]? {
    var parts: [Int] = []
    var rest = text
    while parts.count < 4 {
      let digits = rest.prefix { ("0"..."9").contains($0) }
      guard (1...2).contains(digits.count), let value = Int(digits) else { return nil }
      parts.append(value)
      rest = rest.dropFirst(digits.count)
      text = rest
      guard rest.first == ".", let next = rest.dropFirst().first, ("0"..."9").contains(next) else {
        break
      }
      rest = rest.dropFirst()
    }
    return parts
  }
}

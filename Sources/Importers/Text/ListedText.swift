/// Text of a cell or a field with its white space folded, where paragraphs, the points of lists and
/// lines that end as sentences do keep a line each. Other line ends are those of the page or column
/// that it was copied from.
enum ListedText {
  /// `text` in as many lines as it has paragraphs and points.
  static func fold(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) else {
      return FoldedText.foldSpaces(text)
    }
    var lines: [String] = []
    var begins = true
    var before: String?
    for part in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let line = FoldedText.foldSpaces(part)
      if line.isEmpty {
        begins = true
      } else if begins || isPoint(line) || before.map({ !isBroken($0, line) }) == true {
        lines.append(line)
        begins = false
      } else {
        lines[lines.count - 1] += " \(line)"
      }
      before = line
    }
    return lines.joined(separator: "\n")
  }

  /// Whether a page or a column ended between the two, in the middle of a sentence: the first does not
  /// end as a sentence or an item does, and is long, or the second goes on in small letters.
  private static func isBroken(_ line: String, _ next: String) -> Bool {
    let goesOn = next.first?.isLowercase == true
    switch line.last {
    case ";", ":": return false
    case ".", "!", "?": return goesOn
    default: return goesOn || line.count >= narrowest
    }
  }

  /// Lines that are shorter were ended by their author.
  private static let narrowest = 45

  /// Whether `line` opens with a bullet, or with a number or letter as lists have them: `1.`, `b)`,
  /// `(iv)`.
  private static func isPoint(_ line: String) -> Bool {
    if line.hasPrefix("+ ") { return true }
    // A lone `o` is a word in many languages.
    if let (mark, rest) = BulletMark.split(line), !rest.isEmpty, line.first != "o" {
      if case .other(let glyph) = mark { return glyph == "*" || glyph == "➢" || glyph == "✓" }
      return true
    }
    var rest = Substring(line)
    let isBracketed = rest.first == "("
    if isBracketed { rest.removeFirst() }
    let label = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
    rest = rest.dropFirst(label.count)
    guard let end = rest.first, end == ")" || (end == "." && !isBracketed),
      rest.dropFirst().first == " "
    else { return false }
    return label.count == 1 || (label.count < 4 && label.allSatisfy(\.isNumber))
      || (label.count < 5 && label.allSatisfy { "ivxIVX".contains($0) })
  }
}

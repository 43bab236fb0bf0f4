/// Words that a print parts at the ends of its lines at a hyphen of their own, and that occur nowhere
/// else in it: some converters write them without that hyphen.
struct JoinedWords: Sendable {
  /// What stands in the text, in lower case → how the print writes it.
  private let print: [String: String]

  init(_ print: [String: String]) { self.print = print }

  /// The line with the hyphens of those words, and the words; nil when it holds none.
  func restored(_ text: String) -> (text: String, words: [String])? {
    var words: [String] = []
    let parts = text.split(separator: " ", omittingEmptySubsequences: false).map { part -> String in
      guard (5...40).contains(part.utf8.count) else { return String(part) }
      let bare = part.drop { !$0.isLetter }.prefix { $0.isLetter || $0 == "-" }
      guard let print = print[bare.lowercased()] else { return String(part) }
      let head = zip(print, bare.lowercased()).prefix { $0 == $1 }.count
      // `meta- or` has its blank.
      let mark = print.dropFirst(head).prefix { $0 == "-" || $0 == " " }
      let word = bare.prefix(head) + mark + bare.dropFirst(head)
      words.append(String(word))
      return String(part[..<bare.startIndex] + word + part[bare.endIndex...])
    }
    return words.isEmpty ? nil : (parts.joined(separator: " "), words)
  }

  /// Puts the hyphens of those words back.
  ///
  /// - Returns: the words.
  func restore(_ lines: inout [PagedLine]) -> [String] {
    var found: [String] = []
    for index in lines.indices {
      guard let (text, words) = restored(lines[index].text) else { continue }
      lines[index].text = text
      lines[index].rawText = restored(lines[index].rawText)?.text ?? lines[index].rawText
      found += words
    }
    return found
  }

  /// What is told of words that were put back; nil without any.
  static func note(_ restored: [String]) -> String? {
    guard !restored.isEmpty else { return nil }
    return "put back the hyphens of \(restored.count) words that lost them at line ends: "
      + restored.prefix(12).joined(separator: ", ")
  }
}

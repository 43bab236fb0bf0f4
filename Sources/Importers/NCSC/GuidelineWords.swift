/// Words that the print of the Guidelines parts at the ends of its lines at a hyphen of their own,
/// and that occur nowhere else in it: `pdftotext` writes them without that hyphen.
enum GuidelineWords {
  /// What stands in the text, in lower case, and how many letters of it stand before the hyphen.
  private static let joined: [String: Int] = [
    "nonai": 3, "metaor": 4, "out-ofdistribution": 6, "privacyenhancing": 7,
  ]

  /// The line with the hyphens of those words, and the words; nil when it holds none.
  static func restored(_ text: String) -> (text: String, words: [String])? {
    var words: [String] = []
    let parts = text.split(separator: " ", omittingEmptySubsequences: false).map { part in
      guard (5...40).contains(part.utf8.count) else { return String(part) }
      let bare = part.drop { !$0.isLetter }.prefix { $0.isLetter || $0 == "-" }
      guard let head = joined[bare.lowercased()] else { return String(part) }
      // `meta- or` has its blank.
      let gap = bare.lowercased() == "metaor" ? " " : ""
      let word = bare.prefix(head) + "-" + gap + bare.dropFirst(head)
      words.append(String(word))
      return part[..<bare.startIndex] + word + part[bare.endIndex...]
    }
    return words.isEmpty ? nil : (parts.joined(separator: " "), words)
  }
}

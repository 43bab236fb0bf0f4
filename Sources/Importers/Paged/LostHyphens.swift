/// Puts back the hyphens that `pdftotext` drops at line ends, where the document itself shows how
/// the word is written: `Security-byDefault`, when `Security-by-Default` stands inside a line.
struct LostHyphens {
  /// A word without one of its hyphens, in lower case → the lengths before the hyphen.
  private var positions: [String: Int] = [:]

  init(_ lines: [PagedLine]) {
    var plain: Set<String> = []
    var parted: Set<String> = []
    for line in lines {
      for word in line.text.lowercased().split(separator: " ").dropLast() {
        let bare = Self.bare(word)
        guard (6...64).contains(bare.utf8.count) else { continue }
        plain.insert(String(bare))
        if bare.contains("-") { parted.insert(String(bare)) }
      }
    }
    for word in parted.sorted() {
      for place in word.indices where word[place] == "-" {
        let head = word[..<place]
        let whole = head + word[word.index(after: place)...]
        if !plain.contains(String(whole)) { positions[String(whole)] = head.count }
      }
    }
  }

  /// The line with the hyphen of its last word, or nil when none is known to be lost.
  func restored(_ text: String) -> String? {
    guard !positions.isEmpty else { return nil }
    let start = text.lastIndex(of: " ").map(text.index(after:)) ?? text.startIndex
    guard text[start...].utf8.count <= 80 else { return nil }
    let word = Self.bare(text[start...])
    guard word.utf8.count >= 6, let position = positions[word.lowercased()] else { return nil }
    var result = text
    result.insert("-", at: text.index(word.startIndex, offsetBy: position))
    return result
  }

  /// The word without marks at its ends.
  private static func bare(_ word: Substring) -> Substring {
    var word = word.drop { !$0.isLetter }
    while let last = word.last, !last.isLetter { word.removeLast() }
    return word
  }
}

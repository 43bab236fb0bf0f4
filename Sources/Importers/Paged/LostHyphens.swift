/// Puts back the hyphens that `pdftotext` drops at line ends, where the document itself shows how
/// the word is written: `Security-byDefault`, when `Security-by-Default` stands elsewhere.
///
/// The converter writes the two lines that such a word joins as one. So the word stands at the end
/// of a line, or behind the width of a line in one that is longer; what stands elsewhere is written
/// without a hyphen by the document.
struct LostHyphens {
  /// A word without one of its hyphens, in lower case → the lengths before the hyphen.
  private var positions: [String: Int] = [:]
  /// Characters of a full line.
  private let width: Int

  init(_ lines: [PagedLine]) {
    width = Self.width(of: lines)
    guard !Self.keepsHyphens(lines) else { return }
    var plain: Set<String> = []
    var parted: Set<String> = []
    for line in lines {
      for word in Self.words(of: line.text) {
        let bare = word.bare.lowercased()
        guard Self.lengths(of: bare).contains(bare.utf8.count) else { continue }
        if bare.contains("-") { parted.insert(bare) }
        if !mayJoinLines(word, in: line.text) { plain.insert(bare) }
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

  /// The line with the hyphens of its words, and those words; nil when none is known to be lost.
  func restored(_ text: String) -> (text: String, words: [String])? {
    guard !positions.isEmpty, text.utf8.count <= 4000 else { return nil }
    var result = text
    var words: [String] = []
    for word in Self.words(of: text).reversed() {
      guard Self.lengths(of: word.bare).contains(word.bare.utf8.count),
        let position = positions[word.bare.lowercased()], mayJoinLines(word, in: text)
      else {
        continue
      }
      // From the back, so that the places before stay as they are.
      let place = result.utf8.index(result.startIndex, offsetBy: word.start)
      result.insert("-", at: result.index(place, offsetBy: position))
      words.insert(String(word.bare.prefix(position) + "-" + word.bare.dropFirst(position)), at: 0)
    }
    return words.isEmpty ? nil : (result, words)
  }

  /// A word of a line, without marks at its ends.
  private struct Word {
    let bare: Substring
    /// Bytes of the line before it.
    let start: Int
    let isLast: Bool

    /// Bytes of the line up to its end.
    var end: Int { start + bare.utf8.count }
  }

  /// Whether a line may end inside of a word.
  private func mayJoinLines(_ word: Word, in text: String) -> Bool {
    word.isLast || text.utf8.count > width && word.end * 10 >= width * 7
  }

  /// Whether the text keeps the hyphens of its line ends, so that none is lost. The last line of a
  /// page keeps its own in any case.
  private static func keepsHyphens(_ lines: [PagedLine]) -> Bool {
    let parted = lines.count { $0.text.last == "-" && $0.text.dropLast().last?.isLetter == true }
    return parted * 50 > lines.count
  }

  /// The length that half of the long lines stay below: most lines of a paragraph are full.
  private static func width(of lines: [PagedLine]) -> Int {
    let lengths = lines.lazy.filter { $0.role == .body }.map { $0.text.utf8.count }
      .filter { $0 >= 30 }.sorted()
    return lengths.isEmpty ? 0 : lengths[lengths.count / 2]
  }

  /// Bytes of the words that are looked at. Numbers of standards (`800-171`, `140-3`) are shorter.
  private static func lengths(of word: some StringProtocol) -> ClosedRange<Int> {
    word.first?.isNumber == true ? 4...64 : 6...64
  }

  private static func words(of text: String) -> [Word] {
    var words: [Word] = []
    let parts = text.split(separator: " ")
    for (index, part) in parts.enumerated() {
      // A number of its own, or a word without the numbers of notes at its end.
      let isWord = part.contains(where: \.isLetter)
      let stays = { (character: Character) in
        isWord ? character.isLetter : character.isNumber
      }
      var bare = part.drop { !stays($0) }
      while let last = bare.last, !stays(last) { bare.removeLast() }
      guard !bare.isEmpty else { continue }
      words.append(
        Word(
          bare: bare, start: text.utf8.distance(from: text.startIndex, to: bare.startIndex),
          isLast: index == parts.count - 1))
    }
    return words
  }
}

/// Finds the id that a heading stands for, among known titles.
struct HeadingLookup: Sendable {
  private let ids: [String: String]

  /// - Parameter titles: titles by id; no title stands for two ids.
  init(_ titles: [String: String]) {
    ids = Dictionary(
      titles.map { (FoldedText.comparable($0.value), $0.key) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The id of a heading; numbers and words such as `Part 2:` before the title do not matter, but a
  /// printed number has to be the id's own.
  func id(of heading: String) -> String? {
    guard heading.utf8.count < 200 else { return nil }
    var title = FoldedText.comparable(heading)
    for word in ["part ", "section ", "principle ", "guideline "] where title.hasPrefix(word) {
      let rest = title.dropFirst(word.count)
      if rest.first?.isNumber == true { title = String(rest) }
    }
    let number = title.prefix { $0.isNumber || $0 == "." }
    let bare = title.dropFirst(number.count).drop { " :.-)".contains($0) }
    guard let id = ids[title] ?? ids[String(bare)] else { return nil }
    let printed = number.split(separator: ".").joined(separator: ".")
    return printed.isEmpty || ids[title] != nil || printed == id ? id : nil
  }
}

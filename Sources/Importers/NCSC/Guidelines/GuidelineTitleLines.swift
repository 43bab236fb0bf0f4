/// The lines of a plain text that are titles of the Guidelines' sections and guidelines.
///
/// Contents and the summary name them too: a section counts when one of its guidelines follows, a
/// guideline when text follows.
struct GuidelineTitleLines: Sendable {
  /// A title, which may take two lines.
  struct Title: Sendable {
    let id: String
    let isSection: Bool
    let lines: Range<Int>
    let text: String
  }

  private(set) var titles: [Title] = []

  init(_ lines: [PagedLine]) {
    var found: [Title] = []
    for index in lines.indices where index >= found.last?.lines.upperBound ?? 0 {
      if let title = Self.title(lines, at: index) { found.append(title) }
    }
    let ids = found.map(\.id)
    for (index, title) in found.enumerated() {
      let next = index + 1 < found.count ? found[index + 1] : nil
      if title.isSection {
        let isOpened = next.map { !$0.isSection && $0.id.hasPrefix(title.id + ".") } ?? false
        // Inside the body it ends what stands before it, whatever follows.
        if isOpened || titles.contains(where: { !$0.isSection }) { titles.append(title) }
      } else if title.lines.upperBound != next?.lines.lowerBound
        || !ids[(index + 1)...].contains(title.id)
      {
        titles.append(title)
      }
    }
  }

  /// Two titles one behind the other that the document has in another order, or twice.
  var disorder: (first: Title, second: Title)? {
    for (first, second) in zip(titles, titles.dropFirst())
    where rank(first) >= rank(second) {
      return (first, second)
    }
    return nil
  }

  /// The place of a title in print.
  func rank(_ title: Title) -> Int {
    let parts = title.id.split(separator: ".").compactMap { Int($0) }
    return (parts.first ?? 0) * 100 + (parts.count > 1 ? parts[1] : 0)
  }

  /// Whether a line may be a title by its look; titles are short, and prose ends in stops.
  static func mayBeTitle(_ text: String) -> Bool {
    guard text.utf8.count < 100, let first = text.first else { return false }
    return (first.isUppercase || first.isNumber) && text.last != "."
  }

  private static func title(_ lines: [PagedLine], at index: Int) -> Title? {
    let line = lines[index]
    guard mayBeTitle(line.text) else { return nil }
    if let title = title(line.text, line, index..<(index + 1)) { return title }
    guard index + 1 < lines.count, lines[index + 1].text.utf8.count < 60,
      !lines[index + 1].text.hasSuffix(".")
    else { return nil }
    return title(line.text + " " + lines[index + 1].text, line, index..<(index + 2))
  }

  private static func title(_ text: String, _ line: PagedLine, _ range: Range<Int>) -> Title? {
    if let id = GuidelineTitles.guideline(text) {
      return Title(id: id, isSection: false, lines: range, text: text)
    }
    // Words of a section's title are words of the text too.
    guard let id = GuidelineTitles.section(text),
      text.first?.isNumber == true || line.hasGap || line.opensPage
    else { return nil }
    return Title(id: id, isSection: true, lines: range, text: text)
  }
}

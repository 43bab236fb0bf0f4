/// Running heads, feet and page numbers: pieces of text near an edge that come again on other pages.
///
/// They are looked for one by one: whether the pieces of a head stand on one line or in two columns
/// differs from page to page.
struct PageFurniture {
  private let repeated: Set<Key>

  private struct Key: Hashable {
    var text: String
    var isHead: Bool
  }

  init(of document: LayoutDocument) {
    var counts: [Key: Int] = [:]
    for page in document.pages {
      for key in Set(page.lines.flatMap { Self.keys($0, on: page) ?? [] }) {
        counts[key, default: 0] += 1
      }
    }
    let needed = max(2, min(3, document.pages.count))
    repeated = Set(counts.filter { $0.value >= needed }.keys)
  }

  /// Whether a line is furniture of its page.
  func contains(_ line: LayoutLine, on page: LayoutPage) -> Bool {
    Self.keys(line, on: page).map { $0.allSatisfy(repeated.contains) } ?? false
  }

  /// The texts of a line's runs with digits made equal, when it stands in the outer tenth of the
  /// page.
  private static func keys(_ line: LayoutLine, on page: LayoutPage) -> [Key]? {
    guard !line.isBlank, page.height > 0 else { return nil }
    let place = line.middle / page.height
    // The head's zone is smaller: first lines of the text start at a tenth of some pages.
    guard place < 0.07 || place > 0.9, !Self.endsSentence(line) else { return nil }
    return line.runs.filter { !$0.isBlank }.map { run in
      var text = ""
      for character in FoldedText.fold(run.text) {
        let shown: Character = character.isNumber ? "#" : character
        if shown == "#", text.last == "#" { continue }
        text.append(shown)
      }
      return Key(text: text, isHead: place < 0.5)
    }
  }

  /// Whether it is the end of a sentence that began on the line before: no head or foot is, however
  /// often it comes again.
  private static func endsSentence(_ line: LayoutLine) -> Bool {
    line.folded.first?.isLowercase == true && line.folded.last == "."
  }
}

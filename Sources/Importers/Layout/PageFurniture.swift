/// Running heads, feet and page numbers: lines near an edge that come again on other pages.
struct PageFurniture {
  private let repeated: Set<Key>

  private struct Key: Hashable {
    var text: String
    var isHead: Bool
  }

  init(of document: LayoutDocument) {
    var counts: [Key: Int] = [:]
    for page in document.pages {
      for key in Set(page.lines.compactMap({ Self.key($0, on: page) })) {
        counts[key, default: 0] += 1
      }
    }
    let needed = max(2, min(3, document.pages.count))
    repeated = Set(counts.filter { $0.value >= needed }.keys)
  }

  /// Whether a line is furniture of its page.
  func contains(_ line: LayoutLine, on page: LayoutPage) -> Bool {
    Self.key(line, on: page).map(repeated.contains) ?? false
  }

  /// The line's text with digits made equal, when it stands in the outer tenth of the page.
  private static func key(_ line: LayoutLine, on page: LayoutPage) -> Key? {
    guard !line.isBlank, page.height > 0 else { return nil }
    let place = line.middle / page.height
    // The head's zone is smaller: first lines of the text start at a tenth of some pages.
    guard place < 0.07 || place > 0.9 else { return nil }
    var text = ""
    for character in line.folded {
      let shown: Character = character.isNumber ? "#" : character
      if shown == "#", text.last == "#" { continue }
      text.append(shown)
    }
    return Key(text: text, isHead: place < 0.5)
  }
}

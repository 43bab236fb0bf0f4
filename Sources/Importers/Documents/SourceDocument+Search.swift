internal import Markup

extension SourceDocument {
  /// Whether one of the signs stands in the text: a quick look before a document is read in full.
  func mentions(_ signs: [String]) -> Bool {
    let wanted = signs.map { Array($0.utf8) }
    switch content {
    case .tree: return false
    case .page(let root): return Self.holds(root, wanted)
    case .lines(let lines): return lines.contains { Self.holds($0, wanted) }
    case .layout(let layout):
      return layout.pages.contains { page in
        page.lines.contains { line in line.runs.contains { Self.holds($0.text, wanted) } }
      }
    }
  }

  /// The first lines that are not blank, white space folded.
  func firstLines(_ count: Int) -> [String] {
    switch content {
    case .page, .tree: []
    case .lines(let lines):
      Array(lines.lazy.map { FoldedText.fold($0.prefix(400)) }.filter { !$0.isEmpty }.prefix(count))
    case .layout(let layout):
      Array(
        layout.pages.lazy.flatMap(\.lines).map(\.folded).filter { !$0.isEmpty }
          .prefix(count))
    }
  }

  private static func holds(_ element: MarkupElement, _ signs: [[UInt8]]) -> Bool {
    element.children.contains { child in
      switch child {
      case .text(let text): holds(text, signs)
      case .element(let inner): holds(inner, signs)
      }
    }
  }

  private static func holds(_ text: String, _ signs: [[UInt8]]) -> Bool {
    let bytes = text.utf8.span
    return signs.contains { ByteSearch.first($0, in: bytes) != nil }
  }
}

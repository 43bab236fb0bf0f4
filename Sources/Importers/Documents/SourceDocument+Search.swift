extension SourceDocument {
  /// Whether one of the signs stands in the text: a quick look before a document is read in full.
  func mentions(_ signs: [String]) -> Bool {
    let wanted = signs.map { Array($0.utf8) }
    switch content {
    case .page, .tree: return false
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
        layout.pages.lazy.flatMap(\.lines).map { FoldedText.fold($0.text) }.filter { !$0.isEmpty }
          .prefix(count))
    }
  }

  /// Whether one of the signs, each as UTF-8, stands in a text.
  static func holds(_ text: String, _ signs: [[UInt8]]) -> Bool {
    let bytes = text.utf8
    return signs.contains { sign in
      guard let first = sign.first else { return false }
      var rest = bytes[...]
      while let place = rest.firstIndex(of: first) {
        rest = rest[place...]
        if rest.starts(with: sign) { return true }
        rest = rest.dropFirst()
      }
      return false
    }
  }
}

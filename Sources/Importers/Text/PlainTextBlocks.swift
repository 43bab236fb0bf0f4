/// Puts the lines of a plain text together to paragraphs.
enum PlainTextBlocks {
  /// A blank line ends a block; so does a line that `starts` one, given the open block so far.
  static func blocks(
    of lines: [String], starts: (_ line: String, _ block: String) -> Bool
  ) -> [TextBlock] {
    var blocks: [TextBlock] = []
    var isOpen = false
    for (index, line) in lines.enumerated() {
      // A form feed stands between the pages of a text that was made from a PDF.
      let folded = FoldedText.fold(line)
      defer { isOpen = !folded.isEmpty }
      if folded.isEmpty { continue }
      if let last = blocks.indices.last, isOpen, !starts(folded, blocks[last].rawText) {
        LineJoining.append(folded, to: &blocks[last].rawText)
      } else {
        blocks.append(
          TextBlock(kind: .paragraph, text: folded, rawText: folded, line: index + 1))
      }
    }
    for index in blocks.indices {
      let (text, markers) = FootnoteMarkers.split(blocks[index].rawText)
      blocks[index].text = text
      blocks[index].footnoteMarkers = markers
    }
    return blocks
  }
}

/// Puts the lines of a plain text together to paragraphs.
enum PlainTextBlocks {
  /// A blank line ends a block; so does a line that `starts` one, given the line before it.
  static func blocks(
    of lines: [String], starts: (_ line: String, _ previous: String) -> Bool
  ) -> [TextBlock] {
    var blocks: [TextBlock] = []
    var previous = ""
    for (index, line) in lines.enumerated() {
      // A form feed stands between the pages of a text that was made from a PDF.
      let folded = FoldedText.fold(line)
      defer { previous = folded }
      if folded.isEmpty { continue }
      if previous.isEmpty || starts(folded, previous) {
        blocks.append(
          TextBlock(kind: .paragraph, text: folded, rawText: folded, line: index + 1))
      } else {
        let last = blocks.count - 1
        LineJoining.append(folded, to: &blocks[last].rawText)
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

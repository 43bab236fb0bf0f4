/// Puts the lines of a plain text together to paragraphs.
enum PlainTextBlocks {
  /// To look at all of a block again for each of its lines would take minutes, where all of a text is
  /// one.
  private static func shown(_ block: String) -> String {
    guard block.utf8.count > 4_000 else { return block }
    return block.prefix(1_000) + " " + block.suffix(1_000)
  }

  /// A blank line ends a block; so does a line that `starts` one, given the open block so far: of a
  /// long one, its beginning and its end.
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
      if let last = blocks.indices.last, isOpen, !starts(folded, shown(blocks[last].rawText)) {
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

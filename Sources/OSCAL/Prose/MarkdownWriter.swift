/// Writes prose as JSON and YAML hold it. What Markdown cannot say is written as tags, and what was
/// written is read again before it is taken: what comes back must be what went in.
enum MarkdownWriter {
  /// A line of prose.
  static func text(_ line: OSCALMarkupLine) -> String { inlines(OSCALInline.folded(line.inlines)) }

  /// Paragraphs of prose, with blank lines between them.
  static func text(_ multiline: OSCALMarkupMultiline) -> String {
    let blocks = multiline.blocks.map(\.folded)
    let texts = blocks.map { block($0) }
    let text = texts.joined(separator: "\n\n")
    guard blocks.count > 1, blocks.contains(where: { !isParagraph($0) }) else { return text }
    // Two lists in a row would become one.
    guard MarkdownReader.multiline(text).blocks != blocks else { return text }
    return blocks.map { isParagraph($0) ? block($0) : markup($0) }.joined(separator: "\n\n")
  }

  private static func isParagraph(_ block: OSCALBlock) -> Bool {
    if case .paragraph = block { true } else { false }
  }

  /// Folded pieces.
  static func inlines(_ inlines: [OSCALInline]) -> String {
    if inlines.count == 1, case .text(let text) = inlines[0], isHarmless(text) { return text }
    if inlines.isEmpty { return "" }
    let text = MarkdownInlineWriter.text(inlines, usesTags: false)
    guard MarkdownInlines.read(text) != inlines else { return text }
    return MarkdownInlineWriter.text(inlines, usesTags: true)
  }

  private static func isHarmless(_ text: String) -> Bool {
    !text.utf8.contains { MarkdownInlines.isSpecial($0) || $0 < 0x20 }
  }

  /// A folded block.
  private static func block(_ block: OSCALBlock) -> String {
    if case .paragraph(let content) = block, content.count == 1, case .text(let text) = content[0],
      let first = text.utf8.first, MarkdownInlines.isLetter(first), isHarmless(text)
    {
      return text
    }
    var text = MarkdownBlockWriter.text(block)
    if case .paragraph(let content) = block, MarkdownReader.multiline(text).blocks != [block] {
      // It starts like something else.
      text = MarkdownInlineWriter.escapingStart(of: inlines(content))
    }
    return MarkdownReader.multiline(text).blocks == [block] ? text : markup(block)
  }

  /// The block as XML on one line.
  private static func markup(_ block: OSCALBlock) -> String {
    var writer = XMLNodeWriter()
    writer.block(block)
    var text = ""
    for character in String(decoding: writer.bytes, as: UTF8.self) {
      if character == "\n" { text += "&#10;" } else { text.append(character) }
    }
    return text
  }
}

/// Reads prose as JSON and YAML hold it: CommonMark as far as OSCAL uses it, with
/// `{{ insert: param, id }}`, `"quotations"`, `~sub~`, `^sup^`, tables, and HTML tags for what has no
/// notation of its own.
enum MarkdownReader {
  /// A line of prose.
  static func line(_ text: String) -> OSCALMarkupLine {
    OSCALMarkupLine(MarkdownInlines.read(text))
  }

  /// Paragraphs of prose.
  static func multiline(_ text: String) -> OSCALMarkupMultiline {
    // Most prose is one paragraph that starts with a letter.
    if let first = text.utf8.first, MarkdownInlines.isLetter(first), !text.hasByte({ $0 == 0x0A }) {
      return OSCALMarkupMultiline([.paragraph(MarkdownInlines.read(text))])
    }
    var blocks = MarkdownBlocks(text)
    return OSCALMarkupMultiline(blocks.read())
  }
}

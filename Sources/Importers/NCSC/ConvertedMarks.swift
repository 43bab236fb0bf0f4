/// What opens the points of NCSC's documents in a text that a converter made.
enum ConvertedMarks: Sendable {
  /// Glyphs of print.
  case glyphs
  /// Those, and the dashes of Markdown.
  case markdown

  /// The marks of a document's form.
  init(_ document: SourceDocument) {
    if case .lines(let lines) = document.content, PagedMarkdown.isMarkdown(lines) {
      self = .markdown
    } else {
      self = .glyphs
    }
  }

  /// The text beside a bullet, which may be empty; nil without a bullet.
  func bullet(_ text: String) -> String? {
    if let first = text.first, ">›»".contains(first) {
      let rest = text.dropFirst()
      return rest.isEmpty || rest.first == " " ? FoldedText.fold(rest) : nil
    }
    guard let (mark, rest) = BulletMark.split(text) else { return nil }
    if mark == .dot { return rest }
    guard self == .markdown, text.hasPrefix("- ") else { return nil }
    // A glyph that the converter kept beside its own.
    return ConvertedMarks.glyphs.bullet(rest) ?? rest
  }
}

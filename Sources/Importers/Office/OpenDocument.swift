internal import Diagnostics
internal import Markup

/// The parts of an OpenDocument text (ODT).
struct OpenDocument {
  private let archive: OfficeArchive

  /// - Throws: that it is behind a password.
  init(_ archive: OfficeArchive) throws(Refusal) {
    self.archive = archive
    if archive.has("META-INF/manifest.xml"),
      try archive.part("META-INF/manifest.xml").first(where: { $0.name == "encryption-data" })
        != nil
    {
      throw Refusal(
        "odt-encrypted", "is behind a password", at: SourceLocation(file: archive.fileName),
        hints: ["save it without one"])
    }
  }

  /// The text as a web page.
  ///
  /// - Throws: what makes a part unreadable, or that there is no text.
  func page() throws(Refusal) -> MarkupElement {
    let content = try archive.part("content.xml")
    let body = content.elements.first { $0.name == "body" }
    guard let text = body?.elements.first(where: { $0.name == "text" }) else {
      let name = body?.elements.first?.name ?? ""
      let kind = name.isEmpty ? "" : ": its content is '\(name.prefix(40))'"
      throw Refusal(
        "odt-no-text", "is an OpenDocument file, but no text" + kind,
        at: SourceLocation(file: archive.fileName),
        hints: [
          name == "spreadsheet"
            ? "save the table as XLSX or CSV: soffice --headless --convert-to xlsx FILE"
            : "save the text as ODT, PDF or plain text"
        ])
    }
    var parts = [content]
    if archive.has("styles.xml") { parts.insert(try archive.part("styles.xml"), at: 0) }
    return OpenDocumentPage.page(of: text, styles: OpenDocumentStyles(parts))
  }
}

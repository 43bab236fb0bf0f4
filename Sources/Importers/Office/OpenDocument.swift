internal import Archive
internal import Diagnostics
internal import Markup

/// Opens OpenDocument texts (ODT): a ZIP archive of XML.
final class OpenDocument {
  private let archive: ArchiveReader
  private let fileName: String

  /// Bytes of the longest part that is read; a tree takes some 35 times the room of its part.
  private static let partLimit = SourceDocument.textLimit

  /// Opens a file.
  ///
  /// - Throws: what makes the archive unreadable or dangerous, or that it is no text.
  init(_ bytes: [UInt8], fileName: String) throws(Refusal) {
    self.fileName = fileName
    archive = try Self.open(bytes, fileName)
    guard archive.has("content.xml") else { throw Self.notAText(archive, fileName) }
    if archive.has("META-INF/manifest.xml"),
      try part("META-INF/manifest.xml").first(where: { $0.name == "encryption-data" }) != nil
    {
      throw Refusal(
        "odt-encrypted", "is behind a password", at: SourceLocation(file: fileName),
        hints: ["save it without one"])
    }
  }

  private static func open(
    _ bytes: [UInt8], _ fileName: String
  ) throws(Refusal) -> ArchiveReader {
    do throws(ArchiveFailure) {
      return try ArchiveReader(bytes)
    } catch {
      throw refusal(error, fileName)
    }
  }

  /// The text as a web page.
  ///
  /// - Throws: what makes a part unreadable, or that there is no text.
  func page() throws(Refusal) -> MarkupElement {
    let content = try part("content.xml")
    let body = content.elements.first { $0.name == "body" }
    guard let text = body?.elements.first(where: { $0.name == "text" }) else {
      let name = body?.elements.first?.name ?? ""
      let kind = name.isEmpty ? "" : ": its content is '\(name.prefix(40))'"
      throw Refusal(
        "odt-no-text", "is an OpenDocument file, but no text" + kind,
        at: SourceLocation(file: fileName),
        hints: [
          name == "spreadsheet"
            ? "save the table as XLSX or CSV: soffice --headless --convert-to xlsx FILE"
            : "save the text as ODT, PDF or plain text"
        ])
    }
    var parts = [content]
    if archive.has("styles.xml") { parts.insert(try part("styles.xml"), at: 0) }
    return OpenDocumentPage.page(of: text, styles: OpenDocumentStyles(parts))
  }

  private func part(_ name: String) throws(Refusal) -> MarkupElement {
    let location = SourceLocation(file: fileName)
    if let size = archive.entries.first(where: { $0.name == name })?.size, size > Self.partLimit {
      throw Refusal(
        "odt-too-large", "'\(name)' has \(size) bytes, more than \(Self.partLimit)", at: location,
        hints: ["is this the document as published?"])
    }
    let bytes: [UInt8]
    do throws(ArchiveFailure) {
      bytes = try archive.bytes(of: name)
    } catch {
      throw Self.refusal(error, fileName)
    }
    do throws(MarkupFailure) {
      return try MarkupParser.xml(bytes, limits: SourceDocument.markupLimits)
    } catch {
      throw Refusal(
        "markup-\(error.reason.rawValue)", "its part '\(name)' \(error.message)", at: location,
        hints: error.hints)
    }
  }

  private static func refusal(_ failure: ArchiveFailure, _ fileName: String) -> Refusal {
    Refusal(
      "archive-\(failure.reason.rawValue)", failure.message, at: SourceLocation(file: fileName),
      hints: failure.hints)
  }

  private static func notAText(_ archive: borrowing ArchiveReader, _ fileName: String) -> Refusal {
    let isWord = archive.has("word/document.xml")
    return Refusal(
      "document-form",
      isWord
        ? "is a DOCX text, which no importer reads" : "is a ZIP archive, but no ODT text in it",
      at: SourceLocation(file: fileName),
      hints: [
        isWord
          ? "save it as ODT or PDF: soffice --headless --convert-to odt FILE"
          : "take the document out of the archive, and import that",
        SourceDocument.readableForms,
      ])
  }
}

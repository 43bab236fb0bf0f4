internal import Archive
internal import Diagnostics
internal import Markup

/// The ZIP archive of XML parts that an office program saves.
final class OfficeArchive {
  let fileName: String
  private let archive: ArchiveReader

  /// Bytes of the longest part that is read; a tree takes some 35 times the room of its part.
  private static let partLimit = SourceDocument.textLimit

  /// Opens a file.
  ///
  /// - Throws: what makes the archive unreadable or dangerous.
  init(_ bytes: [UInt8], fileName: String) throws(Refusal) {
    self.fileName = fileName
    do throws(ArchiveFailure) {
      archive = try ArchiveReader(bytes)
    } catch {
      throw Self.refusal(error, fileName)
    }
  }

  /// The text in it as a web page, and what it was.
  ///
  /// - Throws: that there is no text in it, or what makes it unreadable.
  func text() throws(Refusal) -> (form: DocumentForm, page: MarkupElement) {
    if has("content.xml") { return (.odt, try OpenDocument(self).page()) }
    if let word = try WordDocument(self) { return (.docx, try word.page()) }
    throw Refusal(
      "document-form", "is a ZIP archive, but no ODT or DOCX text in it",
      at: SourceLocation(file: fileName),
      hints: [
        "take the document out of the archive, and import that", SourceDocument.readableForms,
      ])
  }

  /// Whether there is a part of that name.
  func has(_ name: String) -> Bool { archive.has(name) }

  /// The root element of a part.
  ///
  /// - Throws: what makes it unreadable.
  func part(_ name: String) throws(Refusal) -> MarkupElement {
    let location = SourceLocation(file: fileName)
    if let size = archive.entries.first(where: { $0.name == name })?.size, size > Self.partLimit {
      throw Refusal(
        "document-too-large", "'\(name)' has \(size) bytes, more than \(Self.partLimit)",
        at: location, hints: ["is this the document as published?"])
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
}

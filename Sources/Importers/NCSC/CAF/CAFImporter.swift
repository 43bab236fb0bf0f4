public import ControlModel
public import Diagnostics

/// Reads an edition of NCSC's *Cyber Assessment Framework*: NCSC's web pages and PDF, texts that
/// were made of these, and the Markdown and YAML of a government project.
public struct CAFImporter: Importer {
  /// The edition.
  public let edition: CAFEdition

  /// Makes the importer of an edition.
  public init(_ edition: CAFEdition = .v40) { self.edition = edition }

  /// See `Importer`.
  public var id: String { edition.catalog.rawValue }
  /// See `Importer`.
  public var version: String { "3" }
  /// See `Importer`.
  public var catalog: CatalogID { edition.catalog }
  /// See `Importer`.
  public var expects: String {
    "NCSC's Cyber Assessment Framework \(edition.rawValue) (web pages, PDF or the text or XML made "
      + "of it, Markdown, YAML)"
  }

  /// An outcome with its indicators, and nothing that speaks for another edition alone.
  public func recognises(_ document: SourceDocument) -> Bool {
    guard let reading = CAFReading.of(document), reading.isFramework else { return false }
    return CAFEdition.told(by: reading.entries, printed: reading.printed).editions
      .contains(edition)
  }

  /// See `Importer`.
  public func read(_ document: SourceDocument) throws(Refusal) -> ImportedDocument {
    guard let reading = CAFReading.of(document) else {
      throw Refusal(
        "import-form", "is \(document.form.label), expected \(expects)",
        at: SourceLocation(file: document.fileName))
    }
    guard !reading.isCut else {
      throw Refusal(
        "document-too-large",
        "has more than \(CAFReader.pieceLimit) headings, statements and cells, and the framework "
          + "some 700", at: SourceLocation(file: document.fileName),
        hints: ["is this the document as published?"])
    }
    if let unread = reading.unread { throw unread.refusal(of: document) }
    var imported = ImportedDocument(of: document, by: self)
    imported.entries = reading.entries
    imported.unplaced = reading.unplaced
    imported.surroundingBlocks = reading.surroundingBlocks
    imported.diagnostics = strangers(in: reading, of: document) + reading.diagnostics
    if let finding = CAFWording(reading.entries, as: edition).letters(in: document.fileName) {
      imported.diagnostics.append(finding)
    }
    imported.diagnostics += reading.entries.filter { $0.kind == .outcome && $0.statement.isEmpty }
      .map { outcome in
        let line = outcome.locator.parts.first { $0.name == "line" }.flatMap { Int($0.value) }
        return Diagnostic(
          .note, id: "import-reading",
          "\(outcome.id) has no text of its own, only its table: read it with \(outcome.parent)",
          at: SourceLocation(file: document.fileName, line: line ?? 0))
      }
    return imported
  }

  /// Two editions in one document are not joined: the same code means another outcome in each.
  private func strangers(in reading: CAFReading, of document: SourceDocument) -> [Diagnostic] {
    let strangers = CAFEdition.told(by: reading.entries, printed: reading.printed).strangers
    guard !strangers.isEmpty else { return [] }
    let sign =
      reading.printed.map { "says that it is edition \($0)" } ?? "is edition \(edition.rawValue)"
    return [
      Diagnostic(
        .error, id: "import-editions",
        "\(sign), but has titles of another at \(strangers.joined(separator: ", "))",
        at: SourceLocation(file: document.fileName),
        hints: ["give the files of one edition at a time"])
    ]
  }
}

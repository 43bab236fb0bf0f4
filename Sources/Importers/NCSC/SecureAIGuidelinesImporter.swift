public import ControlModel
public import Diagnostics

/// Reads NCSC's *Guidelines for secure AI system development* (2023) from its official PDF.
public struct SecureAIGuidelinesImporter: Importer {
  /// Makes the importer.
  public init() {}

  /// See `Importer`.
  public var id: String { "ncsc-secure-ai-guidelines" }
  /// See `Importer`.
  public var version: String { "1" }
  /// See `Importer`.
  public var catalog: CatalogID { "ncsc-secure-ai-2023" }
  /// See `Importer`.
  public var expects: String {
    "NCSC's Guidelines for secure AI system development as PDF, or the XML that pdftohtml makes "
      + "of it"
  }

  /// The title on one of the first pages, and two numbered sections with guidelines.
  public func recognises(_ document: SourceDocument) -> Bool {
    guard case .layout(let layout) = document.content else { return false }
    let opening = layout.pages.prefix(8).flatMap(\.lines).map { $0.text.lowercased() }
    guard FoldedText.fold(opening.joined(separator: " ")).contains("secure ai system development")
    else { return false }
    let kinds = SecureAIGuidelinesReader(layout).entries.map(\.kind)
    return kinds.count { $0 == .section } >= 2 && kinds.count { $0 == .guideline } >= 4
  }

  /// See `Importer`.
  public func read(_ document: SourceDocument) throws(Refusal) -> ImportedDocument {
    guard case .layout(let layout) = document.content else {
      throw Refusal(
        "import-form", "is \(document.form.label), expected \(expects)",
        at: SourceLocation(file: document.fileName))
    }
    let reader = SecureAIGuidelinesReader(layout)
    var imported = ImportedDocument(of: document, by: self)
    imported.entries = reader.entries
    imported.partsOfOthers = reader.partsOfOthers
    imported.unplaced = reader.unplaced
    imported.surroundingBlocks = reader.surroundingBlocks
    imported.diagnostics = reader.notes.map {
      Diagnostic(
        .note, id: "import-reading", $0, at: SourceLocation(file: document.fileName))
    }
    return imported
  }
}

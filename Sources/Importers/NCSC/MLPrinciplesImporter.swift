public import ControlModel
public import Diagnostics

/// Reads NCSC's *Machine learning principles* 2.0 (2024) from its official PDF.
public struct MLPrinciplesImporter: Importer {
  /// Makes the importer.
  public init() {}

  /// See `Importer`.
  public var id: String { "ncsc-ml-principles" }
  /// See `Importer`.
  public var version: String { "1" }
  /// See `Importer`.
  public var catalog: CatalogID { "ncsc-ml-principles-2.0" }
  /// See `Importer`.
  public var expects: String {
    "NCSC's Machine learning principles as PDF, or the XML that pdftohtml makes of it"
  }

  /// The title on one of the first pages, and principles with goals and measures.
  public func recognises(_ document: SourceDocument) -> Bool {
    guard case .layout(let layout) = document.content else { return false }
    let opening = layout.pages.prefix(4).flatMap(\.lines).map { $0.text.lowercased() }
    guard FoldedText.fold(opening.joined(separator: " ")).contains("machine learning principles")
    else { return false }
    let kinds = MLPrinciplesReader(layout).entries.map(\.kind)
    return kinds.count { $0 == .principle } >= 2 && kinds.count { $0 == .goal } >= 4
      && kinds.contains(.measure)
  }

  /// See `Importer`.
  public func read(_ document: SourceDocument) throws(Refusal) -> ImportedDocument {
    guard case .layout(let layout) = document.content else {
      throw Refusal(
        "import-form", "is \(document.form.label), expected \(expects)",
        at: SourceLocation(file: document.fileName))
    }
    let reader = MLPrinciplesReader(layout)
    var imported = ImportedDocument(of: document, by: self)
    imported.entries = reader.entries
    imported.unplaced = reader.unplaced
    imported.surroundingBlocks = reader.surroundingBlocks
    return imported
  }
}

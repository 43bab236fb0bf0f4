public import ControlModel
public import Diagnostics

/// Reads NCSC's *Machine learning principles* 2.0 (2024) from its official PDF, and from the pages of
/// NCSC's site in its three generations.
public struct MLPrinciplesImporter: Importer {
  /// Makes the importer.
  public init() {}

  /// See `Importer`.
  public var id: String { "ncsc-ml-principles" }
  /// See `Importer`.
  public var version: String { "2" }
  /// See `Importer`.
  public var catalog: CatalogID { "ncsc-ml-principles-2.0" }
  /// See `Importer`.
  public var readsPlainText: Bool { false }
  /// See `Importer`.
  public var expects: String {
    "NCSC's Machine learning principles 2.0 (PDF or the XML that pdftohtml makes "
      + "of it, web pages, the site's JSON)"
  }

  /// The title on one of the first pages, and principles with goals and measures; on a web page the
  /// title, or a known principle with goals.
  public func recognises(_ document: SourceDocument) -> Bool {
    switch document.content {
    case .layout(let layout):
      let opening = layout.pages.prefix(4).flatMap(\.lines).map { $0.text.lowercased() }
      guard FoldedText.fold(opening.joined(separator: " ")).contains(Self.title) else {
        return false
      }
      let kinds = document.memo.value { MLPrinciplesReader(layout) }.entries.map(\.kind)
      return kinds.count { $0 == .principle } >= 2 && kinds.count { $0 == .goal } >= 4
        && kinds.contains(.measure)
    case .page(let root):
      guard let page = document.ncscPage else { return false }
      if page.blocks.contains(where: MLPrinciplesReader.isGoalsLine),
        page.blocks.contains(where: {
          ($0.isHeading || $0.isBold) && MLPrincipleTitles.principle($0.text) != nil
        })
      {
        return true
      }
      // No other collection calls its parts so.
      if page.blocks.contains(where: { $0.isHeading && MLPrinciplesReader.isPartLine($0.text) }) {
        return true
      }
      return page.isTitled(Self.title) && page.isNCSC(root, document)
    case .lines, .tree:
      return false
    }
  }

  private static let title = "machine learning principles"

  /// See `Importer`.
  public func read(_ document: SourceDocument) throws(Refusal) -> ImportedDocument {
    let reader: MLPrinciplesReader
    switch document.content {
    case .layout(let layout): reader = document.memo.value { MLPrinciplesReader(layout) }
    case .page(let root): reader = MLPrinciplesReader(document.ncscPage ?? NCSCPage(root))
    case .lines, .tree:
      throw Refusal(
        "import-form", "is \(document.form.label), expected \(expects)",
        at: SourceLocation(file: document.fileName))
    }
    var imported = ImportedDocument(of: document, by: self)
    imported.entries = reader.entries
    imported.unplaced = reader.unplaced
    imported.surroundingBlocks = reader.surroundingBlocks
    return imported
  }
}

public import ControlModel
public import Diagnostics

/// Reads NCSC's *Guidelines for secure AI system development* (2023) from its official PDF, and from the
/// pages of NCSC's site in its three generations.
public struct SecureAIGuidelinesImporter: Importer {
  /// Makes the importer.
  public init() {}

  /// See `Importer`.
  public var id: String { "ncsc-secure-ai-guidelines" }
  /// See `Importer`.
  public var version: String { "2" }
  /// See `Importer`.
  public var catalog: CatalogID { "ncsc-secure-ai-2023" }
  /// See `Importer`.
  public var readsPlainText: Bool { false }
  /// See `Importer`.
  public var expects: String {
    "NCSC's Guidelines for secure AI system development (PDF or the XML that pdftohtml makes "
      + "of it, web pages, the site's JSON)"
  }

  /// The title on one of the first pages, and two numbered sections with guidelines; on a web page
  /// the title, or two guidelines.
  public func recognises(_ document: SourceDocument) -> Bool {
    switch document.content {
    case .layout(let layout):
      let opening = layout.pages.prefix(8).flatMap(\.lines).map(\.folded)
      guard
        ByteSearch.holdsIgnoringCase(
          Array(Self.title.utf8), in: opening.joined(separator: " "))
      else { return false }
      let kinds = Self.reader(document, layout).entries.map(\.kind)
      return kinds.count { $0 == .section } >= 2 && kinds.count { $0 == .guideline } >= 4
    case .page(let root):
      guard let page = document.ncscPage else { return false }
      // The Machine learning principles share titles with the Guidelines; they have goals.
      if page.blocks.contains(where: MLPrinciplesReader.isGoalsLine) { return false }
      let found = page.blocks.count {
        ($0.isHeading || $0.isBold) && GuidelineTitles.guideline($0.text) != nil
      }
      if found >= 2 { return true }
      return page.isTitled(Self.title) && (found == 1 || page.isNCSC(root, document))
    case .lines, .tree:
      return false
    }
  }

  /// A PDF is read once, for recognising and for reading.
  private static func reader(
    _ document: SourceDocument, _ layout: LayoutDocument
  ) -> SecureAIGuidelinesReader {
    document.memo.value { SecureAIGuidelinesReader(layout) }
  }

  private static let title = "secure ai system development"

  /// See `Importer`.
  public func read(_ document: SourceDocument) throws(Refusal) -> ImportedDocument {
    let reader: SecureAIGuidelinesReader
    switch document.content {
    case .layout(let layout): reader = Self.reader(document, layout)
    case .page(let root): reader = SecureAIGuidelinesReader(document.ncscPage ?? NCSCPage(root))
    case .lines, .tree:
      throw Refusal(
        "import-form", "is \(document.form.label), expected \(expects)",
        at: SourceLocation(file: document.fileName))
    }
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

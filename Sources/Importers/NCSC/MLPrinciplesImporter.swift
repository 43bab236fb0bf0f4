public import ControlModel
public import Diagnostics

/// Reads NCSC's *Machine learning principles* 2.0 (2024) from its official PDF, from the plain text that
/// `pdftotext -layout` makes of it, and from the pages of NCSC's site in its three generations.
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
  public var expects: String {
    "NCSC's Machine learning principles 2.0 (PDF, or the XML or text that pdftohtml or "
      + "'pdftotext -layout' makes of it, web pages, the site's JSON)"
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
    case .lines(let lines):
      return Self.isPrinciples(lines) && Self.text(document)?.principles ?? 0 >= 2
    case .tree:
      return false
    }
  }

  /// Whether two lines open goals.
  private static func isPrinciples(_ lines: [String]) -> Bool {
    var found = 0
    for line in lines where line.utf8.count < 160 {
      if MLPrinciplesReader.isGoals(FoldedText.fold(line)) { found += 1 }
      if found == 2 { return true }
    }
    return false
  }

  /// A text is taken apart once, for recognising and for reading.
  private static func text(_ document: SourceDocument) -> MLPrinciplesText? {
    guard case .lines(let lines) = document.content else { return nil }
    return document.memo.value {
      PagedText(plain: lines, signs: MLPrinciplesText.signs).map { MLPrinciplesText($0) }
    }
  }

  private static let title = "machine learning principles"

  /// See `Importer`.
  public func read(_ document: SourceDocument) throws(Refusal) -> ImportedDocument {
    let reader: MLPrinciplesReader
    switch document.content {
    case .layout(let layout): reader = document.memo.value { MLPrinciplesReader(layout) }
    case .page(let root): reader = MLPrinciplesReader(document.ncscPage ?? NCSCPage(root))
    case .lines:
      guard let text = Self.text(document) else { fallthrough }
      if let flaw = text.flaw {
        throw Refusal(
          "import-order", flaw.summary,
          at: SourceLocation(file: document.fileName, line: flaw.line ?? 1),
          hints: ["make the text with 'pdftotext -layout'", "or import the PDF itself"])
      }
      reader = MLPrinciplesReader(text)
    case .tree:
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

public import ControlModel
public import Diagnostics
internal import Markup

/// Reads NCSC's *Machine learning principles* 2.0 (2024) from its official PDF, from the text, Markdown
/// or HTML that converters make of it, and from the pages of NCSC's site in its three generations.
public struct MLPrinciplesImporter: Importer {
  /// Makes the importer.
  public init() {}

  /// See `Importer`.
  public var id: String { "ncsc-ml-principles" }
  /// See `Importer`.
  public var version: String { "3" }
  /// See `Importer`.
  public var catalog: CatalogID { "ncsc-ml-principles-2.0" }
  /// See `Importer`.
  public var expects: String {
    "NCSC's Machine learning principles 2.0 (PDF, or the XML, HTML, text or Markdown that a "
      + "converter makes of it, web pages, the site's JSON)"
  }

  /// The title on one of the first pages, and principles with goals and measures; on a web page the
  /// title, or a known principle with goals.
  public func recognises(_ document: SourceDocument) -> Bool {
    switch document.content {
    case .layout where document.form == .html: return Self.isConverted(document)
    case .layout(let layout):
      let opening = layout.pages.prefix(4).flatMap(\.lines).map { $0.text.lowercased() }
      guard FoldedText.fold(opening.joined(separator: " ")).contains(Self.title) else {
        return false
      }
      let kinds = document.memo.value { MLPrinciplesReader(layout) }.entries.map(\.kind)
      return kinds.count { $0 == .principle } >= 2 && kinds.count { $0 == .goal } >= 4
        && kinds.contains(.measure)
    case .page(let root):
      return Self.isPage(document, root) || Self.isConverted(document)
    case .lines(let lines):
      return Self.isPrinciples(lines) && Self.text(document)?.principles ?? 0 >= 2
    case .tree:
      return false
    }
  }

  /// Whether a page is one of NCSC's site.
  private static func isPage(_ document: SourceDocument, _ root: MarkupElement) -> Bool {
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
    return page.isTitled(title) && page.isNCSC(root, document)
  }

  /// Whether two lines open goals.
  private static func isPrinciples(_ lines: [String]) -> Bool {
    var found = 0
    let sign = Array("goal".utf8)
    for line in PagedMarkdown.plain(
      lines, where: { $0.utf8.count < 160 && ByteSearch.holdsIgnoringCase(sign, in: $0) })
    {
      if MLPrinciplesReader.isGoals(FoldedText.fold(line)) { found += 1 }
      if found == 2 { return true }
    }
    return false
  }

  /// Whether a web page holds the lines of a PDF, as `pdftohtml` writes them.
  private static func isConverted(_ document: SourceDocument) -> Bool {
    document.mentions(["Goals"]) && document.mentions(["implemented?"])
      && text(document)?.principles ?? 0 >= 2
  }

  /// A text is taken apart once, for recognising and for reading.
  private static func text(_ document: SourceDocument) -> MLPrinciplesText? {
    document.memo.value { () -> MLPrinciplesText? in
      PagedText(document, signs: MLPrinciplesPieces.signs).map {
        MLPrinciplesText($0, marks: ConvertedMarks(document))
      }
    }
  }

  private static let title = "machine learning principles"

  /// See `Importer`.
  public func read(_ document: SourceDocument) throws(Refusal) -> ImportedDocument {
    var imported = ImportedDocument(of: document, by: self)
    func take(_ reader: MLPrinciplesReader) {
      imported.entries = reader.entries
      imported.unplaced += reader.unplaced
      imported.surroundingBlocks = reader.surroundingBlocks
    }
    switch document.content {
    // Placed HTML gives lines of different type one class: it shows no more than a text.
    case .layout(let layout) where document.form != .html:
      take(document.memo.value { MLPrinciplesReader(layout) })
    case .page(let root) where Self.isPage(document, root):
      take(MLPrinciplesReader(document.ncscPage ?? NCSCPage(root)))
    case .page, .lines, .layout:
      guard let text = Self.text(document) else { fallthrough }
      try Self.requireOrder(text, document)
      take(MLPrinciplesReader(text))
      imported.torn = text.torn
      imported.unplaced += text.unplaced
      if let note = JoinedWords.note(text.restored) {
        imported.diagnostics.append(
          Diagnostic(
            .note, id: "import-reading", note, at: SourceLocation(file: document.fileName)))
      }
    case .tree:
      throw Refusal(
        "import-form", "is \(document.form.label), expected \(expects)",
        at: SourceLocation(file: document.fileName))
    }
    return imported
  }

  private static func requireOrder(
    _ text: MLPrinciplesText, _ document: SourceDocument
  ) throws(Refusal) {
    guard let disorder = text.disorder else { return }
    throw Refusal(
      "import-order", disorder.summary,
      at: SourceLocation(file: document.fileName, line: disorder.line ?? 1),
      hints: ["make the text with 'pdftotext -layout'", "or import the PDF itself"])
  }
}

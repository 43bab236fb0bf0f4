public import ControlModel
public import Diagnostics
internal import Markup

/// Reads NCSC's *Guidelines for secure AI system development* (2023) from its official PDF, from the
/// text, Markdown or HTML that converters make of it, and from the pages of NCSC's site in its three
/// generations.
public struct SecureAIGuidelinesImporter: Importer {
  /// Makes the importer.
  public init() {}

  /// See `Importer`.
  public var id: String { "ncsc-secure-ai-guidelines" }
  /// See `Importer`.
  public var version: String { "3" }
  /// See `Importer`.
  public var catalog: CatalogID { "ncsc-secure-ai-2023" }
  /// See `Importer`.
  public var expects: String {
    "NCSC's Guidelines for secure AI system development (PDF, or the XML, HTML, text "
      + "or Markdown that a converter makes of it, web pages, the site's JSON)"
  }

  /// The title on one of the first pages, and two numbered sections with guidelines; on a web page
  /// the title, or two guidelines.
  public func recognises(_ document: SourceDocument) -> Bool {
    switch document.content {
    case .layout where document.form == .html: return Self.isConverted(document)
    case .layout(let layout):
      let opening = layout.pages.prefix(8).flatMap(\.lines).map(\.folded)
      guard
        ByteSearch.holdsIgnoringCase(
          Array(Self.title.utf8), in: opening.joined(separator: " "))
      else { return false }
      let kinds = Self.reader(document, layout).entries.map(\.kind)
      return kinds.count { $0 == .section } >= 2 && kinds.count { $0 == .guideline } >= 4
    case .page(let root):
      return Self.isPage(document, root) || Self.isConverted(document)
    case .lines(let lines):
      return Self.isGuidelines(lines)
        && Self.text(document)?.titles.titles.count { !$0.isSection } ?? 0 >= 2
    case .tree:
      return false
    }
  }

  /// Whether a page is one of NCSC's site.
  private static func isPage(_ document: SourceDocument, _ root: MarkupElement) -> Bool {
    guard let page = document.ncscPage else { return false }
    // The Machine learning principles share titles with the Guidelines; they have goals.
    if page.blocks.contains(where: MLPrinciplesReader.isGoalsLine) { return false }
    let found = page.blocks.count {
      ($0.isHeading || $0.isBold) && GuidelineTitles.guideline($0.text) != nil
    }
    if found >= 2 { return true }
    return page.isTitled(title) && (found == 1 || page.isNCSC(root, document))
  }

  /// Whether a web page holds the lines of a PDF, as `pdftohtml` writes them.
  private static func isConverted(_ document: SourceDocument) -> Bool {
    guard document.mentions(["Secure AI system development", "secure AI system development"]),
      !document.mentions(["Goals:"])
    else { return false }
    return text(document)?.titles.titles.count { !$0.isSection } ?? 0 >= 4
  }

  /// Whether two lines are titles of guidelines, and none opens the goals that the Machine learning
  /// principles have.
  private static func isGuidelines(_ lines: [String]) -> Bool {
    var found = 0
    for line in PagedMarkdown.plain(lines, where: { $0.utf8.count < 200 })
    where line.utf8.count < 160 {
      let text = FoldedText.fold(line)
      if MLPrinciplesReader.isGoals(text) { return false }
      if found < 2, GuidelineTitleLines.mayBeTitle(text), GuidelineTitles.guideline(text) != nil {
        found += 1
      }
    }
    return found >= 2
  }

  /// A text is taken apart once, for recognising and for reading.
  private static func text(_ document: SourceDocument) -> GuidelinesText? {
    document.memo.value { () -> GuidelinesText? in
      PagedText(document, signs: GuidelinesText.signs).map {
        GuidelinesText($0, marks: ConvertedMarks(document))
      }
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
    var torn: [TornText] = []
    var needsProof = false
    switch document.content {
    // Placed HTML gives lines of different type one class: it shows no more than a text.
    case .layout(let layout) where document.form != .html: reader = Self.reader(document, layout)
    case .page(let root) where Self.isPage(document, root):
      reader = SecureAIGuidelinesReader(document.ncscPage ?? NCSCPage(root))
    case .page, .lines, .layout:
      guard let text = Self.text(document) else { fallthrough }
      reader = SecureAIGuidelinesReader(text)
      torn = text.torn
      needsProof = text.titles.disorder != nil
    case .tree:
      throw Refusal(
        "import-form", "is \(document.form.label), expected \(expects)",
        at: SourceLocation(file: document.fileName))
    }
    var imported = ImportedDocument(of: document, by: self)
    imported.entries = reader.entries
    imported.partsOfOthers = reader.partsOfOthers
    imported.unplaced = reader.unplaced
    imported.torn = torn
    imported.needsProof = needsProof
    imported.surroundingBlocks = reader.surroundingBlocks
    imported.diagnostics = reader.notes.map {
      Diagnostic(
        .note, id: "import-reading", $0, at: SourceLocation(file: document.fileName))
    }
    return imported
  }
}

public import ControlModel
public import Diagnostics

/// Reads NCSC's *Guidelines for secure AI system development* (2023) from its official PDF, from the
/// plain text that `pdftotext` makes of it, and from the pages of NCSC's site in its three
/// generations.
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
  public var expects: String {
    "NCSC's Guidelines for secure AI system development (PDF, or the XML or text that "
      + "pdftohtml or pdftotext makes of it, web pages, the site's JSON)"
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
    case .lines(let lines):
      return Self.isGuidelines(lines)
        && Self.text(document)?.titles.titles.count { !$0.isSection } ?? 0 >= 2
    case .tree:
      return false
    }
  }

  /// Whether two lines are titles of guidelines, and none opens the goals that the Machine learning
  /// principles have.
  private static func isGuidelines(_ lines: [String]) -> Bool {
    var found = 0
    for line in lines where line.utf8.count < 160 {
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
    guard case .lines(let lines) = document.content else { return nil }
    return document.memo.value {
      PagedText(plain: lines, signs: GuidelinesText.signs).map { GuidelinesText($0) }
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
    case .lines:
      guard let text = Self.text(document) else { fallthrough }
      try Self.requireOrder(text, document)
      reader = SecureAIGuidelinesReader(text)
    case .tree:
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

  /// A text in the order in which the PDF draws it has points of one guideline behind another.
  private static func requireOrder(
    _ text: GuidelinesText, _ document: SourceDocument
  ) throws(Refusal) {
    guard let (first, second) = text.titles.disorder else { return }
    throw Refusal(
      "import-order",
      "has '\(second.text)' behind '\(first.text)': its lines are not in the order of the page, so "
        + "that no point can be given to its guideline",
      at: SourceLocation(file: document.fileName, line: text.line(of: second)),
      hints: [
        "make the text with 'pdftotext' or 'pdftotext -layout', not with '-raw'",
        "or import the PDF itself",
      ])
  }
}

public import ControlModel
public import Diagnostics

/// Reads DSIT's *Code of Practice for the Cyber Security of AI* (2025): as GOV.UK's web page, as
/// the page's item of the content API, and as plain text.
public struct CodeOfPracticeImporter: Importer {
  /// Makes the importer.
  public init() {}

  /// See `Importer`.
  public var id: String { "govuk-code-of-practice" }
  /// See `Importer`.
  public var version: String { "1" }
  /// See `Importer`.
  public var catalog: CatalogID { "dsit-ai-cop-2025" }
  /// See `Importer`.
  public var expects: String {
    "the Code of Practice for the Cyber Security of AI as GOV.UK page (HTML or content-API JSON) "
      + "or plain text"
  }

  /// Two principles with clauses of their own are enough: half a document has to be reported as
  /// half a document, not as an unknown one.
  public func recognises(_ document: SourceDocument) -> Bool {
    guard let blocks = Self.blocks(of: document), !Self.isDraft(blocks) else { return false }
    let reader = CodeOfPracticeReader(blocks)
    let kinds = reader.entries.map(\.kind)
    return kinds.count { $0 == .principle } >= 2 && kinds.count { $0 == .provision } >= 4
      && reader.entries.contains { $0.kind == .provision && $0.modality != nil }
  }

  /// See `Importer`.
  public func read(_ document: SourceDocument) throws(Refusal) -> ImportedDocument {
    guard let blocks = Self.blocks(of: document) else {
      throw Refusal(
        "import-form", "is \(document.form.label), expected \(expects)",
        at: SourceLocation(file: document.fileName))
    }
    let reader = CodeOfPracticeReader(blocks)
    var imported = ImportedDocument(of: document, by: self)
    imported.entries = reader.entries
    imported.unplaced = reader.unplaced
    imported.surroundingBlocks = reader.surroundingBlocks
    imported.diagnostics = reader.notes.map {
      Diagnostic(
        .note, id: "import-reading", $0.text,
        at: SourceLocation(file: document.fileName, line: $0.line))
    }
    return imported
  }

  private static func blocks(of document: SourceDocument) -> [TextBlock]? {
    switch document.content {
    case .page(let root): HTMLBlocks.blocks(of: root)
    case .lines(let lines): PlainTextBlocks.blocks(of: lines, starts: startsBlock)
    case .layout: nil
    }
  }

  /// The draft of 2024 has principles of the same form, but is another document.
  private static func isDraft(_ blocks: [TextBlock]) -> Bool {
    blocks.prefix(40).contains { block in
      let text = block.text.lowercased()
      return text.contains("call for views") && text.utf8.count < 200
    }
  }

  /// Whether a line of the plain text opens a block although no blank line stands before it.
  private static func startsBlock(_ line: String, _ previous: String) -> Bool {
    if CodeOfPracticeReader.principle(line) != nil || RoleLine.content(of: line) != nil
      || RoleLine.content(of: previous) != nil && line.hasPrefix("[")
      || CodeOfPracticeReader.isSectionTitle(line) || CodeOfPracticeReader.isSectionTitle(previous)
      || isPoint(line)
    {
      // A role line may go on in the next line, everything else may not.
      return true
    }
    if line.hasPrefix("["), CodeOfPracticeReader.principle(previous) != nil { return true }
    if CodeOfPracticeReader.principle(previous) != nil { return !continuesTitle(line, previous) }
    if let last = previous.last, let (_, rest) = ClauseNumber.split(line), !rest.isEmpty {
      // In wrapped text a number at the start of a line may belong to a sentence.
      return ".!?:;)]".contains(last) || last.isNumber
        || last == "s"
          && RoleLine.content(of: previous) != nil
    }
    return false
  }

  /// A heading that was wrapped: long, and what follows is short and no sentence.
  private static func continuesTitle(_ line: String, _ title: String) -> Bool {
    title.count >= 50 && line.count < 50 && line.last != "." && line.first?.isNumber == false
  }

  private static func isPoint(_ line: String) -> Bool {
    guard let first = line.first, line.dropFirst().first == " " else { return false }
    return "•-–*◦▪".contains(first)
  }
}

public import ControlModel
public import Diagnostics

/// Reads RAND's report *Securing AI Model Weights* (RR-A2849-1, 2024) as PDF, or as the text or
/// page that a converter made of it.
public struct ModelWeightsImporter: Importer {
  /// Makes the importer.
  public init() {}

  /// See `Importer`.
  public var id: String { "rand-model-weights" }
  /// See `Importer`.
  public var version: String { "5" }
  /// See `Importer`.
  public var catalog: CatalogID { "rand-model-weights-2024" }
  /// See `Importer`.
  public var expects: String {
    "RAND's Securing AI Model Weights (RR-A2849-1) as PDF, or what a converter made of it: plain "
      + "text (pdftotext, with or without -layout), Markdown, HTML, ODT, DOCX, the XML of pdftohtml"
  }

  /// A level of appendix B, a good part of table 5.2, or the report's title at the start: what
  /// holds none of the tables has to be told by its name.
  public func recognises(_ document: SourceDocument) -> Bool {
    // A level with its number: other documents speak of SLSA.
    guard
      document.mentions([
        "SL1", "SL2", "SL3", "SL4", "SL5", "Model Weights", "MODEL WEIGHTS", "A2849",
        "Exploiting vulnerabilities for",
      ])
    else { return false }
    if Self.opensWithTitle(document) { return true }
    guard let reader = Self.reading(of: document)?.reader else { return false }
    return reader.entries.count { $0.kind == .measure } >= 4
      || reader.entries.count { $0.kind == .vector } >= 8
  }

  /// See `Importer`.
  public func read(_ document: SourceDocument) throws(Refusal) -> ImportedDocument {
    let location = SourceLocation(file: document.fileName)
    guard !PagedText.isTooLong(document) else {
      throw Refusal(
        "import-too-many-lines",
        "has more than \(PagedText.lineLimit) lines, and RAND's report some 10000", at: location,
        hints: ["is this the report as published?"])
    }
    guard let (text, reader) = Self.reading(of: document) else {
      throw Refusal("import-form", "is \(document.form.label), expected \(expects)", at: location)
    }
    guard reader.holdsReport else { throw Self.withoutTables(text, at: location) }
    var imported = ImportedDocument(of: document, by: self)
    imported.entries = reader.entries
    imported.partsOfOthers = reader.partsOfOthers
    imported.unplaced = reader.unplaced
    imported.doubtfulSeries = reader.doubts
    imported.doubtfulTexts = reader.doubtfulTexts
    imported.surroundingBlocks = reader.surroundingBlocks
    imported.diagnostics = reader.notes.map { note in
      Diagnostic(
        .note, id: "import-reading", note.text,
        at: SourceLocation(file: document.fileName, line: note.line ?? 0))
    }
    return imported
  }

  private struct Reading: Sendable {
    let text: PagedText
    let reader: ModelWeightsReader
  }

  /// What recognising and reading share; nil for a form that the report does not come in.
  private static func reading(
    of document: SourceDocument
  ) -> (text: PagedText, reader: ModelWeightsReader)? {
    let reading = document.memo.value {
      PagedText(document, signs: ReportSigns.signs).map {
        Reading(text: $0, reader: ModelWeightsReader($0))
      }
    }
    return reading.map { ($0.text, $0.reader) }
  }

  /// The title on a line of the first pages.
  private static func opensWithTitle(_ document: SourceDocument) -> Bool {
    document.firstLines(150).contains { line in
      line.utf8.count < 200
        && (SquashedText.squash(line).hasPrefix("securingaimodelweights")
          || line.contains("RR-A2849-1") || line.contains("RRA2849-1"))
    }
  }

  /// The publisher's other papers say the title too, and so does a summary of the report.
  private static func withoutTables(_ text: PagedText, at location: SourceLocation) -> Refusal {
    let others = [
      "RBA2849": "RAND's brief RBA2849-1", "RB-A2849": "RAND's brief RBA2849-1",
      "RRA4704": "RAND's report RRA4704-1 on Security Level 3",
      "RR-A4704": "RAND's report RRA4704-1 on Security Level 3",
      "RRA4685": "RAND's report RRA4685-1 on algorithmic insights",
      "RR-A4685": "RAND's report RRA4685-1 on algorithmic insights",
      "WR-A2849": "the interim report WR-A2849-1", "WRA2849": "the interim report WR-A2849-1",
    ]
    let opening = text.lines.prefix(200).map(\.text)
    let other = others.sorted { $0.key < $1.key }.first { sign in
      opening.contains { $0.contains(sign.key) }
    }?.value
    return Refusal(
      "import-no-tables",
      "names RAND's Securing AI Model Weights but holds none of its measures and attack vectors"
        + (other.map { "; it may be \($0)" } ?? ""),
      at: location,
      hints: [
        "the measures stand in appendix B, from p. 71, the scores in table 5.2, p. 15: a summary, "
          + "a brief or another report has neither",
        "expected RR-A2849-1, all of its 128 pages",
      ])
  }
}

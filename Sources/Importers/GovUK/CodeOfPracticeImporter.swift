public import ControlModel
public import Diagnostics

/// Reads DSIT's *Code of Practice for the Cyber Security of AI* (2025): as GOV.UK's web page, as
/// the page's item of the content API, as ODT or DOCX, as PDF, and as plain text.
public struct CodeOfPracticeImporter: Importer {
  /// Makes the importer.
  public init() {}

  /// See `Importer`.
  public var id: String { "govuk-code-of-practice" }
  /// See `Importer`.
  public var version: String { "2" }
  /// See `Importer`.
  public var catalog: CatalogID { "dsit-ai-cop-2025" }
  /// See `Importer`.
  public var expects: String {
    "DSIT's Code of Practice for the Cyber Security of AI (GOV.UK page as HTML or JSON, ODT, DOCX, "
      + "PDF, Markdown, text)"
  }

  /// Two principles with clauses of their own are enough: half a document has to be reported as
  /// half a document, not as an unknown one.
  public func recognises(_ document: SourceDocument) -> Bool {
    CodeReading.of(document)?.isCode(.final) ?? false
  }

  /// See `Importer`.
  public func read(_ document: SourceDocument) throws(Refusal) -> ImportedDocument {
    try CodeReading.read(document, by: self)
  }
}

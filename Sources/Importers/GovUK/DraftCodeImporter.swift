public import ControlModel
public import Diagnostics

/// Reads the draft Code of Practice in DSIT's *call for views on the cyber security of AI* (2024):
/// as GOV.UK's web page, as the page's item of the content API, as ODT or DOCX, as PDF and as
/// plain text.
public struct DraftCodeImporter: Importer {
  /// Makes the importer.
  public init() {}

  /// See `Importer`.
  public var id: String { "govuk-code-of-practice-draft" }
  /// See `Importer`.
  public var version: String { "1" }
  /// See `Importer`.
  public var catalog: CatalogID { "dsit-ai-cop-draft-2024" }
  /// See `Importer`.
  public var expects: String {
    "DSIT's call for views on the cyber security of AI, with the draft Code (GOV.UK page as HTML "
      + "or JSON, ODT, DOCX, PDF, Markdown, text)"
  }

  /// As for the Code, with the draft's titles.
  public func recognises(_ document: SourceDocument) -> Bool {
    CodeReading.of(document)?.isCode(.draft) ?? false
  }

  /// See `Importer`.
  public func read(_ document: SourceDocument) throws(Refusal) -> ImportedDocument {
    try CodeReading.read(document, by: self)
  }
}

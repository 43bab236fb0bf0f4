public import ControlModel
public import Diagnostics

/// Reads NCSC's *Cyber Assessment Framework* 4.0 (2025) from its Markdown edition.
public struct CAFImporter: Importer {
  /// Makes the importer.
  public init() {}

  /// See `Importer`.
  public var id: String { "ncsc-caf" }
  /// See `Importer`.
  public var version: String { "1" }
  /// See `Importer`.
  public var catalog: CatalogID { "ncsc-caf-4.0" }
  /// See `Importer`.
  public var expects: String {
    "NCSC's Cyber Assessment Framework 4.0 as Markdown, with a table for each outcome"
  }

  /// Outcomes with tables of indicators, and the edition: by its number, or by an outcome that
  /// came with it.
  public func recognises(_ document: SourceDocument) -> Bool {
    guard case .lines(let lines) = document.content, lines.contains(where: Self.isOutcome) else {
      return false
    }
    let entries = CAFReader(lines).entries
    let outcomes = entries.filter { $0.kind == .outcome }
    guard outcomes.count >= 2, entries.count(where: { $0.kind == .indicator }) >= 8 else {
      return false
    }
    let titles = lines.prefix(40).filter { $0.lowercased().contains("cyber assessment framework") }
    if titles.contains(where: { $0.contains("4.0") }) { return true }
    if titles.contains(where: { $0.contains("3.") }) { return false }
    return outcomes.contains {
      $0.id == "A4.b" || $0.id == "A2.b" && $0.title.lowercased().contains("threat")
    }
  }

  /// See `Importer`.
  public func read(_ document: SourceDocument) throws(Refusal) -> ImportedDocument {
    guard case .lines(let lines) = document.content else {
      throw Refusal(
        "import-form", "is \(document.form.label), expected \(expects)",
        at: SourceLocation(file: document.fileName))
    }
    let reader = CAFReader(lines)
    var imported = ImportedDocument(of: document, by: self)
    imported.entries = reader.entries
    imported.unplaced = reader.unplaced
    imported.surroundingBlocks = reader.surroundingBlocks
    imported.diagnostics = reader.entries.filter { $0.kind == .outcome && $0.statement.isEmpty }
      .map { outcome in
        let line = outcome.locator.parts.first.flatMap { Int($0.value) } ?? 0
        return Diagnostic(
          .note, id: "import-reading",
          "\(outcome.id) has no text of its own, only its table: read it with \(outcome.parent)",
          at: SourceLocation(file: document.fileName, line: line))
      }
    return imported
  }

  private static func isOutcome(_ line: String) -> Bool {
    guard line.hasPrefix("#"), case .heading(let title) = MarkdownLine(line) else { return false }
    return CAFReader.Heading(title)?.kind == .outcome
  }
}

internal import ControlModel
internal import Diagnostics
internal import Importers

/// What came of importing one document or file, ready to be told and to be written.
struct ImportOutcome {
  /// What to write.
  var catalogs: [Catalog]
  /// What to write.
  var mappings: [MappingSet]
  /// What to write beside the catalogs.
  var attachments: [FieldImport.Attachment] = []
  /// What to tell.
  var lines: [String]
  /// What is wrong or strange.
  var diagnostics: [Diagnostic]
  /// What a catalog lacks that is written nevertheless; empty: nothing.
  var shortfall = ""
  /// Whether it holds exactly what was expected.
  var isExact: Bool

  /// Whether it may not be written.
  var isRefused: Bool { diagnostics.contains { $0.severity == .error } }

  /// Whether there is anything to write.
  var bringsAnything: Bool { !catalogs.isEmpty || !mappings.isEmpty }

  /// A shipped catalog that was filled from a publisher's document.
  init(_ filled: FilledCatalog, _ shipped: Catalog) {
    let report = filled.report
    catalogs = [filled.catalog]
    mappings = []
    diagnostics = report.diagnostics
    isExact = report.isExact
    let counts = report.counts.map { "\($0.kind.rawValue)s \($0.number)" }
    let expected = report.expectedEntries
    if !report.missing.isEmpty {
      shortfall = "\(report.missing.count) of its \(expected) entries are missing"
    }
    lines = [
      TextLayout.folded(
        "\(Console.clean(report.document.fileName)): \(shipped.title) (\(shipped.id))", indent: 2),
      TextLayout.folded(counts.joined(separator: ", "), first: "  found: ", indent: 9),
      "  of the \(expected) ids that the catalog expects: \(report.found.count) found, "
        + "\(report.missing.count) not found"
        + (report.notAligned.isEmpty ? "" : ", \(report.notAligned.count) not aligned"),
    ]
    if report.levels.contains(where: { $0.found > 0 }) {
      let levels = report.levels.map { "\($0.level) \($0.found) of \($0.expected)" }
      lines.append("  requirements by level: " + levels.joined(separator: ", "))
    }
    if report.expectedScores > 0 {
      lines.append(
        "  \(report.agreeingScores) of \(report.expectedScores) scores agree"
          + (report.scores.isEmpty
            ? "" : ", \(report.scores.count) \(report.scores.count == 1 ? "differs" : "differ")"))
    }
    if !report.added.isEmpty {
      lines.append(
        "  of the \(report.expectedIndicators) indicators that the catalog counts: "
          + "\(report.added.count) added")
    }
    if !report.addedClauses.isEmpty {
      lines.append(
        "  of principles that ship without clauses: \(report.addedClauses.count) clauses added")
    }
  }

  /// What a file of a field format holds.
  init(_ imported: FieldImport, from path: String) {
    catalogs = imported.catalogs
    mappings = imported.mappings
    attachments = imported.attachments
    diagnostics = imported.diagnostics
    isExact = !imported.diagnostics.contains { $0.severity >= .warning }
    let names =
      imported.catalogs.map { "\($0.title) (\($0.id))" }
      + imported.mappings.map { "\($0.title) (\($0.id))" }
    guard !names.isEmpty else {
      lines = []
      return
    }
    let counts = imported.counts.map { "\($0.name) \($0.number)" }
    lines = [
      TextLayout.folded(
        Console.clean("\(path): \(names.joined(separator: "; "))"), indent: 2),
      TextLayout.folded(
        Console.clean(counts.joined(separator: ", ")), first: "  found: ", indent: 9),
    ]
    lines += imported.details.map {
      TextLayout.folded(Console.clean($0), first: "  ", indent: 4)
    }
  }
}

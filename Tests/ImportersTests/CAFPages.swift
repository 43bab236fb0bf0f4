import ControlModel
import Importers

/// The CAF as web pages: one for each objective and each principle, with a table for each outcome.
enum CAFPages {
  /// How a cell holds its statements.
  enum Cells: String, CaseIterable, Sendable {
    case paragraphs, points, rows, lineBreaks, singleBreaks, headings
  }

  /// Pages of a document's entries.
  static func pages(
    of document: ImportedDocument, _ cells: Cells, version: String = ""
  ) -> [SitePage] {
    document.entries.filter { $0.kind == .section || $0.kind == .principle }.map { entry in
      let text = "<p>\(SitePage.escaped(entry.statement))</p>"
      guard entry.kind == .principle else {
        return SitePage(
          collection: "Cyber Assessment Framework",
          heading: "CAF - Objective \(entry.id) - \(SitePage.escaped(entry.title))",
          items: [("", text)], version: version)
      }
      let outcomes = document.entries.filter { $0.parent == entry.id }
      return SitePage(
        collection: "Cyber Assessment Framework",
        heading: SitePage.escaped("Principle \(entry.id) \(entry.title)"),
        items: [
          ("Principle", text), ("Description", "<p>It means this.</p>"),
          ("Guidance", "<p>Do that.</p><h3>More of it</h3><p>And that.</p>"),
        ] + outcomes.map { ("", outcome($0, in: document.entries, cells)) }, version: version)
    }
  }

  private static func outcome(
    _ outcome: ImportedEntry, in entries: [ImportedEntry], _ cells: Cells
  ) -> String {
    let heading = SitePage.escaped("\(outcome.id) \(outcome.title)")
    let text =
      outcome.statement.isEmpty ? "" : "<p><em>\(SitePage.escaped(outcome.statement))</em></p>"
    let columns = IndicatorColumn.allCases.map { column in
      entries.filter { $0.parent == outcome.id && $0.category == column.category }
        .map { SitePage.escaped($0.statement) }
    }
    let used = IndicatorColumn.allCases.indices.filter {
      IndicatorColumn.allCases[$0] != .partiallyAchieved || !columns[$0].isEmpty
    }
    return "<h3>\(heading)</h3>\(text)"
      + (cells == .headings ? lists(columns, used) : table(columns, used, cells))
  }

  private static let names = ["Not achieved", "Partially achieved", "Achieved"]
  private static let rules = [
    "At least one of the following statements is true",
    "All the following statements are true", "All the following statements are true",
  ]

  private static func table(_ columns: [[String]], _ used: [Int], _ cells: Cells) -> String {
    var rows = "<thead><tr>" + used.map { "<th>\(names[$0])</th>" }.joined() + "</tr></thead>"
    rows += "<tr>" + used.map { "<td>\(rules[$0])</td>" }.joined() + "</tr>"
    if cells == .rows {
      for line in 0..<(columns.map(\.count).max() ?? 0) {
        let texts = used.map { line < columns[$0].count ? columns[$0][line] : "" }
        rows += "<tr>" + texts.map { "<td>\($0)</td>" }.joined() + "</tr>"
      }
    } else {
      rows += "<tr>" + used.map { "<td>\(cell(columns[$0], cells))</td>" }.joined() + "</tr>"
    }
    return "<table>\(rows)</table>"
  }

  private static func cell(_ statements: [String], _ cells: Cells) -> String {
    switch cells {
    case .points: "<ul>" + statements.map { "<li>\($0)</li>" }.joined() + "</ul>"
    case .lineBreaks: statements.joined(separator: "<br /><br>\n")
    case .singleBreaks: statements.joined(separator: "<br>")
    default: statements.map { "<p>\($0)</p>" }.joined() + "<p>&nbsp;</p>"
    }
  }

  private static func lists(_ columns: [[String]], _ used: [Int]) -> String {
    used.map { index in
      "<h4>\(names[index])</h4><p>\(rules[index]):</p><ul>"
        + columns[index].map { "<li>\($0)</li>" }.joined() + "</ul>"
    }.joined()
  }
}

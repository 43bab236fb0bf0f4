internal import ControlModel
internal import Scoring
internal import Spreadsheets
internal import Tables

/// The sheet with the rows and columns of `gaps-<catalog>.csv`.
enum GapSheet {
  /// Columns that say the same in every row, or repeat another one: folded, one click away.
  private static let folded: Set<String> = [
    "catalog", "requirement", "exposure", "resilience", "singlePoints", "ownPairs",
  ]

  private static let widths: [String: Double] = [
    "clause": 18, "context": 18, "group": 24, "title": 26, "summary": 40, "modality": 13,
    "level": 7, "verdict": 15, "singlePoints": 26, "practices": 64, "evidence": 38, "owner": 20,
    "due": 12, "determination": 30, "missing": 60, "catalog": 26, "requirement": 34,
    "exposure": 11, "resilience": 11, "ownPairs": 10, "grade": 22, "gradeBasis": 12,
    "indicators": 40,
  ]

  static func sheet(_ catalog: CatalogResult, _ matrix: GapMatrix, _ paper: PrintSetup) -> Sheet {
    let rows = matrix.rows(of: catalog)
    let columns = GapMatrix.columns
    let verdict = columns.firstIndex(of: "verdict") ?? 0
    var setup = paper
    setup.pagesWide = 2
    let clause = columns.firstIndex(of: "clause") ?? 0
    setup.repeatedColumns = clause + 2
    return Sheet(
      name: "Gaps \(catalog.catalog.id)",
      columns: columns.enumerated().map { position, name in
        // What is empty in every row needs no room on paper.
        let isEmpty = !rows.isEmpty && rows.allSatisfy { $0[position].isEmpty }
        return Sheet.Column(
          width: widths[name] ?? 13, isFolded: folded.contains(name) || isEmpty)
      },
      rows: [Sheet.Row(columns.map { Cell($0, .header) }, height: 30)]
        + rows.map { row in
          Sheet.Row(
            row.enumerated().map { position, cell in
              position == verdict ? self.verdict(cell) : Cell(csv: cell)
            })
        },
      frozenRows: 1, frozenColumns: clause + 2, filterRow: 0, print: setup)
  }

  private static func verdict(_ cell: CSVTable.Cell) -> Cell {
    guard case .text(let word) = cell, let verdict = Verdict(rawValue: word) else {
      return Cell(csv: cell)
    }
    return Cell(verdict)
  }
}

extension CSVTable.Cell {
  /// Whether it says nothing.
  var isEmpty: Bool {
    switch self {
    case .empty, .text(""), .id(""): true
    default: false
    }
  }
}

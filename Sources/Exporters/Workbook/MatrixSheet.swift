internal import ControlModel
internal import Scoring
internal import Spreadsheets
internal import Tables

/// The sheet with the rows and columns of `matrix-<catalog>.csv`.
enum MatrixSheet {
  static func sheet(_ catalog: CatalogResult, _ input: ScoringInput, _ paper: PrintSetup) -> Sheet {
    let table = PracticeMatrix.table(catalog, input: input)
    var setup = paper
    // As many pages wide as it takes, with the clause on each.
    setup.pagesWide = max(1, (table.header.count + 29) / 30)
    setup.repeatedColumns = 1
    let last = table.header.count - 1
    let heads = table.header.enumerated().map { position, cell in
      Cell(csv: cell, position < 3 || position == last ? .header : .verticalHeader)
    }
    return Sheet(
      name: "Matrix \(catalog.catalog.id)",
      columns: table.header.indices.map { position in
        Sheet.Column(
          width: position < 3 ? [20, 44, 16][position] : position == last ? 60 : 6,
          isFolded: position == last)
      },
      rows: [Sheet.Row(heads, height: 190)]
        + table.rows.map { row in
          Sheet.Row(
            row.enumerated().map { position, cell in
              if position == 2, case .text(let word) = cell, let verdict = Verdict(rawValue: word) {
                return Cell(verdict)
              }
              // The titles stay in one line: they repeat what the ids say.
              if position == last { return Cell(csv: cell, .line) }
              // Most of a matrix is empty: a cell that looks like nothing takes no room.
              return position > 2 && cell == .empty ? .empty : Cell(csv: cell)
            })
        },
      frozenRows: 1, frozenColumns: 3, filterRow: 0, print: setup)
  }
}

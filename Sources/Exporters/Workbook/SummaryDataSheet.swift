internal import Scoring
internal import Spreadsheets
internal import Tables

/// The sheet with the rows and columns of `summary.csv` but for those of practices, which have a
/// sheet of their own.
enum SummaryDataSheet {
  static func sheet(_ result: AssessmentResult, _ paper: PrintSetup) -> Sheet {
    let table = SummaryTable(result).table()
    let width = SummaryTable.columns.count
    let header = Sheet.Row(table.header.prefix(width).map { Cell(csv: $0, .header) }, height: 30)
    let rows = table.rows.filter { row in
      row.first != .text("practice") && row.first != .text("own-practice")
    }.map { row in
      Sheet.Row((0..<width).map { $0 < row.count ? Cell(csv: row[$0]) : Cell(.blank) })
    }
    return Sheet(
      name: "Summary data",
      columns: ColumnWidths.fitting(
        [header] + rows,
        most: (0..<width).map { $0 < 7 ? [12, 40, 20, 44, 12, 24, 34][$0] : 14 }),
      rows: [header] + rows, frozenRows: 1, frozenColumns: 2, filterRow: 0, print: paper)
  }
}

internal import Diagnostics
internal import Spreadsheets

/// A table of a CSV file or a sheet, as rows of cells that hold something.
struct TableGrid {
  /// The sheet, or empty for a CSV file.
  let name: String
  let file: String
  let isWorkbook: Bool
  let rows: [Row]

  struct Row {
    /// The line of the file, or the row of the sheet, from 1.
    let number: Int
    let isHidden: Bool
    /// By column, from 1.
    let cells: [Int: Cell]
  }

  struct Cell {
    let text: String
    let kind: SheetCell.Kind
    let isExternal: Bool
    let isFormula: Bool
  }

  /// How messages call a place: `C12`, or `line 12, field 3`.
  func place(_ column: Int, _ row: Int) -> String {
    isWorkbook
      ? CellAddress(column: column, row: row).description : "line \(row), field \(column)"
  }

  func location(_ row: Int, _ column: Int = 0) -> SourceLocation {
    SourceLocation(file: file, line: row, column: column)
  }
}

internal import Spreadsheets

/// A sheet that came back, with every cell as far as its program typed it.
public struct FilledTable: Sendable {
  /// The file, as the user named it.
  public var file: String
  /// The sheet; empty for a file that has none.
  public var sheet: String
  /// The rows from the top.
  public var rows: [[Cell]]
  /// Whether apostrophes before dangerous text are ours (`SpreadsheetText`).
  public var isCSV: Bool

  /// Makes a table.
  public init(file: String, sheet: String = "", rows: [[Cell]], isCSV: Bool = false) {
    self.file = file
    self.sheet = sheet
    self.rows = rows
    self.isCSV = isCSV
  }

  /// One cell.
  public enum Cell: Sendable, Hashable {
    /// Text, as it shows.
    case text(String)
    /// A number.
    case number(Double)
    /// A day, `YYYY-MM-DD`.
    case day(String)
    /// An error of a formula, `#REF!`.
    case failure(String)
    /// Nothing.
    case blank
  }
}

/// A cell of a sheet, for messages.
public struct CellPlace: Sendable, Hashable {
  /// The file, as the user named it.
  public var file: String
  /// The sheet; empty for a file that has none.
  public var sheet: String
  /// From 0.
  public var row: Int
  /// From 0.
  public var column: Int

  /// `Answers!G12`, or `G12` where there are no sheets.
  public var address: String { sheet.isEmpty ? cell : "\(sheet)!\(cell)" }

  /// `G12`
  var cell: String { "\(ColumnName.text(column))\(row + 1)" }
}

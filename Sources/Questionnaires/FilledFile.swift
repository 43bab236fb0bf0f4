public import Diagnostics
internal import Spreadsheets
internal import Tables

/// Reads a file that came back, whatever program saved it.
public enum FilledFile {
  /// The sheets of a workbook, or the one table of a CSV file.
  ///
  /// - Throws: what makes it unreadable.
  public static func tables(_ bytes: [UInt8], file: String) throws(Refusal) -> [FilledTable] {
    var notes: [Diagnostic] = []
    return try tables(bytes, file: file, &notes)
  }

  /// The same, and what one should know of the file: macros, links to others.
  public static func tables(
    _ bytes: [UInt8], file: String, _ notes: inout [Diagnostic]
  ) throws(Refusal) -> [FilledTable] {
    guard XLSXReading.mayBeWorkbook(bytes) else { return [try csv(bytes, file)] }
    let workbook = try XLSXReading(bytes, file: file)
    notes += workbook.notes
    var tables: [FilledTable] = []
    for sheet in workbook.sheets where !sheet.isHidden {
      tables.append(table(try workbook.content(of: sheet), file))
    }
    return tables
  }

  private static func table(_ content: SheetContent, _ file: String) -> FilledTable {
    var rows: [[FilledTable.Cell]] = []
    for row in content.rows {
      // Rows and cells that hold nothing are left out of the content.
      while rows.count < row.number { rows.append([]) }
      for cell in row.cells {
        let column = cell.address.column - 1
        while rows[row.number - 1].count < column { rows[row.number - 1].append(.blank) }
        rows[row.number - 1].append(value(cell))
      }
    }
    return FilledTable(file: file, sheet: content.name, rows: rows)
  }

  private static func value(_ cell: SheetCell) -> FilledTable.Cell {
    switch cell.kind {
    case .text, .boolean: cell.text.isEmpty ? .blank : .text(cell.text)
    case .number: Double(cell.text).map { .number($0) } ?? .text(cell.text)
    case .date: .day(cell.text)
    case .error: .failure(cell.text)
    }
  }

  private static func csv(_ bytes: [UInt8], _ file: String) throws(Refusal) -> FilledTable {
    do throws(CSVProblem) {
      let document = try CSVReader.read(bytes)
      return FilledTable(
        file: file,
        rows: document.rows.map { row in row.fields.map { $0.isEmpty ? .blank : .text($0) } },
        isCSV: true)
    } catch {
      throw Refusal(
        "bad-csv", error.message, at: SourceLocation(file: file, line: error.line),
        hints: error.hints + ["save it as CSV in UTF-8, or as XLSX"])
    }
  }
}

internal import Diagnostics
internal import Spreadsheets
internal import Tables

/// Opens the tables of a file.
enum TableOpening {
  /// What a file gave: its tables, and what the user should know.
  struct Opened {
    var grids: [TableGrid] = []
    var sink = DiagnosticSink()
    /// Sheets that were not looked at, because they are hidden.
    var hidden: [String] = []
  }

  static func open(_ file: FieldFile, sheet: String?) throws(Refusal) -> Opened {
    XLSXReading.mayBeWorkbook(file.bytes)
      ? try workbook(file, sheet: sheet) : try text(file, sheet: sheet)
  }

  private static func text(_ file: FieldFile, sheet: String?) throws(Refusal) -> Opened {
    if let sheet {
      throw Refusal(
        "table-no-sheet", "is no workbook, so it has no sheet '\(sheet)'",
        at: SourceLocation(file: file.name), hints: ["leave --sheet out"])
    }
    let document: CSVDocument
    do throws(CSVProblem) {
      document = try CSVReader.read(file.bytes)
    } catch {
      throw Refusal([diagnostic(error, file.name)])
    }
    var opened = Opened()
    for problem in document.problems { opened.sink.add(diagnostic(problem, file.name)) }
    let rows = document.rows.map { row in
      var cells: [Int: TableGrid.Cell] = [:]
      for (index, field) in row.fields.enumerated() where !FoldedText.fold(field).isEmpty {
        cells[index + 1] = TableGrid.Cell(
          text: field, kind: .text, isExternal: false, isFormula: false)
      }
      return TableGrid.Row(number: row.line, isHidden: false, cells: cells)
    }
    opened.grids = [
      TableGrid(
        name: "", file: file.name, isWorkbook: false, rows: rows.filter { !$0.cells.isEmpty })
    ]
    return opened
  }

  private static func diagnostic(_ problem: CSVProblem, _ file: String) -> Diagnostic {
    Diagnostic(
      .error, id: "csv-row", problem.message,
      at: SourceLocation(
        file: file, line: problem.line, column: problem.line == 0 ? 0 : problem.column),
      hints: problem.hints)
  }

  private static func workbook(_ file: FieldFile, sheet: String?) throws(Refusal) -> Opened {
    let workbook = try XLSXReading(file.bytes, file: file.name)
    var opened = Opened()
    for note in workbook.notes { opened.sink.add(note) }
    let named = workbook.sheets.filter { sheet == nil || $0.name == sheet }
    if let sheet, named.isEmpty {
      let names = workbook.sheets.map(\.name)
      throw Refusal(
        "table-no-sheet", "has no sheet '\(sheet)'", at: SourceLocation(file: file.name),
        hints: NearestMatch.hints(sheet, in: names)
          + ["its sheets are: \(names.joined(separator: ", "))"])
    }
    for tab in named {
      if tab.isHidden, sheet == nil {
        opened.hidden.append(tab.name)
        continue
      }
      opened.grids.append(grid(try workbook.content(of: tab), file.name))
    }
    return opened
  }

  private static func grid(_ content: SheetContent, _ file: String) -> TableGrid {
    let blocks = content.merged.filter { $0.first != $0.last }
    let rows = content.rows.map { row in
      var cells: [Int: TableGrid.Cell] = [:]
      for cell in row.cells { cells[cell.address.column] = self.cell(cell) }
      // A block of merged cells says the same in each of its rows.
      for block in blocks.prefix(10_000)
      where row.number > block.first.row && row.number <= block.last.row {
        guard let cell = content.cell(block.first.column, in: row) else { continue }
        cells[block.first.column] = cells[block.first.column] ?? self.cell(cell)
      }
      return TableGrid.Row(number: row.number, isHidden: row.isHidden, cells: cells)
    }
    return TableGrid(name: content.name, file: file, isWorkbook: true, rows: rows)
  }

  private static func cell(_ cell: SheetCell) -> TableGrid.Cell {
    TableGrid.Cell(
      text: cell.text, kind: cell.kind, isExternal: cell.isExternal,
      isFormula: cell.formula != nil)
  }
}

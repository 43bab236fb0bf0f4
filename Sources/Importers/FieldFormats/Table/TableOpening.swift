internal import Diagnostics
internal import Spreadsheets
internal import Tables

/// Opens the tables of a file.
enum TableOpening {
  /// What a file gave: its tables, and what the user should know.
  struct Opened {
    var grids: [TableGrid] = []
    var sink = DiagnosticSink()
    /// The rows of a CSV file.
    var csv: CSVDocument?
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
      document = try CSVReader.read(file.text)
    } catch {
      throw Refusal([diagnostic(error, file.name)])
    }
    var opened = Opened()
    opened.csv = document
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

  /// Tells what is wrong with a row of a CSV file.
  static func diagnostic(_ problem: CSVProblem, _ file: String) -> Diagnostic {
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
    // The sheets in which CISO Assistant's converter looks for a library, in its two versions.
    if sheet == nil,
      let library = workbook.sheets.first(where: {
        ["library_meta", "library_content"].contains($0.name)
      })
    {
      throw Refusal(
        "table-library",
        "is a workbook that a library of CISO Assistant is made from: it has the sheet "
          + "'\(library.name)'", at: SourceLocation(file: file.name),
        hints: [
          "import the library that was made from it, in YAML",
          "or read one of its sheets as a table: --sheet NAME, --columns id=…,statement=…",
        ])
    }
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
      opened.grids.append(try grid(try workbook.content(of: tab), file.name))
    }
    return opened
  }

  private static func grid(
    _ content: SheetContent, _ file: String
  ) throws(Refusal) -> TableGrid {
    var rows = content.rows.map { row in
      let cells = row.cells.map { ($0.address.column, cell($0)) }
      return TableGrid.Row(
        number: row.number, isHidden: row.isHidden,
        cells: Dictionary(cells, uniquingKeysWith: { first, _ in first }))
    }
    try repeatMerged(content.merged, in: &rows, of: content.name, file)
    return TableGrid(name: content.name, file: file, isWorkbook: true, rows: rows)
  }

  /// A block of merged cells says the same in each of its rows.
  private static func repeatMerged(
    _ blocks: [CellRange], in rows: inout [TableGrid.Row], of sheet: String, _ file: String
  ) throws(Refusal) {
    let indices = Dictionary(
      rows.indices.map { (rows[$0].number, $0) }, uniquingKeysWith: { first, _ in first })
    // Honest blocks do not overlap, so that they cover no more rows than there are columns each.
    var budget = 5_000_000
    for block in blocks where block.first.row < block.last.row {
      guard let first = indices[block.first.row],
        let cell = rows[first].cells[block.first.column]
      else { continue }
      var index = first + 1
      while index < rows.count, rows[index].number <= block.last.row {
        rows[index].cells[block.first.column] = rows[index].cells[block.first.column] ?? cell
        index += 1
        budget -= 1
        guard budget > 0 else {
          throw Refusal(
            "table-merged", "the sheet '\(sheet)' has merged cells that overlap without end",
            at: SourceLocation(file: file), hints: ["save the table as CSV"])
        }
      }
    }
  }

  private static func cell(_ cell: SheetCell) -> TableGrid.Cell {
    TableGrid.Cell(
      text: cell.text, kind: cell.kind, isExternal: cell.isExternal,
      isFormula: cell.formula != nil)
  }
}

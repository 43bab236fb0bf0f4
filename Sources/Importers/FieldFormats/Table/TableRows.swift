internal import ControlModel
internal import Diagnostics
internal import Digests
internal import Spreadsheets
internal import Tables

/// Turns the rows of a table into controls; every bad row is reported.
struct TableRows {
  private let grid: TableGrid
  private let columns: TableColumns
  private(set) var sink = DiagnosticSink()
  private(set) var entries: [Entry] = []
  private(set) var formulas = 0
  private(set) var hidden = 0
  private var decimals: [String] = []

  /// A row that can be read.
  struct Entry {
    var control: Control
    let row: Int
    let printedID: String
    let parent: String
    let category: String
  }

  init(_ grid: TableGrid, _ columns: TableColumns) {
    self.grid = grid
    self.columns = columns
    for row in grid.rows.dropFirst(columns.headerIndex + 1) { read(row) }
    reportDoubles()
    reportDecimals()
    placeInHierarchy()
    if entries.isEmpty, !sink.hasErrors {
      sink.error(
        "table-empty", "has no rows below its headers",
        at: grid.location(grid.rows[columns.headerIndex].number))
    }
  }

  private mutating func read(_ row: TableGrid.Row) {
    // A row that has nothing in the columns that count is a remark, or the foot of the table.
    let used = columns.byRole.values.filter { row.cells[$0] != nil }
    guard !used.isEmpty else {
      sink.warning(
        "table-row", "row \(row.number) has nothing in the columns that are read",
        at: grid.location(row.number), hints: ["it is left out"])
      return
    }
    if row.isHidden { hidden += 1 }
    let before = sink.errorCount
    let printed = identifier(in: row)
    let title = text(.title, row)
    let statement = text(.statement, row)
    if title.isEmpty, statement.isEmpty, text(.summary, row).isEmpty {
      sink.error(
        "table-row", "row \(row.number) has neither a title nor a statement",
        at: grid.location(row.number),
        hints: used.count == 1 ? ["is it a heading? give its rows a column 'Category'"] : [])
    }
    let modality = modality(in: row)
    guard sink.errorCount == before, let printed else { return }
    let id = RequirementIDs.identifier(printed)
    entries.append(
      Entry(
        control: Control(
          id: ControlID(id), kind: .requirement, title: title, summary: text(.summary, row),
          statement: statement.isEmpty ? nil : statement,
          statementSHA256: statement.isEmpty ? "" : SHA256.hex(of: statement),
          modality: modality, level: text(.level, row), category: text(.category, row),
          references: texts(.references, row), related: texts(.related, row),
          notes: text(.notes, row).isEmpty ? [] : [text(.notes, row)],
          locator: locator(printed, id, row.number),
          origin: Origin(location: grid.location(row.number))),
        row: row.number, printedID: printed, parent: identifierText(.parent, row),
        category: text(.category, row)))
  }

  private func locator(_ printed: String, _ id: String, _ row: Int) -> Locator {
    var parts: [Locator.Part] = []
    if printed != id { parts.append(.init("clause", printed)) }
    if !grid.name.isEmpty { parts.append(.init("table", grid.name)) }
    parts.append(.init("line", "\(row)"))
    return Locator(parts)
  }

  // MARK: Cells

  /// The text of a cell, without the apostrophe by which a spreadsheet is kept from running it.
  private mutating func text(_ role: TableRole, _ row: TableGrid.Row) -> String {
    guard let column = columns.byRole[role], let cell = usable(column, row) else { return "" }
    return FoldedText.fold(grid.isWorkbook ? cell.text : SpreadsheetText.original(cell.text))
  }

  private mutating func texts(_ role: TableRole, _ row: TableGrid.Row) -> [String] {
    text(role, row).split(separator: ";").map { FoldedText.fold($0) }.filter { !$0.isEmpty }
  }

  private mutating func identifierText(_ role: TableRole, _ row: TableGrid.Row) -> String {
    guard let column = columns.byRole[role], let cell = usable(column, row) else { return "" }
    return FoldedText.fold(
      grid.isWorkbook ? cell.text : SpreadsheetText.originalIdentifier(cell.text))
  }

  /// The cell, unless what it shows is not what somebody wrote there.
  private mutating func usable(_ column: Int, _ row: TableGrid.Row) -> TableGrid.Cell? {
    guard let cell = row.cells[column] else { return nil }
    let place = grid.place(column, row.number)
    if cell.kind == .error {
      report(
        row, column,
        cell.text.isEmpty
          ? "\(place) has a formula without a saved result" : "\(place) shows '\(cell.text)'",
        ["mend the formula, and save the workbook again"])
      return nil
    }
    if cell.isExternal {
      report(
        row, column, "\(place) takes its value from another workbook, which is not opened",
        ["paste it as a value, and save the workbook again"])
      return nil
    }
    if cell.isFormula { formulas += 1 }
    return cell
  }

  private mutating func report(
    _ row: TableGrid.Row, _ column: Int, _ summary: String, _ hints: [String]
  ) {
    let known = sink.last
    let location = grid.location(row.number, column)
    guard known?.location != location || known?.summary != summary else { return }
    sink.error("table-cell", summary, at: location, hints: hints)
  }

  private mutating func identifier(in row: TableGrid.Row) -> String? {
    guard let column = columns.byRole[.id] else { return nil }
    guard let cell = row.cells[column] else {
      sink.error(
        "table-no-id", "\(grid.place(column, row.number)) has no id",
        at: grid.location(row.number, column), hints: ["every row needs one of its own"])
      return nil
    }
    guard usable(column, row) != nil else { return nil }
    let place = grid.place(column, row.number)
    switch cell.kind {
    case .date:
      report(
        row, column, "\(place) holds the day \(cell.text), not an id",
        ["format the column as text, and type the ids again: 1-2 has become a day"])
      return nil
    case .boolean:
      report(row, column, "\(place) holds a truth value, not an id", [])
      return nil
    case .number where cell.text.contains("."): decimals.append("\(cell.text) in \(place)")
    case .number, .text, .error: break
    }
    let id = identifierText(.id, row)
    guard id.unicodeScalars.contains(where: Self.shows) else {
      report(row, column, "\(place) has no id", [])
      return nil
    }
    return id
  }

  /// Whether a character is left in an id.
  private static func shows(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value > 0x20 && scalar.value < 0x7F }
    let category = scalar.properties.generalCategory
    return category != .control && category != .format
  }

  private mutating func modality(in row: TableGrid.Row) -> Control.Modality? {
    let word = text(.modality, row).lowercased()
    switch word {
    case "": return nil
    case "shall", "must", "required", "mandatory", "yes", "y", "x", "m": return .required
    case "should", "recommended", "recommendation", "r": return .recommended
    case "may", "can", "permitted", "optional", "no", "n", "o": return .permitted
    default:
      let column = columns.byRole[.modality] ?? 0
      report(
        row, column, "\(grid.place(column, row.number)): '\(word)' is no obligation",
        ["it is one of: shall, should, may; required, recommended, permitted"])
      return nil
    }
  }

  // MARK: The whole

  private mutating func reportDoubles() {
    var first: [ControlID: Int] = [:]
    for entry in entries {
      guard let known = first[entry.control.id] else {
        first[entry.control.id] = entry.row
        continue
      }
      let column = columns.byRole[.id] ?? 1
      sink.error(
        "table-double-id",
        "\(grid.place(column, entry.row)): the id '\(entry.printedID)' stands in row \(known) "
          + "already", at: grid.location(entry.row, column),
        hints: decimals.isEmpty
          ? ["every row needs an id of its own"]
          : ["a spreadsheet turns 5.10 into 5.1: format the column as text, and type it again"])
    }
  }

  /// Whether 5.1 was typed as 5.10 cannot be told any more.
  private mutating func reportDecimals() {
    guard let some = decimals.first else { return }
    let column = columns.byRole[.id] ?? 1
    sink.warning(
      "table-number-id",
      "ids that are numbers, not text: \(decimals.count), such as \(some); whether one was typed "
        + "with a 0 at its end cannot be told",
      at: grid.location(grid.rows[columns.headerIndex].number, column),
      hints: [
        "compare them with the document; format the column as text, and type again what is wrong"
      ])
  }

  private mutating func placeInHierarchy() {
    let ids = Set(entries.map(\.control.id.rawValue))
    let beginnings = Set(ids.map { $0[...] })
    var looked = 0
    lazy var sorted = ids.sorted()
    for index in entries.indices {
      let entry = entries[index]
      if columns.byRole[.parent] != nil {
        guard !entry.parent.isEmpty else { continue }
        let parent = RequirementIDs.identifier(entry.parent)
        guard ids.contains(parent) else {
          sink.error(
            "table-parent", "row \(entry.row): there is no row '\(entry.parent)' to be its parent",
            at: grid.location(entry.row, columns.byRole[.parent] ?? 0),
            hints: looked < 20 ? NearestMatch.hints(entry.parent, in: sorted) : [])
          looked += 1
          continue
        }
        entries[index].control.parent = parent
      } else {
        entries[index].control.parent = Self.above(entry.control.id.rawValue, beginnings) ?? ""
      }
    }
    reportCircles()
    let parents = Set(entries.map(\.control.parent))
    for index in entries.indices
    where entries[index].control.statement == nil
      && parents.contains(entries[index].control.id.rawValue)
    {
      entries[index].control.kind = .principle
    }
  }

  /// The longest beginning of a dotted id that is an id too: `5.1` for `5.1.2`.
  private static func above(_ id: String, _ ids: Set<Substring>) -> String? {
    var rest = Substring(id)
    while let point = rest.lastIndex(where: { $0 == "." }) {
      rest = rest[..<point]
      if ids.contains(rest) { return String(rest) }
    }
    return nil
  }

  private mutating func reportCircles() {
    let parents = Dictionary(
      entries.map { ($0.control.id.rawValue, $0.control.parent) },
      uniquingKeysWith: { first, _ in first })
    var done: Set<String> = [""]
    for entry in entries {
      var path: Set<String> = []
      var current = entry.control.id.rawValue
      while !done.contains(current) {
        guard path.insert(current).inserted else {
          sink.error(
            "table-parent", "row \(entry.row): '\(current)' lies within itself",
            at: grid.location(entry.row, columns.byRole[.parent] ?? 0))
          break
        }
        current = parents[current] ?? ""
      }
      done.formUnion(path)
    }
  }
}

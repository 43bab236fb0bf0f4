internal import ControlModel
public import Diagnostics
internal import Digests
internal import Spreadsheets
internal import Tables

/// Tables of controls: CSV files and workbooks, a row for each control.
public struct TableFormat: FieldFormat {
  /// Names the format.
  public let id = "table"
  /// Of the reading.
  public let version = "1"
  /// For people.
  public let expects =
    "a table (CSV, XLSX) with a column of ids and one of titles or texts; see --columns"

  /// Makes the format.
  public init() {}

  /// The roles that a column can have, as `--columns` names them.
  public static let roles = TableRole.allCases.map(\.rawValue)

  /// A workbook, or a text whose rows begin as a table does.
  public func recognises(_ file: FieldFile) -> Bool {
    if XLSXReading.mayBeWorkbook(file.bytes) { return Self.namesWorkbook(file.bytes) }
    guard DocumentForm.ofBinary(file.bytes) == nil,
      let document = try? CSVReader.read(Self.head(file.text)),
      let first = document.rows.first, first.fields.count > 1
    else { return Self.isNamedTable(file.name) && DocumentForm.ofBinary(file.bytes) == nil }
    if Self.isNamedTable(file.name) { return true }
    let grid = try? TableOpening.open(
      FieldFile(name: file.name, bytes: Self.head(file.text)), sheet: nil)
    return grid?.grids.first.flatMap { TableColumns(recognising: $0) } != nil
  }

  /// The first lines are enough to know a table; a cut quote must not hide it.
  private static func head(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.count > 65_536 else { return bytes }
    let head = bytes.prefix(65_536)
    var isQuoted = false
    var end = head.startIndex
    for (index, byte) in head.enumerated() {
      if byte == 0x22 { isQuoted.toggle() }
      if byte == 0x0A, !isQuoted { end = index + 1 }
    }
    return Array(head[..<end])
  }

  private static func isNamedTable(_ name: String) -> Bool {
    let lowered = name.lowercased()
    return [".csv", ".tsv"].contains { lowered.hasSuffix($0) }
  }

  /// The names of an archive's entries stand in it as they are.
  private static func namesWorkbook(_ bytes: [UInt8]) -> Bool {
    let name = Array("xl/work".utf8)
    var start = bytes.startIndex
    while let found = bytes[start...].firstIndex(of: name[0]) {
      if bytes[found...].starts(with: name) { return true }
      start = found + 1
    }
    return false
  }

  /// Reads a table.
  ///
  /// - Throws: every bad row at once.
  public func read(_ file: FieldFile, _ request: FieldRequest) throws(Refusal) -> FieldImport {
    let opened = try TableOpening.open(file, sheet: request.table.sheet)
    let (grid, columns) = try TableChoice.choose(opened, file.name, request.table)
    let rows = TableRows(grid, columns)
    var sink = opened.sink
    let headerLine = grid.rows[columns.headerIndex].number
    for problem in opened.csv?.problems(belowLine: headerLine) ?? [] {
      sink.add(TableOpening.diagnostic(problem, file.name))
    }
    sink.add(contentsOf: rows.sink)
    let title = TableNaming.title(grid, file.name, request.table)
    let id = TableNaming.id(title, file.name, request, &sink)
    addNotes(rows, opened, columns, file.name, &sink)
    guard !sink.hasErrors else { throw Refusal(sink.diagnostics) }
    let catalog = catalog(rows, id: id, title: title, file, request)
    return FieldImport(
      catalogs: [catalog],
      counts: [
        .init("rows", rows.entries.count),
        .init("requirements", catalog.controls.count { $0.kind == .requirement }),
        .init("with a statement", catalog.controls.count { $0.statement != nil }),
        .init("groups", catalog.groups.count),
      ], diagnostics: sink.diagnostics,
      details: TableNaming.details(grid, columns, catalog, request))
  }

  private func addNotes(
    _ rows: TableRows, _ opened: TableOpening.Opened, _ columns: TableColumns, _ file: String,
    _ sink: inout DiagnosticSink
  ) {
    let place = SourceLocation(file: file)
    func note(_ id: String, _ summary: String, _ severity: Severity = .note) {
      sink.add(Diagnostic(severity, id: id, summary, at: place))
    }
    if !columns.unused.isEmpty {
      let names = columns.unused.prefix(20).map { "'\($0)'" }.joined(separator: ", ")
      note("table-columns", "columns that are not taken over: \(names)")
    }
    if rows.hidden > 0 {
      note("table-hidden", "hidden rows that were read like the others: \(rows.hidden)", .warning)
    }
    if !opened.hidden.isEmpty {
      let names = opened.hidden.joined(separator: ", ")
      note("table-hidden", "hidden sheets were not read: \(names)")
    }
    if rows.formulas > 0 {
      note("table-formulas", "cells that show the saved result of a formula: \(rows.formulas)")
    }
  }

  private func catalog(
    _ rows: TableRows, id: String, title: String, _ file: FieldFile, _ request: FieldRequest
  ) -> Catalog {
    var controls = rows.entries.map(\.control)
    var groups: [Group] = []
    var groupIDs: [String: String] = [:]
    var used = Set(controls.map(\.id.rawValue))
    for index in controls.indices {
      let category = rows.entries[index].category
      guard !category.isEmpty, controls[index].parent.isEmpty else { continue }
      if groupIDs[category] == nil {
        var group = RequirementIDs.identifier(category)
        // Groups and controls share their names.
        while !used.insert(group).inserted { group = "group-" + group }
        groupIDs[category] = group
        groups.append(Group(id: GroupID(group), kind: "category", title: category))
      }
      controls[index].parent = groupIDs[category] ?? ""
    }
    var levels: [Level] = []
    for control in controls where !control.level.isEmpty {
      if !levels.contains(where: { $0.id == control.level }) {
        levels.append(Level(id: control.level, title: control.level))
      }
    }
    let form = XLSXReading.mayBeWorkbook(file.bytes) ? "table-xlsx" : "table-csv"
    return Catalog(
      id: CatalogID(id), title: title, conformance: .coverage,
      source: Catalog.Source(
        format: form, sha256: SHA256.hex(of: file.bytes), retrieved: request.today.description,
        importer: "\(self.id) \(version)"),
      caveat: "Read from a table, and not compared with the publisher's document.",
      levels: levels, groups: groups, controls: controls)
  }
}

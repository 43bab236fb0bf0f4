internal import Diagnostics
internal import Tables

/// Chooses the one table that is meant, and its columns.
enum TableChoice {
  static func choose(
    _ opened: TableOpening.Opened, _ file: String, _ request: TableRequest
  ) throws(Refusal) -> (TableGrid, TableColumns) {
    let declared = try roles(request.columns)
    let found = opened.grids.compactMap { grid in
      let columns =
        declared.isEmpty
        ? TableColumns(recognising: grid) : TableColumns(grid, declared: declared)
      return columns.map { (grid, $0) }
    }
    if found.count == 1 { return found[0] }
    let place = SourceLocation(file: file)
    guard found.isEmpty else {
      throw Refusal(
        "table-several", "has \(found.count) sheets with such a table", at: place,
        hints: [
          "name one with --sheet: " + found.map { "'\($0.0.name)'" }.joined(separator: ", ")
        ])
    }
    throw Refusal(opened.sink.diagnostics + [missing(opened, place, declared)])
  }

  private static func missing(
    _ opened: TableOpening.Opened, _ place: SourceLocation, _ declared: [TableRole: String]
  ) -> Diagnostic {
    var hints: [String] = []
    for grid in opened.grids.prefix(8) {
      // The row with most cells is probably the header.
      let head = grid.rows.prefix(30).max { $0.cells.count < $1.cells.count }
      guard let head else { continue }
      let names = head.cells.keys.sorted().compactMap { head.cells[$0]?.text }
      let name = grid.name.isEmpty ? "row \(head.number)" : "'\(grid.name)', row \(head.number)"
      let list = names.prefix(20).map { "'\(FoldedText.fold($0).prefix(40))'" }
      hints.append("\(name) has: \(list.joined(separator: ", "))")
    }
    if !opened.hidden.isEmpty {
      hints.append(
        "hidden sheets are read only with --sheet: \(opened.hidden.joined(separator: ", "))")
    }
    if let csv = opened.csv, !csv.rows.contains(where: { $0.fields.count > 1 }) {
      hints.append("what separates its fields? commas, semicolons and tabs are known")
    }
    if declared.isEmpty {
      hints.append("say which column is what: --columns id=…,title=…,statement=…")
      return Diagnostic(
        .error, id: "table-no-header",
        "has no row of headers with an id and a title or a statement", at: place, hints: hints)
    }
    let wanted = declared.values.sorted().map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic(
      .error, id: "table-no-header", "has no row with the headers \(wanted)", at: place,
      hints: hints)
  }

  private static func roles(_ columns: [String: String]) throws(Refusal) -> [TableRole: String] {
    var roles: [TableRole: String] = [:]
    for (name, header) in columns {
      guard let role = TableRole(rawValue: name.lowercased()) else {
        throw Refusal(
          "table-role", "--columns: a column cannot be '\(name)'",
          hints: NearestMatch.hints(name, in: TableFormat.roles)
            + ["it is one of: \(TableFormat.roles.joined(separator: ", "))"])
      }
      roles[role] = header
    }
    guard roles.isEmpty || roles[.id] != nil else {
      throw Refusal(
        "table-role", "--columns: which column has the ids?", hints: ["add id=HEADER"])
    }
    return roles
  }
}

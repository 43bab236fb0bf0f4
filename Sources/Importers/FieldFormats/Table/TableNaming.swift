internal import ControlModel
internal import Diagnostics

/// How a catalog that was made from a table is called and told.
enum TableNaming {
  static func title(_ grid: TableGrid, _ file: String, _ request: TableRequest) -> String {
    if let title = request.title, !FoldedText.fold(title).isEmpty {
      return FoldedText.fold(title)
    }
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    // Nobody means `Sheet1`.
    let generic = ["sheet", "tabelle", "feuil", "hoja", "foglio", "blad"]
    let sheet = grid.name.lowercased()
    let isNamed = !sheet.isEmpty && !generic.contains { sheet.hasPrefix($0) }
    return FoldedText.fold(isNamed ? "\(stem): \(grid.name)" : stem)
  }

  static func id(
    _ title: String, _ file: String, _ request: FieldRequest, _ sink: inout DiagnosticSink
  ) -> String {
    let id = request.id ?? identifier(title)
    if request.catalogs().contains(where: { $0.id.rawValue == id && !$0.isTable }) {
      sink.error(
        "table-clash", "there is a catalog '\(id)' already, which is no table",
        at: SourceLocation(file: file),
        hints: [
          request.id == nil
            ? "give this one an id of its own with --as ID" : "give another id with --as ID"
        ])
    }
    return id
  }

  private static func identifier(_ title: String) -> String {
    var id = LibraryURN.identifier(title)
    while id.contains("--") { id = id.replacing("--", with: "-") }
    while id.hasPrefix("-") || id.hasPrefix(".") { id.removeFirst() }
    while id.hasSuffix("-") { id.removeLast() }
    return id.isEmpty ? "table" : id
  }

  /// What was read, for a person to compare with his table.
  static func details(
    _ grid: TableGrid, _ columns: TableColumns, _ catalog: Catalog, _ request: FieldRequest
  ) -> [String] {
    let roles = TableRole.allCases.compactMap { role in
      columns.byRole[role].map { column in
        "\(role.rawValue) = '\(columns.headers[column] ?? "")'"
      }
    }
    var lines = ["columns: \(roles.joined(separator: ", "))"]
    if request.id == nil { lines.append("id of the catalog: \(catalog.id) (--as gives another)") }
    for control in catalog.controls.prefix(3) {
      let text = [control.title, control.statement ?? ""].filter { !$0.isEmpty }
      let line = "\(control.id)  \(text.joined(separator: ": "))"
      lines.append(line.count > 200 ? line.prefix(200) + "…" : line)
    }
    if catalog.controls.count > 3 { lines.append("… \(catalog.controls.count - 3) more") }
    return lines
  }
}

extension Catalog {
  /// Whether it was made from a table, so that a newer table may stand in for it.
  var isTable: Bool { source.format.hasPrefix("table-") }
}

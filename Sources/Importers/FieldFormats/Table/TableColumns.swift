internal import Diagnostics

/// Which column of a table is what.
struct TableColumns {
  /// The position in `TableGrid.rows` of the row that has the headers.
  let headerIndex: Int
  let byRole: [TableRole: Int]
  let headers: [Int: String]

  /// Rows above the header that are looked at: titles, remarks, empty ones.
  private static let searchDepth = 30

  /// Columns that go nowhere, in order.
  var unused: [String] {
    let used = Set(byRole.values)
    return headers.keys.sorted().filter { !used.contains($0) }.compactMap { headers[$0] }
  }

  /// Finds the header by itself: the first row that has an id and something to say about it.
  init?(recognising grid: TableGrid) {
    for (index, row) in grid.rows.prefix(Self.searchDepth).enumerated() {
      let headers = row.cells.mapValues { FoldedText.fold($0.text) }
      let found = Self.roles(headers)
      guard found[.id] != nil, found[.title] != nil || found[.statement] != nil else { continue }
      self.init(headerIndex: index, byRole: found, headers: headers)
      return
    }
    return nil
  }

  /// Finds the row that has every header that the user named.
  init?(_ grid: TableGrid, declared: [TableRole: String]) {
    for (index, row) in grid.rows.prefix(Self.searchDepth).enumerated() {
      let headers = row.cells.mapValues { FoldedText.fold($0.text) }
      var found: [TableRole: Int] = [:]
      for (role, name) in declared {
        let wanted = TableRole.key(name)
        found[role] = headers.keys.sorted().first { column in
          guard let header = headers[column] else { return false }
          return wanted.isEmpty
            ? header == FoldedText.fold(name) : TableRole.key(header) == wanted
        }
      }
      guard found.count == declared.count else { continue }
      self.init(headerIndex: index, byRole: found, headers: headers)
      return
    }
    return nil
  }

  private init(headerIndex: Int, byRole: [TableRole: Int], headers: [Int: String]) {
    self.headerIndex = headerIndex
    self.byRole = byRole
    self.headers = headers
  }

  private static func roles(_ headers: [Int: String]) -> [TableRole: Int] {
    var columns: [String: Int] = [:]
    for column in headers.keys.sorted(by: >) {
      if let header = headers[column] { columns[TableRole.key(header)] = column }
    }
    var found: [TableRole: Int] = [:]
    var taken: Set<Int> = []
    for role in TableRole.allCases {
      let column = role.headers.compactMap { columns[$0] }.first { !taken.contains($0) }
      guard let column else { continue }
      found[role] = column
      taken.insert(column)
    }
    return found
  }
}

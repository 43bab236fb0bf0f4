internal import ArgumentParser
internal import Importers

/// What a user can say of a table that he imports.
struct TableOptions: ParsableArguments {
  @Option(
    name: .customLong("columns"),
    help: ArgumentHelp(
      "Of a table: which column is what, by its header.",
      discussion:
        "For example: --columns id=\"Control ID\",title=Name,statement=Text. A column can "
        + "be: \(TableFormat.roles.joined(separator: ", ")). Without it, the usual headers are "
        + "recognised.", valueName: "role=header,…"))
  var columns: [String] = []

  @Option(help: ArgumentHelp("Of a workbook: the sheet that has the table.", valueName: "name"))
  var sheet: String?

  @Option(help: ArgumentHelp("Of a table: the title of the catalog.", valueName: "title"))
  var title: String?

  /// The format of a file; what the user says of a table makes it one.
  func format(of file: FieldFile) -> (any FieldFormat)? {
    let isTable = !columns.isEmpty || sheet != nil
    return isTable ? TableFormat() : FieldFormatRegistry.format(of: file)
  }

  func request() throws -> TableRequest {
    TableRequest(columns: try roles(), sheet: sheet, title: title)
  }

  /// `id=Control ID,title=Name`: headers may have commas, so that a comma ends one only before
  /// another role.
  private func roles() throws -> [String: String] {
    var roles: [String: String] = [:]
    for text in columns {
      var role = ""
      for piece in text.split(separator: ",", omittingEmptySubsequences: false) {
        let sides = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = sides[0].filter { !$0.isWhitespace }.lowercased()
        if sides.count == 2, role.isEmpty || TableFormat.roles.contains(name) {
          role = name
          guard roles[role] == nil else {
            throw ValidationError("--columns names '\(role)' twice")
          }
          roles[role] = Self.unquoted(sides[1])
        } else if let known = roles[role] {
          roles[role] = known + "," + piece
        } else {
          throw ValidationError(
            "--columns: '\(text)' is not ROLE=HEADER, as in id=\"Control ID\",title=Name")
        }
      }
    }
    return roles
  }

  private static func unquoted(_ text: Substring) -> String {
    text.count > 1 && text.first == "\"" && text.last == "\""
      ? String(text.dropFirst().dropLast()) : String(text)
  }
}

/// What the user says of a table, where its headers do not say it.
public struct TableRequest: Sendable, Hashable {
  /// The header of the column for each role, as the user names them.
  public var columns: [String: String]
  /// The sheet of a workbook; nil: the only one that has a table.
  public var sheet: String?
  /// The title of the catalog; nil: the name of the sheet or the file.
  public var title: String?

  /// Makes a request.
  public init(columns: [String: String] = [:], sheet: String? = nil, title: String? = nil) {
    self.columns = columns
    self.sheet = sheet
    self.title = title
  }
}

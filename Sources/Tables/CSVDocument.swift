/// A CSV file as it was read: rows of text, each with its place.
public struct CSVDocument: Sendable, Hashable {
  /// The rows in order; empty lines are left out.
  public var rows: [Row]
  /// What separates its fields.
  public var separator: Separator
  /// What is wrong with rows that could be read nonetheless.
  public var problems: [CSVProblem]

  /// What is wrong with the rows below a line that has the headers: rows above it, such as a title,
  /// may be shorter or longer.
  public func problems(belowLine line: Int) -> [CSVProblem] {
    CSVReader.widths(rows.drop { $0.line < line })
  }

  /// One row.
  public struct Row: Sendable, Hashable {
    /// The line of the file on which it starts, from 1.
    public var line: Int
    /// The fields without their quotes.
    public var fields: [String]

    /// Makes a row.
    public init(line: Int, fields: [String]) {
      self.line = line
      self.fields = fields
    }
  }

  /// What stands between fields.
  public enum Separator: UInt8, Sendable, Hashable, CaseIterable {
    /// As RFC 4180 has it.
    case comma = 0x2C
    /// As spreadsheets write it where the comma is the decimal sign.
    case semicolon = 0x3B
    /// As spreadsheets write "Unicode text".
    case tab = 0x09

    /// For messages.
    public var name: String {
      switch self {
      case .comma: "commas"
      case .semicolon: "semicolons"
      case .tab: "tabs"
      }
    }
  }
}

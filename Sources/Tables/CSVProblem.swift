/// What is wrong with one place of a CSV file.
public struct CSVProblem: Error, Sendable, Hashable {
  /// The line of the file on which the row starts, from 1; 0: the whole file.
  public let line: Int
  /// The field of the row, from 1; 0: the whole row.
  public let column: Int
  /// What is wrong, in one line.
  public let message: String
  /// What to do, one line each.
  public let hints: [String]

  /// Makes a problem.
  public init(line: Int = 0, column: Int = 0, _ message: String, hints: [String] = []) {
    self.line = line
    self.column = column
    self.message = message
    self.hints = hints
  }
}

/// A place in a file, counted from 1.
public struct SourceLocation: Sendable, Hashable, Comparable {
  /// The file as the user named it.
  public var file: String
  /// Line, from 1; 0 when only the file is known.
  public var line: Int
  /// Column in characters, from 1; 0 when only the line is known.
  public var column: Int

  /// Makes a location.
  public init(file: String, line: Int = 0, column: Int = 0) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// Orders by file, line and column.
  public static func < (left: SourceLocation, right: SourceLocation) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }
}

extension SourceLocation: CustomStringConvertible {
  /// `file:line:column`, as editors and CI systems link it.
  public var description: String {
    if line == 0 { return file }
    return column == 0 ? "\(file):\(line)" : "\(file):\(line):\(column)"
  }
}

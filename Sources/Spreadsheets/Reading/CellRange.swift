/// A block of cells: `A1:B3`.
public struct CellRange: Sendable, Hashable {
  /// The upper left corner.
  public let first: CellAddress
  /// The lower right corner.
  public let last: CellAddress

  /// Reads `A1:B3` or `A1`; nil when it is none.
  public init?(_ text: String) {
    let ends = text.split(separator: ":").map { CellAddress($0) }
    guard let first = ends.first.flatMap(\.self), let last = ends.last.flatMap(\.self),
      ends.count <= 2
    else { return nil }
    self.first = CellAddress(
      column: min(first.column, last.column), row: min(first.row, last.row))
    self.last = CellAddress(column: max(first.column, last.column), row: max(first.row, last.row))
  }

  /// Whether a cell lies in it.
  public func contains(_ address: CellAddress) -> Bool {
    (first.column...last.column).contains(address.column)
      && (first.row...last.row).contains(address.row)
  }
}

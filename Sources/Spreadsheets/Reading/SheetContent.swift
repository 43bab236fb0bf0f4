/// What a sheet holds: only cells that hold something, in the order of their addresses.
public struct SheetContent: Sendable, Hashable {
  /// As the tab shows it.
  public let name: String
  /// The rows that hold something, in order.
  public let rows: [Row]
  /// Blocks that are shown as one cell; what they hold stands in the first.
  public let merged: [CellRange]
  /// Columns that are not shown.
  public let hiddenColumns: Set<Int>

  /// Cells of one row.
  public struct Row: Sendable, Hashable {
    /// From 1.
    public let number: Int
    /// Whether the row is not shown.
    public let isHidden: Bool
    /// In the order of their columns.
    public let cells: [SheetCell]
  }

  /// The cell at an address; that of the first cell, inside a merged block.
  public func cell(_ column: Int, in row: Row) -> SheetCell? {
    if let cell = row.cells.first(where: { $0.address.column == column }) { return cell }
    let address = CellAddress(column: column, row: row.number)
    guard let block = merged.first(where: { $0.contains(address) }) else { return nil }
    return rows.first { $0.number == block.first.row }?.cells
      .first { $0.address == block.first }
  }
}

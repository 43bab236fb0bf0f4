internal import Spreadsheets

/// Widths that fit what the cells hold.
enum ColumnWidths {
  /// - Parameters:
  ///   - rows: what stands below each other.
  ///   - most: the widest that each column may become; what is longer is wrapped.
  static func fitting(_ rows: [Sheet.Row], most: [Double]) -> [Sheet.Column] {
    var widths = [Double](repeating: 5, count: most.count)
    for row in rows {
      for (column, cell) in row.cells.enumerated() where column < widths.count {
        widths[column] = max(widths[column], width(of: cell))
      }
    }
    return zip(widths, most).map { Sheet.Column(width: min($0, $1)) }
  }

  private static func width(of cell: Cell) -> Double {
    switch cell.value {
    case .blank: 0
    case .number, .share: 7
    case .text(let text):
      switch cell.style {
      case .title, .subtitle, .section, .note, .verticalHeader: 0
      // The arrow of the filter takes room too; what is wrapped may be wide, so that it is not tall.
      case .header:
        Double(text.split(separator: " ").map(\.count).max() ?? 0) + 4
      default: Double(text.prefix(200).count) + 2
      }
    }
  }
}

/// How tall a row has to be for its wrapped text: not every program works it out when it opens a
/// file.
enum RowHeights {
  /// The tallest row that the format has, in points.
  private static let most = 409.0
  private static let line = 13.5

  /// In points; nil where one line is enough.
  static func height(of row: Sheet.Row, _ columns: [Sheet.Column]) -> Double? {
    var lines = 1
    for (position, cell) in row.cells.enumerated() where position < columns.count {
      guard case .text(let text) = cell.value, cell.style.isWrapped else { continue }
      let column = columns[position]
      guard !column.isHidden, !column.isFolded else { continue }
      // Cautious: fonts differ, and words break before the edge.
      lines = max(lines, self.lines(text, width: max(1, Int(column.width))))
    }
    return lines > 1 ? min(most, Double(lines) * line + 2) : nil
  }

  private static func lines(_ text: String, width: Int) -> Int {
    var lines = 1
    var used = 0
    var word = 0
    for byte in text.utf8 {
      switch byte {
      case 0x0A:
        lines += 1
        (used, word) = (0, 0)
      case 0x20:
        used += 1
        word = 0
      default:
        // What follows the first byte of a character takes no room of its own.
        guard byte & 0xC0 != 0x80 else { continue }
        used += 1
        word += 1
        guard used > width else { continue }
        lines += 1
        // The word moves to the next line, or is cut when it is longer than that.
        if word >= width { word = 1 }
        used = word
      }
    }
    return lines
  }
}

extension CellStyle {
  /// Whether text in it goes on in the next line.
  var isWrapped: Bool {
    switch self {
    case .header, .text, .strong, .tone, .input, .guidance: true
    case .plain, .title, .subtitle, .section, .verticalHeader, .line, .number, .note: false
    }
  }
}

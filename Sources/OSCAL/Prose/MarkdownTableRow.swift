/// A row of a table: `| a | b |`.
struct MarkdownTableRow {
  /// The cells, without the blanks around them.
  let cells: [String]

  init(_ line: ArraySlice<UInt8>) {
    var cells: [String] = []
    var cell: [UInt8] = []
    var index = line.startIndex
    while index < line.endIndex {
      let byte = line[index]
      if byte == UInt8(ascii: "\\"), index + 1 < line.endIndex {
        // An escaped bar belongs to the cell; other escapes are read with the text.
        if line[index + 1] != UInt8(ascii: "|") { cell.append(byte) }
        cell.append(line[index + 1])
        index += 2
        continue
      }
      if byte == UInt8(ascii: "|") {
        cells.append(String(decoding: cell, as: UTF8.self).trimmed)
        cell = []
      } else {
        cell.append(byte)
      }
      index += 1
    }
    cells.append(String(decoding: cell, as: UTF8.self).trimmed)
    // The bars at both ends make empty cells.
    if cells.first?.isEmpty == true { cells.removeFirst() }
    if cells.last?.isEmpty == true { cells.removeLast() }
    self.cells = cells
  }

  /// The alignments, when it is the row of dashes that follows the heads.
  var alignments: [String?]? {
    guard !cells.isEmpty else { return nil }
    var alignments: [String?] = []
    for cell in cells {
      let dashes = cell.drop { $0 == ":" }.prefix { $0 == "-" }
      guard !dashes.isEmpty, cell.allSatisfy({ $0 == "-" || $0 == ":" }) else { return nil }
      switch (cell.hasPrefix(":"), cell.hasSuffix(":")) {
      case (true, true): alignments.append("center")
      case (true, false): alignments.append("left")
      case (false, true): alignments.append("right")
      case (false, false): alignments.append(nil)
      }
    }
    return alignments
  }
}

/// The CAF's tables on a web page: each cell holds all statements of its column, as paragraphs,
/// points of a list or lines, or each statement has a row of its own.
enum CAFPage {
  /// Headings, texts, and one row for each line of statements.
  static func pieces(of blocks: [TextBlock]) -> [CAFReader.Piece] {
    var pieces: [CAFReader.Piece] = []
    var index = 0
    while index < blocks.count {
      let block = blocks[index]
      guard let cell = block.cell else {
        pieces.append((block.isHeading ? .heading(block.text) : .text(block.text), block.locator))
        pieces.append((.blank, block.locator))
        index += 1
        continue
      }
      var end = index
      while end < blocks.count, blocks[end].cell?.table == cell.table { end += 1 }
      pieces += rows(of: blocks[index..<end])
      pieces.append((.blank, block.locator))
      index = end
    }
    return pieces
  }

  /// The framework's tables have three columns; what stands in the last of these and behind it is
  /// put together.
  private static let columnLimit = 16

  private static func rows(of cells: ArraySlice<TextBlock>) -> [CAFReader.Piece] {
    let width = min(cells.compactMap { $0.cell?.column }.max() ?? 0, columnLimit - 1) + 1
    var pieces: [CAFReader.Piece] = []
    var index = cells.startIndex
    while index < cells.endIndex {
      let row = cells[index].cell?.row
      var end = index
      while end < cells.endIndex, cells[end].cell?.row == row { end += 1 }
      var columns = [[TextBlock]](repeating: [], count: width)
      for block in cells[index..<end] {
        columns[min(block.cell?.column ?? 0, width - 1)].append(block)
      }
      for line in 0..<(columns.map(\.count).max() ?? 0) {
        let texts = columns.map { line < $0.count ? $0[line].text : "" }
        let first = columns.first { line < $0.count }
        pieces.append((.row(texts), first?[line].locator ?? cells[index].locator))
      }
      index = end
    }
    return pieces
  }
}

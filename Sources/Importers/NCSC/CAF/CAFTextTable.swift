internal import ControlModel

/// A table of the CAF in a plain text, from its heads to the next heading.
struct CAFTextTable {
  /// The head and a row for each line of statements.
  private(set) var pieces: [CAFReader.Piece] = []
  /// The columns that were not read.
  private(set) var doubts: [CAFDoubt] = []
  /// The first line behind the table.
  private(set) var end: Int

  /// - Parameters:
  ///   - lines: the lines, the heads first.
  ///   - source: the lines of the file as they are.
  ///   - outcome: whose table it is.
  ///   - lengths: the measures of the edition's statements, by column.
  ///   - words: words that stand inside lines.
  init(
    _ lines: ArraySlice<PagedLine>, source: [String], outcome: String, lengths: [[CAFMeasure]],
    words: Set<String>
  ) {
    end = lines.endIndex
    let locator = lines.first?.locator ?? Locator()
    let heads = CAFHeads(lines, source: source)
    var columns: [[CAFColumn.Statement]?]
    var found: [Int?] = [nil, nil, nil]
    var places = [Locator](repeating: locator, count: 3)
    if lines.count > Self.lineLimit {
      columns = lengths.map { $0.isEmpty ? [] : nil }
    } else if heads?.places != nil {
      let rows = CAFTextGrid(lines, source: source, isNarrow: true).rows
      let search =
        CAFGridSearch(rows, lengths: lengths, words: words)
        ?? CAFGridSearch(
          CAFTextGrid(lines, source: source, isNarrow: false).rows, lengths: lengths, words: words)
      if let search {
        columns = search.columns
        if search.count < rows.count { end = rows[search.count].index }
      } else {
        columns = lengths.indices.map { index in
          let column = Self.column(index, of: rows, words)
          found[index] = column.sentences
          places[index] = column.lines.first?.locator ?? locator
          return Self.isSure(index, rows) ? column.exact(lengths[index]) : nil
        }
      }
    } else {
      let stream = CAFTextStream(lines, source: source, lengths: lengths, words: words)
      columns = stream.columns
      end = stream.end
    }
    for (index, column) in IndicatorColumn.allCases.enumerated() where columns[index] == nil {
      columns[index] = []
      doubts.append(
        CAFDoubt(
          outcome: outcome, column: column, expected: lengths[index].count, found: found[index],
          locator: places[index]))
    }
    pieces = Self.pieces(columns.map { $0 ?? [] }, at: locator)
  }

  /// Lines of the longest table that is read; the framework's have some 300.
  private static let lineLimit = 3_000

  private static func column(
    _ index: Int, of rows: [CAFGridRow], _ words: Set<String>
  ) -> CAFColumn {
    let lines = rows.compactMap { row in
      row.options.first?[index].map { CAFColumn.Line(text: $0, locator: row.locator) }
    }
    return CAFColumn(lines, words: words)
  }

  /// Whether no line of a column may have words of another.
  private static func isSure(_ index: Int, _ rows: [CAFGridRow]) -> Bool {
    rows.allSatisfy { row in row.options.allSatisfy { $0[index] == row.options[0][index] } }
  }

  /// The head, and a row for each line of statements; a column that is empty has none.
  static func pieces(
    _ columns: [[CAFColumn.Statement]], at locator: Locator
  ) -> [CAFReader.Piece] {
    var pieces: [CAFReader.Piece] = [(.row(IndicatorColumn.allCases.map(\.category)), locator)]
    for line in 0..<(columns.map(\.count).max() ?? 0) {
      let texts = columns.map { line < $0.count ? $0[line].text : "" }
      let first = columns.first { line < $0.count }
      pieces.append((.row(texts), first?[line].locator ?? locator))
    }
    return pieces + [(.blank, locator)]
  }
}

internal import ControlModel

/// A table in one of the forms that Markdown has: with bars, as a grid, or with columns that stand
/// under dashes.
struct CAFMarkdownTable {
  /// The lines of each cell, row by row, the heads first.
  private(set) var rows: [[[CAFColumn.Line]]] = []
  /// Whether a row is one of the table's own, and not a line of print that a converter took for one.
  private(set) var hasTrueRows = true

  /// Reads a table that begins at a line.
  ///
  /// - Returns: the table, nil where none begins, and the line behind it: behind all lines that were
  ///   looked at in vain, too, for none of them is looked at again.
  static func read(_ lines: [String], from start: Int) -> (table: CAFMarkdownTable?, end: Int) {
    let first = lines[start]
    guard first.utf8.count <= 20_000 else { return (nil, start + 1) }
    if FoldedText.fold(first.prefix(40)).first == "|" { return bars(lines, from: start) }
    if isBorder(first) { return grid(lines, from: start) }
    return dashes(lines, from: start)
  }

  /// The pieces of the table, with the statements of its columns.
  ///
  /// - Parameters:
  ///   - outcome: whose table it is.
  ///   - lengths: the measures of the edition's statements, by column, if they are known.
  func pieces(
    of outcome: String, _ lengths: [[CAFMeasure]]?
  ) -> (pieces: [CAFReader.Piece], doubts: [CAFDoubt]) {
    let locator = rows.first?.first?.first?.locator ?? Locator()
    let heads = rows.first?.map { CAFReader.column(Self.text(of: $0).text) } ?? []
    let isPlain = rows.allSatisfy { row in row.allSatisfy { $0.count <= 1 } }
    guard Set(heads.compactMap { $0 }).count >= 2, !isPlain, lengths != nil || hasTrueRows else {
      return (rows.map(Self.piece) + [(.blank, locator)], [])
    }
    var columns: [[CAFColumn.Statement]] = []
    var doubts: [CAFDoubt] = []
    for (index, name) in IndicatorColumn.allCases.enumerated() {
      let column = CAFColumn(lines(of: heads.firstIndex(of: name)), words: [])
      let expected = lengths?[index] ?? []
      if let known = column.exact(expected) {
        columns.append(known)
      } else if hasTrueRows {
        columns.append(column.parted)
      } else {
        columns.append([])
        doubts.append(
          CAFDoubt(
            outcome: outcome, column: name, expected: expected.count, found: column.sentences,
            locator: column.lines.first?.locator ?? locator))
      }
    }
    return (CAFTextTable.pieces(columns, at: locator) + strays(heads), doubts)
  }

  /// What stands under heads that are none of the framework's.
  private func strays(_ heads: [IndicatorColumn?]) -> [CAFReader.Piece] {
    rows.dropFirst().flatMap { row in
      row.enumerated().filter { $0.offset >= heads.count || heads[$0.offset] == nil }
        .map { Self.text(of: $0.element) }.filter { !$0.text.isEmpty }
        .map { (.text($0.text), $0.locator) }
    }
  }

  /// The lines of a column, below its head.
  private func lines(of index: Int?) -> [CAFColumn.Line] {
    guard let index else { return [] }
    return rows.dropFirst().flatMap { row in index < row.count ? row[index] : [] }
  }

  private static func text(of cell: [CAFColumn.Line]) -> CAFColumn.Statement {
    CAFColumn.joined(cell[...], words: [])
  }

  private static func piece(_ row: [[CAFColumn.Line]]) -> CAFReader.Piece {
    let locator = row.lazy.compactMap(\.first).first?.locator ?? Locator()
    return (.row(row.map { text(of: $0).text }), locator)
  }

  private static func locator(_ line: Int) -> Locator {
    Locator([Locator.Part("line", String(line + 1))])
  }

  private static func line(_ text: String, _ number: Int) -> CAFColumn.Line {
    var plain = ""
    // The marks of Markdown are those of its own lines.
    if case .text(let text) = MarkdownLine("a " + text) { plain = String(text.dropFirst(2)) }
    return CAFColumn.Line(text: plain, locator: locator(number))
  }
}

extension CAFMarkdownTable {
  /// `| a | b |`: a row in each line; line breaks in a cell are `<br>`.
  private static func bars(
    _ lines: [String], from start: Int
  ) -> (table: CAFMarkdownTable?, end: Int) {
    var table = CAFMarkdownTable()
    var end = start
    while end < lines.count, FoldedText.fold(lines[end].prefix(40)).first == "|" {
      if case .row(let cells) = MarkdownLine(withBreaks(lines[end])) {
        table.rows.append(
          cells.map { cell in
            cell.split(separator: "\u{E000}").map(FoldedText.fold).filter { !$0.isEmpty }
              .map { CAFColumn.Line(text: $0, locator: locator(end)) }
          })
        if cells.contains(where: { $0.contains("\u{E000}") }) { table.hasTrueRows = false }
      }
      end += 1
    }
    return (table, end)
  }

  /// A line of a row, with one letter for each `<br>`.
  private static func withBreaks(_ line: String) -> String {
    line.utf8.contains(UInt8(ascii: "<")) ? line.replacing("<br>", with: "\u{E000}") : line
  }

  /// `+---+---+` above and below each row, and bars between its cells.
  private static func grid(
    _ lines: [String], from start: Int
  ) -> (table: CAFMarkdownTable?, end: Int) {
    let border = Array(lines[start])
    let edges = border.indices.filter { border[$0] == "+" }
    guard (3...17).contains(edges.count) else { return (nil, start + 1) }
    var table = CAFMarkdownTable()
    var row = [[CAFColumn.Line]](repeating: [], count: edges.count - 1)
    var isAfterBlank = [Bool](repeating: true, count: row.count)
    var end = start + 1
    while end < lines.count {
      let line = lines[end]
      if isBorder(line) {
        if row.contains(where: { !$0.isEmpty }) { table.rows.append(row) }
        row = row.map { _ in [] }
        isAfterBlank = row.map { _ in true }
      } else if line.drop(while: { $0 == " " }).first == "|" {
        let letters = Array(line)
        for (index, (left, right)) in zip(edges, edges.dropFirst()).enumerated() {
          let start = min(left + 1, letters.count)
          let text = FoldedText.fold(String(letters[start..<max(start, min(right, letters.count))]))
          add(text, end, to: &row[index], &isAfterBlank[index])
        }
      } else {
        break
      }
      end += 1
    }
    return (table.rows.count >= 2 ? table : nil, end)
  }

  private static func add(
    _ text: String, _ number: Int, to cell: inout [CAFColumn.Line], _ isAfterBlank: inout Bool
  ) {
    if text.isEmpty {
      isAfterBlank = true
      return
    }
    var line = line(text, number)
    line.isParted = isAfterBlank
    isAfterBlank = false
    cell.append(line)
  }

  /// Whether a line is the border of a grid.
  static func isBorder(_ line: String) -> Bool {
    let text = line.drop { $0 == " " }
    guard text.utf8.count > 6, text.utf8.first == UInt8(ascii: "+") else { return false }
    return text.utf8.allSatisfy { borderBytes.contains($0) } && text.contains("--")
      || text.utf8.allSatisfy { ruleBytes.contains($0) }
  }

  private static let borderBytes = Array("+-=: ".utf8)
  /// Of the border below the heads.
  private static let ruleBytes = Array("+=:".utf8)

  /// Columns under dashes: a row in each line, or, below a line of dashes all over, rows that blank
  /// lines part.
  private static func dashes(
    _ lines: [String], from start: Int
  ) -> (table: CAFMarkdownTable?, end: Int) {
    let none: (CAFMarkdownTable?, Int) = (nil, start + 1)
    let isFramed = isDashes(lines[start], groups: 1...1) && lines[start].utf8.count > 20
    var rule = start + 1
    while rule < lines.count, rule - start < 6, !isDashes(lines[rule], groups: 2...16) {
      guard isFramed, !isBlank(lines[rule]) else { return none }
      rule += 1
    }
    guard rule < lines.count, isDashes(lines[rule], groups: 2...16) else { return none }
    let edges = edges(of: lines[rule])
    var table = CAFMarkdownTable()
    var row = [[CAFColumn.Line]](repeating: [], count: edges.count)
    func add(_ number: Int) {
      let letters = Array(lines[number])
      for (index, left) in edges.enumerated() {
        let right = index + 1 < edges.count ? edges[index + 1] : letters.count
        guard left < letters.count, left < right else { continue }
        let text = FoldedText.fold(String(letters[left..<min(right, letters.count)]))
        guard !text.isEmpty else { continue }
        var line = line(text, number)
        line.isParted = row[index].isEmpty
        row[index].append(line)
      }
    }
    func close() {
      if row.contains(where: { !$0.isEmpty }) { table.rows.append(row) }
      row = row.map { _ in [] }
    }
    for number in (isFramed ? start + 1 : start)..<rule { add(number) }
    close()
    var end = rule + 1
    while end < lines.count {
      if isDashes(lines[end], groups: 1...1) {
        end += 1
        break
      }
      if isBlank(lines[end]) {
        if !isFramed { break }
        close()
      } else {
        add(end)
        if !isFramed { close() }
      }
      end += 1
    }
    close()
    return (table.rows.count >= 2 ? table : nil, end)
  }

  private static func isBlank(_ line: String) -> Bool { line.allSatisfy(\.isWhitespace) }

  private static func isDashes(_ line: String, groups: ClosedRange<Int>) -> Bool {
    guard line.utf8.count >= 6, line.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x2D }) else {
      return false
    }
    let parts = line.split(separator: " ")
    return groups.contains(parts.count) && parts.allSatisfy { $0.utf8.count >= 3 }
  }

  private static func edges(of rule: String) -> [Int] {
    let letters = Array(rule)
    return letters.indices.filter { letters[$0] == "-" && ($0 == 0 || letters[$0 - 1] == " ") }
  }
}

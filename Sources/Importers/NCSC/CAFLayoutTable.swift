internal import ControlModel

/// One table of a laid-out page, while its rows come in.
struct CAFLayoutTable {
  /// The heads from left to right.
  let heads: [Head]
  private let leading: Double
  private let words: Set<String>
  private let locator: Locator
  private var rows: [(row: LayoutLine, page: Int, locator: Locator)] = []

  /// A column's name, and the middle of where it stands.
  struct Head {
    var column: IndicatorColumn
    var center: Double
  }

  init(heads: [Head], leading: Double, words: Set<String>, locator: Locator) {
    self.heads = heads
    self.leading = leading
    self.words = words
    self.locator = locator
  }

  /// Whether no row has come.
  var isEmpty: Bool { rows.isEmpty }

  /// The heads, when a line holds nothing but names of columns, two at least.
  static func heads(of row: LayoutLine) -> [Head]? {
    var heads: [Head] = []
    var text = ""
    var start = 0.0
    for run in row.runs {
      if text.isEmpty { start = run.left }
      text += (text.isEmpty ? "" : " ") + FoldedText.fold(run.text)
      if let column = CAFReader.column(text) {
        // `Achieved` is also the end of a name that was cut into runs.
        heads.append(Head(column: column, center: (start + run.left + run.width) / 2))
        text = ""
      }
    }
    let columns = heads.map(\.column)
    guard text.isEmpty, columns.count >= 2, Set(columns).count == columns.count else { return nil }
    return heads
  }

  /// The commonest distance of two lines, in reading order.
  static func leading(of layout: LayoutDocument) -> Double {
    var counts: [Double: Int] = [:]
    for page in layout.pages {
      for (upper, lower) in zip(page.lines, page.lines.dropFirst()) where lower.top > upper.top {
        counts[(lower.top - upper.top).rounded(), default: 0] += 1
      }
    }
    let common = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
    return min(max(common, layout.bodySize), layout.bodySize * 1.6)
  }

  /// Takes a row; false when it runs over the columns and so stands outside the table.
  mutating func add(_ row: LayoutLine, page: Int, _ locator: Locator) -> Bool {
    for (head, next) in zip(heads, heads.dropFirst()) {
      if row.runs.contains(where: {
        $0.left < head.center && $0.left + $0.width > next.center
      }) {
        return false
      }
    }
    rows.append((row, page, locator))
    return true
  }

  /// The head, and a row for each line of statements.
  var pieces: [CAFReader.Piece] {
    let columns = statements()
    var pieces: [CAFReader.Piece] = [(.row(heads.map(\.column.category)), locator)]
    for line in 0..<(columns.map(\.count).max() ?? 0) {
      let texts = columns.map { line < $0.count ? $0[line].text : "" }
      let first = columns.first { line < $0.count }
      pieces.append((.row(texts), first?[line].locator ?? locator))
    }
    return pieces + [(.blank, locator)]
  }

  private typealias Statement = (text: String, locator: Locator)

  private func statements() -> [[Statement]] {
    let edges = edges()
    return heads.indices.map { index in
      let left = index == 0 ? -Double.greatestFiniteMagnitude : edges[index - 1]
      let right = index < edges.count ? edges[index] : Double.greatestFiniteMagnitude
      return statements(from: left, to: right)
    }
  }

  /// The left edges of all columns but the first: where the fewest runs are cut, as far to the
  /// right as that goes.
  private func edges() -> [Double] {
    let runs = rows.flatMap(\.row.runs)
    return zip(heads, heads.dropFirst()).map { head, next in
      func cut(_ x: Double) -> Int { runs.count { $0.left < x && $0.left + $0.width > x } }
      let places = Array(stride(from: head.center, through: next.center, by: 1))
      let least = places.map(cut).min() ?? 0
      return (places.last { cut($0) == least } ?? next.center) - 1
    }
  }

  /// A gap, a bullet, or a page after a full stop parts two statements.
  private func statements(from left: Double, to right: Double) -> [Statement] {
    var statements: [Statement] = []
    var last: (line: LayoutLine, page: Int)?
    for (row, page, locator) in rows {
      var runs = row.runs.filter { $0.left >= left && $0.left < right }[...]
      guard let first = runs.first else { continue }
      let isPoint = first.isBulletGlyph && runs.count > 1
      if isPoint { runs = runs.dropFirst() }
      let line = LayoutLine(runs: Array(runs))
      let text = FoldedText.fold(line.text)
      defer { last = (line, page) }
      if let last, !isPoint, let end = statements.last?.text.last,
        last.page == page
          ? line.middle - last.line.middle <= 1.35 * leading : !".!?:".contains(end)
      {
        LineJoining.append(text, to: &statements[statements.count - 1].text, words: words)
      } else {
        statements.append((text, locator))
      }
    }
    return statements.flatMap(Self.partingRule)
  }

  /// The rule over a column may stand close over its first statement.
  private static func partingRule(_ statement: Statement) -> [Statement] {
    guard let end = statement.text.lowercased().firstRange(of: " true")?.upperBound else {
      return [statement]
    }
    let length = statement.text.lowercased().distance(
      from: statement.text.lowercased().startIndex, to: end)
    let rule = String(statement.text.prefix(length))
    let rest = FoldedText.fold(
      String(statement.text.dropFirst(length).drop { ".: ".contains($0) }))
    guard CAFReader.isRule(rule), !rest.isEmpty else { return [statement] }
    return [(rule, statement.locator), (rest, statement.locator)]
  }
}

internal import ControlModel

/// One table of a laid-out page, while its rows come in.
struct CAFLayoutTable {
  /// The heads from left to right.
  let heads: [Head]
  private let leading: Double
  private let words: Set<String>
  private let locator: Locator
  /// Where the text of the first column begins; unknown before the first row.
  private var leftEdge = -Double.greatestFiniteMagnitude
  /// Whether runs were parted by where their letters stand, which is an estimate.
  private var hasPartedRuns = false
  private var rows: [(row: LayoutLine, page: Int, locator: Locator)] = []

  /// A column's name, its left edge, and the middle of where it stands.
  struct Head {
    var column: IndicatorColumn
    var left: Double
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
        heads.append(
          Head(column: column, left: start, center: (start + run.left + run.width) / 2))
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

  /// Takes a row; false when it stands outside the table: runs over the columns, or begins left of
  /// all of them.
  mutating func add(_ row: LayoutLine, page: Int, _ locator: Locator) -> Bool {
    guard row.left > leftEdge - 0.4 * leading else { return false }
    let whole = row
    let row = parted(row, page: page)
    if row.runs.count > whole.runs.count, !isRule(whole) { hasPartedRuns = true }
    for (head, next) in zip(heads, heads.dropFirst()) {
      if row.runs.contains(where: {
        $0.left < head.center && $0.left + $0.width > next.center
      }) {
        return false
      }
    }
    rows.append((row, page, locator))
    leftEdge = rows.count == 1 ? row.left : min(leftEdge, row.left)
    return true
  }

  /// Parts the runs that go from one column to the next: a converter makes one run of two whose
  /// texts meet. Lines behind the table run over its columns too, but stand further below.
  private func parted(_ row: LayoutLine, page: Int) -> LayoutLine {
    guard let last = rows.last, last.page == page,
      row.middle - last.row.middle <= 2.5 * leading || row.runs.allSatisfy(Self.isRule)
    else { return isRule(row) ? LayoutLine(runs: row.runs.flatMap(parted)) : row }
    return LayoutLine(runs: row.runs.flatMap(parted))
  }

  private func isRule(_ row: LayoutLine) -> Bool { row.runs.allSatisfy(Self.isRule) }

  private static func isRule(_ run: LayoutRun) -> Bool { CAFColumn.isPartOfRule(run.text) }

  private func parted(_ run: LayoutRun) -> [LayoutRun] {
    var runs: [LayoutRun] = []
    var rest = run
    for (head, next) in zip(heads, heads.dropFirst()) {
      guard rest.left < head.center, rest.left + rest.width > next.center,
        let place = Self.blank(in: rest, at: next.left)
      else { continue }
      let letters = Array(rest.text)
      func piece(_ text: ArraySlice<Character>, from left: Double, to right: Double) -> LayoutRun {
        LayoutRun(
          text: String(text), left: left, top: run.top, width: right - left, height: run.height,
          size: run.size, isBold: run.isBold)
      }
      runs.append(piece(letters[..<place], from: rest.left, to: next.left - 2))
      rest = piece(letters[(place + 1)...], from: next.left, to: rest.left + rest.width)
    }
    return runs + [rest]
  }

  /// The blank in a run that stands before a place, by the mean width of its letters.
  private static func blank(in run: LayoutRun, at place: Double) -> Int? {
    let letters = Array(run.text)
    guard run.width > 0, letters.count < 1_000 else { return nil }
    let estimate = Int(((place - run.left) / run.width * Double(letters.count)).rounded()) - 1
    let near = [0, -1, 1, -2, 2, -3, 3].map { estimate + $0 }
    return near.first { letters.indices.contains($0) && letters[$0].isWhitespace }
  }

  /// The head, and a row for each line of statements.
  ///
  /// - Parameters:
  ///   - counts: how many statements the edition has in each column, if that is known.
  ///   - lengths: the measure of each of them.
  func pieces(expecting counts: [Int]?, _ lengths: [[CAFMeasure]]? = nil) -> [CAFReader.Piece] {
    let columns = columns(expecting: counts, lengths)
    var pieces: [CAFReader.Piece] = [(.row(heads.map(\.column.category)), locator)]
    for line in 0..<(columns.map(\.count).max() ?? 0) {
      let texts = columns.map { line < $0.count ? $0[line].text : "" }
      let first = columns.first { line < $0.count }
      pieces.append((.row(texts), first?[line].locator ?? locator))
    }
    return pieces + [(.blank, locator)]
  }

  /// A statement, or the rule over a column.
  private struct Statement {
    var text: String
    var locator: Locator
    /// Whether only a page's end parts it from the one before, which ends with a full stop; and then
    /// whether that one's last line had room left, which speaks for two statements.
    var softBreak: (exists: Bool, hadRoom: Bool) = (false, false)
  }

  private func columns(expecting counts: [Int]?, _ lengths: [[CAFMeasure]]?) -> [[Statement]] {
    let edges = edges()
    return heads.indices.map { index in
      let left = index == 0 ? -Double.greatestFiniteMagnitude : edges[index - 1]
      let right = index < edges.count ? edges[index] : Double.greatestFiniteMagnitude
      let position = IndicatorColumn.allCases.firstIndex(of: heads[index].column)
      let all = joining(
        statements(from: left, to: right).flatMap(Self.partingRule),
        expecting: position.flatMap { counts?[$0] })
      guard let lengths = position.flatMap({ lengths?[$0] }), !lengths.isEmpty else { return all }
      // Letters are surer than gaps, which may be small, and may come where a row ends.
      let column = CAFColumn(lines(from: left, to: right), words: words)
      let isAsCounted = all.count { !CAFReader.isRule($0.text) } == lengths.count
      let known = isAsCounted ? column.exact(lengths) : column.statements(of: lengths)
      // Where a word may belong to the next column, only the letters are proof.
      let proven = hasPartedRuns ? column.exact(lengths) : known
      guard let proven else { return hasPartedRuns ? [] : all }
      return proven.map { Statement(text: $0.text, locator: $0.locator) }
    }
  }

  /// The lines of a column as they are.
  private func lines(from left: Double, to right: Double) -> [CAFColumn.Line] {
    rows.compactMap { row, _, locator in
      let runs = row.runs.filter { $0.left >= left && $0.left < right }
      let text = runs.isEmpty ? "" : LayoutLine(runs: runs).folded
      return text.isEmpty ? nil : CAFColumn.Line(text: text, locator: locator)
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

  /// A gap or a bullet parts two statements; a page's end does so after a full stop, softly.
  private func statements(from left: Double, to right: Double) -> [Statement] {
    var statements: [Statement] = []
    var last: (line: LayoutLine, page: Int)?
    let edge =
      rows.lazy.flatMap(\.row.runs).filter { $0.left >= left && $0.left < right }
      .map { $0.left + $0.width }.max() ?? right
    for (row, page, locator) in rows {
      var runs = row.runs.filter { $0.left >= left && $0.left < right }[...]
      guard let first = runs.first else { continue }
      let isPoint = first.isBulletGlyph && runs.count > 1
      if isPoint { runs = runs.dropFirst() }
      let line = LayoutLine(runs: Array(runs))
      let text = line.folded
      defer { last = (line, page) }
      guard let last, !isPoint, let end = statements.last?.text.last else {
        statements.append(Statement(text: text, locator: locator))
        continue
      }
      let isClose = last.page == page && line.middle - last.line.middle <= 1.2 * leading
      if isClose || last.page != page && !".!?:".contains(end) {
        LineJoining.append(text, to: &statements[statements.count - 1].text, words: words)
      } else {
        let hadRoom = !Self.isFull(last.line, before: line, edge)
        statements.append(
          Statement(text: text, locator: locator, softBreak: (last.page != page, hadRoom)))
      }
    }
    return statements
  }

  /// Joins what soft breaks part, where the edition's count or the room on the line says so.
  private func joining(_ statements: [Statement], expecting count: Int?) -> [Statement] {
    let rules = statements.prefix { CAFReader.isRule($0.text) }.count
    let soft = statements.count { $0.softBreak.exists }
    let all = statements.count - rules
    var joined: [Statement] = []
    for statement in statements {
      let joins =
        count == all
        ? false : count == all - soft ? true : !statement.softBreak.hadRoom
      if statement.softBreak.exists, joins, !joined.isEmpty {
        LineJoining.append(
          statement.text, to: &joined[joined.count - 1].text, words: words)
      } else {
        joined.append(statement)
      }
    }
    return joined
  }

  /// Whether a line has no room for the next one's first word: then it need not end its statement.
  private static func isFull(_ line: LayoutLine, before next: LayoutLine, _ edge: Double) -> Bool {
    guard let end = line.runs.last, let start = next.runs.first else { return false }
    let word = start.text.prefix { !$0.isWhitespace }.count + 1
    let width = start.width / Double(max(start.text.count, 1)) * Double(word)
    return end.left + end.width + width > edge
  }

  /// The rule over a column may stand close over its first statement.
  private static func partingRule(_ statement: Statement) -> [Statement] {
    let lower = statement.text.lowercased()
    guard let end = lower.firstRange(of: " true")?.upperBound else { return [statement] }
    let length = lower.distance(from: lower.startIndex, to: end)
    let rule = String(statement.text.prefix(length))
    let rest = FoldedText.fold(
      String(statement.text.dropFirst(length).drop { ".: ".contains($0) }))
    guard CAFReader.isRule(rule), !rest.isEmpty else { return [statement] }
    var first = statement
    first.text = rule
    return [first, Statement(text: rest, locator: statement.locator)]
  }
}

/// Reads appendix B of RAND RR-A2849-1: levels, categories, subcategories and their bullets.
struct BenchmarkReader {
  private(set) var series: [BenchmarkSeries] = []
  /// Text of the appendix that is no part of a bullet.
  private(set) var unplaced: [Rest] = []
  /// Text between the heading of a category and its first subcategory, which no measure holds.
  private(set) var introductions: [Rest] = []
  /// What the user has to know about the reading.
  private(set) var notes: [(text: String, line: PagedLine)] = []
  /// The range of lines, from the first level's heading to the last level's end.
  let range: Range<Int>?

  private let words: Set<String>
  /// Where the series are that bullets and text go to, by level and code.
  private var places: [String: Int] = [:]
  private var current: Int?
  private var heading = ""
  private var hasHangingText = false
  private var isBeforeSubcategories = false

  init(_ text: PagedText) {
    words = text.words
    let places = BenchmarkLevels(text.lines)
    let levels = places.levels
    range = levels.first.map { first in
      first.lines.lowerBound..<(levels.map(\.lines.upperBound).max() ?? first.lines.upperBound)
    }
    let labels = MeasureLabels(text.lines[..<(range?.lowerBound ?? 0)])
    let stacked = levels.map { level in
      StackedBullets(
        BenchmarkPieces(text.lines[level.lines].dropFirst().filter { $0.role == .body }).pieces,
        labels: labels)
    }
    for line in places.repeated {
      notes.append(("'\(line.text)' stands there again and was read once", line))
    }
    for heading in stacked.flatMap(\.headings) {
      notes.append(
        (
          "the bullets under '\(heading.text)' stand apart from their text, and were put together "
            + "by the labels of chapter 6", heading
        ))
    }
    let pieces = stacked.map(\.pieces)
    hasHangingText = Self.hasHangingText(pieces)
    var depths = BulletDepth(pieces.flatMap(Self.bullets)).isTop[...]
    for (level, pieces) in zip(levels, pieces) { read(pieces, ofLevel: level.number, &depths) }
  }

  /// How many levels were found.
  var levelCount: Int { Set(series.map(\.level)).count }

  /// Lines that are no part of a bullet.
  struct Rest {
    /// The first line.
    var line: PagedLine
    /// The last line.
    var end: PagedLine
    /// All of them.
    var text: String
    /// What stands before them.
    var position: String
  }

  // MARK: What the bullets look like

  private static func bullets(of pieces: [BenchmarkPieces.Piece]) -> [BulletDepth.Bullet] {
    var isFirst = false
    return pieces.compactMap { piece in
      switch piece {
      case .heading, .unknown:
        isFirst = true
        return nil
      case .bullet(let mark, _, _, let line):
        defer { isFirst = false }
        return BulletDepth.Bullet(
          mark: mark, indent: line.indent, page: line.page, isFirst: isFirst)
      case .text: return nil
      }
    }
  }

  /// Whether the lines under a bullet's first line stand in, as its text does.
  private static func hasHangingText(_ pieces: [[BenchmarkPieces.Piece]]) -> Bool {
    var hanging = 0
    var flush = 0
    for list in pieces {
      for (piece, next) in zip(list, list.dropFirst()) {
        guard case .bullet(_, _, _, let bullet) = piece, case .text(let line) = next,
          bullet.page == line.page, !line.hasGap
        else { continue }
        if line.indent > bullet.indent + 0.5 { hanging += 1 } else { flush += 1 }
      }
    }
    return hanging > 2 * flush
  }

  // MARK: Reading

  private mutating func read(
    _ pieces: [BenchmarkPieces.Piece], ofLevel level: Int, _ depths: inout ArraySlice<Bool>
  ) {
    current = nil
    isBeforeSubcategories = false
    heading = "SL\(level)"
    var isFirst = false
    for piece in pieces {
      switch piece {
      case .heading(let code, let tag, let line):
        open(code, tag: tag, ofLevel: level, at: line)
        isFirst = true
      case .unknown(let text, let line):
        current = nil
        isBeforeSubcategories = false
        heading = "SL\(level) \(text)"
        notes.append(("the heading '\(text)' is none of the report's subcategories", line))
      case .bullet(_, let text, let raw, let line):
        let isTop = depths.popFirst() ?? true
        add(BenchmarkSeries.Piece(line, text: text, rawText: raw), line, isTop || isFirst)
        isFirst = false
      case .text(let line):
        add(line)
      }
    }
  }

  private mutating func open(_ code: String, tag: String, ofLevel level: Int, at line: PagedLine) {
    let category = BenchmarkTaxonomy.categories.first { $0.code == code }
    heading = "SL\(level) \(BenchmarkTaxonomy.names[code] ?? code)"
    isBeforeSubcategories = category.map { !$0.subcategories.isEmpty } ?? false
    if isBeforeSubcategories {
      current = nil
      return
    }
    var opened = BenchmarkSeries(level: level, code: code, tag: tag, line: line)
    if let place = places[opened.id] {
      series[place].doubt = "its heading stands there twice"
      current = place
    } else {
      if category?.code == "IMPL" { opened.tag = "" }
      places[opened.id] = series.count
      current = series.count
      series.append(opened)
    }
  }

  private mutating func add(_ piece: BenchmarkSeries.Piece, _ line: PagedLine, _ isTop: Bool) {
    guard let current else {
      unplaced.append(
        Rest(line: line, end: line, text: piece.rawText, position: "under \(heading)"))
      return
    }
    if isTop || series[current].bullets.isEmpty {
      series[current].bullets.append(BenchmarkSeries.Bullet(line: line, pieces: [piece]))
    } else {
      series[current].bullets[series[current].bullets.count - 1].pieces.append(piece)
    }
  }

  /// Text goes on with the bullet above it, unless it stands outside of its list.
  private mutating func add(_ line: PagedLine) {
    guard let current else {
      if isBeforeSubcategories { introduce(line) } else { place(line, "under \(heading)") }
      return
    }
    let count = series[current].bullets.count
    let piece = BenchmarkSeries.Piece(line, text: line.text, rawText: line.rawText)
    if count == 0 {
      guard series[current].code == "IMPL" else {
        place(line, "under \(heading), before its first bullet")
        return
      }
      series[current].bullets.append(BenchmarkSeries.Bullet(line: line, pieces: [piece]))
      return
    }
    let first = series[current].bullets[count - 1].line
    let opens = mayOpen(line, in: current)
    if opens, line.hasGap, hasHangingText, first.page == line.page,
      line.indent <= first.indent + 0.5
    {
      place(line, "under \(heading), after bullet \(count)")
    } else if let last = unplaced.last, last.position.hasPrefix("under \(heading), after"),
      isNext(line, after: last.end)
    {
      extendRest(by: line)
    } else if line.hasGap && opens {
      series[current].bullets[count - 1].pieces.append(piece)
    } else {
      Self.extend(&series[current].bullets[count - 1], by: line, words)
    }
  }

  /// Whether a line may open a paragraph of the last bullet. Apart, so that nothing holds the text of
  /// the bullet while it grows.
  private func mayOpen(_ line: PagedLine, in place: Int) -> Bool {
    guard let before = series[place].bullets.last?.pieces.last?.text else { return false }
    return !before.isEmpty && line.mayOpenParagraph(after: before)
  }

  private mutating func introduce(_ line: PagedLine) {
    if let last = introductions.indices.last, introductions[last].position == heading {
      LineJoining.append(line.rawText, to: &introductions[last].text, words: words)
    } else {
      introductions.append(Rest(line: line, end: line, text: line.rawText, position: heading))
    }
  }

  /// Whether a line follows another one directly.
  private func isNext(_ line: PagedLine, after other: PagedLine) -> Bool {
    guard !line.hasGap, line.page == other.page else { return false }
    guard let number = line.line, let before = other.line else {
      return line.indent == other.indent || !line.mayOpenParagraph(after: other.text)
    }
    return number == before + 1
  }

  private mutating func place(_ line: PagedLine, _ position: String) {
    if let last = unplaced.last, last.position == position, isNext(line, after: last.end) {
      extendRest(by: line)
    } else {
      unplaced.append(Rest(line: line, end: line, text: line.rawText, position: position))
    }
  }

  private mutating func extendRest(by line: PagedLine) {
    let last = unplaced.count - 1
    LineJoining.append(line.rawText, to: &unplaced[last].text, words: words)
    unplaced[last].end = line
  }

  /// Static: a method of `self` would have to copy all series while one is being changed.
  private static func extend(
    _ bullet: inout BenchmarkSeries.Bullet, by line: PagedLine, _ words: Set<String>
  ) {
    let last = bullet.pieces.count - 1
    var line = line
    if line.isOutOfOrder(after: bullet.pieces[last].text) { line.doubt = .outOfOrder }
    LineJoining.append(line.text, to: &bullet.pieces[last].text, words: words)
    LineJoining.append(line.rawText, to: &bullet.pieces[last].rawText, words: words)
    bullet.pieces[last].footnoteMarkers += line.footnoteMarkers
    if line.doubt != nil { bullet.pieces[last].doubts.append(line) }
  }
}

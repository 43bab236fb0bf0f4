internal import ControlModel

/// Turns what was read of RAND RR-A2849-1 into entries with the catalog's ids: measures by level,
/// heading and order of bullets, attack vectors by label.
struct ModelWeightsReader {
  private(set) var entries: [ImportedEntry] = []
  private(set) var partsOfOthers: [ControlID: ControlID] = [:]
  private(set) var unplaced: [UnplacedText] = []
  private(set) var doubts: [String: String] = [:]
  private(set) var doubtfulTexts: [DoubtfulText] = []
  private(set) var notes: [(text: String, line: Int?)] = []
  private(set) var surroundingBlocks = 0
  /// Whether appendix B or the tables of attack vectors were found.
  let holdsReport: Bool

  /// Measures whose ways to meet them are lettered, and how many they are.
  private static let alternatives = ["SL3.WS.INT.1": 3, "SL5.WS.STO.1": 2]
  private static let letters = ["A", "B", "C"]

  init(_ text: PagedText) {
    let benchmark = BenchmarkReader(text)
    let before = text.lines[..<(benchmark.range?.lowerBound ?? text.lines.count)]
    let table = FeasibilityTable(Array(before))
    let labels = ReportLabels(before)
    holdsReport = !benchmark.series.isEmpty || table.rows.count >= 5 || labels.places.count >= 20
    guard holdsReport else { return }
    surroundingBlocks = text.lines.count - (benchmark.range?.count ?? 0)
    addMeasures(benchmark)
    tellLostNotes(text.noteNumbers)
    addVectors(table, labels)
    if !before.contains(where: { ReportSigns.isCaption($0.text, of: "5.1") }) {
      notes.append(
        ("table 5.1 was not found; labels of vectors were taken from where else they stand", nil))
    }
    if !text.restored.isEmpty {
      let words = text.restored.prefix(12).map(\.word).joined(separator: ", ")
      let more = text.restored.count > 12 ? " …" : ""
      notes.append(
        (
          "put back the hyphens of \(text.restored.count) words that lost them at line ends, as "
            + "the document writes them elsewhere: \(words)\(more)", text.restored.first?.line
        ))
    }
  }

  // MARK: Appendix B

  /// Where a marker's note was not found although others were, it may stand in the text of a measure.
  private mutating func tellLostNotes(_ found: Set<Int>) {
    guard found.count > 2 else { return }
    for entry in entries where entry.kind == .measure {
      let lost = entry.footnoteMarkers.filter { Int($0).map { !found.contains($0) } ?? false }
      guard !lost.isEmpty else { continue }
      doubtfulTexts.append(
        DoubtfulText(
          id: entry.id,
          reason: "be followed by the text of \(lost.count == 1 ? "a footnote" : "footnotes") that "
            + "was not found: \(lost.joined(separator: ", "))",
          text: entry.title, locator: entry.locator))
    }
  }

  private mutating func addMeasures(_ benchmark: BenchmarkReader) {
    var groups: Set<String> = []
    for var series in benchmark.series {
      for code in [BenchmarkTaxonomy.category(of: series.code), series.code]
      where groups.insert(code).inserted {
        entries.append(
          ImportedEntry(
            id: code, kind: .section,
            parent: code.contains(".") ? BenchmarkTaxonomy.category(of: code) : "",
            title: BenchmarkTaxonomy.names[code] ?? "", locator: series.line.locator))
      }
      let bare = series.bullets.count { $0.text.isEmpty }
      if bare > 0, series.doubt.isEmpty {
        series.doubt = "\(bare) of its bullets stand apart from their text"
      }
      if !series.doubt.isEmpty { doubts[series.id] = series.doubt }
      foldAlternatives(&series)
      joinReferenceCopy(&series)
      for (index, bullet) in series.bullets.enumerated() { add(bullet, index + 1, of: series) }
    }
    for note in benchmark.notes { notes.append((note.text, note.line.line)) }
    for rest in benchmark.introductions {
      notes.append(
        (
          "\(rest.position) opens with text that is no measure's: '\(rest.text.prefix(60))'…",
          rest.line.line
        ))
    }
    for rest in benchmark.unplaced {
      unplaced.append(
        UnplacedText(text: rest.text, position: rest.position, locator: rest.line.locator))
    }
  }

  private mutating func add(
    _ bullet: BenchmarkSeries.Bullet, _ number: Int, of series: BenchmarkSeries
  ) {
    let id = "\(series.id).\(number)"
    let text = bullet.text
    var entry = ImportedEntry(
      id: id, kind: series.code == "IMPL" ? .statement : .measure, parent: series.code,
      title: MeasureLabels.label(of: text), statement: text, rawText: bullet.rawText,
      footnoteMarkers: bullet.footnoteMarkers, locator: bullet.line.locator)
    entry.series = series.id
    entry.level = "SL\(series.level)"
    if !series.tag.isEmpty { entry.references = ["NIST CSF 1.1: \(series.tag)"] }
    entries.append(entry)
    for line in bullet.doubts {
      guard let doubt = line.doubt else { continue }
      doubtfulTexts.append(
        DoubtfulText(id: id, reason: doubt.reason, text: line.rawText, locator: line.locator))
    }
    guard let count = Self.alternatives[id] else { return }
    let ways = Self.ways(of: bullet, count)
    for letter in Self.letters.prefix(count) {
      guard let pieces = ways[letter] else {
        partsOfOthers[ControlID("\(id).\(letter)")] = ControlID(id)
        continue
      }
      var way = ImportedEntry(
        id: "\(id).\(letter)", kind: .alternative, parent: id,
        statement: pieces.map(\.text).joined(separator: " "),
        rawText: pieces.map(\.rawText).joined(separator: " "), locator: bullet.line.locator)
      way.level = entry.level
      entries.append(way)
    }
  }

  /// The pieces of each way, where all of them are lettered in order; else empty.
  private static func ways(
    of bullet: BenchmarkSeries.Bullet, _ count: Int
  ) -> [String: [BenchmarkSeries.Piece]] {
    var ways: [String: [BenchmarkSeries.Piece]] = [:]
    var order: [String] = []
    var first: BenchmarkSeries.Piece?
    var isOpen = false
    for piece in bullet.pieces.dropFirst() {
      if let letter = letter(of: piece.text) {
        order.append(letter)
        ways[letter, default: []].append(piece)
        first = first ?? piece
        isOpen = true
      } else if let first, isOpen {
        // A point beside the ways is the measure's own, and so is what follows it.
        isOpen = !stands(piece, beside: first)
        if isOpen, let last = order.last { ways[last]?.append(piece) }
      }
    }
    return order == Array(letters.prefix(count)) ? ways : [:]
  }

  /// Whether a piece is a point of the same depth.
  private static func stands(
    _ piece: BenchmarkSeries.Piece, beside other: BenchmarkSeries.Piece
  ) -> Bool {
    guard let mark = BulletMark.split(piece.line.text)?.mark,
      mark == BulletMark.split(other.line.text)?.mark
    else { return false }
    return piece.line.page != other.line.page || piece.line.indent <= other.line.indent + 1.5
  }

  /// The letter of `(A) …`, `B. …`, `Option C: …`, `Interface alternative A: …`.
  private static func letter(of text: String) -> String? {
    var rest = text[...]
    for word in [
      "interface ", "storage ", "option ", "alternative ", "requirement ", "constraint ", "type ",
    ] where rest.prefix(word.count).lowercased() == word {
      rest = rest.dropFirst(word.count)
    }
    if rest.first == "(" { rest = rest.dropFirst() }
    guard let letter = rest.first, letters.contains(String(letter)),
      let mark = rest.dropFirst().first, ").:–—-".contains(mark),
      rest.dropFirst(2).first == " " || rest.dropFirst(2).isEmpty
    else { return nil }
    return String(letter)
  }

  /// Lettered ways that stand on the depth of their measure belong to it.
  private func foldAlternatives(_ series: inout BenchmarkSeries) {
    guard Self.alternatives.keys.contains(where: { $0.hasPrefix(series.id + ".") }) else { return }
    var bullets: [BenchmarkSeries.Bullet] = []
    for bullet in series.bullets {
      if !bullets.isEmpty, let first = bullet.pieces.first, Self.letter(of: first.text) != nil {
        bullets[bullets.count - 1].pieces += bullet.pieces
      } else {
        bullets.append(bullet)
      }
    }
    series.bullets = bullets
  }

  /// At SL3 appendix B sets the read-only copy of the gold image apart from the integrity checks,
  /// which table 6.3 has as one measure.
  private mutating func joinReferenceCopy(_ series: inout BenchmarkSeries) {
    guard series.id == "SL3.WS.MON", series.bullets.count == 6 else { return }
    let places = series.bullets.indices.filter {
      MeasureLabels.namesGoldImage(series.bullets[$0].text)
    }
    let checks = series.bullets.indices.filter { index in
      !places.contains(index)
        && MeasureLabels.label(of: series.bullets[index].text).lowercased()
          .contains("integrity")
    }
    let pair = places.count == 1 ? (places + checks).sorted() : places
    guard pair.count == 2 else { return }
    let joined = BenchmarkSeries.Bullet(
      line: series.bullets[pair[0]].line,
      pieces: series.bullets[pair[0]].pieces + series.bullets[pair[1]].pieces)
    series.bullets = series.bullets.indices.filter { !pair.contains($0) }.map { series.bullets[$0] }
    series.bullets.append(joined)
    notes.append(
      (
        "SL3.WS.MON.5 is two bullets in appendix B, the checks and their gold image, and one in "
          + "table 6.3", joined.line.line
      ))
  }

  // MARK: Attack vectors

  private mutating func addVectors(_ table: FeasibilityTable, _ labels: ReportLabels) {
    let rows = Dictionary(uniqueKeysWithValues: table.rows.map { ($0.vector, $0) })
    for category in AttackVectors.categories {
      guard let place = labels.places[category.id] else { continue }
      entries.append(
        ImportedEntry(
          id: category.id, kind: .section, title: category.name, locator: place.line.locator))
    }
    for vector in AttackVectors.all {
      let row = rows[vector.id]
      let label = labels.places[vector.id]
      guard let line = row?.line ?? label?.line else { continue }
      let text = label?.text ?? vector.label
      var entry = ImportedEntry(
        id: vector.id, kind: .vector, parent: vector.category, title: vector.label,
        statement: text, rawText: text, locator: line.locator)
      for (index, score) in (row?.scores ?? []).enumerated() {
        entry.scores["OC\(index + 1)"] = score
      }
      entries.append(entry)
    }
    for row in table.unclear {
      notes.append(
        (
          "the scores of '\(row.label)' (\(row.vector)) cannot be told apart from "
            + "'\(row.scores)'", row.line.line
        ))
    }
    for labels in table.together {
      notes.append(
        (
          "the scores of \(labels.map { "'\($0)'" }.joined(separator: ", ")) stand together, apart "
            + "from labels of theirs, and were taken in order", nil
        ))
    }
    if table.strayRows > 0 {
      notes.append(("table 5.2 has \(table.strayRows) rows of scores before its first label", nil))
    }
  }
}

extension PagedLine.Doubt {
  /// What the text of an entry may have, behind `… may`.
  fileprivate var reason: String {
    switch self {
    case .marker: "hold the number of a footnote"
    case .note: "hold a footnote"
    case .restOfNote: "hold the rest of a footnote, which goes on from the page before"
    case .outOfOrder: "hold a line that belongs elsewhere: it does not go on from the one before"
    case .brokenOff: "lack some: it stops in the middle of a sentence"
    case .notesEnd: "lack text that was taken for the end of a footnote"
    }
  }
}

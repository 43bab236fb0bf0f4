internal import ControlModel

/// The text of the Machine learning principles, as converters make it of the PDF, taken apart into the
/// blocks that a page of the site has.
///
/// Known titles open measures; where blank lines tell paragraphs apart, so does a short line between
/// them that ends in no stop. Where bullets stand in lines of their own, the lines of their points
/// may have another order than in print: they are handed over as torn.
struct MLPrinciplesText: Sendable {
  private(set) var blocks: [TextBlock] = []
  /// Lines that have lost their order.
  private(set) var torn: [TornText] = []
  /// Text that belongs to no measure.
  private(set) var unplaced: [UnplacedText] = []
  /// Hyphens that were put back: the words.
  private(set) var restored: [String] = []
  /// Two principles that do not follow each other in print: what is wrong, and the line.
  private(set) var disorder: (summary: String, line: Int?)?
  /// How many principles have their known title.
  private(set) var principles = 0

  private let words: Set<String>
  private let marks: ConvertedMarks
  private let hangs: Bool
  /// Whether blank lines stand between paragraphs, not inside them.
  private let gapsMean: Bool
  private var pieces: [Piece] = []
  private var items = 0
  /// The number of the principle that is open while titles are looked for.
  private var open: String?

  /// Lines that belong together.
  private struct Piece: Sendable {
    var kind: Kind
    var lines: [PagedLine]
    var text: String { lines.map(\.text).joined(separator: " ") }
    var isPoint: Bool { if case .point = kind { true } else { false } }
  }

  private enum Kind: Hashable, Sendable {
    case part
    case principle
    /// `Goals:`, or a question.
    case passage
    /// The known title of a measure.
    case measure
    case point(column: Double)
    case text
    /// A heading behind the principles.
    case end
  }

  private static let head = "machinelearningprinciples"

  /// For `PagedText`.
  static let signs = PagedText.Signs(
    isHead: { text in
      // `pdftohtml` writes what a link leads to before the head.
      let letters = SquashedText.squash(text).replacing("linktopage", with: "")
      guard letters != "nationalcybersecuritycentre" else { return true }
      guard letters.hasSuffix(head) else { return false }
      // The head of a part's title page names the part too.
      return letters == head || MLPrinciplesReader.isPartLine(String(text.dropLast(head.count + 3)))
    },
    isContent: { MLPrincipleTitles.principle($0) != nil || MLPrinciplesReader.isPartLine($0) },
    lowestPage: 1)

  init(_ text: PagedText, marks: ConvertedMarks = .glyphs) {
    var lines = text.lines.filter { $0.role != .furniture }
    StrayBlanks.remove(from: &lines)
    restored = text.restored.map(\.word) + JoinedWords.principles.restore(&lines)
    words = text.words
    self.marks = marks
    hangs = zip(lines, lines.dropFirst()).contains { line, next in
      marks.bullet(line.text) != nil && !next.hasGap
        && marks.bullet(next.text) == nil && next.indent > line.indent
    }
    gapsMean = Self.gapsMean(lines)
    var index = 0
    while index < lines.count {
      let count = titleLength(lines, at: index)
      if count > 0 {
        index += count
      } else {
        add(lines[index])
        index += 1
      }
    }
    dropContents()
    principles = pieces.count {
      $0.kind == .principle && MLPrincipleTitles.principle($0.text) != nil
    }
    checkOrder()
    write()
  }

  /// Converters that measure room put blank lines into paragraphs too.
  private static func gapsMean(_ lines: [PagedLine]) -> Bool {
    let inside = zip(lines, lines.dropFirst()).count { line, next in
      next.hasGap && !next.opensPage && next.text.first?.isLowercase == true
        && !".:;,)".contains(line.text.last ?? ".")
    }
    return inside < 3 || inside * 50 < lines.count
  }

  /// Adds a title as a piece of its own.
  ///
  /// - Returns: how many lines it takes; 0 when no title starts here.
  private mutating func titleLength(_ lines: [PagedLine], at index: Int) -> Int {
    let line = lines[index]
    let text = line.text
    guard text.utf8.count < MLMeasureTitles.lengthLimit, marks.bullet(text) == nil else { return 0 }
    if let count = measureLength(lines, at: index) { return open(.measure, lines, index, count) }
    guard text.utf8.count < 120 else { return 0 }
    if MLPrinciplesReader.isPartLine(text) { return open(.part, lines, index, 1) }
    if MLPrinciplesReader.isGoals(text) || MLPrinciplesReader.isQuestion(text) {
      return open(.passage, lines, index, 1)
    }
    if line.hasGap || line.opensPage ? NCSCPage.isFurniture(text) : text == "Further reading" {
      return open(.end, lines, index, 1)
    }
    guard text.first?.isNumber == true || line.hasGap || line.opensPage else { return 0 }
    for count in 1...2 where index + count <= lines.count {
      let title = lines[index..<(index + count)].map(\.text).joined(separator: " ")
      let isFollowed =
        index + count < lines.count && MLPrinciplesReader.isGoals(lines[index + count].text)
      if MLPrincipleTitles.principle(title) != nil
        || isFollowed && MLPrinciplesReader.principle(title) != nil
      {
        return open(.principle, lines, index, count)
      }
    }
    return 0
  }

  /// How many lines the known title of a measure takes; nil when none starts here.
  private func measureLength(_ lines: [PagedLine], at index: Int) -> Int? {
    guard let open, lines[index].text.first?.isUppercase == true else { return nil }
    var title = ""
    for count in 1...MLMeasureTitles.lineLimit where index + count <= lines.count {
      let text = lines[index + count - 1].text
      guard text.utf8.count < MLMeasureTitles.lengthLimit else { return nil }
      title += " " + text
      if MLMeasureTitles.place(of: title, in: open) != nil { return count }
    }
    return nil
  }

  private mutating func open(
    _ kind: Kind, _ lines: [PagedLine], _ index: Int, _ count: Int
  ) -> Int {
    let piece = Piece(kind: kind, lines: Array(lines[index..<(index + count)]))
    pieces.append(piece)
    switch kind {
    case .principle: open = MLPrinciplesReader.principle(piece.text)?.id
    case .part, .end: open = nil
    case .passage, .measure, .point, .text: break
    }
    return count
  }

  private mutating func add(_ line: PagedLine) {
    if let rest = marks.bullet(line.text) {
      var own = line
      own.text = rest
      own.rawText = marks.bullet(line.rawText) ?? rest
      pieces.append(Piece(kind: .point(column: line.indent), lines: [own]))
    } else if continues(line) {
      pieces[pieces.count - 1].lines.append(line)
    } else {
      pieces.append(Piece(kind: .text, lines: [line]))
    }
  }

  private func continues(_ line: PagedLine) -> Bool {
    guard let piece = pieces.last, let previous = piece.lines.last else { return false }
    let isLower = line.text.first?.isLowercase == true
    switch piece.kind {
    case .part, .principle, .passage, .measure, .end: return false
    case .text:
      if line.opensPage {
        // A full line goes on, whatever letter comes.
        return !".!?:".contains(previous.text.last ?? ".") && (isLower || piece.lines.count > 1)
      }
      return !line.hasGap || !gapsMean
    case .point(let column):
      if line.opensPage {
        return !".!?:".contains(previous.text.last ?? ".")
          && (hangs ? line.indent > column : isLower)
      }
      return (!line.hasGap || !gapsMean) && (!hangs || line.indent > column)
    }
  }

  /// Contents and lists of links name the parts too: before the first principle and behind the body a
  /// part counts when a principle of it follows.
  private mutating func dropContents() {
    let places = pieces.indices.filter { [.part, .principle, .end].contains(pieces[$0].kind) }
    var before = Kind.end
    for (order, index) in places.enumerated() {
      defer { if pieces[index].kind != .text { before = pieces[index].kind } }
      guard pieces[index].kind == .part, before != .principle else { continue }
      let next = order + 1 < places.count ? pieces[places[order + 1]] : nil
      let isOpened = next.map {
        $0.kind == .principle
          ? MLPrinciplesReader.principle($0.text)?.id.first == Self.number(pieces[index].text)
          : $0.text == pieces[index].text
      }
      if isOpened != true { pieces[index].kind = .text }
    }
  }

  private static func number(_ part: String) -> Character? { part.first { $0.isNumber } }

  private mutating func checkOrder() {
    let titles = pieces.filter { $0.kind == .principle }
    let ids = titles.map { MLPrinciplesReader.principle($0.text)?.id ?? "" }
    for (index, pair) in zip(ids, ids.dropFirst()).enumerated() where pair.0 >= pair.1 {
      let (first, second) = (titles[index], titles[index + 1])
      disorder = (
        "has '\(second.text)' behind '\(first.text)': its lines are not in the order of the page",
        second.lines.first?.line
      )
      return
    }
  }

  /// Whether a piece stands as the title of a measure does.
  private func isMeasure(_ index: Int) -> Bool {
    let piece = pieces[index]
    guard gapsMean, piece.kind == .text, index > 0, index + 1 < pieces.count,
      piece.lines.count <= 2,
      let line = piece.lines.first, let next = pieces[index + 1].lines.first,
      pieces[index + 1].kind == .text, next.hasGap || next.opensPage,
      next.text.first?.isUppercase == true
    else { return false }
    let text = piece.text
    guard text.utf8.count < 140, text.first?.isUppercase == true,
      !".:;,?!)”’".contains(text.last ?? ".")
    else { return false }
    let before = pieces[index - 1]
    if before.kind == .passage { return true }
    if line.hasGap, !line.opensPage { return true }
    if case .point = before.kind { return line.opensPage }
    return line.opensPage && ".!?)".contains(before.text.last ?? " ")
  }
}

extension MLPrinciplesText {
  /// Whose text the lines behind a title are.
  private enum Region {
    case outside
    case part
    case goals(String)
    /// The reasons of a principle, or a measure.
    case entry(String, ImportedEntry.Kind)
    /// Behind the question how a principle could be implemented, before the first measure.
    case how(String)
  }

  /// Writes the pieces behind each title as blocks, or hands them over as torn.
  private mutating func write() {
    guard let first = pieces.firstIndex(where: { $0.kind == .part || $0.kind == .principle })
    else { return }
    var region = Region.outside
    var principle = ""
    var measures = 0
    var body: [Int] = []
    for index in first..<pieces.count {
      let piece = pieces[index]
      var next: Region?
      switch piece.kind {
      case .part: next = .part
      case .end: next = .outside
      case .principle:
        principle = MLPrinciplesReader.principle(piece.text)?.id ?? ""
        measures = 0
        next = .entry(principle, .principle)
      case .passage where MLPrinciplesReader.isGoals(piece.text): next = .goals(principle)
      case .passage where MLPrinciplesReader.isHow(piece.text): next = .how(principle)
      case .passage: next = .entry(principle, .principle)
      case .measure: next = measure(piece, of: principle, &measures)
      case .text where isInProse(region) && isMeasure(index):
        next = measure(piece, of: principle, &measures)
      case .point, .text: body.append(index)
      }
      guard let next else { continue }
      close(region, body)
      body = []
      // What is no title of a principle's own is none outside of one.
      region = principle.isEmpty && piece.kind != .part ? .outside : next
      appendHeading(piece, in: principle)
    }
    close(region, body)
  }

  private func isInProse(_ region: Region) -> Bool {
    switch region {
    case .outside, .goals: false
    case .part, .entry, .how: true
    }
  }

  private func measure(_ piece: Piece, of principle: String, _ measures: inout Int) -> Region {
    measures = MLMeasureTitles.number(of: piece.text, in: principle, after: measures)
    return .entry("\(principle).m\(measures)", .measure)
  }

  private mutating func close(_ region: Region, _ body: [Int]) {
    let body = body.map { pieces[$0] }
    guard !body.isEmpty else { return }
    switch region {
    case .outside, .part: appendText(body)
    case .goals(let id) where Self.isTorn(body) || body.contains { !$0.isPoint }:
      let points = body.count { $0.isPoint }
      let ids = (1...max(points, MLPrincipleTitles.goals[id] ?? 1)).map { "\(id).g\($0)" }
      torn.append(TornText(ids: ids, kind: .goal, lines: Self.tornLines(body)))
    case .goals: for piece in body { append([piece], isPoint: piece.isPoint) }
    case .entry(let id, let kind):
      if Self.isTorn(body) {
        torn.append(TornText(ids: [id], kind: kind, lines: Self.tornLines(body)))
      } else {
        appendText(body)
      }
    case .how(let id):
      unplaced += body.filter { !$0.text.isEmpty }.map { piece in
        UnplacedText(
          text: piece.text, position: "before the measures of \(id)",
          locator: piece.lines[0].locator)
      }
    }
  }

  /// Whether bullets stand in lines of their own, or words have lost the blanks between them.
  private static func isTorn(_ body: [Piece]) -> Bool {
    body.contains { piece in
      piece.isPoint && piece.lines[0].text.isEmpty
        || piece.lines.contains { hasLostBlanks($0.text) }
    }
  }

  /// Letters of the longest word.
  private static let wordLimit = 36

  private static func hasLostBlanks(_ text: String) -> Bool {
    var letters = 0
    for byte in text.utf8 {
      letters = (0x61...0x7A).contains(byte | 0x20) ? letters + 1 : 0
      if letters > wordLimit { return true }
    }
    return false
  }

  private static func tornLines(_ body: [Piece]) -> [TornText.Line] {
    var lines: [TornText.Line] = []
    var hasBullet = false
    for piece in body {
      if piece.isPoint { hasBullet = true }
      // The number of the page may have got between them.
      for line in piece.lines where !line.text.isEmpty && TextPages.loneNumber(line.text) == nil {
        lines.append(
          TornText.Line(text: line.text, hasBullet: hasBullet, locator: line.locator))
        hasBullet = false
      }
    }
    return lines
  }

  private mutating func appendHeading(_ piece: Piece, in principle: String) {
    var block = block([piece], .heading(2))
    if piece.kind == .measure, let title = MLMeasureTitles.title(piece.text, in: principle) {
      block.text = title
    }
    blocks.append(block)
  }

  /// Paragraphs and points of running text are one: blank lines may stand anywhere.
  private mutating func appendText(_ pieces: [Piece]) { append(pieces, isPoint: false) }

  private mutating func append(_ pieces: [Piece], isPoint: Bool) {
    var block = block(pieces, .paragraph)
    if isPoint {
      items += 1
      block.kind = .point
      block.item = items
      block.startsItem = true
      block.depth = 1
    }
    blocks.append(block)
  }

  private func block(_ pieces: [Piece], _ kind: TextBlock.Kind) -> TextBlock {
    var block = TextBlock(
      kind: kind, text: "", rawText: "", line: pieces.first?.lines.first?.line ?? 0)
    for line in pieces.flatMap(\.lines) {
      LineJoining.append(line.text, to: &block.text, words: words)
      LineJoining.append(line.rawText, to: &block.rawText, words: words)
      block.footnoteMarkers += line.footnoteMarkers
    }
    return block
  }
}

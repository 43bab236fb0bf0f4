internal import ControlModel

/// The text of the Machine learning principles, as converters make it of the PDF, taken apart into the
/// blocks that a page of the site has.
///
/// Where bullets stand in lines of their own, the lines of their points may have another order than in
/// print: they are handed over as torn.
struct MLPrinciplesText: Sendable {
  private(set) var blocks: [TextBlock] = []
  /// Lines that have lost their order.
  private(set) var torn: [TornText] = []
  /// Text that belongs to no measure.
  private(set) var unplaced: [UnplacedText] = []

  private let found: MLPrinciplesPieces
  private var items = 0

  private typealias Piece = MLPrinciplesPieces.Piece

  /// Hyphens that were put back: the words.
  var restored: [String] { found.restored }
  /// Two principles that do not follow each other in print: what is wrong, and the line.
  var disorder: (summary: String, line: Int?)? { found.disorder }
  /// How many principles have their known title.
  var principles: Int { found.principles }

  init(_ text: PagedText, marks: ConvertedMarks = .glyphs) {
    found = MLPrinciplesPieces(text, marks: marks)
    write()
  }

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
    let pieces = found.all
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
      case .text where isInProse(region) && found.isMeasure(index):
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
    let body = body.map { found.all[$0] }
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
      LineJoining.append(line.text, to: &block.text, words: found.words)
      LineJoining.append(line.rawText, to: &block.rawText, words: found.words)
      block.footnoteMarkers += line.footnoteMarkers
    }
    return block
  }
}

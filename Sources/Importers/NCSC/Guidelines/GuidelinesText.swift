internal import ControlModel

/// The text of the Guidelines, as converters make it of the PDF, taken apart into the blocks that a
/// page of the site has.
///
/// Known titles open sections and guidelines. With `-layout` bullets stand before their points, and
/// columns tell the depth; without it, bullets stand above each other, and their texts behind them.
/// Points that cannot be told apart are handed over as torn, all of their guideline; of a text whose
/// titles have another order than in print, all of the document.
struct GuidelinesText: Sendable {
  private(set) var blocks: [TextBlock] = []
  private(set) var unplaced: [UnplacedText] = []
  /// Points that have lost their order.
  private(set) var torn: [TornText] = []
  private(set) var notes: [String] = []
  /// Paragraphs before the first title.
  private(set) var surroundingBlocks = 0
  /// The titles that open sections and guidelines.
  let titles: GuidelineTitleLines

  private let lines: [PagedLine]
  private let words: Set<String>
  private let marks: ConvertedMarks
  /// Whether guidelines stand in another order than in print: no point is sure to be its guideline's.
  private let isDisordered: Bool
  /// The lines of all points of such a text.
  private var pool: [TornText.Line] = []
  /// The right edge of each page's text, in letters.
  private var edges: [Int: Double] = [:]
  /// Whether the text of a point stands further in than its bullet.
  private let hangs: Bool
  private var pieces: [GuidelinePiece] = []
  /// Bullets that wait for their texts.
  private var waiting = 0
  private var stacks = 0
  private var items = 0
  /// Whether bullets and texts of the open guideline have lost their order.
  private var isMixed = false
  private var guideline: String?
  /// Whether lines belong to the text below a section's title.
  private var isIntroduction = false
  /// Whether an unknown heading has ended the body, so that points need no depth.
  private var isOutside = false

  /// For `PagedText`.
  static let signs = PagedText.Signs(
    isHead: { FoldedText.comparable($0) == "guidelines for secure ai system development" },
    isContent: { GuidelineTitles.guideline($0) != nil || GuidelineTitles.section($0) != nil },
    lowestPage: 1)

  init(_ text: PagedText, marks: ConvertedMarks = .glyphs) {
    self.marks = marks
    var lines = text.lines.filter { $0.role != .furniture }
    StrayBlanks.remove(from: &lines)
    let restored = text.restored.map(\.word) + JoinedWords.guidelines.restore(&lines)
    self.lines = lines
    words = text.words
    titles = GuidelineTitleLines(lines)
    isDisordered = titles.disorder != nil
    hangs = zip(lines, lines.dropFirst()).contains { line, next in
      marks.bullet(line.text).map { !$0.isEmpty } ?? false && !next.hasGap
        && marks.bullet(next.text) == nil && next.indent > line.indent
    }
    for line in lines {
      edges[line.page] = max(edges[line.page] ?? 0, line.indent + LineWidth.of(line.text))
    }
    read()
    if let (first, second) = titles.disorder {
      notes.append(
        "has '\(second.text)' behind '\(first.text)', in another order than the print: text is "
          + "taken where its digest proves it")
    }
    takeMarkers()
    if let note = JoinedWords.note(restored) { notes.append(note) }
  }

  private mutating func read() {
    let first = titles.titles.first?.lines.lowerBound ?? lines.count
    surroundingBlocks = lines[..<first].count { $0.hasGap || $0.opensPage }
    for (title, next) in regions() {
      append(
        TextBlock(
          kind: .heading(title.isSection ? 1 : 2), text: title.text, rawText: title.text,
          line: lines[title.lines.lowerBound].line ?? 0))
      guideline = title.isSection ? nil : title.id
      isOutside = false
      isIntroduction = false
      for index in title.lines.upperBound..<(next?.lines.lowerBound ?? lines.count) {
        read(index, isFirst: index == title.lines.upperBound)
      }
      close()
    }
    if !pool.isEmpty {
      torn.append(
        TornText(
          ids: GuidelinePoints.print.keys.sorted().flatMap(GuidelinePoints.ids), kind: .bullet,
          lines: pool))
    }
  }

  /// Each title with the one that stands behind it, in the order of the print.
  private func regions() -> [(GuidelineTitleLines.Title, GuidelineTitleLines.Title?)] {
    let regions = zip(titles.titles, titles.titles.dropFirst().map { $0 } + [nil])
    guard isDisordered else { return Array(regions) }
    return regions.enumerated().sorted { one, other in
      let (left, right) = (titles.rank(one.element.0), titles.rank(other.element.0))
      return (left, one.offset) < (right, other.offset)
    }.map(\.element)
  }

  private mutating func takeMarkers() {
    let known = notesListed()
    CountedMarkers.take(outOf: &blocks, known: known)
    for index in blocks.indices {
      blocks[index].text = StrayBlanks.removed(blocks[index].text) ?? blocks[index].text
    }
    // Torn lines have no order in which to count; whether they are right, their digests tell.
    for text in torn.indices {
      for line in torn[text].lines.indices {
        torn[text].lines[line].text = CountedMarkers.without(known, torn[text].lines[line].text)
      }
    }
  }

  private mutating func read(_ index: Int, isFirst: Bool) {
    let line = lines[index]
    if isDisordered, TextPages.loneNumber(line.text) != nil { return }
    if isDisordered, line.text.hasPrefix("This section contains guidelines") {
      // It belongs to a section whose title stands elsewhere; the catalog has no text of sections.
      close()
      isIntroduction = true
      surroundingBlocks += 1
    }
    if isIntroduction { return }
    if let rest = marks.bullet(line.text) {
      if rest.isEmpty {
        waiting += 1
        return
      }
      if waiting > 0 { isMixed = true }
      waiting = 0
      stacks += 1
      var own = line
      own.text = rest
      own.rawText = marks.bullet(line.rawText) ?? rest
      pieces.append(GuidelinePiece(.point(column: line.indent), own, stack: stacks))
    } else if waiting > 0 {
      stacks += 1
      pieces.append(GuidelinePiece(.stack(waiting), line, stack: stacks))
      waiting = 0
    } else if continues(index) {
      pieces[pieces.count - 1].lines.append(line)
    } else if !isFirst, isHeading(index) {
      close()
      guideline = nil
      isOutside = true
      append(
        TextBlock(kind: .heading(2), text: line.text, rawText: line.rawText, line: line.line ?? 0))
    } else {
      let isStray = line.text.first?.isLowercase == true
      if isStray { isMixed = true }
      pieces.append(GuidelinePiece(isStray ? .stray : .paragraph, line, stack: 0))
    }
  }

  /// Whether a line goes on with the open piece.
  private func continues(_ index: Int) -> Bool {
    let line = lines[index]
    guard let piece = pieces.last, let previous = piece.lines.last else { return false }
    let isLower = line.text.first?.isLowercase == true
    if line.opensPage || line.hasGap {
      guard isLower, !".!?:".contains(previous.text.last ?? ".") else { return false }
      switch piece.kind {
      case .paragraph, .stray: return true
      case .point(let column): return hangs ? line.indent > column : line.opensPage
      case .stack: return line.opensPage
      }
    }
    switch piece.kind {
    case .paragraph, .stray: return true
    case .stack(let count) where count > 1: return true
    case .point(let column) where hangs: return line.indent > column
    // Text that follows the list without a blank line.
    case .point, .stack: return isLower || !endsEarly(index - 1)
    }
  }

  /// Whether a line stands as a title does that the Guidelines do not have, or opens what stands
  /// behind them.
  private func isHeading(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.hasGap || line.opensPage, GuidelineTitleLines.mayBeTitle(line.text) else {
      return false
    }
    if NCSCPage.isFurniture(line.text) { return true }
    if let last = pieces.last?.lines.last?.text.last, case .paragraph = pieces.last?.kind,
      !".!?:)”".contains(last)
    {
      return false
    }
    guard !":;,!?)".contains(line.text.last ?? ":"), index + 1 < lines.count else { return false }
    let next = lines[index + 1]
    return endsEarly(index) && next.text.first?.isLowercase != true
      && marks.bullet(next.text) == nil
  }

  /// Whether a line was broken although the next word had room.
  private func endsEarly(_ index: Int) -> Bool {
    let line = lines[index]
    guard index + 1 < lines.count else { return true }
    return LineWidth.room(
      after: line.indent + LineWidth.of(line.text), before: lines[index + 1].text,
      in: edges[line.page] ?? 0) >= 2 * StackedPoints.clearRoom
  }

  /// The numbers of the notes: `7. More of this`.
  private func notesListed() -> Set<Int> {
    let last = titles.titles.last?.lines.upperBound ?? 0
    return Set(
      lines[last...].compactMap { line in
        let digits = line.text.prefix { $0.isNumber }
        let rest = line.text.dropFirst(digits.count)
        return rest.hasPrefix(". ") ? Int(digits) : nil
      })
  }
}

extension GuidelinesText {
  private mutating func append(_ block: TextBlock) { blocks.append(block) }

  /// Writes the pieces of a guideline as blocks.
  private mutating func close() {
    defer {
      pieces = []
      isMixed = false
      waiting = 0
    }
    if isOutside {
      for piece in pieces { append(block(piece.lines[...], .paragraph)) }
      return
    }
    let place = guideline ?? blocks.last { $0.isHeading }?.text ?? ""
    if waiting > 0 {
      isMixed = true
      if pieces.isEmpty {
        notes.append("\(place) has \(waiting) bullets without a text")
        return
      }
    }
    if isDisordered {
      for piece in pieces where piece.isPoint || piece.kind == .stray {
        pool += tornLines(of: piece)
      }
      for piece in pieces where !piece.isPoint && piece.kind != .stray {
        append(block(piece.lines[...], .paragraph))
      }
      return
    }
    let parted = pieces.map { $0.parted(edge: edges[$0.lines.first?.page ?? 0] ?? 0) }
    let depths = depths(of: parted, place: place)
    let ids = depths == nil ? GuidelinePoints.ids(place) : []
    if !ids.isEmpty {
      let lines = pieces.filter { $0.isPoint || $0.kind == .stray }.flatMap(tornLines)
      torn.append(TornText(ids: ids, kind: .bullet, lines: lines))
    }
    var position = 0
    for (piece, parts) in zip(pieces, parted) {
      if !piece.isPoint, piece.kind != .stray {
        append(block(piece.lines[...], .paragraph))
      } else if let depths, let parts {
        for part in parts {
          var block = block(part, .point)
          items += 1
          block.item = items
          block.startsItem = true
          block.depth = depths[position]
          position += 1
          append(block)
        }
      } else if ids.isEmpty {
        let block = block(piece.lines[...], .paragraph)
        unplaced.append(
          UnplacedText(
            text: block.rawText, position: "among the points of \(place)", locator: block.locator))
      }
    }
  }

  /// The depths of the points of all pieces; nil, and a note, when something of them is not known.
  private mutating func depths(of parted: [[ArraySlice<PagedLine>]?], place: String) -> [Int]? {
    let points = zip(pieces, parted).flatMap { piece, parts in
      piece.isPoint ? (parts ?? []).map { point($0, of: piece) } : []
    }
    let isSplit = !parted.contains { $0 == nil }
    if isSplit, !isMixed, let depths = GuidelinePoints.depths(of: points, in: guideline ?? "") {
      let printed = guideline.flatMap { GuidelinePoints.print[$0] }.map { $0.reduce($0.count, +) }
      if let printed, !points.isEmpty, printed != points.count {
        notes.append(
          "\(place) has \(points.count) points; the print of November 2023 has \(printed)")
      }
      return depths
    }
    let missing =
      isMixed
      ? "which line belongs to which point"
      : isSplit ? "how deep its points stand" : "where its points end"
    notes.append(
      "\(place): the text does not show \(missing); only those are taken whose digest proves them")
    return nil
  }

  private func tornLines(of piece: GuidelinePiece) -> [TornText.Line] {
    piece.lines.enumerated().map { index, line in
      TornText.Line(
        text: line.text, hasBullet: index == 0 && piece.isPoint, locator: line.locator)
    }
  }

  private func point(
    _ lines: ArraySlice<PagedLine>, of piece: GuidelinePiece
  ) -> GuidelinePoints.Point {
    var column: Double?
    if case .point(let own) = piece.kind { column = own }
    return GuidelinePoints.Point(
      column: column, stack: piece.stack, opensList: lines.last?.text.last == ":")
  }

  private func block(_ lines: ArraySlice<PagedLine>, _ kind: TextBlock.Kind) -> TextBlock {
    var block = TextBlock(kind: kind, text: "", rawText: "", line: lines.first?.line ?? 0)
    for line in lines {
      LineJoining.append(line.text, to: &block.text, words: words)
      LineJoining.append(line.rawText, to: &block.rawText, words: words)
      block.footnoteMarkers += line.footnoteMarkers
    }
    return block
  }
}

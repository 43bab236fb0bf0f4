internal import ControlModel

/// The plain text of the Machine learning principles, as `pdftotext -layout` makes it of the PDF,
/// taken apart into the blocks that a page of the site has.
///
/// A measure is a short line between blank lines that ends in no stop. Without `-layout` bullets
/// stand apart from their points, and in another order: such a text is not read.
struct MLPrinciplesText: Sendable {
  private(set) var blocks: [TextBlock] = []
  /// Why it cannot be read: what is wrong, and the line; nil when it can.
  private(set) var flaw: (summary: String, line: Int?)?
  /// How many principles have their known title.
  private(set) var principles = 0

  private let words: Set<String>
  private let hangs: Bool
  private var pieces: [Piece] = []
  private var items = 0

  /// Lines that belong together.
  private struct Piece: Sendable {
    var kind: Kind
    var lines: [PagedLine]
    var text: String { lines.map(\.text).joined(separator: " ") }
  }

  private enum Kind: Hashable, Sendable {
    case part
    case principle
    /// `Goals:`, or a question.
    case passage
    case point(column: Double)
    case text
    /// A heading behind the principles.
    case end
  }

  /// For `PagedText`.
  static let signs = PagedText.Signs(
    isHead: { text in
      let folded = FoldedText.comparable(text)
      return folded == "machine learning principles"
        || folded.drop { $0.isNumber || $0 == " " } == "national cyber security centre"
    },
    isContent: { MLPrincipleTitles.principle($0) != nil || MLPrinciplesReader.isPartLine($0) },
    lowestPage: 1)

  init(_ text: PagedText) {
    let lines = text.lines.filter { $0.role != .furniture }
    words = text.words
    hangs = zip(lines, lines.dropFirst()).contains { line, next in
      Self.bullet(line.text) != nil && !next.hasGap && Self.bullet(next.text) == nil
        && next.indent > line.indent
    }
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

  /// Adds a title as a piece of its own.
  ///
  /// - Returns: how many lines it takes; 0 when no title starts here.
  private mutating func titleLength(_ lines: [PagedLine], at index: Int) -> Int {
    let line = lines[index]
    let text = line.text
    guard text.utf8.count < 120, Self.bullet(text) == nil else { return 0 }
    func open(_ kind: Kind, _ count: Int = 1) -> Int {
      pieces.append(Piece(kind: kind, lines: Array(lines[index..<(index + count)])))
      return count
    }
    if MLPrinciplesReader.isPartLine(text) { return open(.part) }
    if MLPrinciplesReader.isGoals(text) || MLPrinciplesReader.isQuestion(text) {
      return open(.passage)
    }
    if line.hasGap || line.opensPage, NCSCPage.isFurniture(text) { return open(.end) }
    guard text.first?.isNumber == true || line.hasGap || line.opensPage else { return 0 }
    for count in 1...2 where index + count <= lines.count {
      let title = lines[index..<(index + count)].map(\.text).joined(separator: " ")
      let isFollowed =
        index + count < lines.count && MLPrinciplesReader.isGoals(lines[index + count].text)
      if MLPrincipleTitles.principle(title) != nil
        || isFollowed && MLPrinciplesReader.principle(title) != nil
      {
        return open(.principle, count)
      }
    }
    return 0
  }

  private mutating func add(_ line: PagedLine) {
    if let rest = Self.bullet(line.text) {
      var own = line
      own.text = rest
      own.rawText = Self.bullet(line.rawText) ?? rest
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
    case .part, .principle, .passage, .end: return false
    case .text:
      if line.opensPage {
        // A full line goes on, whatever letter comes.
        return !".!?:".contains(previous.text.last ?? ".") && (isLower || piece.lines.count > 1)
      }
      return !line.hasGap
    case .point(let column):
      if line.opensPage {
        return !".!?:".contains(previous.text.last ?? ".")
          && (hangs ? line.indent > column : isLower)
      }
      return !line.hasGap && (!hangs || line.indent > column)
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
      flaw = (
        "has '\(second.text)' behind '\(first.text)': its lines are not in the order of the page",
        second.lines.first?.line
      )
      return
    }
  }

  private mutating func write() {
    guard let first = pieces.firstIndex(where: { $0.kind == .part || $0.kind == .principle })
    else { return }
    var isInGoals = false
    var isInBody = false
    for index in first..<pieces.count {
      let piece = pieces[index]
      switch piece.kind {
      case .part, .principle: isInBody = true
      case .passage: isInGoals = MLPrinciplesReader.isGoals(piece.text)
      case .end: isInBody = false
      case .point, .text: break
      }
      let opensMeasure = isInBody && !isInGoals && isMeasure(index)
      append(piece, isHeading: opensMeasure || piece.kind != .text)
      guard isInBody, flaw == nil else { continue }
      if case .point = piece.kind, piece.text.isEmpty {
        flaw = (
          "has bullets in lines of their own: what belongs to which is lost",
          piece.lines.first?.line
        )
      } else if piece.kind == .passage, MLPrinciplesReader.isHow(piece.text),
        index + 1 < pieces.count, !isMeasure(index + 1)
      {
        flaw = ("does not show where a measure starts", piece.lines.first?.line)
      }
    }
  }

  /// Whether a piece stands as the title of a measure does.
  private func isMeasure(_ index: Int) -> Bool {
    let piece = pieces[index]
    guard piece.kind == .text, index > 0, index + 1 < pieces.count, piece.lines.count <= 2,
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

  private mutating func append(_ piece: Piece, isHeading: Bool) {
    var block = TextBlock(
      kind: isHeading ? .heading(2) : .paragraph, text: "", rawText: "",
      line: piece.lines.first?.line ?? 0)
    for line in piece.lines {
      LineJoining.append(line.text, to: &block.text, words: words)
      LineJoining.append(line.rawText, to: &block.rawText, words: words)
      block.footnoteMarkers += line.footnoteMarkers
    }
    if case .point = piece.kind {
      items += 1
      block.kind = .point
      block.item = items
      block.startsItem = true
      block.depth = 1
    }
    blocks.append(block)
  }

  /// The text beside a bullet, which may be empty; nil without a bullet.
  private static func bullet(_ text: String) -> String? { GuidelinesText.bullet(text) }
}

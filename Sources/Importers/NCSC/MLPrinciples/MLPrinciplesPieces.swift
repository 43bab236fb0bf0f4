internal import ControlModel

/// Finds what belongs together in a text of the Machine learning principles: titles, questions, points
/// and paragraphs.
///
/// Known titles open measures; where blank lines tell paragraphs apart, so does a short line between
/// them that ends in no stop.
struct MLPrinciplesPieces: Sendable {
  /// In the order of the text.
  private(set) var all: [Piece] = []
  /// Hyphens that were put back: the words.
  private(set) var restored: [String] = []
  /// Two principles that do not follow each other in print: what is wrong, and the line.
  private(set) var disorder: (summary: String, line: Int?)?
  /// How many principles have their known title.
  private(set) var principles = 0

  /// Words that occur inside lines.
  let words: Set<String>
  private let marks: ConvertedMarks
  private let hangs: Bool
  /// Whether blank lines stand between paragraphs, not inside them.
  private let gapsMean: Bool
  /// The number of the principle that is open while titles are looked for.
  private var open: String?

  /// Lines that belong together.
  struct Piece: Sendable {
    /// What they are.
    var kind: Kind
    /// At least one.
    var lines: [PagedLine]
    var text: String { lines.map(\.text).joined(separator: " ") }
    var isPoint: Bool { if case .point = kind { true } else { false } }
  }

  /// What lines are.
  enum Kind: Hashable, Sendable {
    /// The title of a part.
    case part
    /// The title of a principle.
    case principle
    /// `Goals:`, or a question.
    case passage
    /// The known title of a measure.
    case measure
    /// A point of a list.
    case point(column: Double)
    /// Other lines.
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
    principles = all.count {
      $0.kind == .principle && MLPrincipleTitles.principle($0.text) != nil
    }
    checkOrder()
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
    all.append(piece)
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
      all.append(Piece(kind: .point(column: line.indent), lines: [own]))
    } else if continues(line) {
      all[all.count - 1].lines.append(line)
    } else {
      all.append(Piece(kind: .text, lines: [line]))
    }
  }

  private func continues(_ line: PagedLine) -> Bool {
    guard let piece = all.last, let previous = piece.lines.last else { return false }
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
    let places = all.indices.filter { [.part, .principle, .end].contains(all[$0].kind) }
    var before = Kind.end
    for (order, index) in places.enumerated() {
      defer { if all[index].kind != .text { before = all[index].kind } }
      guard all[index].kind == .part, before != .principle else { continue }
      let next = order + 1 < places.count ? all[places[order + 1]] : nil
      let isOpened = next.map {
        $0.kind == .principle
          ? MLPrinciplesReader.principle($0.text)?.id.first == Self.number(all[index].text)
          : $0.text == all[index].text
      }
      if isOpened != true { all[index].kind = .text }
    }
  }

  private static func number(_ part: String) -> Character? { part.first { $0.isNumber } }

  private mutating func checkOrder() {
    let titles = all.filter { $0.kind == .principle }
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
  func isMeasure(_ index: Int) -> Bool {
    let piece = all[index]
    guard gapsMean, piece.kind == .text, index > 0, index + 1 < all.count,
      piece.lines.count <= 2,
      let line = piece.lines.first, let next = all[index + 1].lines.first,
      all[index + 1].kind == .text, next.hasGap || next.opensPage,
      next.text.first?.isUppercase == true
    else { return false }
    let text = piece.text
    guard text.utf8.count < 140, text.first?.isUppercase == true,
      !".:;,?!)”’".contains(text.last ?? ".")
    else { return false }
    let before = all[index - 1]
    if before.kind == .passage { return true }
    if line.hasGap, !line.opensPage { return true }
    if case .point = before.kind { return line.opensPage }
    return line.opensPage && ".!?)".contains(before.text.last ?? " ")
  }
}

/// Puts bullets that a converter wrote above each other, or behind their text, to their measures: a
/// measure opens with its label, which a table of chapter 6 has too.
struct StackedBullets {
  typealias Piece = BenchmarkPieces.Piece

  private(set) var pieces: [Piece] = []
  /// The headings whose bullets were put to their texts.
  private(set) var headings: [PagedLine] = []

  /// Pieces of the longest part in which labels are looked for that differ by a word.
  private static let nearLimit = 2000

  private let labels: MeasureLabels

  init(_ source: [Piece], labels: MeasureLabels) {
    self.labels = labels
    var start = 0
    for index in source.indices.dropFirst() + [source.count] where index > start {
      if index < source.count, !Self.isHeading(source[index]) { continue }
      add(Array(source[start..<index]))
      start = index
    }
  }

  private static func isHeading(_ piece: Piece) -> Bool {
    switch piece {
    case .heading, .unknown: true
    case .bullet, .text: false
    }
  }

  /// Adds what stands under a heading. Only where as many lines open with a label as there are
  /// bullets that stand apart from their text is it sure which is whose.
  private mutating func add(_ part: [Piece]) {
    // Where another glyph opens the first measure, dots are inner points.
    guard part.contains(where: { Self.isAlone($0, .dot) }), Self.firstMark(part) == .dot else {
      pieces += part
      return
    }
    for isNear in part.count <= Self.nearLimit ? [false, true] : [false] {
      let opening = Set(part.indices.filter { opensMeasure(part, $0, isNear: isNear) })
      let displaced = part.indices.filter {
        Self.isAlone(part[$0], .dot) && !opening.contains($0 + 1)
      }
      guard !displaced.isEmpty else {
        pieces += part
        return
      }
      let homeless = opening.count { !($0 > 0 && Self.isAlone(part[$0 - 1])) }
      // A measure may have another label than the table, and its text right behind its bullet.
      let certain = displaced.filter { !Self.isText(part, $0 + 1) || Self.goesOn(part, $0 + 1) }
      if let moved = [displaced, certain].first(where: { $0.count == homeless }) {
        add(part, opening: opening, moved: Set(moved))
        return
      }
    }
    addDoubtful(part)
  }

  /// Adds it with the bullets before the lines that open measures.
  private mutating func add(_ part: [Piece], opening: Set<Int>, moved: Set<Int>) {
    if case .heading(_, _, let line) = part[0] { headings.append(line) }
    for (index, piece) in part.enumerated() {
      if opening.contains(index), case .text(let line) = piece {
        pieces.append(.bullet(.dot, text: line.text, rawText: line.rawText, line))
      } else if Self.isAlone(piece, .dot) {
        if !moved.contains(index), !opening.contains(index + 1) { pieces.append(piece) }
      } else if Self.isAlone(piece) {
        // The glyph of an inner point stays where its text comes next.
        if !opening.contains(index + 1), Self.isText(part, index + 1) { pieces.append(piece) }
      } else {
        pieces.append(piece)
      }
    }
  }

  /// - Parameter isNear: whether a label may differ from the table's by a word.
  private func opensMeasure(_ part: [Piece], _ index: Int, isNear: Bool) -> Bool {
    guard case .text(let line) = part[index] else { return false }
    switch index > 0 ? part[index - 1] : part[index] {
    case .text(let before) where index > 0:
      guard line.mayOpenParagraph(after: before.text) else { return false }
    case .bullet(_, let before, _, _):
      guard line.mayOpenParagraph(after: before) else { return false }
    case .text, .heading, .unknown: break
    }
    var next: String?
    if index + 1 < part.count, case .text(let line) = part[index + 1] { next = line.text }
    return labels.opens(line.text, next: next, isNear: isNear)
  }

  /// A bullet before the rest of a sentence, as at the head of a page, belongs to what comes later:
  /// it is put behind that text, where it has none.
  private mutating func addDoubtful(_ part: [Piece]) {
    var waiting: [Piece] = []
    for (index, piece) in part.enumerated() {
      if Self.isAlone(piece, .dot), Self.goesOn(part, index + 1) {
        waiting.append(piece)
        continue
      }
      if !Self.isText(part, index) {
        pieces += waiting
        waiting = []
      }
      pieces.append(piece)
    }
    pieces += waiting
  }

  /// Whether a line is the rest of the sentence that stands before the bullets above it.
  private static func goesOn(_ part: [Piece], _ index: Int) -> Bool {
    guard index < part.count, case .text(let line) = part[index],
      line.text.first?.isLowercase == true,
      let before = part[..<index].last(where: { !isAlone($0) }), let end = text(of: before).last
    else { return false }
    return !".!?:;”\")".contains(end)
  }

  private static func text(of piece: Piece) -> String {
    switch piece {
    case .bullet(_, let text, _, _): text
    case .text(let line): line.text
    case .heading, .unknown: ""
    }
  }

  private static func firstMark(_ part: [Piece]) -> BulletMark? {
    for case .bullet(let mark, _, _, _) in part { return mark }
    return nil
  }

  private static func isText(_ part: [Piece], _ index: Int) -> Bool {
    if index < part.count, case .text = part[index] { return true }
    return false
  }

  private static func isAlone(_ piece: Piece, _ wanted: BulletMark? = nil) -> Bool {
    guard case .bullet(let mark, let text, _, _) = piece else { return false }
    return text.isEmpty && (wanted == nil || mark == wanted)
  }
}

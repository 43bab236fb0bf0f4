/// Puts bullets that a converter wrote above each other, or behind their text, to their measures: a
/// measure opens with its label, which a table of chapter 6 has too.
struct StackedBullets {
  typealias Piece = BenchmarkPieces.Piece

  private(set) var pieces: [Piece] = []
  /// The headings whose bullets were put to their texts.
  private(set) var headings: [PagedLine] = []

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
  /// bullets without text is it sure which is whose.
  private mutating func add(_ part: [Piece]) {
    let opening = Set(part.indices.filter { opensMeasure(part, $0) })
    let alone = part.count { Self.isAlone($0, .dot) }
    guard alone > 0, alone == opening.count, Self.isStacked(part) else {
      pieces += part
      return
    }
    if case .heading(_, _, let line) = part[0] { headings.append(line) }
    for (index, piece) in part.enumerated() {
      if opening.contains(index), case .text(let line) = piece {
        pieces.append(.bullet(.dot, text: line.text, rawText: line.rawText, line))
      } else if Self.isAlone(piece) {
        // The glyph of an inner point stays where its text comes next.
        let isNext = index + 1 < part.count && !opening.contains(index + 1)
        if !Self.isAlone(piece, .dot), isNext, case .text = part[index + 1] {
          pieces.append(piece)
        }
      } else {
        pieces.append(piece)
      }
    }
  }

  private func opensMeasure(_ part: [Piece], _ index: Int) -> Bool {
    guard case .text(let line) = part[index] else { return false }
    var next: String?
    if index + 1 < part.count, case .text(let line) = part[index + 1] { next = line.text }
    return labels.opens(line.text, next: next)
  }

  /// Whether a bullet without text has none in the next line either.
  private static func isStacked(_ part: [Piece]) -> Bool {
    part.indices.contains { index in
      guard isAlone(part[index], .dot) else { return false }
      guard index + 1 < part.count, case .text = part[index + 1] else { return true }
      return false
    }
  }

  private static func isAlone(_ piece: Piece, _ wanted: BulletMark? = nil) -> Bool {
    guard case .bullet(let mark, let text, _, _) = piece else { return false }
    return text.isEmpty && (wanted == nil || mark == wanted)
  }
}

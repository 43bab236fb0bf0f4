/// Lines of a plain text that belong together: a paragraph, a point, or the texts of several points.
struct GuidelinePiece: Sendable {
  /// The sorts of piece.
  enum Kind: Hashable, Sendable {
    /// Running text.
    case paragraph
    /// A point with its bullet in the line.
    case point(column: Double)
    /// The texts of points whose bullets stand above each other before them.
    case stack(Int)
    /// Text that opens in the middle of a sentence: its beginning is elsewhere.
    case stray
  }

  let kind: Kind
  var lines: [PagedLine]
  /// Points with bullets above each other have one number.
  let stack: Int

  init(_ kind: Kind, _ line: PagedLine, stack: Int) {
    self.kind = kind
    lines = [line]
    self.stack = stack
  }

  /// Whether it holds points.
  var isPoint: Bool {
    switch kind {
    case .point, .stack: true
    case .paragraph, .stray: false
    }
  }

  /// The lines of each point; nil when nothing tells where they end.
  ///
  /// - Parameter edge: the width of the page's text, in letters.
  func parted(edge: Double) -> [ArraySlice<PagedLine>]? {
    if case .stack(let count) = kind {
      return StackedPoints.split(lines, into: count, edge: edge)
    }
    return [lines[...]]
  }
}

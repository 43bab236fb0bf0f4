/// Points of a list whose bullets `pdftotext` wrote above each other, with the lines of all their
/// texts behind them.
enum StackedPoints {
  /// Letters of room that a line needs to have ended before it was full.
  static let clearRoom = 4.0
  /// Letters of room that a full line may seem to have, since widths are estimated.
  private static let doubtfulRoom = 2.0

  /// Gives each bullet its lines: a point ends where a line ends before it is full. Nil when there
  /// are not exactly as many clear ends as points.
  ///
  /// - Parameter edge: the width of the page's text, in letters. Points may stand in a column that is
  ///   a little narrower.
  static func split(
    _ lines: [PagedLine], into count: Int, edge: Double
  ) -> [ArraySlice<PagedLine>]? {
    guard count > 0, lines.count >= count else { return nil }
    if count == 1 { return [lines[...]] }
    let widths = lines.map { LineWidth.of($0.text) }
    if lines.count == count {
      // As many lines as points: sure where none of the lines is full.
      let isSure = zip(widths, lines.dropFirst()).allSatisfy { width, next in
        LineWidth.room(after: width, before: next.text, in: edge * 0.85) >= clearRoom
      }
      return isSure ? parts(of: lines, endingAt: Array(lines.indices.dropLast())) : nil
    }
    // The longest line may hold a whole word of which print has a part in the next line.
    for full in widths.sorted(by: >).prefix(2) {
      let rooms = zip(widths, lines.dropFirst()).map { width, next in
        LineWidth.room(after: width, before: next.text, in: full)
      }
      let ends = rooms.indices.sorted { (-rooms[$0], $0) < (-rooms[$1], $1) }
      let isSure =
        ends.prefix(count - 1).allSatisfy { rooms[$0] >= clearRoom }
        && ends.dropFirst(count - 1).allSatisfy { rooms[$0] <= doubtfulRoom }
      if isSure { return parts(of: lines, endingAt: ends.prefix(count - 1).sorted()) }
    }
    return nil
  }

  private static func parts(
    of lines: [PagedLine], endingAt ends: [Int]
  ) -> [ArraySlice<PagedLine>] {
    var parts: [ArraySlice<PagedLine>] = []
    var start = 0
    for end in ends {
      parts.append(lines[start...end])
      start = end + 1
    }
    return parts + [lines[start...]]
  }
}

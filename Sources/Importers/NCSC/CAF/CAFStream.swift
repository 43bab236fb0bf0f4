/// The lines of a table whose columns come one after the other, as the order of a PDF's text has
/// them: column by column on each page, or row by row, with nothing between that tells which.
///
/// The letters of the edition's statements decide: each line goes on with a statement or begins the
/// next one of a column, and each statement ends with a line.
struct CAFStream {
  /// A line of the table.
  struct Line {
    /// Letters and digits in it, at least one, and their sum.
    var measure: CAFMeasure
    /// Whether a statement may begin with it.
    var opens: Bool
    /// Whether it is the first of its page, or of the table.
    var opensPage: Bool
  }

  /// Where a line belongs: the column, and the statement from 0.
  struct Place: Hashable {
    var column: Int
    var statement: Int
  }

  /// What is known after some lines.
  private struct State: Hashable {
    /// How many statements of each column have begun.
    var begun = SIMD4<Int32>()
    /// Letters that the last statement of each column still lacks.
    var lacks = SIMD4<Int32>()
    /// The sum of the letters that it has.
    var sums = SIMD4<Int32>()
    /// Columns that were left inside of a statement on this page: they go on on the next one.
    var left = SIMD4<Int32>()
    var column = 0
  }

  private let lengths: [[CAFMeasure]]
  /// Lines that are looked at: the longest table has some 300.
  private static let depth = 2_000

  /// The ways to give each line its place, from the first on until all statements are complete;
  /// empty where there is none, or too many to compare them.
  ///
  /// - Parameter lengths: the measure of each statement, by column; three columns at most.
  static func ways(of lines: [Line], lengths: [[CAFMeasure]]) -> [[Place]] {
    CAFStream(lengths: lengths).ways(of: lines)
  }

  private func ways(of lines: [Line]) -> [[Place]] {
    guard lengths.count <= 3 else { return [] }
    let lastBreak = lines.lastIndex { $0.opensPage } ?? 0
    var search = CAFSearch<State, Place>(from: State())
    for (index, line) in lines.prefix(Self.depth).enumerated() {
      guard search.advance({ following($0, line, mayLeave: index < lastBreak) }) else { return [] }
      // All ways have the same letters, so they are complete at the same line.
      if search.hasEnd(isComplete) { return search.ways(to: isComplete) ?? [] }
    }
    return []
  }

  /// Whether the places are those of a table that was set column by column on each page, or row by
  /// row.
  static func isRegular(_ places: [Place], _ lines: [Line]) -> Bool {
    let steps = zip(zip(places, places.dropFirst()), lines.dropFirst())
    return steps.allSatisfy { pair, line in line.opensPage || pair.0.column <= pair.1.column }
      || steps.allSatisfy { pair, line in
        line.opensPage || (pair.0.statement, pair.0.column) <= (pair.1.statement, pair.1.column)
      }
  }

  private func isComplete(_ state: State) -> Bool {
    lengths.indices.allSatisfy { state.begun[$0] == lengths[$0].count && state.lacks[$0] == 0 }
  }

  private func following(_ state: State, _ line: Line, mayLeave: Bool) -> [(State, Place)] {
    var state = state
    if line.opensPage { state.left = SIMD4() }
    let letters = Int32(line.measure.letters)
    let isInside = state.lacks[state.column] > 0
    var states: [(State, Place)] = []
    for column in lengths.indices {
      var next = state
      if column != state.column {
        next.column = column
        if isInside {
          // A statement is left before its end only at the foot of a page.
          guard mayLeave || line.opensPage else { continue }
          next.left[state.column] = line.opensPage ? 0 : 1
        }
      }
      if next.lacks[column] > 0 {
        guard next.left[column] == 0, letters <= next.lacks[column] else { continue }
        next.lacks[column] -= letters
        next.sums[column] += Int32(line.measure.sum)
      } else {
        let statement = Int(next.begun[column])
        guard line.opens, statement < lengths[column].count,
          line.measure.letters <= lengths[column][statement].letters
        else { continue }
        next.begun[column] += 1
        next.lacks[column] = Int32(lengths[column][statement].letters) - letters
        next.sums[column] = Int32(line.measure.sum)
      }
      let place = Place(column: column, statement: Int(next.begun[column]) - 1)
      if next.lacks[column] == 0 {
        guard Int(next.sums[column]) % 997 == lengths[column][place.statement].sum else { continue }
        next.sums[column] = 0
      }
      states.append((next, place))
    }
    return states
  }
}

/// The lines of a table whose columns come one after the other, as the order of a PDF's text has
/// them: column by column on each page, or row by row, with nothing between that tells which.
///
/// The letters of the edition's statements decide: each line goes on with a statement or begins the
/// next one of a column, and each statement ends with a line. Where that can be done in one way only,
/// it is certain.
struct CAFStream {
  /// A line of the table.
  struct Line {
    /// Letters and digits in it; at least one.
    var letters: Int
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
    /// Columns that were left inside of a statement on this page: they go on on the next one.
    var left = SIMD4<Int32>()
    var column = 0
  }

  private struct Step {
    var state: State
    /// The state before, in the step before it.
    var origin: Int
    /// In how many ways it is reached, up to two.
    var ways: Int
  }

  private let lengths: [[Int]]
  /// States that are looked at in one step; more are no help, for then nothing is certain.
  private static let width = 1_000
  /// Lines that are looked at: the longest table has some 300.
  private static let depth = 2_000

  /// The place of each line, from the first on, until all statements are complete; nil where the
  /// letters allow no reading or more than one.
  ///
  /// - Parameter lengths: the letters of each statement, by column; three columns at most.
  static func places(of lines: [Line], lengths: [[Int]]) -> [Place]? {
    CAFStream(lengths: lengths).places(of: lines)
  }

  private func places(of lines: [Line]) -> [Place]? {
    guard lengths.count <= 3 else { return nil }
    let lastBreak = lines.lastIndex { $0.opensPage } ?? 0
    var steps: [[Step]] = [[Step(state: State(), origin: 0, ways: 1)]]
    for (index, line) in lines.prefix(Self.depth).enumerated() {
      var next: [State: Int] = [:]
      var found: [Step] = []
      for (origin, step) in steps[index].enumerated() {
        for state in following(step.state, line, mayLeave: index < lastBreak) {
          if let known = next[state] {
            found[known].ways = 2
          } else {
            next[state] = found.count
            found.append(Step(state: state, origin: origin, ways: step.ways))
          }
        }
      }
      guard !found.isEmpty, found.count <= Self.width else { return nil }
      steps.append(found)
      // All that is complete has the same number of letters, so it is complete at the same line.
      let complete = found.indices.filter { isComplete(found[$0].state) }
      if let last = complete.first {
        guard complete.count == 1, found[last].ways == 1 else { return nil }
        return traced(steps, last)
      }
    }
    return nil
  }

  private func isComplete(_ state: State) -> Bool {
    lengths.indices.allSatisfy { state.begun[$0] == lengths[$0].count && state.lacks[$0] == 0 }
  }

  private func following(_ state: State, _ line: Line, mayLeave: Bool) -> [State] {
    var state = state
    if line.opensPage { state.left = SIMD4() }
    let letters = Int32(line.letters)
    let isInside = state.lacks[state.column] > 0
    var states: [State] = []
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
      } else {
        let statement = Int(next.begun[column])
        guard line.opens, statement < lengths[column].count,
          line.letters <= lengths[column][statement]
        else { continue }
        next.begun[column] += 1
        next.lacks[column] = Int32(lengths[column][statement]) - letters
      }
      states.append(next)
    }
    return states
  }

  private func traced(_ steps: [[Step]], _ last: Int) -> [Place] {
    var places: [Place] = []
    var index = last
    for step in steps.dropFirst().reversed() {
      let state = step[index].state
      places.append(
        Place(column: state.column, statement: Int(state.begun[state.column]) - 1))
      index = step[index].origin
    }
    return places.reversed()
  }
}

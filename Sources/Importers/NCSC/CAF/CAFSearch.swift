/// All ways to place the lines of a table, step by step: one step a line.
///
/// States that are the same are followed once, so that the cost is bounded, however many ways lead
/// to each.
struct CAFSearch<State: Hashable, Choice> {
  private struct Node {
    var state: State
    /// The nodes before it, and what was chosen there.
    var origins: [(node: Int, choice: Choice)]
  }

  private var steps: [[Node]]
  /// Choices that were kept, in all steps.
  private var kept = 0

  /// States that are looked at in one step; where there are more, nothing is certain.
  private static var width: Int { 2_000 }
  /// Choices that are kept in all: a table of the print takes fewer than 2,000.
  private static var total: Int { 50_000 }
  /// Ways that are compared with each other.
  private static var ways: Int { 256 }

  init(from state: State) { steps = [[Node(state: state, origins: [])]] }

  /// Takes a line.
  ///
  /// - Parameter following: what may be chosen in a state, and the states to which that leads.
  /// - Returns: false where nothing or too much is left.
  mutating func advance(_ following: (State) -> [(State, Choice)]) -> Bool {
    var known: [State: Int] = [:]
    var next: [Node] = []
    for (index, node) in steps[steps.count - 1].enumerated() {
      for (state, choice) in following(node.state) {
        kept += 1
        if let same = known[state] {
          next[same].origins.append((index, choice))
        } else {
          known[state] = next.count
          next.append(Node(state: state, origins: [(index, choice)]))
        }
      }
      if next.count > Self.width || kept > Self.total { return false }
    }
    steps.append(next)
    return !next.isEmpty
  }

  /// The choices of each way that leads to an end; nil where there are too many to compare them.
  func ways(to isEnd: (State) -> Bool) -> [[Choice]]? {
    var open: [(node: Int, choices: [Choice])] = steps[steps.count - 1].indices
      .filter { isEnd(steps[steps.count - 1][$0].state) }.map { ($0, []) }
    for step in steps.dropFirst().reversed() {
      var before: [(node: Int, choices: [Choice])] = []
      for way in open {
        for origin in step[way.node].origins {
          before.append((origin.node, way.choices + [origin.choice]))
        }
        if before.count > Self.ways { return nil }
      }
      open = before
    }
    return open.map { $0.choices.reversed() }
  }

  /// Whether a state of the last step is an end.
  func hasEnd(_ isEnd: (State) -> Bool) -> Bool {
    steps[steps.count - 1].contains { isEnd($0.state) }
  }
}

internal import Diagnostics

/// Collects what is wrong or strange in a document. A hostile file can hold a million mistakes of
/// one kind: only the first of each are told, and then their number.
struct OSCALProblems {
  private(set) var diagnostics: [Diagnostic] = []
  private let file: String
  private var counts: [String: Int] = [:]
  /// How many had been told when each group went to be read elsewhere.
  private var places: [Int] = []
  private static let limit = 20

  init(file: String) { self.file = file }

  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  mutating func error(
    _ id: String, _ summary: @autoclosure () -> String, line: Int,
    hints: @autoclosure () -> [String] = []
  ) {
    add(.error, id, summary, line, hints)
  }

  mutating func warning(
    _ id: String, _ summary: @autoclosure () -> String, line: Int,
    hints: @autoclosure () -> [String] = []
  ) {
    add(.warning, id, summary, line, hints)
  }

  /// Keeps the place of what will be found in a group that is read elsewhere.
  mutating func keepPlace() { places.append(diagnostics.count) }

  /// Puts what was found in the groups where it would stand had they been read here.
  mutating func fill(_ groups: [OSCALProblems]) {
    guard groups.contains(where: { !$0.diagnostics.isEmpty }) else { return }
    var all: [Diagnostic] = []
    var start = 0
    for (place, group) in zip(places, groups) {
      all += diagnostics[start..<place] + group.diagnostics
      start = place
      counts.merge(group.counts) { $0 + $1 }
    }
    all += diagnostics[start...]
    var told: [String: Int] = [:]
    diagnostics = all.filter { problem in
      told[problem.id, default: 0] += 1
      return told[problem.id, default: 0] <= Self.limit
    }
  }

  /// What was found, with the number of those that are not told one by one.
  func finish() -> [Diagnostic] {
    let rest = counts.filter { $0.value > Self.limit }.sorted { $0.key < $1.key }
    return diagnostics
      + rest.map { id, number in
        let severity = diagnostics.last { $0.id == id }?.severity ?? .warning
        return Diagnostic(
          severity, id: id, "\(number - Self.limit) more of the same kind",
          at: SourceLocation(file: file))
      }
  }

  private mutating func add(
    _ severity: Severity, _ id: String, _ summary: () -> String, _ line: Int,
    _ hints: () -> [String]
  ) {
    counts[id, default: 0] += 1
    guard counts[id, default: 0] <= Self.limit else { return }
    diagnostics.append(
      Diagnostic(
        severity, id: id, summary(), at: SourceLocation(file: file, line: line), hints: hints()))
  }
}

internal import Diagnostics

/// What is wrong with cells. What many cells have in common is told once, with their number and
/// the first of them: who mistook a name mended it once and does not want to read it 300 times.
struct CellProblems {
  /// How many cells are named.
  private static let shown = 5

  /// What makes two problems the same.
  private struct Cause: Hashable {
    var severity: Severity
    var id: String
    var summary: String
    var file: String?
    var sheet: String?
  }

  private var order: [Cause] = []
  private var found: [Cause: (places: [CellPlace], hints: [String])] = [:]

  /// One problem; nil for what is about no cell.
  mutating func add(
    _ severity: Severity, _ id: String, _ summary: String, _ place: CellPlace?,
    hints: @autoclosure () -> [String] = []
  ) {
    add(
      Cause(
        severity: severity, id: id, summary: summary, file: place?.file, sheet: place?.sheet),
      place, hints)
  }

  /// One problem of a file as a whole.
  mutating func add(_ id: String, _ summary: String, file: String, hints: [String]) {
    add(Cause(severity: .error, id: id, summary: summary, file: file), nil) { hints }
  }

  private mutating func add(_ cause: Cause, _ place: CellPlace?, _ hints: () -> [String]) {
    if found[cause] == nil {
      order.append(cause)
      // Finding what was meant takes time: once is enough.
      found[cause] = ([], hints())
    }
    if let place { found[cause]?.places.append(place) }
  }

  /// Adds the problems of another part of the work.
  mutating func add(contentsOf other: CellProblems) {
    for cause in other.order {
      guard let (places, hints) = other.found[cause] else { continue }
      if found[cause] == nil {
        order.append(cause)
        found[cause] = ([], hints)
      }
      found[cause]?.places += places
    }
  }

  /// One for each cause, in the order in which they were found.
  var diagnostics: [Diagnostic] {
    order.map { cause in
      let (places, hints) = found[cause] ?? ([], [])
      let address = places.first.map { "\($0.address): " } ?? ""
      return Diagnostic(
        cause.severity, id: cause.id, address + cause.summary + Self.others(places),
        at: cause.file.map { SourceLocation(file: $0) }, hints: hints)
    }
  }

  /// ` (in 61 cells: F2, F3, F4, F5, F6 …)`
  private static func others(_ places: [CellPlace]) -> String {
    guard places.count > 1 else { return "" }
    let cells = places.prefix(shown).map(\.cell).joined(separator: ", ")
    return " (in \(places.count) cells: \(cells)\(places.count > shown ? " …" : ""))"
  }
}

internal import ControlModel
internal import Diagnostics

/// Compares two mapping sets of one library that lead in opposite directions.
enum RevertCheck {
  /// What one direction says and the other denies, by row.
  static func problems(_ sets: [MappingSetReading]) -> [Diagnostic] {
    let ways = sets.map { set in
      Dictionary(
        set.rows.map { ([$0.target, $0.source], $0) }, uniquingKeysWith: { first, _ in first })
    }
    var found: [Diagnostic] = []
    for (index, set) in sets.enumerated() {
      for back in ways.dropFirst(index + 1) { found += problems(set, back) }
    }
    return found
  }

  /// - Parameter back: the rows of another set, by what they would be the other way round.
  private static func problems(
    _ set: MappingSetReading, _ back: [[LibraryURN]: MappingSetReading.Row]
  ) -> [Diagnostic] {
    let ends = set.rows.map { [$0.source, $0.target] }
    guard ends.contains(where: { back[$0] != nil }) else { return [] }
    var found: [Diagnostic] = []
    for row in set.rows {
      guard let reverse = back[[row.source, row.target]] else {
        found.append(
          Diagnostic(
            .warning, id: "library-revert",
            "row \(row.number) has no row the other way round", at: row.fields.location))
        continue
      }
      guard reverse.relation != row.relation.inverse else { continue }
      found.append(
        Diagnostic(
          .warning, id: "library-revert",
          "row \(row.number) says '\(row.relation.rawValue)', but row \(reverse.number) the other "
            + "way round says '\(reverse.relation.rawValue)'",
          at: row.fields.location,
          hints: ["the inverse of '\(row.relation.rawValue)' is '\(row.relation.inverse.rawValue)'"]
        ))
    }
    return found
  }
}

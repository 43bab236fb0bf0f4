public import ControlModel

/// The attack vectors that one operational capacity can use, at the level that is reached.
///
/// A vector is feasible for a capacity that scores above 1, and answered at the lowest level whose
/// capacity scores above 1 (RAND RR-A2849-1, p. 7; scores in table 5.2, pp. 15–17). The scores are
/// for an average company, before any measures. A capacity above the level reached is not claimed
/// to be thwarted, whatever is answered.
public struct ThreatResult: Sendable, Hashable {
  /// The capacity.
  public var capacity: String
  /// How many vectors the catalog has.
  public var vectors: Int
  /// How many of them are feasible for the capacity.
  public var feasible: Int
  /// Those of the feasible ones that no measure up to the level reached answers.
  public var remaining: [ControlID]
  /// Whether the level reached is meant to thwart this capacity.
  public var isWithinLevel: Bool
}

enum ThreatRule {
  static func results(_ catalog: Catalog, reached: Int) -> [ThreatResult] {
    let vectors = catalog.controls.filter { $0.kind == .threat }
    guard !vectors.isEmpty else { return [] }
    func level(_ id: String) -> Int {
      (catalog.levels.firstIndex { $0.id == id } ?? catalog.levels.count) + 1
    }
    return catalog.capacities.map { capacity in
      let feasible = vectors.filter { ($0.feasibility[capacity.id] ?? 1) > 1 }
      let thwartedAt =
        catalog.levels.firstIndex { $0.adversary == capacity.id }.map { $0 + 1 }
        ?? catalog.levels.count + 1
      return ThreatResult(
        capacity: capacity.id, vectors: vectors.count, feasible: feasible.count,
        remaining: feasible.filter { level($0.relevantLevel) > reached }.map(\.id),
        isWithinLevel: thwartedAt <= reached)
    }
  }
}

public import ControlModel

/// A pair that starts from a practice, with where it came from.
public struct PracticePair: Sendable, Hashable {
  /// The practice.
  public var practice: PracticeID
  /// The pair.
  public var pair: MappingPair
  /// The set that holds it; nil for the user's own pair.
  public var set: MappingSetID?
  /// Whether somebody other than its author has looked at it, or at its whole set.
  public var isReviewed: Bool

  /// Makes a practice pair.
  public init(
    practice: PracticeID, pair: MappingPair, set: MappingSetID? = nil, isReviewed: Bool = false
  ) {
    self.practice = practice
    self.pair = pair
    self.set = set
    self.isReviewed = isReviewed
  }

  /// Whether the user's own assessment holds it.
  public var isOwn: Bool { self.set == nil }
}

extension PracticePair {
  /// All pairs practice → control, by catalog: those of the shipped sets, those that an accepted
  /// composition carries over, and the user's own.
  ///
  /// - Parameters:
  ///   - sets: every mapping set that the program knows, in any order.
  ///   - own: the user's own pairs.
  public static func all(
    in sets: [MappingSet], own: [CatalogID: [MappingPair]]
  ) -> [CatalogID: [PracticePair]] {
    var all: [CatalogID: [PracticePair]] = [:]
    for set in sets where set.source.kind == .practices && set.target.kind == .catalog {
      let pairs = set.composition.map { composed($0, sets) } ?? set.pairs
      all[CatalogID(set.target.id), default: []] += pairs.map {
        PracticePair(
          practice: PracticeID($0.source), pair: $0, set: set.id,
          isReviewed: $0.provenance?.isReviewed ?? false || set.provenance.isReviewed)
      }
    }
    for (catalog, pairs) in own {
      all[catalog, default: []] += pairs.map {
        PracticePair(practice: PracticeID($0.source), pair: $0)
      }
    }
    return all.mapValues { $0.sorted { key($0).lexicographicallyPrecedes(key($1)) } }
  }

  /// The pairs of `first`, carried over along `second`.
  private static func composed(
    _ composition: MappingSet.Composition, _ sets: [MappingSet]
  ) -> [MappingPair] {
    guard let first = sets.first(where: { $0.id == composition.first }),
      let second = sets.first(where: { $0.id == composition.second })
    else { return [] }
    var onward: [String: [MappingPair]] = [:]
    for pair in second.pairs where composition.along.contains(pair.relation) {
      onward[pair.source, default: []].append(pair)
    }
    return first.pairs.flatMap { pair in
      (onward[pair.target.rawValue] ?? []).map { step in
        var carried = pair
        carried.target = step.target
        carried.path = "\(pair.target) \(step.relation.rawValue) \(step.target)"
        // Nobody said how much of the next clause this one meets.
        if !step.isShareKnown { carried.share = 0 }
        if step.relation != .equal, carried.confidence == .high { carried.confidence = .medium }
        return carried
      }
    }
  }

  /// What the order of pairs is made of, so that it never depends on the order of files and rows.
  private static func key(_ pair: PracticePair) -> [String] {
    [
      pair.pair.target.rawValue, pair.practice.rawValue, pair.pair.aspect?.rawValue ?? "",
      pair.pair.when?.description ?? "", pair.pair.relation.rawValue, String(pair.pair.share),
      pair.set?.rawValue ?? "", pair.pair.rationale,
    ]
  }
}

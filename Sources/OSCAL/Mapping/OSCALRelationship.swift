internal import ControlModel

/// The relations of OSCAL's mapping model, and what they say of single controls.
///
/// A map of OSCAL relates a set of sources to a set of targets; a pair relates one to one. What
/// holds of the sets need not hold of their members.
enum OSCALRelationship {
  /// The words that OSCAL uses, in its drafts and in 1.2, with the relation that they stand for.
  static let relations: [String: Relation] = [
    "equal-to": .equal, "equal": .equal, "equivalent-to": .equivalent, "equivalent": .equivalent,
    "superset-of": .superset, "superset": .superset, "subset-of": .subset, "subset": .subset,
    "intersects-with": .intersects, "intersects": .intersects, "intersect": .intersects,
    "no-relationship": .none, "not-related": .none, "none": .none,
  ]

  /// What a relation between sets says of one source and one target.
  static func single(_ relation: Relation, sources: Int, targets: Int) -> Relation {
    guard relation != .none, sources > 1 || targets > 1 else { return relation }
    switch relation {
    case .equal, .equivalent:
      // The one contains each of the others.
      if sources == 1 { return .superset }
      return targets == 1 ? .subset : .intersects
    case .superset: return sources == 1 ? .superset : .intersects
    case .subset: return targets == 1 ? .subset : .intersects
    case .intersects, .none: return relation
    }
  }
}

public import ControlModel
public import Validation

/// Catalogs as JSON (`docs/json.md`).
public enum CatalogJSON {
  /// The head of a catalog with its counts.
  public static func summary(_ catalog: Catalog) -> JSONValue {
    .object(head(catalog))
  }

  /// A catalog with its controls.
  public static func whole(_ catalog: Catalog) -> JSONValue {
    var members = head(catalog)
    members["controls"] = .list(catalog.controls.map(control))
    return .object(members)
  }

  private static func head(_ catalog: Catalog) -> [String: JSONValue] {
    var kinds: [String: JSONValue] = [:]
    for kind in Control.Kind.allCases {
      let count = catalog.controls.count { $0.kind == kind }
      if count > 0 { kinds[kind.rawValue] = .count(count) }
    }
    return [
      "id": .text(catalog.id.rawValue), "title": .text(catalog.title),
      "publisher": .text(catalog.publisher), "version": .text(catalog.version),
      "published": .text(catalog.published), "status": .text(catalog.status.rawValue),
      "conformance": .text(catalog.conformance.rawValue), "counts": .object(kinds),
      "statements": .count(catalog.controls.count { $0.statement != nil }),
    ]
  }

  private static func control(_ control: Control) -> JSONValue {
    var members: [String: JSONValue] = [
      "id": .text(control.id.rawValue), "kind": .text(control.kind.rawValue),
      "parent": .optional(control.parent), "title": .optional(control.title),
      "summary": .optional(control.summary), "locator": .optional(control.locator.text),
    ]
    members["statement"] = control.statement.map { .text($0) }
    members["modality"] = control.modality.map { .text($0.rawValue) }
    if !control.level.isEmpty { members["level"] = .text(control.level) }
    if !control.appliesTo.isEmpty {
      members["appliesTo"] = .texts(control.appliesTo.map(\.rawValue))
    }
    if !control.feasibility.isEmpty {
      members["feasibility"] = .object(control.feasibility.mapValues { .count($0) })
    }
    return .object(members)
  }
}

/// Mapping sets as JSON (`docs/json.md`).
public enum MappingJSON {
  /// The head of a mapping set with its counts.
  ///
  /// - Parameter pairs: how many pairs it has, compositions carried out.
  public static func summary(_ set: MappingSet, pairs: Int) -> JSONValue {
    var relations: [String: JSONValue] = [:]
    for relation in Relation.allCases {
      let count = set.pairs.count { $0.relation == relation }
      if count > 0 { relations[relation.rawValue] = .count(count) }
    }
    return .object([
      "id": .text(set.id.rawValue), "title": .text(set.title), "status": .text(set.status),
      "source": .text(set.source.id), "target": .text(set.target.id), "pairs": .count(pairs),
      "relations": .object(relations), "by": .text(set.provenance.by),
      "basis": .text(set.provenance.basis.rawValue),
      "isReviewed": .bool(set.provenance.isReviewed),
    ])
  }

  /// How far a mapping set reaches, and how far it can be trusted.
  public static func statistics(_ set: MappingSetID, _ statistics: MappingStatistics) -> JSONValue {
    var members: [String: JSONValue] = [
      "id": .text(set.rawValue), "requirements": .count(statistics.requirements),
      "reached": .count(statistics.reached), "meetable": .count(statistics.meetable),
      "pairs": .count(statistics.pairs), "reviewed": .count(statistics.reviewed),
      "agreed": .count(statistics.agreed),
      "relations": .object(
        Dictionary(
          uniqueKeysWithValues: statistics.relations.map { ($0.rawValue, .count($1)) })),
      "confidence": .object(
        Dictionary(
          uniqueKeysWithValues: statistics.confidence.map { ($0.rawValue, .count($1)) })),
    ]
    members["readings"] = statistics.agreement.map { agreement in
      .object([
        "both": .count(agreement.both), "onlyFirst": .count(agreement.onlyFirst),
        "onlySecond": .count(agreement.onlySecond), "sameClass": .count(agreement.sameClass),
        "kappa": agreement.kappa.map { .number($0) } ?? .null,
        "meanShareDifference": agreement.meanShareDifference.map { .number($0) } ?? .null,
      ])
    }
    return .object(members)
  }
}

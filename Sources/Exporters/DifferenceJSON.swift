public import Comparison
internal import ControlModel

/// The difference of two editions as JSON (`docs/json.md`).
public enum DifferenceJSON {
  /// The whole difference.
  public static func value(_ difference: EditionDifference) -> JSONValue {
    .object([
      "format": .text("catalog-difference/1"),
      "old": edition(difference.old), "new": edition(difference.new),
      "counts": counts(difference), "comparedBy": comparedBy(difference),
      "controls": .list(difference.counterparts.map(counterpart)),
      "added": .list(difference.added.map(unpaired)),
      "removed": .list(difference.removed.map(unpaired)),
      "splits": .list(
        difference.splits.map { division($0, old: [$0.whole], new: $0.parts) }),
      "merges": .list(
        difference.merges.map { division($0, old: $0.parts, new: [$0.whole]) }),
      "groups": .object([
        "both": .list(difference.groups.map(counterpart)),
        "added": .list(difference.addedGroups.map(unpaired)),
        "removed": .list(difference.removedGroups.map(unpaired)),
      ]),
    ])
  }

  private static func edition(_ catalog: Catalog) -> JSONValue {
    .object([
      "id": .text(catalog.id.rawValue), "title": .text(catalog.title),
      "version": .text(catalog.version), "controls": .count(catalog.controls.count),
      "groups": .count(catalog.groups.count),
    ])
  }

  private static func counts(_ difference: EditionDifference) -> JSONValue {
    var members: [String: JSONValue] = [
      "both": .count(difference.counterparts.count),
      "unchanged": .count(difference.unchanged.count),
      "added": .count(difference.added.count), "removed": .count(difference.removed.count),
      "splits": .count(difference.splits.count), "merges": .count(difference.merges.count),
    ]
    for change in Counterpart.Change.allCases {
      members[change.rawValue] = .count(difference.count(change))
    }
    for confidence in Confidence.allCases {
      members[confidence == .review ? "toReview" : confidence.rawValue] = .count(
        difference.counterparts.count { $0.confidence == confidence })
    }
    return .object(members)
  }

  private static func comparedBy(_ difference: EditionDifference) -> JSONValue {
    var members: [String: JSONValue] = ["nothing": .count(difference.count(by: nil))]
    for basis in TextBasis.allCases {
      members[basis.rawValue] = .count(difference.count(by: basis))
    }
    return .object(members)
  }

  private static func counterpart(_ pair: Counterpart) -> JSONValue {
    var members: [String: JSONValue] = [
      "old": .text(pair.old.id.rawValue), "new": .text(pair.new.id.rawValue),
      "kind": .text(pair.new.kind.rawValue), "confidence": .text(pair.confidence.rawValue),
      "similarity": .number(Double(pair.similarity) / 1000),
      "comparedBy": .optional(pair.basis?.rawValue),
      "changes": .texts(pair.changes.map(\.rawValue)),
    ]
    for change in pair.changes where change != .reworded && change != .renumbered {
      let sides = pair.sides(of: change)
      members[change.rawValue] = .object([
        "old": .optional(sides.old), "new": .optional(sides.new),
      ])
    }
    if let words = pair.words {
      members["words"] = .list(
        words.runs.map { .object(["in": .text($0.kind.rawValue), "text": .text($0.text)]) })
    }
    return .object(members)
  }

  private static func unpaired(_ one: Unpaired) -> JSONValue {
    .object([
      "id": .text(one.control.id.rawValue), "kind": .text(one.control.kind.rawValue),
      "heading": .optional(one.control.heading), "confidence": .text(one.confidence.rawValue),
      "idIsReused": .bool(one.idIsReused),
      "candidates": .list(
        one.candidates.map {
          .object([
            "id": .text($0.id.rawValue), "similarity": .number(Double($0.similarity) / 1000),
          ])
        }),
    ])
  }

  private static func division(
    _ division: Division, old: [ControlID], new: [ControlID]
  ) -> JSONValue {
    .object([
      "old": .texts(old.map(\.rawValue)), "new": .texts(new.map(\.rawValue)),
      "covered": .number(Double(division.covered) / 1000),
      "confidence": .text(division.confidence.rawValue),
    ])
  }
}

public import ControlModel
public import Diagnostics

/// Mapping sets as YAML (`docs/formats.md`).
public enum MappingSetFormat {
  static let keys = [
    "id", "title", "status", "source", "target", "method", "provenance", "compose", "pairs",
  ]
  static let endpointKeys = ["practices", "catalog", "version"]
  static let compositionKeys = ["first", "second", "along"]

  /// Reads a mapping set.
  ///
  /// - Throws: every problem of the file at once. Whether its endpoints exist is checked elsewhere.
  public static func decode(_ bytes: [UInt8], file: String) throws(Refusal) -> MappingSet {
    try NativeFormat.mappingSet.read(bytes, file: file, keys: keys) { fields in
      let id = fields.requiredID("id", MappingSetID.self)
      let source = endpoint("source", fields)
      let target = endpoint("target", fields)
      let pairs = fields.items("pairs", of: "pair", keys: PairFormat.keys, PairFormat.pair)
      let composition = composition(fields)
      if source?.kind == .practices {
        for pair in pairs where !pair.isShareKnown {
          fields.context.sink.error(
            "unknown-share", "\(pair.source) → \(pair.target): the share is unknown",
            at: pair.origin.location(of: "share"),
            hints: ["only pairs between two catalogs may leave it open: they are leads"])
        }
      }
      if composition != nil, !pairs.isEmpty {
        fields.report("conflict", "a set has either 'pairs' or 'compose', not both", at: "compose")
      }
      guard let id, let source, let target else { return nil }
      return MappingSet(
        id: id, title: fields.text("title"), status: fields.optionalText("status") ?? "draft",
        source: source, target: target,
        method: fields.word("method", MappingSet.Method.self) ?? .human,
        provenance: ProvenanceFormat.provenance(fields) ?? Provenance(),
        composition: composition, pairs: pairs,
        origin: fields.origin("id", "source", "target", "compose"))
    }
  }

  private static func endpoint(_ key: String, _ fields: FieldReader) -> MappingSet.Endpoint? {
    guard fields.node(key) != nil else {
      fields.reportMissing(key, hints: ["add '\(key): {catalog: …, version: …}'"])
      return nil
    }
    guard let child = fields.child(key, of: key, keys: endpointKeys) else { return nil }
    let version = child.text("version")
    switch (child.optionalText("practices"), child.optionalText("catalog")) {
    case (let id?, nil): return .init(.practices, id: id, version: version)
    case (nil, let id?): return .init(.catalog, id: id, version: version)
    default:
      guard child.meant.isEmpty else { return nil }
      fields.report(
        "missing-key", "'\(key)' needs either 'practices' or 'catalog'", at: key)
      return nil
    }
  }

  private static func composition(_ fields: FieldReader) -> MappingSet.Composition? {
    guard let child = fields.child("compose", of: "composition", keys: compositionKeys) else {
      return nil
    }
    let first = child.requiredID("first", MappingSetID.self)
    let second = child.requiredID("second", MappingSetID.self)
    guard let first, let second else { return nil }
    return MappingSet.Composition(
      first: first, second: second, along: child.words("along", Relation.self))
  }
}

/// One pair as YAML.
enum PairFormat {
  static let keys = [
    "source", "target", "relation", "share", "aspect", "when", "rationale", "confidence",
    "provenance",
  ]

  /// What stands for a share that nobody stated.
  static let unknownShare = "unknown"

  static func pair(_ fields: FieldReader) -> MappingPair? {
    let source = fields.requiredText("source")
    let target = fields.requiredID("target", ControlID.self)
    let relation = fields.requiredWord("relation", Relation.self)
    let isUnknown = fields.optionalText("share") == unknownShare
    let share = isUnknown ? nil : fields.share("share")
    let condition = condition(fields)
    guard let source, let target, let relation else { return nil }
    let checked = checkedShare(share, for: relation, fields) ?? 1
    return MappingPair(
      source: source, target: target, relation: relation,
      share: isUnknown && !relation.meetsWhole && relation != .none ? nil : checked,
      aspect: fields.optionalID("aspect", AspectID.self), when: condition,
      rationale: fields.text("rationale"),
      confidence: fields.word("confidence", MappingPair.Confidence.self) ?? .medium,
      provenance: ProvenanceFormat.provenance(fields),
      origin: fields.origin("source", "target", "aspect", "when", "share", "relation"))
  }

  /// A share is required with subset and intersects, and implied by the stronger relations.
  private static func checkedShare(
    _ share: Double?, for relation: Relation, _ fields: FieldReader
  ) -> Double? {
    switch relation {
    case .subset, .intersects:
      if fields.node("share") == nil {
        fields.reportMissing(
          "share", "missing-share", "a pair that says '\(relation.rawValue)' needs a 'share'",
          at: "relation", hints: ["how much of the target does a fully working source meet? 0.5"])
      }
    case .equal, .equivalent, .superset:
      if let share, share != 1 {
        fields.report(
          "conflict", "'\(relation.rawValue)' means a share of 1, not \(fields.text("share"))",
          at: "share", hints: ["use 'subset' or 'intersects', or remove the share"])
      }
    case .none:
      if share != nil {
        fields.report("conflict", "a pair that says 'none' has no share", at: "share")
      }
    }
    return share
  }

  private static func condition(_ fields: FieldReader) -> Condition? {
    guard let text = fields.optionalText("when") else { return nil }
    if let condition = Condition(text) { return condition }
    fields.report(
      "wrong-type", "'when' cannot be read: '\(text)'", at: "when",
      hints: ["write NAME <= VALUE, NAME >= VALUE or NAME == VALUE"])
    return nil
  }
}

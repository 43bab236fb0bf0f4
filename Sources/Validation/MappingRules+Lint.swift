public import ControlModel
public import Diagnostics

extension MappingRules {
  /// What a careful author mends, over all sets together and besides the errors of each.
  ///
  /// - Parameter pairs: the pairs practice → control by catalog, compositions carried out.
  public static func lint(
    _ sets: [MappingSet], pairs: [CatalogID: [MappingPair]], catalogs: [Catalog]
  ) -> [Diagnostic] {
    var sink = DiagnosticSink()
    checkRationales(sets, &sink)
    checkInverses(sets, &sink)
    for catalog in catalogs { checkReach(of: catalog, pairs[catalog.id] ?? [], &sink) }
    return sink.diagnostics
  }

  /// Compositions of sets that do not exist, or along relations that prove nothing.
  public static func compositions(in sets: [MappingSet]) -> [Diagnostic] {
    var sink = DiagnosticSink()
    let known = Set(sets.map(\.id))
    for set in sets {
      guard let composition = set.composition else { continue }
      for id in [composition.first, composition.second] where !known.contains(id) {
        sink.error(
          "dangling-id", "\(set.id) is composed of '\(id)', which does not exist",
          at: set.origin.location(of: "compose"),
          hints: NearestMatch.hints(id.rawValue, in: known.map(\.rawValue).sorted()))
      }
      for relation in composition.along where relation != .equal && relation != .equivalent {
        sink.warning(
          "loose-composition",
          "\(set.id) carries pairs over along '\(relation.rawValue)', which proves nothing",
          at: set.origin.location(of: "compose"), hints: ["follow only equal and equivalent"])
      }
    }
    return sink.diagnostics
  }

  private static func checkRationales(_ sets: [MappingSet], _ sink: inout DiagnosticSink) {
    for set in sets {
      for pair in set.pairs where pair.rationale.allSatisfy(\.isWhitespace) {
        sink.error(
          "missing-rationale", "\(pair.source) → \(pair.target) has no rationale",
          at: pair.origin.location, hints: ["say in one sentence why"])
      }
      for pair in set.pairs
      where pair.relation == .intersects && pair.aspect == nil && set.source.kind == .practices {
        sink.warning(
          "intersects-without-aspect",
          "\(pair.source) → \(pair.target) only intersects, and names no aspect of the target",
          at: pair.origin.location(of: "relation"),
          hints: ["which named part of the clause does it meet?"])
      }
      for pair in set.pairs
      where (pair.relation == .subset || pair.relation == .intersects) && pair.share == 1
        && set.source.kind == .practices && pair.aspect == nil && pair.when == nil
      {
        sink.warning(
          "share-of-one",
          "\(pair.source) → \(pair.target) says '\(pair.relation.rawValue)' with a share of 1",
          at: pair.origin.location(of: "share"),
          hints: ["a part of the target cannot meet all of it: lower the share, or say 'superset'"])
      }
    }
  }

  /// A pair that another set has in the other direction has to say the inverse.
  private static func checkInverses(_ sets: [MappingSet], _ sink: inout DiagnosticSink) {
    struct Ends: Hashable {
      let sourceCatalog: String
      let source: String
      let targetCatalog: String
      let target: String
    }
    var relations: [Ends: MappingPair] = [:]
    for set in sets where set.source.kind == .catalog {
      for pair in set.pairs {
        let ends = Ends(
          sourceCatalog: set.source.id, source: pair.source, targetCatalog: set.target.id,
          target: pair.target.rawValue)
        relations[ends] = pair
        let inverse = Ends(
          sourceCatalog: set.target.id, source: pair.target.rawValue,
          targetCatalog: set.source.id, target: pair.source)
        guard let other = relations[inverse], other.relation != pair.relation.inverse else {
          continue
        }
        sink.error(
          "contradiction",
          "\(pair.source) → \(pair.target) says '\(pair.relation.rawValue)', but the other way "
            + "round it says '\(other.relation.rawValue)'",
          at: pair.origin.location(of: "relation"),
          hints: (other.origin.location.map { ["the other one is at \($0)"] } ?? [])
            + [
              "the inverse of '\(other.relation.rawValue)' is "
                + "'\(other.relation.inverse.rawValue)'"
            ])
      }
    }
  }

  /// Requirements that no practice reaches, or that the practices can never meet.
  private static func checkReach(
    of catalog: Catalog, _ pairs: [MappingPair], _ sink: inout DiagnosticSink
  ) {
    // Nobody is asked to map practices to an edition that another has replaced.
    guard catalog.status != .superseded || !pairs.isEmpty else { return }
    let reach = MappingReach(catalog, pairs)
    // A catalog that somebody has just imported: one line says it, not hundreds.
    if pairs.isEmpty, reach.assessable.count > 1 {
      sink.warning(
        "unmapped",
        "\(catalog.id): no practice is mapped to any of its \(reach.assessable.count) requirements",
        at: catalog.origin.location(of: "id"),
        hints: ["every one shows as 'unmapped' until practices are mapped to it"])
      return
    }
    for control in reach.assessable {
      guard reach.isReached(control) else {
        sink.warning(
          "unmapped", "\(catalog.id): no practice is mapped to '\(control.id)'",
          at: control.origin.location(of: "id"), hints: ["it shows as 'unmapped' until one is"])
        continue
      }
      // CAF outcomes are met through their indicators.
      if !reach.isMeetable(control), catalog.conformance != .outcomes {
        sink.warning(
          "never-met", "\(catalog.id): the pairs of '\(control.id)' can never meet it",
          at: control.origin.location(of: "id"),
          hints: [
            control.aspects.isEmpty
              ? "name its aspects, so that several practices can meet it together"
              : "no practice meets the whole of "
                + reach.openAspects(of: control).map { "'\($0.id)'" }.joined(separator: ", ")
          ])
      }
    }
  }
}

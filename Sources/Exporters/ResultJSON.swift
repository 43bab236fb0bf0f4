internal import ControlModel
public import Scoring

/// Results as JSON (`docs/json.md`).
public enum ResultJSON {
  /// Everything that `assess` shows, and every requirement.
  public static func assessment(_ result: AssessmentResult) -> JSONValue {
    let assessment = result.input.assessment
    return .object([
      "format": .text("result/1"),
      "organisation": .text(assessment.organisation),
      "system": .optional(assessment.system),
      "asOf": .text(result.input.asOf.description),
      "contexts": .list(
        assessment.contexts.map { context in
          .object([
            "id": .text(context.id.rawValue), "title": .optional(context.title),
            "exposure": .text(context.exposure.rawValue),
          ])
        }),
      "catalogs": .list(result.catalogs.map { catalog($0, asOf: result.input.asOf) }),
      "practices": .list(practices(result)),
      "evidence": .list(
        assessment.evidence.sorted { $0.id < $1.id }.map { evidence($0, on: result.input.asOf) }),
      "targets": .list(result.targets.map(target)),
      "gaps": .list(result.gaps.map(leverage)),
      "singlePointsOfFailure": .list(
        result.singlePoints.map { point in
          .object([
            "practice": .text(point.practice.rawValue),
            "requirements": .list(point.requirements.map(requirement)),
          ])
        }),
    ])
  }

  /// The targets alone.
  public static func targets(_ result: AssessmentResult) -> JSONValue {
    .list(result.targets.map(target))
  }

  /// One requirement in one context.
  public static func requirement(_ row: RequirementResult) -> JSONValue {
    var members: [String: JSONValue] = [
      "requirement": .text(row.requirement.rawValue),
      "context": .text(row.context.rawValue),
      "verdict": .text(row.verdict.rawValue),
      "practices": .list(row.contributions.map(contribution)),
    ]
    if row.verdict != .notApplicable { members["bounds"] = bounds(row.bounds) }
    members["notApplicableBecause"] = row.notApplicableBecause.map { .text($0.rawValue) }
    if let resilience = row.resilience {
      members["resilience"] = .object([
        "failures": .count(resilience.failures),
        "singlePoints": .texts(resilience.singlePoints.map(\.rawValue)),
        "fragileLayers": .texts(resilience.fragileLayers.map(\.rawValue)),
        "fragileOwners": .texts(resilience.fragileOwners),
        "fragileSuppliers": .texts(resilience.fragileSuppliers),
      ])
    }
    if let decision = row.determination {
      members["determination"] = .object([
        "decision": .text(decision.decision.rawValue), "approver": .text(decision.approver),
        "rationale": .text(decision.rationale),
        "expires": .optional(decision.expires?.description),
      ])
    }
    return .object(members)
  }

  private static func contribution(_ contribution: Contribution) -> JSONValue {
    let pair = contribution.pair.pair
    var members: [String: JSONValue] = [
      "practice": .text(contribution.pair.practice.rawValue),
      "status": .text(contribution.finding.status.word),
      "relation": .text(pair.relation.rawValue), "share": .number(pair.share),
      "isEvidenced": .bool(contribution.isEvidenced),
      "set": .optional(contribution.pair.set?.rawValue),
    ]
    if case .partial(let extent) = contribution.finding.status {
      members["extent"] = .number(extent)
    }
    members["aspect"] = pair.aspect.map { .text($0.rawValue) }
    members["when"] = pair.when.map { .text($0.description) }
    members["claimed"] = contribution.claimed.map(bounds)
    if !pair.path.isEmpty { members["path"] = .text(pair.path) }
    return .object(members)
  }

  /// One requirement with what is missing of it.
  private static func requirement(_ row: RequirementResult, asOf: CalendarDate) -> JSONValue {
    guard case .object(var members) = requirement(row) else { return .null }
    members["missing"] = .texts(Shortfall.sentences(row, asOf: asOf))
    return .object(members)
  }

  private static func catalog(_ catalog: CatalogResult, asOf: CalendarDate) -> JSONValue {
    .object([
      "id": .text(catalog.catalog.id.rawValue), "title": .text(catalog.catalog.title),
      "version": .text(catalog.catalog.version),
      "conformance": .text(catalog.catalog.conformance.rawValue),
      "overall": score(catalog.overall, catalog.catalog),
      "contexts": .list(catalog.contexts.map { score($0, catalog.catalog) }),
      "requirements": .list(catalog.results.map { requirement($0, asOf: asOf) }),
    ])
  }

  private static func score(_ score: CatalogScore, _ catalog: Catalog) -> JSONValue {
    var members: [String: JSONValue] = ["coverage": coverage(score.coverage)]
    members["context"] = score.context.map { .text($0.rawValue) }
    switch score.conformance {
    case .coverage: break
    case .modality(let result):
      members["modality"] = .object(
        Dictionary(
          uniqueKeysWithValues: result.parts.map {
            ($0.modality.rawValue, coverage($0.coverage))
          }))
      members["isConformant"] = result.isConformant(on: .claimed).map { .bool($0) } ?? .null
      members["isConformantAssured"] = result.isConformant(on: .assured).map { .bool($0) } ?? .null
    case .levels(let result):
      members["levels"] = levels(result, catalog)
    case .outcomes(let result):
      members["outcomes"] = .list(
        result.outcomes.map { outcome in
          .object([
            "id": .text(outcome.id.rawValue), "lowest": .text(outcome.lowest.rawValue),
            "highest": .text(outcome.highest.rawValue), "basis": .text(outcome.basis.rawValue),
          ])
        })
    }
    if !score.threats.isEmpty {
      members["threats"] = .list(
        score.threats.map { threat in
          .object([
            "capacity": .text(threat.capacity), "vectors": .count(threat.vectors),
            "feasible": .count(threat.feasible),
            "remaining": .texts(threat.remaining.map(\.rawValue)),
            "isWithinLevel": .bool(threat.isWithinLevel),
          ])
        })
    }
    return .object(members)
  }

  private static func levels(_ result: LevelsResult, _ catalog: Catalog) -> JSONValue {
    func level(_ position: Int?) -> JSONValue {
      position.map { $0 > 0 ? .text(catalog.levels[$0 - 1].id) : .text("none") } ?? .null
    }
    return .object([
      "claimed": level(result.reached[.claimed]), "assured": level(result.reached[.assured]),
      "planned": level(result.reached[.planned]), "possible": level(result.possible),
      "categories": .list(
        result.categories.map { category in
          var members: [String: JSONValue] = [
            "id": .text(category.group.rawValue), "claimed": level(category.standing(on: .claimed)),
            "assured": level(category.standing(on: .assured)),
            "planned": level(category.standing(on: .planned)),
            "possible": level(category.possible),
          ]
          if let next = category.next {
            members["next"] = .object([
              "level": level(next.level), "done": .count(next.done),
              "applicable": .count(next.applicable),
              "blockers": .texts(next.blockers.map(\.rawValue)),
            ])
          }
          return .object(members)
        }),
    ])
  }

  private static func coverage(_ coverage: Coverage) -> JSONValue {
    var counts: [String: JSONValue] = [:]
    for verdict in Verdict.allCases where coverage.counts[verdict] > 0 {
      counts[verdict.rawValue] = .count(coverage.counts[verdict])
    }
    return .object([
      "verdicts": .object(counts), "total": .count(coverage.counts.total),
      "applicable": .count(coverage.counts.applicable), "met": .count(coverage.counts.met),
      "assuredMet": .count(coverage.assuredMet), "plannedMet": .count(coverage.plannedMet),
      "mean": coverage.mean.map(bounds) ?? .null,
    ])
  }

  private static func target(_ result: TargetResult) -> JSONValue {
    func blockers(_ all: [TargetResult.Blocker]) -> JSONValue {
      .list(
        all.map {
          .object([
            "requirement": .text($0.requirement.rawValue), "context": .text($0.context.rawValue),
          ])
        })
    }
    return .object([
      "id": .text(result.target.id.rawValue), "statement": .optional(result.target.statement),
      "catalog": .text(result.target.catalog.rawValue),
      "by": .optional(result.target.by?.description), "track": .text(result.target.track.rawValue),
      "state": .text(result.state.rawValue), "now": .text(result.now),
      "asked": .count(result.asked), "coverage": result.coverage.map { .number($0) } ?? .null,
      "blockers": blockers(result.blockers), "unplanned": blockers(result.unplanned),
    ])
  }

  private static func leverage(_ leverage: Leverage) -> JSONValue {
    .object([
      "practice": .text(leverage.practice.rawValue),
      "contexts": .texts(leverage.contexts.map(\.rawValue)),
      "turnsMet": .list(leverage.turnsMet.map(requirement)),
      "turnsMetToo": .list(leverage.turnsMetToo.map(requirement)),
      "unblocks": .count(leverage.unblocks), "gain": .number(leverage.gain),
    ])
  }

  private static func requirement(_ requirement: Leverage.Requirement) -> JSONValue {
    .text("\(requirement.catalog)/\(requirement.requirement)")
  }

  private static func bounds(_ bounds: TrackBounds) -> JSONValue {
    .object([
      "assured": Self.bounds(bounds.assured), "claimed": Self.bounds(bounds.claimed),
      "planned": Self.bounds(bounds.planned),
    ])
  }

  private static func bounds(_ bounds: Bounds) -> JSONValue {
    .object(["lower": .number(bounds.lower), "upper": .number(bounds.upper)])
  }
}

public import ControlModel

/// Counts of verdicts; every share that is shown comes with them.
public struct VerdictCounts: Sendable, Hashable {
  /// How often each verdict was given.
  public private(set) var counts: [Verdict: Int] = [:]

  /// Counts nothing.
  public init() {}

  /// Counts verdicts.
  public init(_ verdicts: some Sequence<Verdict>) {
    for verdict in verdicts { counts[verdict, default: 0] += 1 }
  }

  /// How often `verdict` was given.
  public subscript(verdict: Verdict) -> Int { counts[verdict] ?? 0 }

  /// All requirements.
  public var total: Int { counts.values.reduce(0, +) }
  /// Those that count: all but the not applicable.
  public var applicable: Int { total - self[.notApplicable] }
  /// Those that are met, by equivalents too.
  public var met: Int { self[.met] + self[.metByEquivalent] }
}

/// What is said of a set of requirements together.
public struct Coverage: Sendable, Hashable {
  /// How often each verdict was given.
  public var counts: VerdictCounts
  /// The mean of the bounds over the applicable requirements, by track; nil when none is
  /// applicable: nothing applicable has no score, not 100 %.
  public var mean: TrackBounds?
  /// How many applicable requirements are met when only answers with valid evidence count.
  public var assuredMet: Int
  /// How many applicable requirements will be met once every plan is done.
  public var plannedMet: Int

  /// Sums up results; results that are not applicable leave the denominator.
  public init(_ results: some Sequence<RequirementResult>) {
    let applicable = results.filter(\.verdict.isApplicable)
    counts = VerdictCounts(results.map(\.verdict))
    assuredMet = applicable.count { $0.isMet(on: .assured) }
    plannedMet = applicable.count { $0.isMet(on: .planned) }
    func mean(_ track: Track) -> Bounds? { Bounds.mean(applicable.map { $0.bounds[track] }) }
    if let assured = mean(.assured), let claimed = mean(.claimed), let planned = mean(.planned) {
      self.mean = TrackBounds(assured: assured, claimed: claimed, planned: planned)
    } else {
      self.mean = nil
    }
  }
}

/// What is said of one catalog in one context, or in all of them.
public struct CatalogScore: Sendable, Hashable {
  /// The context; nil: all contexts, each requirement as in the weakest of them.
  public var context: ContextID?
  /// All requirements.
  public var coverage: Coverage
  /// What the catalog's own rule says.
  public var conformance: ConformanceResult
  /// The attack vectors that remain, where the catalog has them.
  public var threats: [ThreatResult]
}

/// What a catalog's own rule says (`docs/scoring.md`, section 5).
public enum ConformanceResult: Sendable, Hashable {
  /// Required, recommended and permitted controls apart.
  case modality(ModalityResult)
  /// The level of each category, and of the whole.
  case levels(LevelsResult)
  /// The grade of each outcome.
  case outcomes(OutcomesResult)
  /// Nothing but the coverage.
  case coverage
}

/// Everything that is said of one catalog.
public struct CatalogResult: Sendable {
  /// The catalog.
  public var catalog: Catalog
  /// All contexts together.
  public var overall: CatalogScore
  /// Each context, in the order of the assessment.
  public var contexts: [CatalogScore]
  /// Every requirement in every context: by requirement, then by context.
  public var results: [RequirementResult]
  /// Every requirement as in the weakest context.
  public var weakest: [RequirementResult]
}

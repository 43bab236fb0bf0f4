internal import ControlModel

/// Scores one catalog in every context.
struct CatalogScorer {
  let index: CatalogIndex
  let practices: PracticeStates
  let scorers: [RequirementScorer]
  let levels: LevelsRule?

  init(_ catalog: Catalog, _ input: ScoringInput, _ practices: PracticeStates) {
    let index = CatalogIndex(catalog, input.pairs[catalog.id] ?? [], practices.index)
    var determinations: [ControlID: [Determination]] = [:]
    for determination in input.assessment.determinations
    where determination.catalog == catalog.id {
      determinations[determination.requirement, default: []].append(determination)
    }
    self.index = index
    self.practices = practices
    scorers = input.assessment.contexts.enumerated().map { position, context in
      RequirementScorer(
        index: index, practices: practices, context: context, contextPosition: position,
        roles: Set(input.assessment.roles), asOf: input.asOf, determinations: determinations,
        validEvidence: input.validEvidence(in: context.id),
        indicators: Self.indicators(input.assessment, catalog.id, context.id))
    }
    levels = catalog.conformance == .levels ? LevelsRule(index) : nil
  }

  /// The indicator answers that hold in `context`; one for the context alone outweighs a general
  /// one.
  private static func indicators(
    _ assessment: Assessment, _ catalog: CatalogID, _ context: ContextID
  ) -> [String: IndicatorAnswer] {
    var answers: [String: IndicatorAnswer] = [:]
    for answer in assessment.indicators where answer.catalog == catalog {
      guard answer.contexts.isEmpty || answer.contexts.contains(context) else { continue }
      if answer.contexts.isEmpty, answers[answer.id]?.contexts.isEmpty == false { continue }
      answers[answer.id] = answer
    }
    return answers
  }

  func result() -> CatalogResult {
    let byContext = scorers.map { scorer in index.requirements.map { scorer.result(of: $0) } }
    let weakest = index.requirements.indices.map { row in
      Self.weakest(byContext.map { $0[row] })
    }
    return CatalogResult(
      catalog: index.catalog,
      overall: score(nil, weakest, byContext, scorers),
      contexts: scorers.indices.map { position in
        score(
          scorers[position].context.id, byContext[position], [byContext[position]],
          [scorers[position]])
      },
      results: index.requirements.indices.flatMap { row in byContext.map { $0[row] } },
      weakest: weakest)
  }

  private func score(
    _ context: ContextID?, _ results: [RequirementResult], _ byContext: [[RequirementResult]],
    _ scorers: [RequirementScorer]
  ) -> CatalogScore {
    let conformance = conformance(results, byContext, scorers)
    var threats: [ThreatResult] = []
    if case .levels(let levels) = conformance {
      threats = ThreatRule.results(index.catalog, reached: levels.reached[.claimed] ?? 0)
    }
    return CatalogScore(
      context: context, coverage: Coverage(results), conformance: conformance, threats: threats)
  }

  private func conformance(
    _ results: [RequirementResult], _ byContext: [[RequirementResult]],
    _ scorers: [RequirementScorer]
  ) -> ConformanceResult {
    switch index.catalog.conformance {
    case .coverage: return .coverage
    case .modality: return .modality(ModalityRule.result(index.catalog, results))
    case .levels:
      var states: [Track: [LevelsRule.States]] = [:]
      for track in Track.allCases {
        states[track] = byContext.map { self.states(on: track, of: $0) }
      }
      return .levels((levels ?? LevelsRule(index)).result(states))
    case .outcomes:
      return .outcomes(outcomes(scorers))
    }
  }

  /// How far each requirement is met, as its result says; the results stand in the order of the
  /// requirements.
  private func states(on track: Track, of results: [RequirementResult]) -> LevelsRule.States {
    var states: LevelsRule.States = [:]
    for (requirement, result) in zip(index.requirements, results) {
      if result.verdict.isApplicable {
        states[requirement] = .applicable(result.decisive[track])
      } else {
        // What answers alone set aside is not shown to be inapplicable.
        let isShown = track != .assured || result.isShownNotApplicable
        states[requirement] = isShown ? .notApplicable : .applicable(.zero)
      }
    }
    return states
  }

  /// How far each requirement is met in a context.
  func states(
    from standpoint: Standpoint, in scorer: RequirementScorer
  ) -> LevelsRule.States {
    var states: LevelsRule.States = [:]
    for requirement in index.requirements {
      states[requirement] = scorer.state(of: requirement, from: standpoint)
    }
    return states
  }

  func outcomes(
    _ scorers: [RequirementScorer], from standpoint: Standpoint = Standpoint(.claimed)
  ) -> OutcomesResult {
    let perContext = scorers.map { scorer in
      OutcomesRule.result(
        index, states(from: standpoint, in: scorer),
        grade: { scorer.indicatorGrade(of: $0, from: standpoint) },
        isAnswered: { scorer.isAnswered($0) })
    }
    // In all contexts together an outcome has its weakest grade.
    var weakest: [ControlID: OutcomesResult.Outcome] = [:]
    for outcome in perContext.flatMap(\.outcomes) {
      guard var known = weakest[outcome.id] else {
        weakest[outcome.id] = outcome
        continue
      }
      known.lowest = min(known.lowest, outcome.lowest)
      known.highest = min(known.highest, outcome.highest)
      known.basis = max(known.basis, outcome.basis)
      weakest[outcome.id] = known
    }
    return OutcomesResult(
      outcomes: index.requirements.compactMap { weakest[index.catalog.controls[$0].id] })
  }

  /// A requirement as in the weakest of its contexts; contexts where it is not applicable say
  /// nothing.
  private static func weakest(_ results: [RequirementResult]) -> RequirementResult {
    var applicable = results.filter { $0.verdict.isApplicable }
    guard var weakest = applicable.min(by: { $0.verdict < $1.verdict }) ?? results.first else {
      preconditionFailure("an assessment has at least one context")
    }
    if applicable.isEmpty { applicable = results }
    func smallest(_ bounds: KeyPath<RequirementResult, TrackBounds>) -> TrackBounds {
      func smallest(_ track: Track) -> Bounds {
        applicable.dropFirst().reduce(applicable[0][keyPath: bounds][track]) {
          .smaller($0, $1[keyPath: bounds][track])
        }
      }
      return TrackBounds(
        assured: smallest(.assured), claimed: smallest(.claimed), planned: smallest(.planned))
    }
    weakest.bounds = smallest(\.bounds)
    weakest.decisive = smallest(\.decisive)
    return weakest
  }
}

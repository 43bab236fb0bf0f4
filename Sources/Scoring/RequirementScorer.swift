internal import ControlModel

/// Gives the verdict on the requirements of one catalog in one context.
struct RequirementScorer {
  let index: CatalogIndex
  let practices: PracticeStates
  let context: Context
  let contextPosition: Int
  let roles: Set<Role>
  let asOf: CalendarDate
  /// The determinations of this catalog, by requirement.
  let determinations: [ControlID: [Determination]]
  let validEvidence: Set<EvidenceID>
  /// What was said of indicators, by indicator id (CAF).
  let indicators: [String: IndicatorAnswer]

  func evaluation(from standpoint: Standpoint) -> RequirementEvaluation {
    RequirementEvaluation(
      index: index, practices: practices.practices, states: practices.states[contextPosition],
      standpoint: standpoint)
  }

  /// Whether a practice makes sense here.
  func isApplicable(practice: Int) -> Bool {
    practices.states[contextPosition][practice].finding.status != .notApplicable
  }

  /// How far a requirement is met, as the conformance rules see it.
  func state(of control: Int, from standpoint: Standpoint) -> RequirementState {
    bounds(of: control, from: standpoint).map { .applicable($0.verdict) } ?? .notApplicable
  }

  /// How far a requirement is met, as coverage counts it; nil when it is not applicable.
  func coverage(of control: Int, from standpoint: Standpoint) -> Bounds? {
    bounds(of: control, from: standpoint)?.coverage
  }

  private func bounds(
    of control: Int, from standpoint: Standpoint
  ) -> (coverage: Bounds, verdict: Bounds)? {
    let decision = holding(for: control)
    if let reason = reasonNotApplicable(control, decision) {
      // What answers alone set aside is not shown to be inapplicable.
      let needsEvidence = standpoint.track == .assured || standpoint.needsEvidence
      let isShown = reason != .answers || contributions(to: control).allSatisfy(\.isEvidenced)
      return needsEvidence && !isShown ? (.zero, .zero) : nil
    }
    if isEquivalent(decision, from: standpoint) { return (.one, .one) }
    if let bounds = indicatorBounds(of: control, from: standpoint) { return (bounds, bounds) }
    guard index.isMapped(control) else {
      let bounds = standpoint.track == .assured ? Bounds.zero : .unknown
      return (bounds, bounds)
    }
    // Only practices that are not applicable, but a decision says that the requirement is: a gap.
    return evaluation(from: standpoint).bounds(of: control) ?? (.zero, .zero)
  }

  func result(of control: Int) -> RequirementResult {
    let decision = holding(for: control)
    var result = RequirementResult(
      catalog: index.catalog.id, requirement: index.catalog.controls[control].id,
      context: context.id, verdict: .unmapped, notApplicableBecause: nil,
      bounds: TrackBounds(assured: .zero, claimed: .unknown, planned: .unknown),
      decisive: TrackBounds(assured: .zero, claimed: .unknown, planned: .unknown),
      contributions: contributions(to: control), determination: decision,
      expired: expired(for: control), resilience: nil)
    result.notApplicableBecause = reasonNotApplicable(control, decision)
    if result.notApplicableBecause != nil {
      result.verdict = .notApplicable
      return result
    }
    let isMapped = index.isMapped(control) || hasIndicatorAnswers(control)
    if isMapped { setBounds(of: control, &result) }
    result.verdict = verdict(control, isMapped, result, decision)
    if result.verdict == .metByEquivalent {
      result.bounds.claimed = .one
      result.bounds.planned = .one
      result.decisive.claimed = .one
      result.decisive.planned = .one
    }
    if isEquivalent(decision, from: Standpoint(.assured)) {
      result.bounds.assured = .one
      result.decisive.assured = .one
    }
    if result.verdict == .met, !hasIndicatorAnswers(control) {
      result.resilience = ResilienceAnalysis(scorer: self).resilience(of: control)
    }
    return result
  }

  private func setBounds(of control: Int, _ result: inout RequirementResult) {
    func bounds(_ track: Track) -> (coverage: Bounds, verdict: Bounds) {
      let standpoint = Standpoint(track)
      if let bounds = indicatorBounds(of: control, from: standpoint) { return (bounds, bounds) }
      return evaluation(from: standpoint).bounds(of: control) ?? (.zero, .zero)
    }
    let assured = bounds(.assured)
    let claimed = bounds(.claimed)
    let planned = bounds(.planned)
    result.bounds = TrackBounds(
      assured: assured.coverage, claimed: claimed.coverage, planned: planned.coverage)
    result.decisive = TrackBounds(
      assured: assured.verdict, claimed: claimed.verdict, planned: planned.verdict)
  }

  /// The order is that of `docs/scoring.md`, section 4.
  private func verdict(
    _ control: Int, _ isMapped: Bool, _ result: RequirementResult, _ decision: Determination?
  ) -> Verdict {
    let bounds = result.decisive.claimed
    if isMapped, bounds.isWhole { return .met }
    switch decision?.decision {
    case .metByEquivalent: return .metByEquivalent
    case .riskAccepted: return .riskAccepted
    case .notApplicable, nil: break
    }
    guard isMapped else { return .unmapped }
    if !isAnswered(control) { return .unanswered }
    if bounds.upper == 0, result.bounds.claimed.upper == 0 { return .missing }
    return bounds.mayBeWhole ? .unresolved : .partial
  }

  // MARK: What decides

  /// The determination that holds here; the latest, when several do.
  func holding(for control: Int) -> Determination? {
    (determinations[index.catalog.controls[control].id] ?? [])
      .filter { $0.holds(in: context.id, on: asOf) }
      .max { Self.precedes($0, $1) }
  }

  private static func precedes(_ left: Determination, _ right: Determination) -> Bool {
    func key(_ determination: Determination) -> [String] {
      [
        determination.date?.description ?? "", determination.decision.rawValue,
        determination.rationale, determination.approver,
        determination.expires?.description ?? "",
        determination.contexts.map(\.rawValue).sorted().joined(separator: " "),
        determination.evidence.map(\.rawValue).sorted().joined(separator: " "),
      ]
    }
    return key(left).lexicographicallyPrecedes(key(right))
  }

  private func expired(for control: Int) -> [Determination] {
    (determinations[index.catalog.controls[control].id] ?? [])
      .filter {
        $0.isExpired(on: asOf) && ($0.contexts.isEmpty || $0.contexts.contains(context.id))
      }
      .sorted { Self.precedes($0, $1) }
  }

  func isEquivalent(_ decision: Determination?, from standpoint: Standpoint) -> Bool {
    guard let decision, decision.decision == .metByEquivalent else { return false }
    let isShown = decision.evidence.contains(where: validEvidence.contains)
    return isShown || (standpoint.track != .assured && !standpoint.needsEvidence)
  }

  private func reasonNotApplicable(
    _ control: Int, _ decision: Determination?
  ) -> RequirementResult.NotApplicableReason? {
    if decision?.decision == .notApplicable { return .determination }
    let obliged = index.catalog.controls[control].appliesTo
    // An assessment that names no roles plays all of them.
    if !roles.isEmpty, !obliged.isEmpty, !obliged.contains(.organisation),
      !obliged.contains(where: roles.contains)
    {
      return .role
    }
    // A decision outweighs the answers: the requirement was looked at by itself.
    if decision == nil, index.isMapped(control), !hasIndicatorAnswers(control),
      evaluation(from: Standpoint(.claimed)).bounds(of: control) == nil
    {
      return .answers
    }
    return nil
  }

  /// Whether anything has been said of any practice that could contribute.
  func isAnswered(_ control: Int) -> Bool {
    let states = practices.states[contextPosition]
    let own = index.links[control].contains { link in
      switch states[link.practice].finding.status {
      case .unanswered, .notApplicable: false
      default: true
      }
    }
    return own || hasIndicatorAnswers(control)
      || index.children[control].contains(where: isAnswered)
  }

  /// What its own pairs contribute, and those of the children that it is assessed through.
  private func contributions(to control: Int) -> [Contribution] {
    let evaluation = evaluation(from: Standpoint(.claimed))
    let states = practices.states[contextPosition]
    let own = index.links[control].map { link in
      let state = states[link.practice]
      let condition = link.pair.pair.when.flatMap {
        $0.isFulfilled(
          by: state.finding.value, of: practices.practices[link.practice].parameter)
      }
      return Contribution(
        pair: link.pair, finding: state.finding, isEvidenced: state.isEvidenced,
        condition: condition, claimed: evaluation.contribution(of: link))
    }
    let children = index.children[control].sorted {
      index.catalog.controls[$0].id < index.catalog.controls[$1].id
    }
    return own + children.flatMap(contributions)
  }
}

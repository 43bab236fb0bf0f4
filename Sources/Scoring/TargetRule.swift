internal import ControlModel

/// Checks the targets of an assessment.
struct TargetRule {
  let scorer: CatalogScorer
  let asOf: CalendarDate

  /// What a target asks for, against what is there.
  private struct Check {
    /// Nil when nothing that is asked for is applicable.
    var isReached: Bool?
    var now: String
    var blockers: [TargetResult.Blocker]
    var asked = 0
    var coverage: Double?
  }

  func result(of target: Target) -> TargetResult {
    let contexts = scorer.scorers.filter {
      target.contexts.isEmpty || target.contexts.contains($0.context.id)
    }
    let now = check(target, contexts, Standpoint(target.track))
    var result = TargetResult(
      target: target, state: .reached, now: now.now, blockers: sorted(now.blockers),
      unplanned: [], asked: now.asked, coverage: now.coverage)
    switch now.isReached {
    case true?: result.state = .reached
    case nil: result.state = .undecided
    case false?:
      guard let by = target.by, asOf < by else {
        result.state = .missed
        return result
      }
      let planned = check(
        target, contexts, .planned(by: by, needsEvidence: target.track == .assured))
      result.state = planned.isReached == true ? .onTrack : .offTrack
      result.unplanned = sorted(planned.blockers)
    }
    return result
  }

  /// By context, and in the order of the catalog: 2.1 before 10.1.
  private func sorted(_ blockers: [TargetResult.Blocker]) -> [TargetResult.Blocker] {
    let position = scorer.index.position
    return blockers.sorted { one, other in
      (one.context, position[one.requirement] ?? .max, one.requirement)
        < (other.context, position[other.requirement] ?? .max, other.requirement)
    }
  }

  private func check(
    _ target: Target, _ contexts: [RequirementScorer], _ standpoint: Standpoint
  ) -> Check {
    switch target.goal {
    case .level(let level):
      return levels(target, level, contexts, standpoint)
    case .modality(let modality):
      return allMet(target, contexts, standpoint) { control in
        control.modality.map { $0.isAtLeast(modality) } ?? false
      }
    case .coverage(let share):
      return coverage(target, share, contexts, standpoint)
    case .outcomes(let minimum, let exceptions):
      return outcomes(target, minimum, exceptions, contexts, standpoint)
    }
  }

  /// The requirements that a target is about.
  private func requirements(_ target: Target) -> [Int] {
    guard !target.groups.isEmpty else { return scorer.index.requirements }
    let wanted = Set(target.groups)
    return scorer.index.requirements.filter { requirement in
      scorer.index.groups[requirement].contains(where: wanted.contains)
    }
  }

  private func levels(
    _ target: Target, _ level: String, _ contexts: [RequirementScorer], _ standpoint: Standpoint
  ) -> Check {
    guard let rule = scorer.levels, let wanted = rule.position(of: level) else {
      return Check(isReached: nil, now: "the catalog has no level \(level)", blockers: [])
    }
    let asked = Set(requirements(target))
    var blockers: [TargetResult.Blocker] = []
    var lowest: Int?
    var count = 0
    for context in contexts {
      // A measure that is asked for may be superseded by one that is not.
      let states = scorer.states(from: standpoint, in: context)
      if let reached = rule.reached(among: asked, states) {
        lowest = min(lowest ?? reached, reached)
      }
      count += rule.applicable(upTo: wanted, among: asked, states)
      blockers += rule.blockers(of: wanted, among: asked, states).map {
        TargetResult.Blocker(requirement: $0, context: context.context.id)
      }
    }
    guard let lowest else {
      return Check(isReached: nil, now: "no measure is applicable", blockers: [])
    }
    let names = scorer.index.catalog.levels.map(\.id)
    return Check(
      isReached: lowest >= wanted,
      now: lowest == 0 ? "below \(names.first ?? "the first level")" : names[lowest - 1],
      blockers: blockers, asked: count)
  }

  private func allMet(
    _ target: Target, _ contexts: [RequirementScorer], _ standpoint: Standpoint,
    _ isAsked: (Control) -> Bool
  ) -> Check {
    var blockers: [TargetResult.Blocker] = []
    var applicable = 0
    for context in contexts {
      for requirement in requirements(target) {
        let control = scorer.index.catalog.controls[requirement]
        let state = context.state(of: requirement, from: standpoint)
        guard isAsked(control), state.isApplicable else { continue }
        applicable += 1
        if !state.isMet {
          blockers.append(.init(requirement: control.id, context: context.context.id))
        }
      }
    }
    return Check(
      isReached: applicable == 0 ? nil : blockers.isEmpty,
      now: "\(applicable - blockers.count) of \(applicable) met\(Self.counted(contexts))",
      blockers: blockers, asked: applicable)
  }

  private func coverage(
    _ target: Target, _ share: Double, _ contexts: [RequirementScorer], _ standpoint: Standpoint
  ) -> Check {
    var lowest: Double?
    var applicableCount = 0
    var asked = 0
    var blockers: [TargetResult.Blocker] = []
    for context in contexts {
      var bounds: [Bounds] = []
      for requirement in requirements(target) {
        let state = context.state(of: requirement, from: standpoint)
        guard let coverage = context.coverage(of: requirement, from: standpoint)
        else { continue }
        bounds.append(coverage)
        if !state.isMet {
          blockers.append(
            .init(
              requirement: scorer.index.catalog.controls[requirement].id,
              context: context.context.id))
        }
      }
      guard let mean = Bounds.mean(bounds) else { continue }
      lowest = min(lowest ?? mean.lower, mean.lower)
      applicableCount = bounds.count
      asked += bounds.count
    }
    guard let lowest else {
      return Check(isReached: nil, now: "nothing is applicable", blockers: [])
    }
    let isReached = lowest >= share
    return Check(
      isReached: isReached,
      now: "at least \(Percent.text(lowest)) of \(applicableCount) requirements",
      blockers: isReached ? [] : blockers, asked: asked, coverage: lowest)
  }

  private func outcomes(
    _ target: Target, _ minimum: OutcomeGrade, _ exceptions: [ControlID: OutcomeGrade],
    _ contexts: [RequirementScorer], _ standpoint: Standpoint
  ) -> Check {
    let asked = Set(requirements(target).map { scorer.index.catalog.controls[$0].id })
    var blockers: [TargetResult.Blocker] = []
    var applicable = 0
    for context in contexts {
      let result = scorer.outcomes([context], from: standpoint)
      for outcome in result.outcomes where asked.contains(outcome.id) {
        let wanted = exceptions[outcome.id] ?? minimum
        guard wanted > .notAchieved else { continue }
        applicable += 1
        if outcome.lowest < wanted {
          blockers.append(.init(requirement: outcome.id, context: context.context.id))
        }
      }
    }
    return Check(
      isReached: applicable == 0 ? nil : blockers.isEmpty,
      now: "\(applicable - blockers.count) of \(applicable) outcomes\(Self.counted(contexts))",
      blockers: blockers, asked: applicable)
  }

  /// Says that requirements are counted once for each context.
  private static func counted(_ contexts: [RequirementScorer]) -> String {
    contexts.count > 1 ? ", counted in each of \(contexts.count) contexts" : ""
  }
}

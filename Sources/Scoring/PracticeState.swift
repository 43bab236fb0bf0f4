internal import ControlModel

/// How one practice stands in one context on the as-of date.
struct PracticeState: Sendable {
  let finding: Finding
  /// Whether at least one piece of its evidence is valid.
  let isEvidenced: Bool

  /// How far the practice works (`docs/scoring.md`, sections 1 and 3), or nil when it is not
  /// applicable and so contributes nothing and denies nothing.
  ///
  /// - Parameters:
  ///   - track: which answers count.
  ///   - plansDueBy: on the planned track, only plans that are due by this day count; nil: all.
  func extent(on track: Track, plansDueBy: CalendarDate?) -> Bounds? {
    switch finding.status {
    case .notApplicable: return nil
    case .unanswered: return track == .assured ? .zero : .unknown
    case .absent: return .zero
    case .planned: return isDone(track, plansDueBy) ? .one : .zero
    case .implemented: return track == .assured && !isEvidenced ? .zero : .one
    case .partial(let extent):
      if track == .assured, !isEvidenced { return .zero }
      return isDone(track, plansDueBy) ? .one : Bounds(extent, extent)
    }
  }

  /// The value of the practice's parameter: on the planned track the planned one, where there is one.
  func value(on track: Track, plansDueBy: CalendarDate?) -> String? {
    guard let planned = finding.plannedValue, isDone(track, plansDueBy) else {
      return finding.value
    }
    return planned
  }

  private func isDone(_ track: Track, _ plansDueBy: CalendarDate?) -> Bool {
    guard track == .planned, let due = finding.due else { return false }
    return plansDueBy.map { due <= $0 } ?? true
  }
}

/// How every practice stands in every context.
struct PracticeStates: Sendable {
  let practices: [Practice]
  let index: [PracticeID: Int]
  let answers: [PracticeID: Answer]
  /// By context (in the order of the assessment) and practice.
  let states: [[PracticeState]]

  init(_ input: ScoringInput) {
    let practices = input.practices.sorted { $0.id < $1.id }
    var index: [PracticeID: Int] = [:]
    for (position, practice) in practices.enumerated() { index[practice.id] = position }
    var answers: [PracticeID: Answer] = [:]
    for answer in input.assessment.answers { answers[answer.practice] = answer }
    self.practices = practices
    self.index = index
    self.answers = answers
    states = input.assessment.contexts.map { context in
      let valid = input.validEvidence(in: context.id)
      return practices.map { practice in
        let finding = answers[practice.id]?.finding(in: context.id) ?? Finding(.unanswered)
        return PracticeState(
          finding: finding, isEvidenced: finding.evidence.contains(where: valid.contains))
      }
    }
  }

  /// Who owns a practice here: as the answer says, else as the library expects.
  func owner(_ practice: Int) -> String {
    let own = answers[practices[practice].id]?.owner ?? ""
    return own.isEmpty ? practices[practice].owner : own
  }

  /// Whose product or service a practice rests on; empty when the answer does not say.
  func supplier(_ practice: Int) -> String { answers[practices[practice].id]?.supplier ?? "" }
}

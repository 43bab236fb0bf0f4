internal import ControlModel

/// How one practice stands in one context on the as-of date.
struct PracticeState: Sendable {
  let finding: Finding
  /// Whether at least one piece of its evidence is valid.
  let isEvidenced: Bool

  /// How far the practice works (`docs/scoring.md`, sections 1 and 3), or nil when it is not
  /// applicable and so contributes nothing and denies nothing.
  func extent(from standpoint: Standpoint) -> Bounds? {
    let isDone = isDone(from: standpoint)
    let isShown =
      switch standpoint.track {
      case .assured: isEvidenced
      case .claimed: true
      case .planned: !standpoint.needsEvidence || isEvidenced || isDone
      }
    switch finding.status {
    case .notApplicable: return nil
    case .unanswered: return standpoint.track == .assured ? .zero : .unknown
    case .absent: return .zero
    case .planned: return isDone ? .one : .zero
    case .implemented: return isShown ? .one : .zero
    case .partial(let extent):
      guard isShown else { return .zero }
      return isDone ? .one : Bounds(extent, extent)
    }
  }

  /// Whether a condition on the practice's parameter is fulfilled; nil when that is not known. A
  /// planned value counts beside today's, so that a plan never takes anything away.
  func isFulfilled(
    _ condition: Condition, of parameter: Practice.Parameter?, from standpoint: Standpoint
  ) -> Bool? {
    let today = condition.isFulfilled(by: finding.value, of: parameter)
    guard isDone(from: standpoint), let planned = finding.plannedValue else { return today }
    return today == true ? true : condition.isFulfilled(by: planned, of: parameter)
  }

  private func isDone(from standpoint: Standpoint) -> Bool {
    guard standpoint.track == .planned, let due = finding.due else { return false }
    return standpoint.plansDueBy.map { due <= $0 } ?? true
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

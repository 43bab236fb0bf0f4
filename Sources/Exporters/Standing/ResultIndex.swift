internal import ControlModel
internal import Scoring

/// A result with what its reports look up: people and pieces by id.
struct ResultIndex {
  let result: AssessmentResult
  let contexts: [Context]
  let practices: [PracticeID: Practice]
  let answers: [PracticeID: Answer]
  let evidence: [EvidenceID: Evidence]
  /// By requirement: the practices that would alone turn it to met.
  let turning: [Leverage.Requirement: [PracticeID]]

  var asOf: CalendarDate { result.input.asOf }

  init(_ result: AssessmentResult) {
    self.result = result
    let assessment = result.input.assessment
    contexts = assessment.contexts
    practices = Dictionary(result.input.practices.map { ($0.id, $0) }) { first, _ in first }
    answers = Dictionary(assessment.answers.map { ($0.practice, $0) }) { first, _ in first }
    evidence = Dictionary(assessment.evidence.map { ($0.id, $0) }) { first, _ in first }
    var turning: [Leverage.Requirement: [PracticeID]] = [:]
    for gap in result.gaps {
      for requirement in gap.turnsMet + gap.turnsMetToo {
        turning[requirement, default: []].append(gap.practice)
      }
    }
    self.turning = turning
  }

  /// Who owns a practice: as answered, else as the library expects.
  func owner(of practice: PracticeID) -> String {
    let own = answers[practice]?.owner ?? ""
    return own.isEmpty ? practices[practice]?.owner ?? "" : own
  }

  func title(of practice: PracticeID) -> String { practices[practice]?.title ?? "" }

  /// `training, serving`, or `all contexts` when it is all of several.
  func names(_ ids: [ContextID]) -> String {
    if ids.count == contexts.count, contexts.count > 1 { return "all contexts" }
    return ids.map(\.rawValue).joined(separator: ", ")
  }
}

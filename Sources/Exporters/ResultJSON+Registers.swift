internal import ControlModel
internal import Scoring

extension ResultJSON {
  /// Every practice with what was answered of it in each context.
  static func practices(_ result: AssessmentResult) -> [JSONValue] {
    let assessment = result.input.assessment
    let answers = Dictionary(assessment.answers.map { ($0.practice, $0) }) { first, _ in first }
    return result.input.practices.map { practice in
      let answer = answers[practice.id]
      let own = answer?.owner ?? ""
      var members: [String: JSONValue] = [
        "id": .text(practice.id.rawValue), "title": .text(practice.title),
        "layer": .text(practice.layer.rawValue), "isOwn": .bool(practice.isOwn),
        "owner": .optional(own.isEmpty ? practice.owner : own),
        "supplier": .optional(answer?.supplier), "notes": .optional(answer?.notes),
      ]
      members["answers"] = .list(
        assessment.contexts.map { context in
          finding(answer?.finding(in: context.id) ?? Finding(.unanswered), in: context.id)
        })
      return .object(members)
    }
  }

  private static func finding(_ finding: Finding, in context: ContextID) -> JSONValue {
    var members: [String: JSONValue] = [
      "context": .text(context.rawValue), "status": .text(finding.status.word),
      "evidence": .texts(finding.evidence.map(\.rawValue)),
      "due": .optional(finding.due?.description), "rationale": .optional(finding.rationale),
      "value": .optional(finding.value), "plannedValue": .optional(finding.plannedValue),
    ]
    if case .partial(let extent) = finding.status { members["extent"] = .number(extent) }
    return .object(members)
  }

  /// A piece of evidence with its state on a day.
  static func evidence(_ piece: Evidence, on day: CalendarDate) -> JSONValue {
    .object([
      "id": .text(piece.id.rawValue), "title": .optional(piece.title),
      "kind": .optional(piece.kind), "state": .text(piece.state(on: day).rawValue),
      "file": .optional(piece.file), "url": .optional(piece.url),
      "sha256": .optional(piece.sha256), "shows": .optional(piece.shows?.description),
      "validUntil": .optional(piece.validUntil?.description),
      "contexts": .texts(piece.contexts.map(\.rawValue)),
    ])
  }
}

internal import ControlModel
public import Scoring

/// What has been answered and shown, in two sentences.
public enum AnswerSummary {
  /// `184 of 189 practices, 1 of them your own: 79 implemented, …`
  public static func answers(_ result: AssessmentResult) -> String {
    let assessment = result.input.assessment
    let known = Set(result.input.practices.map(\.id))
    var counts: [String: Int] = [:]
    var working = 0
    var shown = 0
    for answer in assessment.answers where known.contains(answer.practice) {
      let findings = [answer.finding] + answer.contexts.values
      guard findings.contains(where: { $0.status != .unanswered }) else { continue }
      // The general answer; where there is none, the first that a context has.
      let told = findings.first { $0.status != .unanswered } ?? answer.finding
      counts[told.status.word, default: 0] += 1
      guard told.status.word == "implemented" || told.status.word == "partial" else { continue }
      working += 1
      if findings.contains(where: { !$0.evidence.isEmpty }) { shown += 1 }
    }
    let mix = Finding.Status.words.compactMap { word in
      counts[word].map { "\($0) \(word)" }
    }
    let own = result.input.practices.count(where: \.isOwn)
    let ownWords = own > 0 ? ", \(own) of them your own" : ""
    let total = counts.values.reduce(0, +)
    let mixWords = mix.isEmpty ? "" : ": \(mix.joined(separator: ", "))"
    let evidenceWords =
      working > 0 ? "; \(shown) of the \(working) implemented or partial cite evidence" : ""
    return "\(total) of \(known.count) practices\(ownWords)\(mixWords)\(evidenceWords)"
  }

  /// `29 of 31 pieces valid; 1 expired, 1 kept elsewhere, so not checked`
  public static func evidence(_ result: AssessmentResult) -> String {
    let all = result.input.assessment.evidence
    var counts: [Evidence.State: Int] = [:]
    for piece in all { counts[piece.state(on: result.input.asOf), default: 0] += 1 }
    let others = Evidence.State.allCases.filter { $0 != .valid }
      .compactMap { state in counts[state].map { "\($0) \(words(state))" } }
    let rest = others.isEmpty ? "" : "; \(others.joined(separator: ", "))"
    return "\(counts[.valid] ?? 0) of \(all.count) pieces valid\(rest)"
  }

  /// A state of evidence for people.
  static func words(_ state: Evidence.State) -> String {
    switch state {
    case .valid: "valid"
    case .expired: "expired"
    case .notYet: "dated later"
    case .missing: "missing"
    case .changed: "changed"
    case .noDigest: "without digest"
    case .unchecked: "kept elsewhere, so not checked"
    }
  }
}

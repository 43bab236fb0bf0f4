internal import ControlModel
public import Scoring

/// What has been answered and shown, in two sentences.
public enum AnswerSummary {
  /// `184 of 189 practices, 1 of them your own: 79 implemented, …`
  public static func answers(_ result: AssessmentResult) -> String {
    let own = result.input.practices.count(where: \.isOwn)
    let citing = citing(result)
    return Counts(result).words(own: own > 0 ? ", \(own) of them your own" : "")
      + (citing.isEmpty ? "" : "; \(citing)")
  }

  /// `184 of 189 practices: 79 implemented, …`
  static func mix(_ result: AssessmentResult) -> String { Counts(result).words(own: "") }

  /// `38 of the 135 implemented or partial cite evidence`; empty where nothing is in place.
  static func citing(_ result: AssessmentResult) -> String {
    let counts = Counts(result)
    return counts.working > 0
      ? "\(counts.shown) of the \(counts.working) implemented or partial cite evidence" : ""
  }

  /// The answers, counted.
  private struct Counts {
    private var statuses: [String: Int] = [:]
    private let known: Set<PracticeID>
    /// Implemented or partial.
    private(set) var working = 0
    /// Those of them that cite evidence.
    private(set) var shown = 0

    init(_ result: AssessmentResult) {
      known = Set(result.input.practices.map(\.id))
      for answer in result.input.assessment.answers where known.contains(answer.practice) {
        let findings = [answer.finding] + answer.contexts.values
        // The general answer; where there is none, the first that a context has.
        guard let told = findings.first(where: { $0.status != .unanswered }) else { continue }
        statuses[told.status.word, default: 0] += 1
        guard told.status.word == "implemented" || told.status.word == "partial" else { continue }
        working += 1
        if findings.contains(where: { !$0.evidence.isEmpty }) { shown += 1 }
      }
    }

    func words(own: String) -> String {
      let mix = Finding.Status.words.compactMap { word in statuses[word].map { "\($0) \(word)" } }
      let total = statuses.values.reduce(0, +)
      return "\(total) of \(known.count) practices\(own)"
        + (mix.isEmpty ? "" : ": \(mix.joined(separator: ", "))")
    }
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

public import ControlModel

/// A new assessment: every practice unanswered, with comments that say what to do.
public enum AssessmentTemplate {
  /// What a new assessment starts with.
  public struct Plan: Sendable {
    /// The practices to be asked, in their order.
    public var practices: [Practice]
    /// The catalogs that targets can be set in.
    public var catalogs: [Catalog]
    /// The contexts; empty: two usual ones.
    public var contexts: [Context]
    /// The targets that the practices were chosen for; empty: all practices, by layer.
    public var targets: [Target]

    /// Makes a plan.
    public init(
      practices: [Practice], catalogs: [Catalog], contexts: [Context] = [],
      targets: [Target] = []
    ) {
      self.practices = practices
      self.catalogs = catalogs
      self.contexts = contexts
      self.targets = targets
    }
  }

  /// The files of a new assessment, by path below its directory.
  public static func files(_ plan: Plan) -> [(path: String, text: String)] {
    [
      ("assessment.yaml", main(plan)), ("evidence.yaml", evidence),
      ("determinations.yaml", determinations), ("evidence/README.md", evidenceReadme),
    ] + answerFiles(plan)
  }

  /// One file for each layer; for chosen targets one file, the most decisive practice first.
  private static func answerFiles(_ plan: Plan) -> [(path: String, text: String)] {
    guard plan.targets.isEmpty else {
      return [("answers.yaml", answers("the most decisive practice first", plan.practices))]
    }
    return Practice.Layer.allCases.compactMap { layer in
      let practices = plan.practices.filter { $0.layer == layer }
      guard !practices.isEmpty else { return nil }
      return ("answers/\(layer.rawValue).yaml", answers(layer.rawValue, practices))
    }
  }

  private static func main(_ plan: Plan) -> String {
    let scored = plan.catalogs.filter(\.isScoredUnasked)
    return """
      # An assessment of how model weights are protected. Start here, then answer the practices.
      # Look at the result at any time:  counterweight assess .
      format: assessment/1

      # Who is assessed, and what.
      organisation: Your organisation
      system: The model whose weights are protected

      # The parts that you play for the system. A requirement that obliges only other parts is not
      # applicable.
      roles: [developer, system-operator, data-custodian]

      # The places where weights live or are used. Each answer may differ by context. Keep internal
      # and external deployment apart; remove the contexts that you do not have.
      # exposure: internal (only your own staff) | external (customers, partners or the public)
      contexts:
      \(contexts(plan))
      # The catalogs to be scored. Without this list all that are in force are.
      \(catalogs(plan, scored))

      # What you mean to reach, so precisely that a program can check it:
      #   counterweight check .
      # Each target has one of: level, modality, coverage, outcomes.
      \(targets(plan))
      """
  }

  private static func catalogs(_ plan: Plan, _ scored: [Catalog]) -> String {
    let chosen = Set(plan.targets.map(\.catalog))
    let ids = scored.map(\.id).filter { chosen.isEmpty || chosen.contains($0) }
    let lines = ["catalogs:"] + ids.map { "  - \(YAMLWriter.quotedIfNeeded($0.rawValue))" }
    return lines.map { chosen.isEmpty ? "# \($0)" : $0 }.joined(separator: "\n")
  }

  private static func contexts(_ plan: Plan) -> String {
    guard plan.contexts.isEmpty else {
      return plan.contexts.map { context in
        """
          - id: \(YAMLWriter.quotedIfNeeded(context.id.rawValue))
            exposure: \(context.exposure.rawValue)

        """
      }.joined()
    }
    return """
        - id: training-cluster
          title: Training cluster
          exposure: internal
          summary: Where models are trained and checkpoints are kept.
        - id: inference-fleet
          title: Inference fleet
          exposure: external
          summary: Where the model serves requests.

      """
  }

  private static func targets(_ plan: Plan) -> String {
    guard !plan.targets.isEmpty else {
      return """
        # targets:
        #   - id: T1
        #     statement: RAND SL3 in the training cluster by mid 2027
        #     catalog: rand-model-weights-2024
        #     level: SL3
        #     contexts: [training-cluster]
        #     by: 2027-06-30
        #     because: The risk threshold or threat model that asks for it.
        #   - id: T2
        #     statement: Every required provision of the Code of Practice, shown by evidence
        #     catalog: dsit-ai-cop-2025
        #     modality: required
        #     track: assured

        """
    }
    let items = plan.targets.map { target in
      """
        - id: \(YAMLWriter.quotedIfNeeded(target.id.rawValue))
          catalog: \(YAMLWriter.quotedIfNeeded(target.catalog.rawValue))
          \(goal(target.goal))
          # by: 2027-06-30
          # because: The risk threshold or threat model that asks for it.

      """
    }
    return "targets:\n" + items.joined()
  }

  private static func goal(_ goal: Target.Goal) -> String {
    switch goal {
    case .level(let level): "level: \(YAMLWriter.quotedIfNeeded(level))"
    case .modality(let modality): "modality: \(modality.rawValue)"
    case .coverage(let share): "coverage: \(share)"
    case .outcomes(let grade, _): "outcomes: {minimum: \(grade.rawValue)}"
    }
  }

  private static let evidence = """
    # What shows that your answers are true. Keep the files in evidence/, and refer to them by id.
    # Without valid evidence an answer counts as claimed, not as assured.
    format: assessment/1

    # evidence:
    #   - id: E-001
    #     title: Export of the key policy
    #     kind: configuration          # policy, configuration, report, certificate, log …
    #     file: evidence/key-policy.json
    #     sha256: 64 hex digits        # sha256sum evidence/key-policy.json
    #     shows: 2026-09-01            # the day of what it shows, not of its upload
    #     validUntil: 2027-08-31       # the last day on which you would still rely on it

    """

  private static let evidenceReadme = """
    Evidence files of the assessment. Each is registered in `../evidence.yaml` with its SHA-256, so
    that a file that was changed afterwards is found.

    """

  private static let determinations = """
    # Decisions on single requirements, apart from what the answers say.
    format: assessment/1

    # determinations:
    #   - catalog: rand-model-weights-2024
    #     requirement: SL3.WS.STO.2
    #     decision: not-applicable     # or: met-by-equivalent, risk-accepted
    #     rationale: No weights are stored at a cloud provider.
    #     approver: Name of the person who answers for it
    #     date: 2026-11-01
    #     expires: 2027-10-31          # the last day on which it holds
    #     evidence: [E-001]
    #
    # risk-accepted does not close a gap: it labels it.

    """

  private static func answers(_ title: String, _ practices: [Practice]) -> String {
    var text = """
      # Answers: \(title) (\(practices.count) practices)
      #
      # status: implemented | partial (with 'extent' between 0 and 1) | planned (with 'due') |
      #         absent | not-applicable (with 'rationale') | unanswered
      # You may add to each answer: value, evidence: [ids], owner, supplier, notes, due. Where a
      # context differs, say so:
      #   contexts:
      #     inference-fleet: {status: partial, extent: 0.5}
      format: assessment/1

      answers:

      """
    for practice in practices { text += answer(practice) }
    return text
  }

  private static func answer(_ practice: Practice) -> String {
    var text = "\n"
    text += comment(practice.title, indent: "  ")
    text += comment(practice.description, indent: "  ")
    if !practice.partial.isEmpty {
      text += comment("Partial: \(practice.partial)", indent: "  ")
    }
    if !practice.evidence.isEmpty {
      text += comment(
        "Typical evidence: \(practice.evidence.joined(separator: "; ")).", indent: "  ")
    }
    text += "  - practice: \(YAMLWriter.quotedIfNeeded(practice.id.rawValue))\n"
    text += "    status: unanswered\n"
    if let parameter = practice.parameter { text += valueLine(parameter) }
    return text
  }

  private static func valueLine(_ parameter: Practice.Parameter) -> String {
    guard parameter.type != .choice else {
      return comment(
        "value: one of \(parameter.choices.joined(separator: ", ")) (weakest first)",
        indent: "    ")
    }
    let noun = parameter.type == .integer ? "whole number" : "number"
    let better = parameter.lowerIsBetter ? "lower" : "higher"
    let unit = parameter.unit.isEmpty ? "" : ", in \(parameter.unit)"
    return comment(
      "value: \(parameter.name) as a \(noun)\(unit); \(better) is better", indent: "    ")
  }

  /// `text` as comment lines of at most 98 characters.
  private static func comment(_ text: String, indent: String) -> String {
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      if !line.isEmpty, indent.count + line.count + word.count + 3 > 98 {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " \(word)"
    }
    if !line.isEmpty { lines.append(line) }
    return lines.map { "\(indent)# \($0)\n" }.joined()
  }
}

public import ControlModel

/// A new assessment: every practice unanswered, with comments that say what to do.
public enum AssessmentTemplate {
  /// The files of a new assessment, by path below its directory.
  ///
  /// - Parameters:
  ///   - practices: the practices to be asked, in the order of the library.
  ///   - catalogs: the catalogs that targets can be set in.
  public static func files(
    practices: [Practice], catalogs: [Catalog]
  ) -> [(path: String, text: String)] {
    let layers = Practice.Layer.allCases.filter { layer in
      practices.contains { $0.layer == layer }
    }
    return [
      ("assessment.yaml", main(catalogs)),
      ("evidence.yaml", evidence),
      ("determinations.yaml", determinations),
      ("evidence/README.md", evidenceReadme),
    ]
      + layers.map { layer in
        ("answers/\(layer.rawValue).yaml", answers(layer, practices.filter { $0.layer == layer }))
      }
  }

  private static func main(_ catalogs: [Catalog]) -> String {
    let scored = catalogs.filter { $0.controls.contains { $0.kind == .requirement } }
    return """
      # An assessment of how model weights are protected. Start here, then go through answers/.
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
      contexts:
        - id: training-cluster
          title: Training cluster
          exposure: internal     # only your own staff
          summary: Where models are trained and checkpoints are kept.
        - id: inference-fleet
          title: Inference fleet
          exposure: external     # customers, partners or the public
          summary: Where the model serves requests.

      # The catalogs to be scored. Without this list all of them are.
      # catalogs:
      \(scored.map { "#   - \($0.id)" }.joined(separator: "\n"))

      # What you mean to reach, so precisely that a program can check it:
      #   counterweight check .
      # Each target has one of: level, modality, coverage, outcomes.
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

  private static func answers(_ layer: Practice.Layer, _ practices: [Practice]) -> String {
    var text = """
      # Answers: \(layer.rawValue) (\(practices.count) practices)
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

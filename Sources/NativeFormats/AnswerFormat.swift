internal import ControlModel
internal import Diagnostics
internal import YAMLEvents

/// One answer of an assessment as YAML.
enum AnswerFormat {
  static let findingKeys = [
    "status", "extent", "value", "plannedValue", "due", "rationale", "evidence",
  ]
  static let keys = ["practice"] + findingKeys + ["owner", "supplier", "notes", "contexts"]

  static func answer(_ fields: FieldReader) -> Answer? {
    let practice = fields.requiredID("practice", PracticeID.self)
    let finding = finding(fields)
    var contexts: [ContextID: Finding] = [:]
    var origin = fields.origin("practice", "owner")
    for entry in fields.entries("contexts") {
      origin.fields["contexts.\(entry.key)"] = entry.location
      guard
        let child = fields.context.fields(
          entry.value, of: "answer for the context '\(entry.key)'", keys: findingKeys),
        let finding = Self.finding(child)
      else { continue }
      contexts[ContextID(entry.key)] = finding
    }
    guard let practice, let finding else { return nil }
    return Answer(
      practice: practice, finding: finding, owner: fields.text("owner"),
      supplier: fields.text("supplier"), notes: fields.text("notes"), contexts: contexts,
      origin: origin)
  }

  private static func finding(_ fields: FieldReader) -> Finding? {
    guard let status = status(fields) else { return nil }
    let due = fields.date("due")
    let rationale = fields.text("rationale")
    switch status {
    case .planned where fields.node("due") == nil:
      fields.reportMissing(
        "due", "missing-due", "a planned practice needs 'due'", at: "status",
        hints: ["add 'due: YYYY-MM-DD', or say 'absent' when no day is set"])
    case .notApplicable where rationale.allSatisfy(\.isWhitespace):
      fields.reportMissing(
        "rationale", "missing-rationale", "'not-applicable' needs a 'rationale'", at: "status",
        hints: ["say in one sentence why the practice makes no sense here"])
    case .implemented where due != nil && fields.node("plannedValue") == nil,
      .absent where due != nil, .notApplicable where due != nil, .unanswered where due != nil:
      fields.report(
        "conflict",
        "'due' goes with 'planned', 'partial' or 'plannedValue', not with "
          + "'\(status.word)'", at: "due")
    default: break
    }
    if fields.node("plannedValue") != nil, fields.node("due") == nil {
      fields.report(
        "missing-due", "'plannedValue' needs 'due'", at: "plannedValue",
        hints: ["add 'due: YYYY-MM-DD'"])
    }
    return Finding(
      status, value: fields.optionalText("value"),
      plannedValue: fields.optionalText("plannedValue"), due: due, rationale: rationale,
      evidence: fields.ids("evidence", EvidenceID.self),
      origin: fields.origin("status", "value", "plannedValue", "evidence", "due"))
  }

  private static func status(_ fields: FieldReader) -> Finding.Status? {
    guard let word = fields.optionalText("status") else {
      guard fields.node("status") == nil else { return nil }
      fields.reportMissing(
        "status", hints: ["it is one of: \(Finding.Status.words.joined(separator: ", "))"])
      return nil
    }
    if word == "partial" {
      guard fields.node("extent") != nil else {
        fields.reportMissing(
          "extent", "missing-extent", "'partial' needs an 'extent'", at: "status",
          hints: ["how far does it work, between 0 and 1? 'extent: 0.5'"])
        return nil
      }
      return fields.share("extent", includingOne: false).map { .partial(extent: $0) }
    }
    if fields.node("extent") != nil {
      fields.report("conflict", "'extent' goes with 'partial', not with '\(word)'", at: "extent")
    }
    switch word {
    case "implemented": return .implemented
    case "planned": return .planned
    case "absent": return .absent
    case "not-applicable": return .notApplicable
    case "unanswered": return .unanswered
    default:
      fields.report(
        "unknown-word", "'status' cannot be '\(word)'", at: "status",
        hints: unknownStatusHints(word))
      return nil
    }
  }
}

extension AnswerFormat {
  fileprivate static func unknownStatusHints(_ word: String) -> [String] {
    // What people write instead, by meaning and not by letters.
    let meant = [
      "yes": "implemented", "done": "implemented", "true": "implemented", "met": "implemented",
      "no": "absent", "false": "absent", "none": "absent", "missing": "absent",
      "n/a": "not-applicable", "na": "not-applicable", "in-progress": "partial",
      "todo": "planned", "unknown": "unanswered",
    ]
    let near = meant[word.lowercased()].map { ["did you mean '\($0)'?"] }
    return (near ?? NearestMatch.hints(word, in: Finding.Status.words))
      + ["it is one of: \(Finding.Status.words.joined(separator: ", "))"]
  }
}

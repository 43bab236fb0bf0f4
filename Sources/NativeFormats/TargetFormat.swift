internal import ControlModel
internal import Diagnostics
internal import YAMLEvents

/// One target of an assessment as YAML.
enum TargetFormat {
  static let keys = [
    "id", "statement", "catalog", "level", "modality", "coverage", "outcomes", "groups",
    "contexts", "by", "track", "because",
  ]
  private static let goalKeys = ["level", "modality", "coverage", "outcomes"]

  static func target(_ fields: FieldReader) -> Target? {
    let id = fields.requiredID("id", TargetID.self)
    let catalog = fields.requiredID("catalog", CatalogID.self)
    let goal = goal(fields)
    guard let id, let catalog, let goal else { return nil }
    return Target(
      id: id, statement: fields.text("statement"), catalog: catalog, goal: goal,
      groups: fields.ids("groups", GroupID.self),
      contexts: fields.ids("contexts", ContextID.self), by: fields.date("by"),
      track: fields.word("track", Track.self) ?? .claimed, because: fields.text("because"),
      origin: fields.origin("id", "catalog", "level", "groups", "contexts", "outcomes"))
  }

  private static func goal(_ fields: FieldReader) -> Target.Goal? {
    let given = goalKeys.filter { fields.node($0) != nil }
    guard given.count == 1, let key = given.first else {
      guard !given.isEmpty || fields.meant.isDisjoint(with: goalKeys) else { return nil }
      fields.report(
        "missing-key", "target needs exactly one of: \(goalKeys.joined(separator: ", "))",
        at: given.last ?? "id", hints: ["for example 'level: SL3' or 'modality: required'"])
      return nil
    }
    switch key {
    case "level": return fields.optionalText("level").map { .level($0) }
    case "modality":
      return fields.word("modality", Control.Modality.self).map { .modality($0) }
    case "coverage": return fields.share("coverage").map { .coverage($0) }
    default: return outcomes(fields)
    }
  }

  /// `outcomes:` holds `minimum` and, by outcome id, what is asked instead.
  private static func outcomes(_ fields: FieldReader) -> Target.Goal? {
    var minimum = OutcomeGrade.achieved
    var exceptions: [ControlID: OutcomeGrade] = [:]
    for entry in fields.entries("outcomes") {
      guard case .scalar(let scalar) = entry.value,
        let grade = OutcomeGrade(rawValue: scalar.text)
      else {
        fields.context.sink.error(
          "unknown-word", "an outcome is achieved, partially-achieved or not-achieved",
          at: entry.value.location)
        continue
      }
      if entry.key == "minimum" {
        minimum = grade
      } else {
        exceptions[ControlID(entry.key)] = grade
      }
    }
    return .outcomes(minimum, exceptions: exceptions)
  }
}

internal import ControlModel
internal import Diagnostics
internal import YAMLEvents

/// One control of a catalog as YAML.
enum ControlFormat {
  static let keys = [
    "id", "idIsSynthetic", "parent", "kind", "title", "summary", "statement", "statementSHA256",
    "modality", "secondaryModality", "level", "category", "appliesTo", "lifecycle",
    "combination", "supersedes", "parameters", "aspects", "condition", "references", "related",
    "notes", "indicators", "feasibility", "relevantLevel", "rapidlyChanging", "locator",
  ]
  static let supersessionKeys = ["id", "basis", "note"]
  static let parameterKeys = ["name", "value", "unit", "firm"]
  static let aspectKeys = ["id", "title", "weight"]
  static let indicatorKeys = ["notAchieved", "partiallyAchieved", "achieved"]

  static func control(_ fields: FieldReader) -> Control? {
    let id = fields.requiredID("id", ControlID.self)
    let kind = fields.requiredWord("kind", Control.Kind.self)
    guard let id else { return nil }
    return Control(
      id: id, idIsSynthetic: fields.bool("idIsSynthetic"), parent: fields.text("parent"),
      kind: kind ?? .requirement, title: fields.text("title"), summary: fields.text("summary"),
      statement: fields.optionalText("statement"),
      statementSHA256: fields.text("statementSHA256"),
      modality: fields.word("modality", Control.Modality.self),
      secondaryModality: fields.words("secondaryModality", Control.Modality.self),
      level: fields.text("level"), category: fields.text("category"),
      appliesTo: fields.words("appliesTo", Role.self),
      lifecycle: fields.words("lifecycle", Lifecycle.self),
      combination: fields.word("combination", Control.Combination.self),
      supersedes: fields.items(
        "supersedes", of: "supersession", keys: supersessionKeys, supersession),
      parameters: fields.items("parameters", of: "parameter", keys: parameterKeys, parameter),
      aspects: fields.items("aspects", of: "aspect", keys: aspectKeys, aspect),
      condition: fields.text("condition"), references: fields.texts("references"),
      related: fields.texts("related"), notes: fields.texts("notes"),
      indicators: indicators(fields), feasibility: feasibility(fields),
      relevantLevel: fields.text("relevantLevel"),
      rapidlyChanging: fields.bool("rapidlyChanging"), locator: locator(fields),
      origin: fields.origin("id", "parent", "level", "supersedes"))
  }

  static func locator(_ fields: FieldReader) -> Locator {
    guard fields.node("locator") != nil,
      let locator = fields.child("locator", of: "locator", keys: Locator.names)
    else { return Locator() }
    return Locator(
      locator.mapping.entries.compactMap { entry in
        locator.optionalText(entry.key).map { Locator.Part(entry.key, $0) }
      })
  }

  private static func supersession(_ fields: FieldReader) -> Control.Supersession? {
    let id = fields.requiredID("id", ControlID.self)
    let basis = fields.requiredWord("basis", Control.Supersession.Basis.self)
    guard let id, let basis else { return nil }
    return Control.Supersession(id: id, basis: basis, note: fields.text("note"))
  }

  private static func parameter(_ fields: FieldReader) -> Control.Parameter? {
    let name = fields.requiredText("name")
    let value = fields.requiredText("value")
    guard let name, let value else { return nil }
    return Control.Parameter(
      name: name, value: value, unit: fields.text("unit"), isFirm: fields.bool("firm"))
  }

  private static func aspect(_ fields: FieldReader) -> Aspect? {
    guard let id = fields.requiredID("id", AspectID.self) else { return nil }
    let weight = fields.number("weight") ?? 1
    guard weight > 0 else {
      fields.report("out-of-range", "'weight' must be greater than 0", at: "weight")
      return nil
    }
    return Aspect(id: id, title: fields.text("title"), weight: weight)
  }

  private static func indicators(_ fields: FieldReader) -> Control.IndicatorCounts? {
    fields.child("indicators", of: "indicators", keys: indicatorKeys).map { counts in
      Control.IndicatorCounts(
        notAchieved: counts.integer("notAchieved") ?? 0,
        partiallyAchieved: counts.integer("partiallyAchieved") ?? 0,
        achieved: counts.integer("achieved") ?? 0)
    }
  }

  private static func feasibility(_ fields: FieldReader) -> [String: Int] {
    var scores: [String: Int] = [:]
    for entry in fields.entries("feasibility") {
      guard case .scalar(let scalar) = entry.value, let score = Int(scalar.text),
        (1...5).contains(score)
      else {
        fields.context.sink.error(
          "out-of-range", "the score of '\(entry.key)' must be a whole number from 1 to 5",
          at: entry.value.location)
        continue
      }
      scores[entry.key] = score
    }
    return scores
  }
}

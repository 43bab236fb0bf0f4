public import ControlModel
public import Diagnostics

/// Practice libraries as YAML (`docs/formats.md`).
public enum PracticeLibraryFormat {
  static let keys = ["id", "title", "version", "status", "provenance", "practices"]

  /// Reads a practice library.
  ///
  /// - Throws: every problem of the file at once.
  public static func decode(_ bytes: [UInt8], file: String) throws(Refusal) -> PracticeLibrary {
    try NativeFormat.practiceLibrary.read(bytes, file: file, keys: keys) { fields in
      let id = fields.requiredText("id")
      let version = fields.requiredText("version")
      let practices = fields.items(
        "practices", of: "practice", keys: PracticeFormat.keys, PracticeFormat.practice)
      guard let id, let version else { return nil }
      return PracticeLibrary(
        id: id, title: fields.text("title"), version: version,
        status: fields.optionalText("status") ?? "draft",
        provenance: ProvenanceFormat.provenance(fields) ?? Provenance(), practices: practices,
        origin: fields.origin("id"))
    }
  }
}

/// One practice as YAML.
enum PracticeFormat {
  static let keys = [
    "id", "title", "description", "partial", "layer", "owner", "effort", "lifecycle", "exposure",
    "evidence",
    "requires", "parameter",
  ]
  static let parameterKeys = ["name", "type", "unit", "better", "choices"]

  static func practice(_ fields: FieldReader) -> Practice? {
    let id = fields.requiredID("id", PracticeID.self)
    let title = fields.requiredText("title")
    let layer = fields.requiredWord("layer", Practice.Layer.self)
    guard let id else { return nil }
    return Practice(
      id: id, title: title ?? "", description: fields.text("description"),
      partial: fields.text("partial"), layer: layer ?? .process, owner: fields.text("owner"),
      effort: fields.word("effort", Practice.Effort.self) ?? .medium,
      lifecycle: fields.words("lifecycle", Lifecycle.self),
      exposure: fields.words("exposure", Context.Exposure.self), evidence: fields.texts("evidence"),
      requires: fields.ids("requires", PracticeID.self), parameter: parameter(fields),
      origin: fields.origin("id", "requires"))
  }

  private enum Better: String, CaseIterable { case higher, lower }

  private static func parameter(_ fields: FieldReader) -> Practice.Parameter? {
    guard let child = fields.child("parameter", of: "parameter", keys: parameterKeys) else {
      return nil
    }
    let name = child.requiredText("name")
    let type = child.requiredWord("type", Practice.Parameter.ValueType.self)
    guard let name, let type else { return nil }
    let choices = child.texts("choices")
    if type == .choice, choices.count < 2 {
      child.report(
        "missing-key", "a choice needs at least two 'choices', weakest first", at: "choices")
    }
    return Practice.Parameter(
      name: name, type: type, unit: child.text("unit"),
      lowerIsBetter: child.word("better", Better.self) == .lower, choices: choices)
  }
}

/// Provenance as YAML.
enum ProvenanceFormat {
  static let keys = ["by", "date", "basis", "reviewed", "note", "readings", "adjudication"]

  static func provenance(_ fields: FieldReader) -> Provenance? {
    fields.child("provenance", of: "provenance", keys: keys).map { child in
      Provenance(
        by: child.text("by"), date: child.text("date"),
        basis: child.word("basis", Provenance.Basis.self) ?? .ownReading,
        isReviewed: child.bool("reviewed"), note: child.text("note"),
        readings: child.items(
          "readings", of: "reading", keys: ["reader", "relation", "share"], reading),
        adjudication: child.text("adjudication"))
    }
  }

  private static func reading(_ fields: FieldReader) -> Provenance.Reading? {
    let reader = fields.requiredText("reader")
    let relation = fields.requiredWord("relation", Relation.self)
    guard let reader, let relation else { return nil }
    let share = fields.share("share") ?? (relation == .none ? 0 : 1)
    return Provenance.Reading(reader: reader, relation: relation, share: share)
  }
}

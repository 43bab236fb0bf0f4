public import ControlModel
public import Diagnostics

/// Reviews of mapping sets as YAML (`docs/formats.md`).
public enum ReviewFormat {
  static let keys = ["set", "reviewer", "verdicts"]
  static let verdictKeys = [
    "source", "target", "aspect", "when", "saw", "judgement", "relation", "share", "note", "date",
  ]
  static let sawKeys = ["relation", "share"]

  /// Reads a review.
  ///
  /// - Throws: every problem of the file at once.
  public static func decode(_ bytes: [UInt8], file: String) throws(Refusal) -> MappingReview {
    try NativeFormat.review.read(bytes, file: file, keys: keys) { fields in
      let set = fields.requiredID("set", MappingSetID.self)
      let reviewer = fields.requiredText("reviewer")
      let verdicts = fields.items("verdicts", of: "verdict", keys: verdictKeys, verdict)
      guard let set, let reviewer else { return nil }
      return MappingReview(set: set, reviewer: reviewer, verdicts: verdicts)
    }
  }

  /// Writes a review so that `decode` reads the same review back.
  public static func encode(_ review: MappingReview) -> String {
    var yaml = YAMLWriter()
    yaml.field("format", NativeFormat.review.rawValue)
    yaml.field("set", review.set.rawValue)
    yaml.field("reviewer", review.reviewer)
    yaml.items("verdicts", review.verdicts) { yaml, verdict in
      yaml.field("source", verdict.pair.source)
      yaml.field("target", verdict.pair.target.rawValue)
      yaml.field("aspect", verdict.pair.aspect?.rawValue ?? "")
      yaml.field("when", verdict.pair.when?.description ?? "")
      yaml.mapping("saw") { yaml in
        yaml.field("relation", verdict.sawRelation.rawValue)
        // Between catalogs nobody may have said how much.
        yaml.field("share", verdict.sawShare > 0 ? String(verdict.sawShare) : "")
      }
      yaml.field("judgement", verdict.judgement.rawValue)
      yaml.field("relation", verdict.relation?.rawValue ?? "")
      yaml.field("share", verdict.share.map { String($0) } ?? "")
      yaml.field("note", verdict.note)
      yaml.field("date", verdict.date)
    }
    return yaml.text
  }

  private static func verdict(_ fields: FieldReader) -> MappingReview.Verdict? {
    let source = fields.requiredText("source")
    let target = fields.requiredID("target", ControlID.self)
    let judgement = fields.requiredWord("judgement", MappingReview.Judgement.self)
    let saw = fields.child("saw", of: "saw", keys: sawKeys)
    let sawRelation = saw?.requiredWord("relation", Relation.self)
    if saw == nil { fields.report("missing-key", "verdict needs the key 'saw'", at: "saw") }
    let condition = fields.optionalText("when").flatMap { Condition($0) }
    guard let source, let target, let judgement, let saw, let sawRelation else { return nil }
    return MappingReview.Verdict(
      pair: PairKey(
        source: source, target: target, aspect: fields.optionalID("aspect", AspectID.self),
        when: condition),
      sawRelation: sawRelation, sawShare: saw.share("share") ?? (sawRelation.meetsWhole ? 1 : 0),
      judgement: judgement,
      relation: fields.word("relation", Relation.self), share: fields.share("share"),
      note: fields.text("note"), date: fields.text("date"))
  }
}

public import ControlModel
public import Diagnostics
internal import YAMLEvents

/// Assessments as YAML (`docs/formats.md`). An assessment is one file, or a directory of files
/// which each hold some of the sections.
public enum AssessmentFormat {
  static let keys = [
    "organisation", "system", "roles", "asOf", "catalogs", "contexts", "targets", "answers",
    "determinations", "indicators", "evidence", "practices", "pairs",
  ]

  /// One file of an assessment: the sections that it holds.
  public struct Part: Sendable {
    /// The sections as an assessment of their own.
    public var assessment: Assessment
    /// Which of the sections that may stand only once it holds, and where.
    public var singles: [String: SourceLocation]
  }

  /// Reads one file of an assessment.
  ///
  /// - Throws: every problem of the file at once.
  public static func decode(_ bytes: [UInt8], file: String) throws(Refusal) -> Part {
    try NativeFormat.assessment.read(bytes, file: file, keys: keys, part)
  }

  /// Reads what can be read of one file, for those who go on checking it.
  ///
  /// - Returns: nil for the part when so much is unreadable that references to it cannot be
  ///   checked; and every problem.
  public static func examine(
    _ bytes: [UInt8], file: String
  ) -> (part: Part?, problems: [Diagnostic]) {
    let reading = NativeFormat.assessment.examine(bytes, file: file, keys: keys) { fields in
      let part = part(fields)
      let isWhole = ["contexts", "evidence", "practices"].allSatisfy { key in
        switch fields.node(key) {
        case .sequence?, nil: true
        case .scalar?, .mapping?: false
        }
      }
      return isWhole ? part : nil
    }
    return (reading.value, reading.problems)
  }

  /// Joins the files of an assessment, in the order given.
  ///
  /// - Throws: when a section that may stand only once stands twice, or when no file names the
  ///   organisation.
  public static func join(_ parts: [Part], name: String) throws(Refusal) -> Assessment {
    var sink = DiagnosticSink()
    let whole = join(parts, name: name, &sink)
    guard !sink.hasErrors else { throw Refusal(sink.diagnostics) }
    return whole
  }

  /// Joins the files of an assessment, in the order given, and tells what is wrong with it.
  public static func join(
    _ parts: [Part], name: String, _ sink: inout DiagnosticSink
  ) -> Assessment {
    var seen: [String: SourceLocation] = [:]
    var whole = Assessment(organisation: "")
    for part in parts {
      for (key, location) in part.singles.sorted(by: { $0.value < $1.value }) {
        if let first = seen[key] {
          sink.error(
            "duplicate-section", "'\(key)' stands in two files", at: location,
            hints: ["the first one is at \(first)"])
        }
        seen[key] = location
      }
      append(part, to: &whole)
    }
    if seen["organisation"] == nil {
      sink.error(
        "missing-key", "no file of the assessment says 'organisation'",
        at: SourceLocation(file: name), hints: ["add it to assessment.yaml"])
    }
    if whole.contexts.isEmpty {
      whole.contexts = [Context(id: "everywhere", title: "Everywhere")]
    }
    return whole
  }

  private static func append(_ part: Part, to whole: inout Assessment) {
    let assessment = part.assessment
    if part.singles["organisation"] != nil {
      whole.organisation = assessment.organisation
      whole.origin.location = assessment.origin.location
    }
    whole.origin.fields.merge(assessment.origin.fields) { first, _ in first }
    if part.singles["system"] != nil { whole.system = assessment.system }
    if part.singles["roles"] != nil { whole.roles = assessment.roles }
    if part.singles["asOf"] != nil { whole.asOf = assessment.asOf }
    if part.singles["catalogs"] != nil { whole.catalogs = assessment.catalogs }
    whole.contexts += assessment.contexts
    whole.targets += assessment.targets
    whole.answers += assessment.answers
    whole.determinations += assessment.determinations
    whole.indicators += assessment.indicators
    whole.evidence += assessment.evidence
    whole.practices += assessment.practices
    whole.pairs.merge(assessment.pairs) { $0 + $1 }
  }

  private static func part(_ fields: FieldReader) -> Part? {
    var singles: [String: SourceLocation] = [:]
    for key in ["organisation", "system", "roles", "asOf", "catalogs"] {
      if fields.node(key) != nil { singles[key] = fields.location(of: key) }
    }
    let organisation = singles["organisation"] == nil ? nil : fields.requiredText("organisation")
    let assessment = Assessment(
      organisation: organisation ?? "", system: fields.text("system"),
      roles: fields.words("roles", Role.self), asOf: fields.date("asOf"),
      catalogs: fields.ids("catalogs", CatalogID.self),
      contexts: fields.items("contexts", of: "context", keys: contextKeys, context),
      targets: fields.items("targets", of: "target", keys: TargetFormat.keys, TargetFormat.target),
      answers: fields.items("answers", of: "answer", keys: AnswerFormat.keys, AnswerFormat.answer),
      determinations: fields.items(
        "determinations", of: "determination", keys: determinationKeys, determination),
      indicators: fields.items("indicators", of: "indicator", keys: indicatorKeys, indicator),
      evidence: fields.items("evidence", of: "evidence", keys: evidenceKeys, evidence),
      practices: fields.items(
        "practices", of: "practice", keys: PracticeFormat.keys, PracticeFormat.practice
      ).map { practice in
        var own = practice
        own.isOwn = true
        return own
      },
      pairs: pairs(fields), origin: fields.origin("catalogs"))
    return Part(assessment: assessment, singles: singles)
  }

  private static let contextKeys = ["id", "title", "exposure", "summary"]

  private static func context(_ fields: FieldReader) -> Context? {
    fields.requiredID("id", ContextID.self).map { id in
      Context(
        id: id, title: fields.text("title"),
        exposure: fields.word("exposure", Context.Exposure.self) ?? .internal,
        summary: fields.text("summary"), origin: fields.origin("id"))
    }
  }

  private static let determinationKeys = [
    "catalog", "requirement", "decision", "contexts", "rationale", "approver", "date", "expires",
    "evidence",
  ]

  private static func determination(_ fields: FieldReader) -> Determination? {
    let catalog = fields.requiredID("catalog", CatalogID.self)
    let requirement = fields.requiredID("requirement", ControlID.self)
    let decision = fields.requiredWord("decision", Determination.Decision.self)
    let rationale = fields.requiredText("rationale")
    let approver = fields.requiredText("approver")
    guard let catalog, let requirement, let decision, let rationale, let approver else {
      return nil
    }
    return Determination(
      catalog: catalog, requirement: requirement, decision: decision,
      contexts: fields.ids("contexts", ContextID.self), rationale: rationale,
      approver: approver, date: fields.date("date"), expires: fields.date("expires"),
      evidence: fields.ids("evidence", EvidenceID.self),
      origin: fields.origin("catalog", "requirement", "contexts", "evidence"))
  }

  private static let indicatorKeys = ["catalog", "id", "holds", "contexts", "evidence"]

  private static func indicator(_ fields: FieldReader) -> IndicatorAnswer? {
    let catalog = fields.requiredID("catalog", CatalogID.self)
    let id = fields.requiredText("id")
    let holds = fields.requiredText("holds")
    guard let catalog, let id, holds != nil else { return nil }
    return IndicatorAnswer(
      catalog: catalog, id: id, holds: fields.bool("holds"),
      contexts: fields.ids("contexts", ContextID.self),
      evidence: fields.ids("evidence", EvidenceID.self),
      origin: fields.origin("catalog", "id", "contexts", "evidence"))
  }

  private static let evidenceKeys = [
    "id", "title", "kind", "file", "url", "sha256", "shows", "validUntil", "contexts",
  ]

  private static func evidence(_ fields: FieldReader) -> Evidence? {
    let id = fields.requiredID("id", EvidenceID.self)
    let file = fields.optionalText("file")
    let url = fields.optionalText("url")
    if (file == nil) == (url == nil), fields.meant.isDisjoint(with: ["file", "url"]) {
      fields.report(
        "missing-key", "evidence needs either 'file' or 'url'", at: "file",
        hints: ["only a file that is kept with the assessment can be checked"])
    }
    let sha256 = fields.text("sha256").lowercased()
    if !sha256.isEmpty, sha256.count != 64 || !sha256.allSatisfy({ $0.isHexDigit }) {
      fields.report(
        "wrong-type", "'sha256' must be 64 hex digits", at: "sha256",
        hints: ["sha256sum FILE prints it"])
    }
    guard let id else { return nil }
    return Evidence(
      id: id, title: fields.text("title"), kind: fields.text("kind"), file: file, url: url,
      sha256: sha256, shows: fields.date("shows"), validUntil: fields.date("validUntil"),
      contexts: fields.ids("contexts", ContextID.self),
      origin: fields.origin("id", "file", "sha256", "contexts"))
  }

  /// Own pairs: `pairs:` holds a list for each catalog.
  private static func pairs(_ fields: FieldReader) -> [CatalogID: [MappingPair]] {
    var pairs: [CatalogID: [MappingPair]] = [:]
    for entry in fields.entries("pairs") {
      guard case .sequence(let sequence) = entry.value else {
        fields.context.sink.error(
          "wrong-type",
          "the pairs of a catalog must be a list, but here is \(entry.value.kindName)",
          at: entry.value.location)
        continue
      }
      pairs[CatalogID(entry.key)] = sequence.items.compactMap { node in
        fields.context.fields(node, of: "pair", keys: PairFormat.keys).flatMap {
          PairFormat.pair($0)
        }
      }
    }
    return pairs
  }
}

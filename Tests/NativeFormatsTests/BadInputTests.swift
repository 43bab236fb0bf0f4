import ControlModel
import Diagnostics
import NativeFormats
import Testing

/// Bad input: each mistake gets one diagnostic, with its place and what to do.
///
/// In the inputs `«` marks where the diagnostic has to point; it is taken out before reading.
@Suite struct BadInputTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    let id: String
    let text: String
    /// A part of the hints or the summary.
    let says: String
    var testDescription: String { "\(id): \(says)" }

    init(_ id: String, _ says: String, _ text: String) {
      self.id = id
      self.says = says
      self.text = text
    }
  }

  /// The text without its mark, and where the mark was.
  static func unmarked(_ text: String) -> (text: String, line: Int, column: Int) {
    var line = 1
    var column = 1
    var clean = ""
    var place = (0, 0)
    for character in text {
      if character == "«" {
        place = (line, column)
        continue
      }
      clean.append(character)
      if character == "\n" {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
    return (clean, place.0, place.1)
  }

  static func problems(
    _ text: String, _ decode: ([UInt8], String) throws(Refusal) -> Void
  ) -> [Diagnostic] {
    do throws(Refusal) {
      try decode(Array(text.utf8), "f.yaml")
      return []
    } catch {
      return error.diagnostics
    }
  }

  private func check(
    _ mistake: Mistake, _ decode: ([UInt8], String) throws(Refusal) -> Void
  ) {
    let (text, line, column) = Self.unmarked(mistake.text)
    let problems = Self.problems(text, decode)
    #expect(problems.count == 1, "\(problems)")
    guard let problem = problems.first else { return }
    #expect(problem.severity == .error)
    #expect(problem.id == mistake.id, "\(problem)")
    #expect(
      problem.location == SourceLocation(file: "f.yaml", line: line, column: column),
      "\(problem)")
    #expect(!problem.summary.contains("\n"))
    let told = ([problem.summary] + problem.hints).joined(separator: "\n")
    #expect(told.contains(mistake.says), "\(problem)")
  }

  // MARK: Catalogs

  static let catalogHead = "format: catalog/1\nid: c\ntitle: C\nconformance: coverage\n"

  static let catalogs = [
    Mistake("empty-file", "a catalog starts with 'format: catalog/1'", "«"),
    Mistake("wrong-type", "a mapping", "«- a\n- b\n"),
    Mistake("missing-key", "'format'", "«id: c\ntitle: C\nconformance: coverage\n"),
    Mistake(
      "wrong-format", "this file is an assessment, not a catalog",
      "format: «assessment/1\norganisation: O\nanswers:\n  - practice: a\n    status: absent\n"),
    Mistake("wrong-format", "'catalog/2' is not known", "format: «catalog/2\nid: c\nfoo: bar\n"),
    Mistake("wrong-format", "did you mean 'catalog/1'?", "format: «catalogs/1\nid: c\n"),
    Mistake("missing-key", "'title'", "«format: catalog/1\nid: c\nconformance: coverage\n"),
    Mistake(
      "missing-key", "levels",
      "«format: catalog/1\nid: c\ntitle: C\n"),
    Mistake(
      "unknown-key", "did you mean 'title'?",
      "format: catalog/1\nid: c\n«titel: C\nconformance: coverage\n"),
    Mistake(
      "unknown-key", "did you mean 'conformance'?",
      "format: catalog/1\nid: c\ntitle: C\n«conformence: coverage\n"),
    Mistake("unknown-key", "its keys are: ", catalogHead + "«zzzzzzzzzzzzz: 1\n"),
    Mistake(
      "unknown-word", "did you mean 'coverage'?",
      "format: catalog/1\nid: c\ntitle: C\nconformance: «covrage\n"),
    Mistake(
      "unknown-word", "it is one of: modality, levels, outcomes, coverage",
      "format: catalog/1\nid: c\ntitle: C\nconformance: «x\n"),
    Mistake("bad-id", "no blanks", "format: catalog/1\nid: «a b\ntitle: C\nconformance: levels\n"),
    Mistake(
      "empty-value", "'title' must not be empty",
      "format: catalog/1\nid: c\ntitle: «\"  \"\nconformance: levels\n"),
    Mistake("wrong-type", "'controls' must be a list", catalogHead + "controls: «none\n"),
    Mistake(
      "wrong-type", "'controls' must be a list", catalogHead + "controls:\n  «id: a\n  kind: b\n"),
    Mistake("wrong-type", "control must be a mapping", catalogHead + "controls:\n  - «a\n"),
    Mistake(
      "missing-key", "requirement, alternative",
      catalogHead + "controls:\n  - «id: a\n"),
    Mistake(
      "unknown-word", "did you mean 'requirement'?",
      catalogHead + "controls:\n  - id: a\n    kind: «requirment\n"),
    Mistake(
      "unknown-key", "did you mean 'kind'?",
      catalogHead + "controls:\n  - id: a\n    «knid: requirement\n"),
    Mistake(
      "unknown-word", "did you mean 'required'?",
      catalogHead + "controls:\n  - id: a\n    kind: requirement\n    modality: «requird\n"),
    Mistake(
      "unknown-word", "did you mean 'developer'?",
      catalogHead
        + "controls:\n  - id: a\n    kind: requirement\n    appliesTo: [developer, «devloper]\n"),
    Mistake(
      "wrong-type", "must be true or false, not 'yes'",
      catalogHead + "controls:\n  - id: a\n    kind: requirement\n    idIsSynthetic: «yes\n"),
    Mistake(
      "wrong-type", "'notes' must be a list of single values",
      catalogHead + "notes:\n  - «a: b\n"),
    Mistake(
      "out-of-range", "from 1 to 5",
      catalogHead + "controls:\n  - id: a\n    kind: threat\n    feasibility: {OC1: «6}\n"),
    Mistake(
      "out-of-range", "from 1 to 5",
      catalogHead + "controls:\n  - id: a\n    kind: threat\n    feasibility: {OC1: «high}\n"),
    Mistake(
      "out-of-range", "greater than 0",
      catalogHead
        + "controls:\n  - id: a\n    kind: requirement\n    aspects: [{id: x, weight: «0}]\n"),
    Mistake(
      "wrong-type", "must be a number",
      catalogHead
        + "controls:\n  - id: a\n    kind: requirement\n    aspects: [{id: x, weight: «0x1p1}]\n"),
    Mistake(
      "wrong-type", "must be a whole number",
      catalogHead
        + "controls:\n  - id: a\n    kind: requirement\n    indicators: {achieved: «many}\n"),
    Mistake(
      "unknown-key", "did you mean 'page'?",
      catalogHead + "controls:\n  - id: a\n    kind: requirement\n    locator: {«pgae: 1}\n"),
    Mistake("yaml-duplicate-key", "stands twice", catalogHead + "«title: D\n"),
    Mistake("yaml-alias", "anchor", catalogHead + "notes: «&x [a]\n"),
    Mistake("yaml-syntax", "quotes", catalogHead + "publisher: a«: b\n"),
  ]

  @Test(arguments: catalogs) func catalog(_ mistake: Mistake) {
    check(mistake) { bytes, file throws(Refusal) in
      _ = try CatalogFormat.decode(bytes, file: file)
    }
  }

  // MARK: Practices

  static let practicesHead = "format: practice-library/1\nid: l\nversion: \"1\"\npractices:\n"

  static let practices = [
    Mistake("missing-key", "'version'", "«format: practice-library/1\nid: l\n"),
    Mistake(
      "unknown-word", "did you mean 'storage'?",
      practicesHead + "  - id: a\n    title: A\n    layer: «storge\n"),
    Mistake(
      "unknown-word", "it is one of: S, M, L, XL",
      practicesHead + "  - id: a\n    title: A\n    layer: storage\n    effort: «huge\n"),
    Mistake(
      "missing-key", "'layer'", practicesHead + "  - «id: a\n    title: A\n"),
    Mistake(
      "missing-key", "at least two",
      practicesHead
        + "  - id: a\n    title: A\n    layer: storage\n    parameter:\n      name: v\n"
        + "      type: choice\n      choices: «[one]\n"),
  ]

  @Test(arguments: practices) func practice(_ mistake: Mistake) {
    check(mistake) { bytes, file throws(Refusal) in
      _ = try PracticeLibraryFormat.decode(bytes, file: file)
    }
  }

  // MARK: Mapping sets

  static let setHead =
    "format: mapping-set/1\nid: s\nsource: {practices: l}\ntarget: {catalog: c}\n"

  static func pair(_ fields: String) -> String {
    setHead + "pairs:\n  - source: a\n    target: \"5.10\"\n" + fields
  }

  static let pairs = [
    Mistake("missing-share", "needs a 'share'", pair("    relation: «subset\n")),
    Mistake("missing-share", "needs a 'share'", pair("    relation: «intersects\n")),
    Mistake(
      "unknown-key", "did you mean 'share'?", pair("    relation: subset\n    «shares: 0.5\n")),
    Mistake(
      "unknown-word", "did you mean 'superset'?", pair("    relation: «supersett\n")),
    Mistake("out-of-range", "at most 1", pair("    relation: subset\n    share: «1.5\n")),
    Mistake("out-of-range", "0.5", pair("    relation: subset\n    share: «50\n")),
    Mistake("out-of-range", "greater than 0", pair("    relation: subset\n    share: «0\n")),
    Mistake("out-of-range", "greater than 0", pair("    relation: subset\n    share: «-0.5\n")),
    Mistake("wrong-type", "must be a number", pair("    relation: subset\n    share: «half\n")),
    Mistake("wrong-type", "must be a number", pair("    relation: subset\n    share: «50%\n")),
    Mistake("wrong-type", "must be a number", pair("    relation: subset\n    share: «nan\n")),
    Mistake("wrong-type", "must be a number", pair("    relation: subset\n    share: «0,5\n")),
    Mistake(
      "conflict", "means a share of 1, not 0.5", pair("    relation: equal\n    share: «0.5\n")),
    Mistake(
      "conflict", "has no share", pair("    relation: none\n    share: «0.5\n")),
    Mistake(
      "wrong-type", "NAME <= VALUE", pair("    relation: superset\n    when: «days < 14\n")),
    Mistake(
      "unknown-word", "high, medium, low", pair("    relation: superset\n    confidence: «sure\n")),
    Mistake(
      "missing-key", "'source'", setHead + "pairs:\n  - «target: b\n    relation: superset\n"),
    Mistake(
      "missing-key", "'target'", "«format: mapping-set/1\nid: s\nsource: {practices: l}\n"),
    Mistake(
      "missing-key", "either 'practices' or 'catalog'",
      "format: mapping-set/1\nid: s\nsource: «{version: 1}\ntarget: {catalog: c}\n"),
    Mistake(
      "unknown-key", "did you mean 'catalog'?",
      "format: mapping-set/1\nid: s\nsource: {practices: l}\ntarget: {«catalogue: c}\n"),
    Mistake(
      "conflict", "not both",
      setHead + "compose: «{first: x, second: y, along: [equal]}\n"
        + "pairs: [{source: a, target: b, relation: equal}]\n"),
  ]

  @Test(arguments: pairs) func mappingSet(_ mistake: Mistake) {
    check(mistake) { bytes, file throws(Refusal) in
      _ = try MappingSetFormat.decode(bytes, file: file)
    }
  }

  // MARK: Assessments

  static func answer(_ fields: String) -> String {
    "format: assessment/1\nanswers:\n  - practice: a\n" + fields
  }

  static func decision(_ fields: String) -> String {
    "format: assessment/1\ndeterminations:\n  - catalog: c\n    requirement: r\n" + fields
  }

  static func target(_ fields: String) -> String {
    "format: assessment/1\ntargets:\n  - id: T1\n    catalog: c\n" + fields
  }

  static let assessments = [
    Mistake("missing-due", "needs 'due'", answer("    status: «planned\n")),
    Mistake("missing-extent", "needs an 'extent'", answer("    status: «partial\n")),
    Mistake("missing-rationale", "'rationale'", answer("    status: «not-applicable\n")),
    Mistake(
      "missing-rationale", "'rationale'",
      answer("    status: «not-applicable\n    rationale: \"  \"\n")),
    Mistake(
      "unknown-key", "did you mean 'due'?", answer("    status: planned\n    «deu: 2027-01-01\n")),
    Mistake(
      "unknown-key", "did you mean 'extent'?", answer("    status: partial\n    «extend: 0.5\n")),
    Mistake(
      "unknown-key", "did you mean 'status'?", answer("    «staus: implemented\n")),
    Mistake("missing-key", "'status'", "format: assessment/1\nanswers:\n  - «practice: a\n"),
    Mistake("missing-key", "'practice'", "format: assessment/1\nanswers:\n  - «status: absent\n"),
    Mistake("unknown-word", "did you mean 'implemented'?", answer("    status: «implementd\n")),
    Mistake("unknown-word", "did you mean 'implemented'?", answer("    status: «yes\n")),
    Mistake("unknown-word", "did you mean 'absent'?", answer("    status: «no\n")),
    Mistake("unknown-word", "did you mean 'not-applicable'?", answer("    status: «N/A\n")),
    Mistake("wrong-type", "single value", answer("    status: «[absent]\n")),
    Mistake(
      "out-of-range", "between 0 and 1", answer("    status: partial\n    extent: «1\n")),
    Mistake("out-of-range", "0.5", answer("    status: partial\n    extent: «50\n")),
    Mistake(
      "conflict", "'extent' goes with 'partial'",
      answer("    status: implemented\n    extent: «0.5\n")),
    Mistake(
      "conflict", "'due' goes with", answer("    status: implemented\n    due: «2027-01-01\n")),
    Mistake(
      "wrong-type", "YYYY-MM-DD", answer("    status: planned\n    due: «2027-02-30\n")),
    Mistake("wrong-type", "YYYY-MM-DD", answer("    status: planned\n    due: «1/2/2027\n")),
    Mistake(
      "missing-due", "needs 'due'",
      answer("    status: absent\n    contexts:\n      here: {status: «planned}\n")),
    Mistake(
      "unknown-key", "status, extent, value",
      answer("    status: absent\n    contexts:\n      here: {status: absent, «owner: x}\n")),
    Mistake(
      "wrong-type", "a list", answer("    status: implemented\n    evidence: «E-001\n")),
    Mistake(
      "missing-key", "'rationale'",
      "format: assessment/1\ndeterminations:\n  - «catalog: c\n    requirement: r\n"
        + "    decision: not-applicable\n    approver: Ann\n"),
    Mistake(
      "unknown-word", "did you mean 'risk-accepted'?",
      decision("    decision: «risk-acepted\n    rationale: x\n    approver: Ann\n")),
    Mistake(
      "missing-key", "either 'file' or 'url'", "format: assessment/1\nevidence:\n  - «id: E\n"),
    Mistake(
      "wrong-type", "64 hex digits",
      "format: assessment/1\nevidence:\n  - id: E\n    file: a\n    sha256: «abc\n"),
    Mistake("missing-key", "exactly one of: level", target("").replacingID()),
    Mistake(
      "missing-key", "exactly one of: level",
      target("    level: SL3\n    modality: «required\n")),
    Mistake("unknown-key", "did you mean 'level'?", target("    «levle: SL3\n")),
    Mistake("out-of-range", "at most 1", target("    coverage: «80\n")),
    Mistake(
      "unknown-word", "partially-achieved", target("    outcomes: {minimum: «great}\n")),
    Mistake(
      "wrong-type", "must be a list",
      "format: assessment/1\npairs:\n  c: «none\n"),
    Mistake(
      "unknown-word", "did you mean 'external'?",
      "format: assessment/1\ncontexts:\n  - id: a\n    exposure: «externl\n"),
    Mistake(
      "unknown-key", "did you mean 'organisation'?",
      "format: assessment/1\n«organization: O\n"),
    Mistake(
      "wrong-type", "true or false",
      "format: assessment/1\nindicators:\n  - {catalog: c, id: A1.a.A.1, holds: «maybe}\n"),
  ]

  @Test(arguments: assessments) func assessment(_ mistake: Mistake) {
    check(mistake) { bytes, file throws(Refusal) in
      _ = try AssessmentFormat.decode(bytes, file: file)
    }
  }

  // MARK: Several at once

  @Test func allErrorsOfAFileAreToldInOneRun() {
    let text = """
      format: catalog/1
      id: c
      title: C
      title: D
      conformance: covrage
      publsher: P
      groups:
        - id: g
      controls:
        - id: a
          kind: requirement
          idIsSynthetic: 1
        - id: b c
          kind: requirement
        - kind: requirement
        - id: d
          kind: threat
          feasibility: {OC1: 9, OC2: 0}

      """
    let problems = Self.problems(text) { bytes, file throws(Refusal) in
      _ = try CatalogFormat.decode(bytes, file: file)
    }
    #expect(
      problems.map { "\($0.location?.line ?? 0) \($0.id)" }.sorted() == [
        "12 wrong-type", "13 bad-id", "15 missing-key", "18 out-of-range", "18 out-of-range",
        "4 yaml-duplicate-key", "5 unknown-word", "6 unknown-key", "8 missing-key",
      ])
  }

  @Test func sectionsThatStandInTwoFiles() {
    func part(_ text: String, _ file: String) throws -> AssessmentFormat.Part {
      try AssessmentFormat.decode(Array(text.utf8), file: file)
    }
    do throws(Refusal) {
      guard
        let first = try? part("format: assessment/1\norganisation: A\n", "a.yaml"),
        let second = try? part("format: assessment/1\norganisation: B\n", "b.yaml")
      else {
        Issue.record("cannot be read")
        return
      }
      _ = try AssessmentFormat.join([first, second], name: "dir")
      Issue.record("accepted")
    } catch {
      #expect(error.diagnostics.map(\.id) == ["duplicate-section"])
      #expect(error.diagnostics[0].location?.file == "b.yaml")
      #expect(error.diagnostics[0].hints == ["the first one is at a.yaml:2:15"])
    }
  }

  @Test func assessmentNeedsAnOrganisation() throws {
    let part = try AssessmentFormat.decode(Array("format: assessment/1\n".utf8), file: "a.yaml")
    do throws(Refusal) {
      _ = try AssessmentFormat.join([part], name: "dir")
      Issue.record("accepted")
    } catch {
      #expect(error.diagnostics.map(\.id) == ["missing-key"])
      #expect(error.diagnostics[0].location?.file == "dir")
    }
  }
}

extension String {
  /// Puts the mark before the id of a target.
  fileprivate func replacingID() -> String {
    split(separator: "id: ", maxSplits: 1, omittingEmptySubsequences: false)
      .joined(separator: "id: «")
  }
}

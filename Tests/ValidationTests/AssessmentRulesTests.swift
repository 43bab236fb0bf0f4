import ControlModel
import Diagnostics
import NativeFormats
import Testing
import Validation

@Suite struct AssessmentRulesTests {
  private let library = PracticeLibrary(
    id: "l", title: "L", version: "1",
    practices: [
      Practice(id: "encrypted", title: "E"),
      Practice(id: "patched", title: "P", parameter: .init(name: "days", type: .integer)),
    ])
  private let catalog = Catalog(
    id: "c-2025", title: "C", conformance: .levels, levels: [Level(id: "SL1")],
    groups: [Group(id: "g", title: "G")],
    controls: [
      Control(id: "5.10", parent: "g", level: "SL1"), Control(id: "P1", kind: .principle),
    ])
  private let framework = Catalog(
    id: "caf", title: "F", conformance: .outcomes,
    controls: [
      Control(id: "A1.a", indicators: .init(notAchieved: 1, partiallyAchieved: 0, achieved: 2))
    ])

  private func problems(_ text: String) throws -> [Diagnostic] {
    let part = try AssessmentFormat.decode(
      Array("format: assessment/1\norganisation: O\n\(text)".utf8), file: "a.yaml")
    let assessment = try AssessmentFormat.join([part], name: "a")
    return AssessmentRules.check(
      assessment, libraries: [library], catalogs: [catalog, framework])
  }

  /// Each mistake: the text, the id of its only problem, its place, and a part of what is said.
  @Test(arguments: [
    ("catalogs: [c-2024]", "dangling-id", 3, 12, "c-2025"),
    (
      "answers:\n  - practice: encryptd\n    status: implemented", "dangling-id", 4, 15,
      "did you mean 'encrypted'?"
    ),
    (
      "answers:\n  - {practice: encrypted, status: absent}\n"
        + "  - {practice: encrypted, status: implemented}", "duplicate-id", 5, 16,
      "the first one is at a.yaml:4:16"
    ),
    (
      "answers:\n  - practice: encrypted\n    status: absent\n    contexts:\n"
        + "      everywere: {status: absent}", "dangling-id", 7, 7, "did you mean 'everywhere'?"
    ),
    (
      "answers:\n  - practice: encrypted\n    status: implemented\n    evidence: [E1]",
      "dangling-id", 6, 16, "the evidence 'E1' does not exist"
    ),
    (
      "answers:\n  - {practice: encrypted, status: implemented, value: 5}", "no-parameter", 4, 55,
      "has no parameter"
    ),
    (
      "answers:\n  - {practice: patched, status: implemented, value: soon}", "wrong-type", 4, 53,
      "whole number"
    ),
    (
      "contexts: [{id: a}, {id: a}]", "duplicate-id", 3, 26, "stands twice"
    ),
    (
      "evidence:\n  - {id: E1, file: a}\n  - {id: E1, file: b}", "duplicate-id", 5, 10,
      "stands twice"
    ),
    (
      "determinations:\n  - catalog: c-2025\n    requirement: 5.1\n"
        + "    decision: risk-accepted\n    rationale: x\n    approver: A", "dangling-id", 5, 18,
      "did you mean '5.10'?"
    ),
    (
      "determinations:\n  - catalog: c-2025\n    requirement: P1\n"
        + "    decision: risk-accepted\n    rationale: x\n    approver: A", "not-assessable", 5, 18,
      "is a principle"
    ),
    (
      "determinations:\n  - catalog: c\n    requirement: P1\n"
        + "    decision: risk-accepted\n    rationale: x\n    approver: A", "dangling-id", 4, 14,
      "the catalog 'c' does not exist"
    ),
    (
      "targets:\n  - {id: T, catalog: c-2025, level: SL9}", "dangling-id", 4, 37,
      "did you mean 'SL1'?"
    ),
    (
      "targets:\n  - {id: T, catalog: c-2025, modality: required}", "conflict", 4, 22,
      "has no modalities"
    ),
    (
      "targets:\n  - {id: T, catalog: c-2025, level: SL1, groups: [h]}", "dangling-id", 4, 51,
      "the group 'h' does not exist"
    ),
    (
      "targets:\n  - {id: T, catalog: caf, outcomes: {minimum: achieved, A1.b: achieved}}",
      "dangling-id", 4, 37, "did you mean 'A1.a'?"
    ),
    (
      "indicators: [{catalog: caf, id: A1.a.A.3, holds: true}]", "dangling-id", 3, 33,
      "did you mean 'A1.a.A.1'?"
    ),
    (
      "indicators: [{catalog: caf, id: A1.a.PA.1, holds: true}]", "dangling-id", 3, 33, "A1.a"
    ),
    (
      "indicators:\n  - {catalog: caf, id: A1.a.A.1, holds: true}\n"
        + "  - {catalog: caf, id: A1.a.A.1, holds: false}", "duplicate-id", 5, 24,
      "the first one is at a.yaml:4:24"
    ),
    (
      "practices:\n  - {id: encrypted, title: X, layer: storage}", "duplicate-id", 4, 10,
      "another id"
    ),
    (
      "pairs:\n  c-2025:\n    - {source: encrypted, target: 5.11, relation: superset}",
      "dangling-id", 5, 35, "did you mean '5.10'?"
    ),
    (
      "pairs:\n  c-2024:\n    - {source: encrypted, target: 5.10, relation: superset}",
      "dangling-id", 5, 7, "did you mean 'c-2025'?"
    ),
  ])
  func mistake(_ text: String, _ id: String, _ line: Int, _ column: Int, _ says: String) throws {
    let problems = try problems(text)
    #expect(problems.map(\.id) == [id], "\(problems)")
    let problem = try #require(problems.first)
    #expect(
      problem.location == SourceLocation(file: "a.yaml", line: line, column: column),
      "\(problem)")
    #expect(
      ([problem.summary] + problem.hints).joined(separator: "\n").contains(says), "\(problem)")
  }

  @Test func soundAssessmentHasNoProblems() throws {
    #expect(
      try problems(
        """
        catalogs: [c-2025]
        contexts: [{id: a}, {id: b}]
        evidence: [{id: E1, file: x}]
        answers:
          - {practice: encrypted, status: implemented, evidence: [E1]}
          - {practice: patched, status: implemented, value: 7, contexts: {a: {status: absent}}}
          - {practice: own, status: absent}
        practices: [{id: own, title: O, layer: storage, requires: [encrypted]}]
        pairs: {c-2025: [{source: own, target: 5.10, relation: superset}]}
        indicators:
          - {catalog: caf, id: A1.a.A.1, holds: true}
          - {catalog: caf, id: A1.a.A.1, holds: false, contexts: [b]}
        determinations:
          - {catalog: c-2025, requirement: 5.10, decision: risk-accepted, rationale: x, approver: A}
        targets: [{id: T, catalog: c-2025, level: SL1, groups: [g], contexts: [a]}]

        """) == [])
  }

  @Test func allProblemsAreToldInOneRun() throws {
    let problems = try problems(
      """
      answers:
        - {practice: encryptd, status: implemented, evidence: [E1]}
        - {practice: patched, status: implemented, value: soon}
      targets: [{id: T, catalog: c, level: SL1}]

      """)
    #expect(problems.map(\.id) == ["dangling-id", "dangling-id", "wrong-type", "dangling-id"])
  }
}

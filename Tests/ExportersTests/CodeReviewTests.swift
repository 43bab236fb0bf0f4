import ControlModel
import Diagnostics
import Exporters
import Scoring
import TestSupport
import Testing

/// SARIF and JUnit: against files that were read line by line.
@Suite struct CodeReviewTests {
  /// Findings with all that a finding may have.
  private var findings: [SARIFLog.Finding] {
    TargetFindings.findings(ExampleLab.result) + [
      SARIFLog.Finding(
        Diagnostic(
          .error, id: "evidence-missing", "E3: the file 'a b.txt' is not there",
          at: SourceLocation(file: "./lab/über & co.yaml", line: 7, column: 3),
          hints: ["put it back"])),
      SARIFLog.Finding(
        Diagnostic(
          .warning, id: "unused-evidence", "no answer cites [it](http://example.org)",
          at: SourceLocation(file: "/srv/lab.yaml", line: 0, column: 0))),
      SARIFLog.Finding(rule: "evidence-missing", severity: .note, message: "nowhere"),
    ]
  }

  private func sarif() throws -> [UInt8] {
    try SARIFLog.log(
      findings, version: "1.2.3", category: "check", rules: TargetFindings.rules
    ).document()
  }

  @Test func sarifIsAsReadByHand() throws {
    try Golden.expectEqual(String(decoding: try sarif(), as: UTF8.self), "findings.sarif")
  }

  @Test func everyResultNamesItsRule() throws {
    let run = try #require(try JSON(try sarif())["runs"].items.first)
    let rules = run["tool"]["driver"]["rules"].items.map { $0["id"].text }
    #expect(rules == Array(Set(rules)).sorted())
    let results = run["results"].items
    #expect(results.count == findings.count)
    for result in results {
      let position = try #require(result["ruleIndex"].count)
      #expect(rules[position] == result["ruleId"].text)
      #expect(!result["message"]["text"].text.contains("]("))
    }
  }

  @Test func noFindingIsARunWithoutResults() throws {
    let json = try JSON(try SARIFLog.log([], version: "1", category: "check").document())
    #expect(json["runs"].items.count == 1)
    #expect(json["runs"].items[0]["results"] == .list([]))
  }

  @Test func strictMakesTargetsOnTrackErrors() throws {
    var result = ExampleLab.result
    result.targets[0].state = .onTrack
    #expect(TargetFindings.findings(result).map(\.severity) == [.note])
    #expect(TargetFindings.findings(result, strict: true).map(\.severity) == [.error])
    result.targets[0].state = .reached
    #expect(TargetFindings.findings(result, strict: true).isEmpty)
  }

  private let floors = [
    CoverageFloorResult(catalog: "std-1.10", message: "std-1.10: too low.", isMet: false),
    CoverageFloorResult(catalog: "other", message: "other: enough.", isMet: true),
  ]

  private var lab: AssessmentResult {
    var input = ExampleLab.input
    input.assessment.organisation = "Lab <&> \"Söhne\" \u{202E}\u{1B}[31m\u{FFFE}"
    input.assessment.evidence += [
      Evidence(id: "F1", title: "A <file>", file: "a.txt", integrity: .intact),
      Evidence(id: "F2", file: "b.txt", integrity: .missing),
      Evidence(id: "F3", file: "c.txt", integrity: .changed),
      Evidence(id: "F4", file: "d.txt", integrity: .noDigest),
    ]
    return Scorer.score(input)
  }

  @Test func junitIsAsReadByHand() throws {
    let bytes = JUnitReport.document(lab, floors: floors)
    try Golden.expectEqual(String(decoding: bytes, as: UTF8.self), "targets.xml")
  }

  @Test func junitHoldsOnlyWhatXMLCanHold() {
    let text = String(decoding: JUnitReport.document(lab), as: UTF8.self)
    for scalar in text.unicodeScalars where scalar != "\n" {
      #expect(scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar != "\u{202E}")
    }
  }

  @Test func floorsThatFailAreFindings() {
    let findings = TargetFindings.findings(lab, floors: floors)
    #expect(findings.last?.rule == "coverage-below-floor")
    #expect(findings.count == 2)
    #expect(findings.allSatisfy { TargetFindings.rules[$0.rule] != nil })
  }

  @Test func everyStateOfATargetHasARule() {
    for state in TargetResult.State.allCases where state != .reached {
      #expect(TargetFindings.rules["target-\(state.rawValue)"] != nil)
    }
  }
}

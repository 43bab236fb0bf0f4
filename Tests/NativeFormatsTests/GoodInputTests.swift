import ControlModel
import Diagnostics
import NativeFormats
import TestSupport
import Testing

@Suite struct GoodInputTests {
  /// A verdict on a pair whose share is open stays a verdict on that pair.
  @Test func verdictOnAPairWithoutAShare() throws {
    let pair = MappingPair(source: "1", target: "2", relation: .subset, share: 0)
    let review = MappingReview(
      set: "c-to-d", reviewer: "A",
      verdicts: [
        MappingReview.Verdict(
          pair: pair.key, sawRelation: pair.relation, sawShare: pair.share, judgement: .agree)
      ])
    let text = ReviewFormat.encode(review)
    let again = try ReviewFormat.decode(Array(text.utf8), file: "r.yaml")
    #expect(again.verdicts.map { $0.isCurrent(for: pair) } == [true])
  }

  /// Between catalogs a share may be open, and stays so when the set is written again.
  @Test func crosswalkWithoutAShare() throws {
    let text = """
      format: mapping-set/1
      id: c-to-d
      source: {catalog: c}
      target: {catalog: d}
      pairs:
        - {source: "1", target: "2", relation: intersects, rationale: both speak of keys}
        - {source: "1", target: "3", relation: subset, share: 0.5, rationale: a half}
        - {source: "1", target: "4", relation: superset, rationale: all of it}
      """
    let set = try MappingSetFormat.decode(Array(text.utf8), file: "c.yaml")
    #expect(set.pairs.map(\.share) == [0, 0.5, 1])
    #expect(set.pairs.map(\.isShareKnown) == [false, true, true])
    let again = MappingSetFormat.encode(set)
    #expect(
      try MappingSetFormat.decode(Array(again.utf8), file: "c.yaml").pairs.map(\.share)
        == [0, 0.5, 1])
  }

  @Test func answersKeepTheirText() throws {
    let text = """
      format: assessment/1
      organisation: "No"
      asOf: 2026-06-15
      answers:
        - practice: a
          status: partial
          extent: 0.5
          value: 1.10
          due: 2027-01-01
          owner: no
          supplier: 1:30
          evidence: [5.10, "1-2"]
          contexts:
            there: {status: not-applicable, rationale: no weights there}
      """
    let part = try AssessmentFormat.decode(Array(text.utf8), file: "a.yaml")
    let assessment = try AssessmentFormat.join([part], name: "a.yaml")
    let answer = try #require(assessment.answers.first)
    #expect(assessment.organisation == "No")
    #expect(answer.finding.status == .partial(extent: 0.5))
    #expect(answer.finding.value == "1.10")
    #expect(answer.owner == "no" && answer.supplier == "1:30")
    #expect(answer.finding.evidence == ["5.10", "1-2"])
    #expect(answer.finding(in: "there").status == .notApplicable)
    // A context stands alone: it has neither the value nor the evidence of the rest.
    #expect(answer.finding(in: "there").evidence == [])
    #expect(answer.finding(in: "elsewhere").status == .partial(extent: 0.5))
    // Who names no context means one place.
    #expect(assessment.contexts.map(\.id) == ["everywhere"])
  }

  @Test func idsAreText() throws {
    let text = """
      format: catalog/1
      id: c
      title: C
      conformance: coverage
      controls:
        - {id: 5.10, kind: requirement}
        - {id: 5.1, kind: requirement}
        - {id: 1E5, kind: requirement, parent: 5.10}
        - {id: no, kind: requirement}
      """
    let catalog = try CatalogFormat.decode(Array(text.utf8), file: "c.yaml")
    #expect(catalog.controls.map(\.id) == ["5.10", "5.1", "1E5", "no"])
    #expect(catalog.controls[2].parent == "5.10")
  }

  @Test func sharesThatTheRelationImplies() throws {
    let text = """
      format: mapping-set/1
      id: s
      source: {practices: l, version: 1.10}
      target: {catalog: c}
      pairs:
        - {source: a, target: x, relation: superset}
        - {source: a, target: y, relation: subset, share: 0.5, when: "days <= 14", aspect: z}
        - {source: a, target: w, relation: equal, share: 1}
        - {source: a, target: v, relation: none}
      """
    let set = try MappingSetFormat.decode(Array(text.utf8), file: "s.yaml")
    #expect(set.pairs.map(\.share) == [1, 0.5, 1, 1])
    #expect(set.pairs[1].when?.description == "days <= 14")
    #expect(set.source.version == "1.10")
  }

  @Test func formatIsNamedWithoutReadingTheRest() {
    #expect(NativeFormat.named(in: Array("# x\nformat: catalog/1\n".utf8)) == .catalog)
    #expect(NativeFormat.named(in: Array("format: \"assessment/1\"\n".utf8)) == .assessment)
    #expect(NativeFormat.named(in: Array("id: x\n".utf8)) == nil)
  }

  /// What `init` writes can be read, and says that nothing is answered.
  @Test func templateCanBeRead() throws {
    let library = ShippedLibrary.current
    let practices = try #require(library.practices).practices
    let files = AssessmentTemplate.files(
      .init(practices: practices, catalogs: Array(library.catalogs.values)))
    let parts = try files.filter { $0.path.hasSuffix(".yaml") }.map {
      try AssessmentFormat.decode(Array($0.text.utf8), file: $0.path)
    }
    let assessment = try AssessmentFormat.join(parts, name: "new")
    #expect(Set(assessment.answers.map(\.practice)) == Set(practices.map(\.id)))
    #expect(assessment.answers.count == practices.count)
    #expect(assessment.answers.allSatisfy { $0.finding.status == .unanswered })
    for file in files {
      for line in file.text.split(separator: "\n") where file.path.hasPrefix("answers/") {
        #expect(line.count <= 100, "\(file.path): \(line)")
      }
    }
  }
}

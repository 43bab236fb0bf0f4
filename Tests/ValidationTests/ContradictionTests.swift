import ControlModel
import Diagnostics
import Testing
import Validation

/// Pairs that cannot both be true.
@Suite struct ContradictionTests {
  private let practices = [
    Practice(id: "plain", title: "P"),
    Practice(id: "patched", title: "P", parameter: .init(name: "days", type: .integer)),
    Practice(
      id: "custody", title: "C",
      parameter: .init(name: "keys", type: .choice, choices: ["file", "service", "module"])),
  ]

  /// `relation share aspect? [when]`
  struct Said: Sendable, CustomTestStringConvertible {
    let relation: Relation
    var share = 1.0
    var aspect: AspectID?
    var when: String?
    var testDescription: String { "\(relation) \(share) \(aspect ?? "") \(when ?? "")" }
  }

  private func set(_ id: MappingSetID, _ said: [Said], source: String) -> MappingSet {
    MappingSet(
      id: id, source: .init(.practices, id: "l"), target: .init(.catalog, id: "c"),
      pairs: said.map {
        MappingPair(
          source: source, target: "1", relation: $0.relation, share: $0.share, aspect: $0.aspect,
          when: $0.when.flatMap { Condition($0) }, rationale: "because")
      })
  }

  private func found(_ said: [Said], source: String = "plain") -> [Diagnostic] {
    let forward = MappingRules.contradictions(
      in: [set("s", said, source: source)], practices: practices)
    let backward = MappingRules.contradictions(
      in: [set("s", said.reversed(), source: source)], practices: practices)
    #expect(forward.count == backward.count, "the order of pairs says nothing")
    return forward
  }

  @Test(arguments: [
    [Said(relation: .none), Said(relation: .superset, aspect: "a")],
    [Said(relation: .none), Said(relation: .intersects, share: 0.5, aspect: "a")],
    [Said(relation: .none, aspect: "a"), Said(relation: .superset)],
    [Said(relation: .superset), Said(relation: .subset, share: 0.5, aspect: "a")],
    [Said(relation: .equal), Said(relation: .intersects, share: 0.5, aspect: "a")],
  ])
  func whatRefutesTheOther(_ said: [Said]) {
    let found = found(said)
    #expect(found.map(\.id) == ["contradiction"])
    #expect(found.first?.severity == .error)
  }

  @Test(arguments: [
    [Said(relation: .none, aspect: "a"), Said(relation: .superset, aspect: "b")],
    [Said(relation: .none, aspect: "a"), Said(relation: .subset, share: 0.5)],
    [Said(relation: .superset, aspect: "a"), Said(relation: .subset, share: 0.5, aspect: "b")],
    [Said(relation: .superset, aspect: "a"), Said(relation: .subset, share: 0.5)],
    [Said(relation: .none), Said(relation: .none, aspect: "a")],
  ])
  func whatCanBothBeTrue(_ said: [Said]) { #expect(found(said) == []) }

  /// A part is refuted by the whole wherever its condition lies inside the other.
  @Test(
    arguments: [
      ("days <= 14", "days <= 30", 0), ("days <= 30", "days <= 14", 1),
      ("days <= 14", "days <= 14", 1), ("days <= 30", "days == 14", 1),
      ("days <= 14", "days == 30", 0), ("days >= 30", "days <= 14", 0),
      (nil, "days <= 14", 1), ("days <= 14", nil, 0),
    ] as [(String?, String?, Int)])
  func wholeBesideAPart(_ whole: String?, _ part: String?, _ count: Int) {
    let said = [
      Said(relation: .superset, when: whole),
      Said(relation: .subset, share: 0.5, aspect: "a", when: part),
    ]
    #expect(found(said, source: "patched").count == count)
  }

  @Test func choicesAreOrdered() {
    func count(_ whole: String, _ part: String) -> Int {
      found(
        [
          Said(relation: .superset, when: whole),
          Said(relation: .subset, share: 0.5, aspect: "a", when: part),
        ], source: "custody"
      ).count
    }
    #expect(count("keys >= module", "keys >= service") == 0)
    #expect(count("keys >= service", "keys >= module") == 1)
  }

  /// What two authors see differently is told, and stops nobody.
  @Test func twoSetsMayDiffer() {
    let found = MappingRules.contradictions(
      in: [
        set("s", [Said(relation: .superset)], source: "plain"),
        set("t", [Said(relation: .subset, share: 0.5)], source: "plain"),
      ], practices: practices)
    #expect(found.map(\.severity) == [.warning])
    let same = MappingRules.contradictions(
      in: [
        set("s", [Said(relation: .superset)], source: "plain"),
        set("t", [Said(relation: .superset)], source: "plain"),
      ], practices: practices)
    #expect(same == [])
  }

  /// Inside one set the same key twice is an error of the set itself, and told once.
  @Test func sameKeyIsNotToldTwice() {
    #expect(
      found([Said(relation: .superset), Said(relation: .subset, share: 0.5)]) == [])
  }
}

import ControlModel
import Diagnostics
import Testing
import Validation

@Suite struct MappingRulesTests {
  private let catalog = Catalog(
    id: "c", title: "C", version: "1", conformance: .coverage,
    controls: [
      Control(id: "heading", kind: .principle), Control(id: "threat", kind: .threat),
      Control(id: "5.10", aspects: [Aspect(id: "at-rest"), Aspect(id: "in-transit")]),
      Control(id: "5.2"), Control(id: "5.2.a", kind: .alternative),
    ])
  private let other = Catalog(
    id: "d", title: "D", version: "1", conformance: .coverage,
    controls: [Control(id: "x"), Control(id: "y")])
  private let library = PracticeLibrary(
    id: "l", title: "L", version: "1",
    practices: [
      Practice(id: "weights-encrypted", title: "E"),
      Practice(
        id: "patched", title: "P", parameter: .init(name: "patch-days", type: .integer)),
      Practice(
        id: "custody", title: "C",
        parameter: .init(name: "key-custody", type: .choice, choices: ["file", "hsm"])),
    ])

  private func set(_ pairs: [MappingPair], source: MappingSet.Endpoint? = nil) -> MappingSet {
    MappingSet(
      id: "s", source: source ?? .init(.practices, id: "l", version: "1"),
      target: .init(.catalog, id: "c", version: "1"), pairs: pairs)
  }

  private func problems(_ pairs: [MappingPair]) -> [Diagnostic] {
    MappingRules(libraries: [library], catalogs: [catalog, other]).errors(in: set(pairs))
  }

  private func pair(
    _ source: String, _ target: ControlID, _ relation: Relation = .superset, share: Double = 1,
    aspect: AspectID? = nil, when: String? = nil
  ) -> MappingPair {
    MappingPair(
      source: source, target: target, relation: relation, share: share, aspect: aspect,
      when: when.flatMap(Condition.init), rationale: "because")
  }

  @Test func soundPairs() {
    #expect(
      problems([
        pair("weights-encrypted", "5.10", aspect: "at-rest"), pair("patched", "5.2.a"),
        pair("patched", "5.2", when: "patch-days <= 14"),
        pair("patched", "5.2", .subset, share: 0.5, when: "patch-days <= 30"),
        pair("custody", "5.2", when: "key-custody >= hsm"),
      ]) == [])
  }

  @Test(arguments: [
    ("weights-encryptd", "5.10" as ControlID, "did you mean 'weights-encrypted'?"),
    ("Weights-Encrypted", "5.10", "did you mean 'weights-encrypted'?"),
    ("patched", "5.1", "did you mean '5.10'?"),
    ("patched", "5.10 ", "did you mean '5.10'?"),
  ])
  func idsThatDoNotExistAreRefused(_ source: String, _ target: ControlID, _ hint: String) {
    let problems = problems([pair(source, target)])
    #expect(problems.map(\.id) == ["dangling-id"])
    #expect(problems.first?.hints == [hint])
  }

  @Test(arguments: ["heading", "threat"] as [ControlID])
  func headingsAndThreatsCannotBeMet(_ target: ControlID) {
    #expect(problems([pair("patched", target)]).map(\.id) == ["not-assessable"])
  }

  @Test func aspectsMustExist() {
    let wrong = problems([pair("patched", "5.10", aspect: "at-rst")])
    #expect(wrong.map(\.id) == ["dangling-id"])
    #expect(
      wrong[0].hints == ["did you mean 'at-rest'?", "its aspects are: at-rest, in-transit"])
    #expect(problems([pair("patched", "5.2", aspect: "x")])[0].hints == ["it has no aspects"])
  }

  @Test(arguments: [
    ("patched", "days <= 14", "its parameter is 'patch-days'"),
    ("weights-encrypted", "days <= 14", "it has no parameter"),
    ("patched", "patch-days <= soon", "write a whole number, 0 or more"),
    ("patched", "patch-days <= 1.5", "write a whole number, 0 or more"),
    ("custody", "key-custody >= hsn", "did you mean 'hsm'?"),
  ])
  func conditionsMustBeReadable(_ source: String, _ condition: String, _ hint: String) {
    let problems = problems([pair(source, "5.2", when: condition)])
    #expect(problems.count == 1)
    #expect(problems.first?.hints.first == hint)
  }

  @Test func samePairTwice() {
    #expect(
      problems([pair("patched", "5.2"), pair("patched", "5.2")]).map(\.id) == ["duplicate-pair"])
    #expect(
      problems([
        pair("patched", "5.2", .subset, share: 0.5), pair("patched", "5.2", .subset, share: 0.6),
      ]).map(\.id) == ["contradiction"])
    #expect(
      problems([pair("patched", "5.2", .none), pair("patched", "5.2")]).map(\.id)
        == ["contradiction"])
  }

  @Test func endsOfASetMustExist() {
    let rules = MappingRules(libraries: [library], catalogs: [catalog])
    let noLibrary = rules.errors(in: set([], source: .init(.practices, id: "ll", version: "1")))
    #expect(noLibrary.map(\.id) == ["dangling-id"])
    #expect(noLibrary[0].hints == ["did you mean 'l'?"])
    let oldVersion = rules.errors(in: set([], source: .init(.practices, id: "l", version: "0")))
    #expect(oldVersion.map(\.id) == ["other-version"])
    #expect(oldVersion[0].severity == .warning)
  }

  @Test func crosswalksNeedBothControls() {
    let rules = MappingRules(libraries: [], catalogs: [catalog, other])
    let crosswalk = set(
      [pair("x", "5.10", .equal), pair("z", "5.11", .equal), pair("y", "heading", .intersects)],
      source: .init(.catalog, id: "d", version: "1"))
    #expect(rules.errors(in: crosswalk).map(\.id) == ["dangling-id", "dangling-id"])
  }

  // MARK: Lint

  private func crosswalk(_ id: MappingSetID, _ from: String, _ to: String, _ pair: MappingPair)
    -> MappingSet
  {
    MappingSet(
      id: id, source: .init(.catalog, id: from, version: "1"),
      target: .init(.catalog, id: to, version: "1"), pairs: [pair])
  }

  @Test(arguments: [
    (Relation.superset, Relation.subset, true), (.superset, .superset, false),
    (.equal, .equal, true), (.equal, .equivalent, false), (.none, .intersects, false),
    (.intersects, .intersects, true), (.subset, .superset, true),
  ])
  func otherDirectionHasToSayTheInverse(_ there: Relation, _ back: Relation, _ agrees: Bool) {
    let sets = [
      crosswalk("a", "d", "c", pair("x", "5.2", there)),
      crosswalk("b", "c", "d", pair("5.2", "x", back)),
    ]
    for sets in [sets, sets.reversed()] {
      let ids = MappingRules.lint(sets, pairs: [:], catalogs: []).map(\.id)
      #expect(ids == (agrees ? [] : ["contradiction"]))
    }
  }

  @Test func rationaleIsAskedFor() {
    var silent = pair("patched", "5.2")
    silent.rationale = " "
    #expect(
      MappingRules.lint([set([silent])], pairs: [:], catalogs: []).map(\.id)
        == ["missing-rationale"])
  }

  /// A practice that only overlaps with a clause has to say with which part of it; between catalogs
  /// nobody is asked for one.
  @Test func overlapNamesItsPart() {
    func found(_ pair: MappingPair, _ source: MappingSet.Endpoint? = nil) -> [String] {
      MappingRules.lint([set([pair], source: source)], pairs: [:], catalogs: []).map(\.id)
    }
    #expect(
      found(pair("patched", "5.10", .intersects, share: 0.5)) == ["intersects-without-aspect"])
    #expect(found(pair("patched", "5.10", .intersects, share: 0.5, aspect: "at-rest")) == [])
    #expect(found(pair("patched", "5.10", .subset, share: 0.5)) == [])
    #expect(
      found(pair("x", "5.10", .intersects, share: 0.5), .init(.catalog, id: "d")) == [])
  }

  /// Nobody maps practices to an edition that another has replaced.
  @Test func replacedEditionsNeedNoPairs() {
    var old = other
    old.status = .superseded
    #expect(MappingRules.lint([], pairs: [:], catalogs: [old]) == [])
    #expect(
      MappingRules.lint([], pairs: [:], catalogs: [other]).map(\.id) == ["unmapped"])
    // Once somebody has begun, the rest is told.
    #expect(
      MappingRules.lint([], pairs: ["d": [pair("patched", "x")]], catalogs: [old]).map(\.id)
        == ["unmapped"])
  }

  @Test func partThatMeetsAllIsSuspicious() {
    #expect(
      MappingRules.lint([set([pair("patched", "5.2", .subset)])], pairs: [:], catalogs: [])
        .map(\.id) == ["share-of-one"])
  }

  @Test func requirementsWithoutPairsAreTold() {
    let problems = MappingRules.lint(
      [], pairs: ["c": [pair("patched", "5.2", .subset, share: 0.5)]], catalogs: [catalog])
    #expect(problems.map(\.id) == ["unmapped", "never-met", "unmapped"])
  }

  @Test func compositionsNeedTheirSets() {
    var composed = set([])
    composed.composition = .init(first: "s", second: "ghost", along: [.equal, .subset])
    #expect(
      MappingRules.compositions(in: [composed]).map(\.id)
        == ["dangling-id", "loose-composition"])
  }
}

import ControlModel
import Diagnostics
import NativeFormats
import Testing
import Validation

@Suite struct CatalogRulesTests {
  private func catalog(
    groups: [Group] = [], controls: [Control] = [], levels: [Level] = [],
    capacities: [Capacity] = []
  ) -> Catalog {
    Catalog(
      id: "c", title: "C", conformance: .coverage, levels: levels, capacities: capacities,
      groups: groups, controls: controls)
  }

  private func ids(_ catalog: Catalog) -> [String] {
    CatalogRules.structure(of: catalog).map(\.id)
  }

  @Test func soundCatalogHasNoProblems() {
    let sound = catalog(
      groups: [Group(id: "g", title: "G"), Group(id: "h", title: "H", parent: "g")],
      controls: [Control(id: "a", parent: "h"), Control(id: "b", parent: "a")])
    #expect(ids(sound) == [])
  }

  @Test func idsThatStandTwice() {
    #expect(ids(catalog(controls: [Control(id: "a"), Control(id: "a")])) == ["duplicate-id"])
    // A group and a control share the names of parents.
    #expect(
      ids(catalog(groups: [Group(id: "a", title: "A")], controls: [Control(id: "a")]))
        == ["duplicate-id"])
    // These are two ids: nothing is read as a number.
    #expect(ids(catalog(controls: [Control(id: "5.1"), Control(id: "5.10")])) == [])
  }

  @Test func danglingParentsGetTheNearestMatch() {
    let problems = CatalogRules.structure(
      of: catalog(
        groups: [Group(id: "storage", title: "S"), Group(id: "x", title: "X", parent: "storag")],
        controls: [Control(id: "a", parent: "strorage")]))
    #expect(problems.map(\.id) == ["dangling-parent", "dangling-parent"])
    for problem in problems { #expect(problem.hints == ["did you mean 'storage'?"]) }
  }

  @Test func referencesThatLeadNowhere() {
    var control = Control(id: "a", level: "SL9")
    control.supersedes = [.init(id: "bb", basis: .publisher)]
    control.feasibility = ["OC7": 1]
    let problems = CatalogRules.structure(
      of: catalog(
        controls: [control, Control(id: "bbb")], levels: [Level(id: "SL1")],
        capacities: [Capacity(id: "OC1", title: "")]))
    #expect(problems.map(\.id) == ["unknown-level", "dangling-id", "dangling-id"])
    #expect(
      problems.map(\.hints) == [
        ["did you mean 'SL1'?"], ["did you mean 'bbb'?"], ["did you mean 'OC1'?"],
      ])
  }

  @Test func combinationNeedsChildren() {
    #expect(ids(catalog(controls: [Control(id: "a", combination: .all)])) == ["no-children"])
  }

  @Test func aspectsThatStandTwice() {
    let control = Control(id: "a", aspects: [Aspect(id: "x"), Aspect(id: "x")])
    #expect(ids(catalog(controls: [control])) == ["duplicate-id"])
  }

  @Test func circlesAreToldOnceEach() {
    let problems = CatalogRules.structure(
      of: catalog(
        groups: [
          Group(id: "g", title: "G", parent: "h"), Group(id: "h", title: "H", parent: "g"),
        ],
        controls: [
          Control(id: "a", parent: "b"), Control(id: "b", parent: "a"),
          Control(id: "c", parent: "a"), Control(id: "d", parent: "d"),
        ]))
    #expect(problems.map(\.id) == Array(repeating: "cyclic-hierarchy", count: 3))
    #expect(problems[0].summary == "the hierarchy runs in a circle: g in h in g")
    #expect(problems[2].summary == "the hierarchy runs in a circle: d in d")
  }

  /// A hundred thousand controls in one circle: one message of a readable length, and no deep
  /// recursion.
  @Test func hugeCircle() {
    let count = 100_000
    let controls = (0..<count).map {
      Control(id: ControlID("c\($0)"), parent: "c\(($0 + 1) % count)")
    }
    let problems = CatalogRules.structure(of: catalog(controls: controls))
    #expect(problems.map(\.id) == ["cyclic-hierarchy"])
    #expect(problems[0].summary.contains("(100000 in all)"))
    #expect(problems[0].summary.count < 200)
  }

  @Test func hugeChain() {
    let controls = (0..<100_000).map {
      Control(id: ControlID("c\($0)"), parent: $0 == 0 ? "" : "c\($0 - 1)")
    }
    #expect(ids(catalog(controls: controls)) == ["hierarchy-too-deep"])
    #expect(ids(catalog(controls: controls.reversed())) == ["hierarchy-too-deep"])
  }

  @Test(arguments: [64, 65]) func depth(_ depth: Int) {
    let controls = (0..<depth).map {
      Control(id: ControlID("c\($0)"), parent: $0 == 0 ? "" : "c\($0 - 1)")
    }
    #expect(ids(catalog(controls: controls)) == (depth > 64 ? ["hierarchy-too-deep"] : []))
  }

  @Test func problemsPointIntoTheFile() throws {
    let text = """
      format: catalog/1
      id: c
      title: C
      conformance: coverage
      controls:
        - id: a
          kind: requirement
          parent: ghost
        - {id: b, kind: requirement, parent: b}
        - {id: b, kind: requirement}
      """
    let read = try CatalogFormat.decode(Array(text.utf8), file: "c.yaml")
    #expect(
      CatalogRules.structure(of: read).map { "\($0.location?.description ?? "") \($0.id)" } == [
        "c.yaml:10:10 duplicate-id", "c.yaml:8:13 dangling-parent",
        "c.yaml:9:40 cyclic-hierarchy",
      ])
  }

  @Test func lintSaysWhatACarefulAuthorMends() {
    var catalog = catalog(
      groups: [Group(id: "empty", title: "E")], controls: [Control(id: "a", title: "A")])
    catalog.conformance = .modality
    #expect(CatalogRules.lint(catalog).map(\.id) == ["no-locator", "no-modality", "empty-group"])
    #expect(CatalogRules.lint(catalog).allSatisfy { $0.severity == .warning })
    catalog.conformance = .levels
    #expect(CatalogRules.lint(catalog).map(\.id) == ["no-locator", "no-level", "empty-group"])
  }
}

@Suite struct PracticeRulesTests {
  private func practice(_ id: String, requires: [String] = []) -> Practice {
    Practice(id: PracticeID(id), title: id, requires: requires.map { PracticeID($0) })
  }

  @Test func ownPracticeMustNotRepeatAShippedOne() {
    var own = practice("a")
    own.isOwn = true
    let problems = PracticeRules.check([own], besides: [practice("a")])
    #expect(problems.map(\.id) == ["duplicate-id"])
    #expect(problems[0].hints == ["give your own practice another id"])
  }

  @Test func requirementsThatLeadNowhere() {
    let problems = PracticeRules.check(
      [practice("backups", requires: ["backup"])], besides: [])
    #expect(problems.map(\.id) == ["dangling-id"])
    #expect(problems[0].hints == ["did you mean 'backups'?"])
  }

  @Test func circles() {
    let problems = PracticeRules.check(
      [
        practice("a", requires: ["b", "c"]), practice("b", requires: ["c"]),
        practice("c", requires: ["a"]), practice("d", requires: ["a", "d"]),
      ], besides: [])
    #expect(problems.map(\.id) == ["cyclic-requirement", "cyclic-requirement"])
    #expect(problems[0].summary.hasSuffix("a needs b needs c needs a"))
    #expect(problems[1].summary.hasSuffix("d needs d"))
  }

  @Test func twoWaysToOneEndAreNoCircle() {
    let practices = [
      practice("a", requires: ["b", "c"]), practice("b", requires: ["d"]),
      practice("c", requires: ["d"]), practice("d"),
    ]
    #expect(PracticeRules.check(practices, besides: []) == [])
  }

  @Test func hugeCircleAndChain() {
    let count = 100_000
    let circle = (0..<count).map { practice("p\($0)", requires: ["p\(($0 + 1) % count)"]) }
    let problems = PracticeRules.check(circle, besides: [])
    #expect(problems.map(\.id) == ["cyclic-requirement"])
    #expect(problems[0].summary.count < 250)
    let chain = (0..<count).map { practice("p\($0)", requires: $0 == 0 ? [] : ["p\($0 - 1)"]) }
    #expect(PracticeRules.check(chain.reversed(), besides: []) == [])
  }
}

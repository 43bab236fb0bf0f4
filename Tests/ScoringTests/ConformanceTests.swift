import ControlModel
import Scoring
import TestSupport
import Testing

/// Rule `modality`: required and recommended apart.
@Suite struct ModalityRuleTests {
  private func lab(
    required: [Finding.Status], recommended: [Finding.Status] = []
  ) -> Lab {
    var lab = Lab(conformance: .modality)
    for (number, status) in required.enumerated() {
      lab.add(Control(id: ControlID("M\(number)"), modality: .required), status)
    }
    for (number, status) in recommended.enumerated() {
      lab.add(Control(id: ControlID("S\(number)"), modality: .recommended), status)
    }
    return lab
  }

  private func result(_ lab: Lab) throws -> ModalityResult {
    guard case .modality(let result) = lab.scored().overall.conformance else {
      throw AnotherRule()
    }
    return result
  }

  @Test func recommendedControlsDoNotDecide() throws {
    let result = try result(
      lab(required: [.implemented, .implemented], recommended: [.absent, .absent]))
    #expect(result.isConformant(on: .claimed) == true)
    #expect(result.part(.required)?.mean?.claimed == .one)
    #expect(result.part(.recommended)?.mean?.claimed == .zero)
    #expect(result.part(.permitted) == nil)
    #expect(result.parts.map(\.modality) == [.required, .recommended])
  }

  @Test(arguments: [
    Finding.Status.absent, .partial(extent: 0.99), .planned, .unanswered,
  ])
  func oneRequiredControlThatIsNotMetDecides(_ status: Finding.Status) throws {
    let result = try result(
      lab(required: [.implemented, status], recommended: [.implemented]))
    #expect(result.isConformant(on: .claimed) == false)
    #expect(result.isConformant(on: .assured) == false)
  }

  @Test func notApplicableRequiredControlsDoNotDecide() throws {
    let result = try result(lab(required: [.implemented, .notApplicable]))
    #expect(result.isConformant(on: .claimed) == true)
  }

  @Test func requiredControlWithoutPairsDecides() throws {
    var lab = lab(required: [.implemented])
    lab.controls.append(Control(id: "X", modality: .required))
    #expect(try result(lab).isConformant(on: .claimed) == false)
    #expect(try result(lab).isConformant(on: .planned) == false)
  }

  @Test func plansCountOnTheirTrack() throws {
    var lab = lab(required: [.planned])
    lab.answer("M0", Finding(.planned, due: day("2027-01-01")))
    #expect(try result(lab).isConformant(on: .claimed) == false)
    #expect(try result(lab).isConformant(on: .planned) == true)
  }

  @Test func everyContextHasToConform() throws {
    var lab = lab(required: [.implemented])
    lab.assessment.contexts.append(Context(id: "there"))
    lab.assessment.answers[0].contexts["there"] = Finding(.absent)
    #expect(try result(lab).isConformant(on: .claimed) == false)
  }
}

struct AnotherRule: Error {}

/// Rule `levels`: cumulative, by category, with superseding measures.
@Suite struct LevelsRuleTests {
  /// Measures by category and level; each is met by a practice of its own.
  private func lab(_ measures: [(id: String, level: String, status: Finding.Status)]) -> Lab {
    var lab = Lab(conformance: .levels)
    lab.levels = ["L1", "L2", "L3"].map { Level(id: $0) }
    for measure in measures {
      let group = String(measure.id.prefix(1))
      if !lab.groups.contains(where: { $0.id.rawValue == group }) {
        lab.groups.append(Group(id: GroupID(group), title: group))
      }
      lab.add(
        Control(id: ControlID(measure.id), parent: group, level: measure.level), measure.status)
    }
    return lab
  }

  private func result(_ lab: Lab) throws -> LevelsResult {
    guard case .levels(let result) = lab.scored().overall.conformance else { throw AnotherRule() }
    return result
  }

  @Test func levelsAreCumulative() throws {
    let lab = lab([
      ("A1", "L1", .implemented), ("A2", "L2", .absent), ("A3", "L3", .implemented),
    ])
    let result = try result(lab)
    #expect(result.reached[.claimed] == 1)
    #expect(result.categories[0].next?.level == 2)
    #expect(result.categories[0].next?.blockers == ["A2"])
    #expect(result.categories[0].measured == [1, 2, 3])
  }

  @Test func categoriesDoNotCompensate() throws {
    let lab = lab([
      ("A1", "L1", .implemented), ("A2", "L2", .implemented), ("A3", "L3", .implemented),
      ("B1", "L1", .absent),
    ])
    let result = try result(lab)
    #expect(result.categories.map { $0.reached[.claimed] } == [3, 0])
    #expect(result.reached[.claimed] == 0)
  }

  @Test func shareOfTheNextLevelThatIsDone() throws {
    let lab = lab([
      ("A1", "L1", .implemented), ("A2", "L2", .implemented), ("A3", "L2", .partial(extent: 0.9)),
      ("A4", "L2", .notApplicable), ("A5", "L2", .unanswered),
    ])
    let next = try #require(try result(lab).categories[0].next)
    #expect(next.done == 1)
    #expect(next.applicable == 3)
    #expect(next.blockers == ["A3", "A5"])
  }

  @Test func levelWithoutMeasuresIsReachedWithTheOneBelow() throws {
    let lab = lab([("A1", "L1", .implemented), ("B1", "L1", .implemented), ("B3", "L3", .absent)])
    let result = try result(lab)
    #expect(result.categories.map { $0.reached[.claimed] } == [3, 2])
    #expect(result.reached[.claimed] == 2)
  }

  @Test func lowerMeasureIsMetBySupersedingOne() throws {
    var lab = lab([("A1", "L1", .absent), ("A2", "L2", .implemented), ("A3", "L3", .absent)])
    #expect(try result(lab).reached[.claimed] == 0)
    lab.controls[1].supersedes = [.init(id: "A1", basis: .ownReading)]
    #expect(try result(lab).reached[.claimed] == 2)
    // Its own row stays what it is.
    #expect(lab.row("A1")?.verdict == .missing)
  }

  @Test func supersedingIsTransitive() throws {
    var lab = lab([("A1", "L1", .absent), ("A2", "L2", .absent), ("A3", "L3", .implemented)])
    lab.controls[1].supersedes = [.init(id: "A1", basis: .publisher)]
    lab.controls[2].supersedes = [.init(id: "A2", basis: .publisher)]
    #expect(try result(lab).reached[.claimed] == 3)
  }

  @Test(arguments: [Finding.Status.notApplicable, .absent, .partial(extent: 0.5), .planned])
  func onlyAMetMeasureSupersedes(_ status: Finding.Status) throws {
    var lab = lab([("A1", "L1", .absent), ("A2", "L2", status)])
    lab.controls[1].supersedes = [.init(id: "A1", basis: .publisher)]
    #expect(try result(lab).reached[.claimed] == 0)
  }

  @Test func supersedingCycleEnds() throws {
    var lab = lab([("A1", "L1", .absent), ("A2", "L1", .absent)])
    lab.controls[0].supersedes = [.init(id: "A2", basis: .publisher)]
    lab.controls[1].supersedes = [.init(id: "A1", basis: .publisher)]
    #expect(try result(lab).reached[.claimed] == 0)
  }

  @Test func notApplicableMeasuresAndCategoriesDoNotCount() throws {
    let lab = lab([
      ("A1", "L1", .notApplicable), ("A2", "L2", .implemented), ("B1", "L1", .notApplicable),
    ])
    let result = try result(lab)
    #expect(result.reached[.claimed] == 3)
    #expect(result.categories[1].reached[.claimed] == nil)
    #expect(result.categories[1].next == nil)
  }

  @Test func whatMayBeReachedIsTold() throws {
    let lab = lab([("A1", "L1", .implemented), ("A2", "L2", .unanswered), ("A3", "L3", .absent)])
    let result = try result(lab)
    #expect(result.reached[.claimed] == 1)
    #expect(result.possible == 2)
  }

  @Test func eachTrackHasItsLevel() throws {
    var lab = lab([("A1", "L1", .implemented), ("A2", "L2", .implemented)])
    lab.assessment.evidence = [Evidence(id: "E", integrity: .intact)]
    lab.answer("A1", Finding(.implemented, evidence: ["E"]))
    lab.add(Control(id: "A3", parent: "A", level: "L3"), .planned)
    lab.answer("A3", Finding(.planned, due: day("2027-01-01")))
    let result = try result(lab)
    #expect(result.reached == [.assured: 1, .claimed: 2, .planned: 3])
  }

  /// A measure that is met in one place supersedes nothing in another.
  @Test func supersedingStaysWithinItsContext() throws {
    var lab = lab([("A1", "L1", .absent), ("A2", "L2", .implemented)])
    lab.controls[1].supersedes = [.init(id: "A1", basis: .publisher)]
    lab.assessment.contexts.append(Context(id: "there"))
    lab.assessment.answers[1].contexts["there"] = Finding(.notApplicable, rationale: "none there")
    let scored = lab.scored()
    let levels = scored.contexts.map { score -> Int? in
      guard case .levels(let result) = score.conformance else { return nil }
      return result.reached[.claimed]
    }
    #expect(levels == [3, 0])
    #expect(try result(lab).reached[.claimed] == 0)
    #expect(try result(lab).categories[0].next?.blockers == ["A1"])
  }

  @Test func alternativesHaveNoLevelOfTheirOwn() throws {
    var lab = lab([("A1", "L1", .absent)])
    lab.controls[0].combination = .any
    lab.add(Control(id: "A1.A", parent: "A1", kind: .alternative, level: "L1"), .implemented)
    lab.add(Control(id: "A1.B", parent: "A1", kind: .alternative, level: "L1"), .absent)
    #expect(try result(lab).reached[.claimed] == 3)
  }
}

/// Rule `outcomes`: the CAF's table.
@Suite struct OutcomesRuleTests {
  private static let counts = Control.IndicatorCounts(
    notAchieved: 2, partiallyAchieved: 2, achieved: 2)
  private static let table = "documents/caf/cyber-assessment-framework-v3.2.yaml"

  /// How many of two statements `all`, `some` and `none` are.
  private static let amounts = ["all": 2, "some": 1, "none": 0]

  /// The published table of a UK government project: `all_some_none` says how many of the
  /// achieved, partially achieved and not achieved statements are true.
  @Test(
    .enabled(
      if: PackageFiles.hasShared(table), "needs the published table in ../shared/documents/caf"))
  func gradesEqualThePublishedTable() throws {
    let text = String(decoding: try #require(PackageFiles.shared(Self.table)), as: UTF8.self)
    let grades: [Substring: OutcomeGrade] = [
      "*achieved": .achieved, "*partially_achieved": .partiallyAchieved,
      "*not_achieved": .notAchieved,
    ]
    var key: [Substring] = []
    var checked = 0
    for line in text.split(separator: "\n") {
      let trimmed = line.drop { $0 == " " }
      if trimmed.hasPrefix("objectives:") { break }
      if trimmed.last == ":", !trimmed.contains("-") {
        key = trimmed.dropLast().split(separator: "_")
        continue
      }
      guard trimmed.hasPrefix("outcome_status: "), key.count == 3 else { continue }
      let expected = try #require(grades[trimmed.dropFirst("outcome_status: ".count)])
      let amounts = try key.map { try #require(Self.amounts[String($0)]) }
      let grade = OutcomesRule.grade(Self.counts) { column, number in
        switch column {
        case .achieved: number <= amounts[0]
        case .partiallyAchieved: number <= amounts[1]
        case .notAchieved: number <= amounts[2]
        }
      }
      #expect(grade.lowest == expected && grade.highest == expected, "\(key)")
      checked += 1
    }
    #expect(checked == 27)
  }

  @Test func gradesByTheRule() {
    func grade(_ notAchieved: [Bool?], _ partially: [Bool?], _ achieved: [Bool?]) -> [OutcomeGrade]
    {
      let counts = Control.IndicatorCounts(
        notAchieved: notAchieved.count, partiallyAchieved: partially.count,
        achieved: achieved.count)
      let grade = OutcomesRule.grade(counts) { column, number in
        switch column {
        case .notAchieved: notAchieved[number - 1]
        case .partiallyAchieved: partially[number - 1]
        case .achieved: achieved[number - 1]
        }
      }
      return [grade.lowest, grade.highest]
    }
    #expect(grade([false], [], [true]) == [.achieved, .achieved])
    #expect(grade([true], [true], [true]) == [.notAchieved, .notAchieved])
    #expect(grade([false], [true], [false]) == [.partiallyAchieved, .partiallyAchieved])
    #expect(grade([false], [], [false]) == [.notAchieved, .notAchieved])
    #expect(grade([nil], [], [true]) == [.notAchieved, .achieved])
    #expect(grade([false], [true], [nil]) == [.partiallyAchieved, .achieved])
    #expect(grade([false], [nil], [false]) == [.notAchieved, .partiallyAchieved])
    // No indicator in any column achieves nothing.
    #expect(grade([], [], []) == [.notAchieved, .notAchieved])
  }

  private func lab() -> Lab {
    var lab = Lab.oneRequirement([(1, .unanswered)])
    lab.conformance = .outcomes
    lab.controls[0].indicators = .init(notAchieved: 1, partiallyAchieved: 1, achieved: 1)
    return lab
  }

  private func result(_ lab: Lab) throws -> OutcomesResult {
    guard case .outcomes(let result) = lab.scored().overall.conformance else {
      throw AnotherRule()
    }
    return result
  }

  private func say(_ id: String, _ holds: Bool, _ contexts: [ContextID] = []) -> IndicatorAnswer {
    IndicatorAnswer(catalog: Lab.catalogID, id: id, holds: holds, contexts: contexts)
  }

  @Test(arguments: [1, 0.25]) func nothingSaidIsOpen(share: Double) throws {
    // Whether or not the practices could cover all of it.
    var lab = Lab.oneRequirement([(share, .unanswered)])
    lab.conformance = .outcomes
    lab.controls[0].indicators = .init(notAchieved: 1, partiallyAchieved: 0, achieved: 1)
    let outcome = try #require(try result(lab).outcomes.first)
    #expect(outcome.lowest == .notAchieved && outcome.highest == .achieved)
    #expect(outcome.basis == .nothing)
    #expect(try result(lab).open == 1)
  }

  @Test func practicesGiveAnEstimate() throws {
    var lab = lab()
    lab.answer("A", Finding(.implemented))
    var outcome = try #require(try result(lab).outcomes.first)
    #expect(outcome.lowest == .achieved && outcome.basis == .practices)
    lab.answer("A", Finding(.partial(extent: 0.5)))
    outcome = try #require(try result(lab).outcomes.first)
    #expect(outcome.lowest == .notAchieved && outcome.highest == .partiallyAchieved)
    lab.controls[0].indicators?.partiallyAchieved = 0
    outcome = try #require(try result(lab).outcomes.first)
    #expect(outcome.highest == .notAchieved)
  }

  @Test func indicatorsOutweighPractices() throws {
    var lab = lab()
    lab.answer("A", Finding(.implemented))
    lab.assessment.indicators = [say("R.NA.1", true)]
    let outcome = try #require(try result(lab).outcomes.first)
    #expect(outcome.highest == .notAchieved && outcome.basis == .indicators)
  }

  @Test func weakestContextCounts() throws {
    var lab = lab()
    lab.assessment.contexts.append(Context(id: "there"))
    lab.assessment.indicators = [
      say("R.NA.1", false), say("R.PA.1", true), say("R.A.1", true, ["here"]),
      say("R.A.1", false, ["there"]),
    ]
    #expect(try result(lab).count(.partiallyAchieved) == 1)
  }

  /// What is said of a context outweighs what is said of all, whichever comes first.
  @Test func orderOfIndicatorsDoesNotMatter() throws {
    var lab = lab()
    lab.assessment.indicators = [
      say("R.NA.1", false), say("R.A.1", false), say("R.A.1", true, ["here"]), say("R.PA.1", true),
    ]
    #expect(try result(lab).count(.achieved) == 1)
    lab.assessment.indicators.reverse()
    #expect(try result(lab).count(.achieved) == 1)
  }

  @Test func outcomeThatDoesNotApplyIsLeftOut() throws {
    var lab = lab()
    lab.assessment.determinations = [
      Determination(
        catalog: Lab.catalogID, requirement: "R", decision: .notApplicable, rationale: "because",
        approver: "Ann")
    ]
    #expect(try result(lab).outcomes.isEmpty)
  }
}

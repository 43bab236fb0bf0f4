import ControlModel
import Scoring
import Testing

@Suite struct BoundsTests {
  @Test func sumsAreWhatAPersonMakesOfThem() {
    let tenth = Bounds(0.1, 0.1)
    #expect(Bounds.union(Array(repeating: tenth, count: 10)).upper == 1)
    #expect(Bounds.union([Bounds(0.1, 0.1), Bounds(0.2, 0.2), Bounds(0.7, 0.7)]).mayBeWhole)
    #expect(!Bounds.union([Bounds(0.1, 0.1), Bounds(0.2, 0.2), Bounds(0.69, 0.69)]).mayBeWhole)
  }

  @Test func unionOfNothingIsNothing() { #expect(Bounds.union([]) == .zero) }

  @Test func meanOfNothingIsNothingAtAll() { #expect(Bounds.mean([]) == nil) }

  @Test func upperIsNeverBelowLower() { #expect(Bounds(0.5, 0.4) == Bounds(0.5, 0.5)) }

  @Test(arguments: [
    (0, "0 %"), (0.0001, "<1 %"), (0.0099, "<1 %"), (0.01, "1 %"), (0.57, "57 %"),
    (0.999, "99 %"), (0.999_999, "99 %"), (1, "100 %"),
  ])
  func percentNeverFlatters(_ share: Double, _ text: String) {
    #expect(Percent.text(share) == text)
  }

  @Test func percentOfBounds() {
    #expect(Percent.text(Bounds(0.54, 0.67)) == "54–67 %")
    #expect(Percent.text(Bounds(0.5, 0.5)) == "50 %")
    #expect(Percent.text(Bounds(0, 1)) == "0–100 %")
  }
}

/// Section 1 and 2: what practices contribute, alone and together.
@Suite struct ContributionTests {
  @Test(arguments: [
    (Finding.Status.implemented, Bounds(0.8, 0.8)),
    (.partial(extent: 0.5), Bounds(0.4, 0.4)),
    (.planned, Bounds(0, 0)), (.absent, Bounds(0, 0)), (.unanswered, Bounds(0, 0.8)),
  ])
  func shareTimesExtent(_ status: Finding.Status, _ bounds: Bounds) {
    #expect(Lab.oneRequirement([(0.8, status)]).row("R")?.bounds.claimed == bounds)
  }

  @Test func notApplicableContributesNothingAndDeniesNothing() {
    let lab = Lab.oneRequirement([(1, .notApplicable), (0.5, .implemented)])
    #expect(lab.row("R")?.bounds.claimed == Bounds(0.5, 0.5))
  }

  @Test func practiceWithoutAnAnswerIsUnanswered() {
    var lab = Lab.oneRequirement([(0.5, .implemented)])
    lab.assessment.answers = []
    #expect(lab.row("R")?.verdict == .unanswered)
    #expect(lab.row("R")?.bounds.claimed == Bounds(0, 0.5))
  }

  @Test func pairsThatSayNoneDoNotMap() {
    var lab = Lab.oneRequirement([(1, .implemented)])
    lab.pairs[0].relation = .none
    #expect(lab.row("R")?.verdict == .unmapped)
  }

  @Test func pairOfTheWholeAddsToThoseOfAspects() {
    var lab = Lab.oneRequirement([(0.5, .implemented), (1, .implemented)])
    lab.controls[0].aspects = [Aspect(id: "x"), Aspect(id: "y")]
    lab.pairs[1].aspect = "x"
    // At least the better of both; at most both together.
    #expect(lab.row("R")?.bounds.claimed == Bounds(0.5, 1))
    #expect(lab.row("R")?.verdict == .unresolved)
  }

  @Test func overlapWithinAnAspectIsUnknown() {
    var lab = Lab.oneRequirement([(0.5, .implemented), (0.4, .implemented)])
    lab.controls[0].aspects = [Aspect(id: "x"), Aspect(id: "y")]
    lab.pairs[0].aspect = "x"
    lab.pairs[1].aspect = "x"
    #expect(lab.row("R")?.bounds.claimed == Bounds(0.25, 0.45))
  }

  /// A requirement with children `a` and `b`, each met whole by a practice of its own.
  private func parent(
    _ combination: Control.Combination, _ first: Finding.Status, _ second: Finding.Status
  ) -> Lab {
    var lab = Lab(controls: [Control(id: "R", combination: combination)])
    lab.add(Control(id: "a", parent: "R", kind: .alternative), first)
    lab.add(Control(id: "b", parent: "R", kind: .alternative), second)
    return lab
  }

  @Test func anyTakesTheBestChild() {
    let row = parent(.any, .implemented, .absent).row("R")
    #expect(row?.bounds.claimed == .one)
    #expect(row?.verdict == .met)
    #expect(parent(.any, .partial(extent: 0.3), .absent).row("R")?.verdict == .partial)
    #expect(parent(.any, .unanswered, .absent).row("R")?.verdict == .unresolved)
  }

  @Test func allTakesTheMeanForCoverageAndTheWeakestForTheVerdict() {
    let row = parent(.all, .implemented, .absent).row("R")
    #expect(row?.bounds.claimed == Bounds(0.5, 0.5))
    #expect(row?.decisive.claimed == .zero)
    #expect(row?.verdict == .partial)
    #expect(parent(.all, .implemented, .implemented).row("R")?.verdict == .met)
    #expect(parent(.all, .absent, .absent).row("R")?.verdict == .missing)
  }

  @Test func childrenOfARequirementAreNotCountedBesidesIt() {
    #expect(parent(.any, .implemented, .absent).scored().overall.coverage.counts.total == 1)
  }

  @Test func notApplicableChildLeavesTheRequirement() {
    let lab = parent(.all, .implemented, .notApplicable)
    #expect(lab.row("R")?.verdict == .met)
    #expect(lab.row("R")?.resilience?.failures == 0)
    #expect(lab.row("R")?.resilience?.singlePoints == ["a"])
    let nothing = parent(.all, .notApplicable, .notApplicable)
    #expect(nothing.row("R")?.verdict == .notApplicable)
    #expect(nothing.row("R")?.notApplicableBecause == .answers)
  }

  /// Nothing is known of a child without any pair, so a requirement that needs it is not met.
  @Test func unmappedChildIsNeverMet() {
    var lab = parent(.all, .implemented, .implemented)
    lab.controls.append(Control(id: "c", parent: "R", kind: .alternative))
    let row = lab.row("R")
    #expect(row?.verdict == .unresolved)
    #expect(row?.bounds.claimed == Bounds(2.0 / 3, 1))
    #expect(row?.decisive.assured == .zero)
    lab.controls[0].combination = .any
    #expect(lab.row("R")?.verdict == .met)
  }
}

/// Conditions on a practice's parameter.
@Suite struct ConditionTests {
  private func lab(_ condition: String, value: String?, type: Practice.Parameter) -> Lab {
    var lab = Lab.oneRequirement([(1, .implemented)])
    lab.practices[0].parameter = type
    lab.pairs[0].when = Condition(condition)
    lab.answer("A", Finding(.implemented, value: value))
    return lab
  }

  static let days = Practice.Parameter(
    name: "patch-days", type: .integer, unit: "days", lowerIsBetter: true)
  static let custody = Practice.Parameter(
    name: "custody", type: .choice, choices: ["file", "vault", "hsm"])

  @Test(arguments: [
    ("patch-days <= 14", "7", Verdict.met), ("patch-days <= 14", "14", .met),
    ("patch-days <= 14", "15", .missing), ("patch-days >= 14", "15", .met),
    ("patch-days == 14", "14", .met), ("patch-days == 14", "13", .missing),
    ("patch-days <= 14", "9", .met), ("patch-days <= 14", "100", .missing),
  ])
  func numbersCompareAsNumbers(_ condition: String, _ value: String, _ verdict: Verdict) {
    #expect(lab(condition, value: value, type: Self.days).row("R")?.verdict == verdict)
  }

  @Test(arguments: [
    ("custody >= vault", "hsm", Verdict.met), ("custody >= vault", "vault", .met),
    ("custody >= vault", "file", .missing), ("custody <= vault", "hsm", .missing),
  ])
  func choicesCompareByTheirOrder(_ condition: String, _ value: String, _ verdict: Verdict) {
    #expect(lab(condition, value: value, type: Self.custody).row("R")?.verdict == verdict)
  }

  @Test(arguments: [nil, "", "fast", "14 days"])
  func answerWithoutAValueLeavesItUnknown(_ value: String?) {
    let row = lab("patch-days <= 14", value: value, type: Self.days).row("R")
    #expect(row?.bounds.claimed == .unknown)
    #expect(row?.verdict == .unresolved)
    #expect(row?.contributions.first?.condition == nil)
  }

  @Test func parameterOfAnotherNameLeavesItUnknown() {
    #expect(
      lab("days <= 14", value: "7", type: Self.days).row("R")?.verdict == .unresolved)
  }

  /// Shares for several steps of one value: the best that is fulfilled counts, not their sum.
  @Test func stepsOfOneValueDoNotAddUp() {
    var lab = Lab.oneRequirement([(1, .implemented)])
    lab.practices[0].parameter = Self.days
    lab.pairs = [("<= 30", 0.3), ("<= 14", 0.6), ("<= 7", 1)].map { bound, share in
      MappingPair(
        source: "A", target: "R", relation: share == 1 ? .superset : .subset, share: share,
        when: Condition("patch-days \(bound)"))
    }
    lab.answer("A", Finding(.implemented, value: "10"))
    #expect(lab.row("R")?.bounds.claimed == Bounds(0.6, 0.6))
    lab.answer("A", Finding(.implemented))
    #expect(lab.row("R")?.bounds.claimed == .unknown)
    lab.answer("A", Finding(.absent))
    #expect(lab.row("R")?.verdict == .missing)
  }
}

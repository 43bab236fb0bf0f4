import ControlModel
import Scoring
import Testing

/// Targets: reached, on track, off track, missed, undecided.
@Suite struct TargetTests {
  private func lab(_ status: Finding, _ target: Target) -> Lab {
    var lab = Lab.oneRequirement([(1, .absent)])
    lab.answer("A", status)
    lab.assessment.targets = [target]
    return lab
  }

  private func coverage(_ share: Double = 1, by: String? = nil, track: Track = .claimed) -> Target {
    Target(
      id: "T", catalog: Lab.catalogID, goal: .coverage(share), by: by.map(day), track: track)
  }

  private func state(_ lab: Lab) -> TargetResult.State? { lab.score().targets.first?.state }

  @Test func reached() {
    let lab = lab(Finding(.implemented), coverage(by: "2026-01-01"))
    #expect(state(lab) == .reached)
    #expect(lab.score().targets[0].blockers.isEmpty)
  }

  @Test func onTrackWhenThePlansThatAreDueByThenReachIt() {
    let planned = Finding(.planned, due: day("2026-12-31"))
    #expect(state(lab(planned, coverage(by: "2026-12-31"))) == .onTrack)
    #expect(state(lab(planned, coverage(by: "2026-12-30"))) == .offTrack)
  }

  @Test func offTrackNamesWhatIsNotPlanned() {
    let result = lab(Finding(.absent), coverage(by: "2027-01-01")).score().targets[0]
    #expect(result.state == .offTrack)
    #expect(result.unplanned.map(\.requirement) == ["R"])
    #expect(result.blockers.map(\.context) == ["here"])
  }

  @Test(arguments: [nil, "2026-06-15", "2026-06-14"])
  func missedWhenItsDayHasCome(_ by: String?) {
    #expect(state(lab(Finding(.planned, due: day("2027-01-01")), coverage(by: by))) == .missed)
  }

  @Test func undecidedWhenNothingIsApplicable() {
    let lab = lab(Finding(.notApplicable, rationale: "because"), coverage(by: "2027-01-01"))
    #expect(state(lab) == .undecided)
    #expect(lab.score().targets[0].isUnmet(strict: false))
  }

  @Test func strictChecksDoNotTrustPlans() {
    let result = lab(
      Finding(.planned, due: day("2026-12-31")), coverage(by: "2027-01-01")
    ).score().targets[0]
    #expect(!result.isUnmet(strict: false))
    #expect(result.isUnmet(strict: true))
  }

  @Test func assuredTargetNeedsEvidence() {
    var lab = lab(Finding(.implemented), coverage(track: .assured))
    #expect(state(lab) == .missed)
    lab.assessment.evidence = [Evidence(id: "E", integrity: .intact)]
    lab.answer("A", Finding(.implemented, evidence: ["E"]))
    #expect(state(lab) == .reached)
  }

  @Test func contextsLimitATarget() {
    var target = coverage()
    target.contexts = ["here"]
    var lab = lab(Finding(.implemented), target)
    lab.assessment.contexts.append(Context(id: "there"))
    lab.assessment.answers[0].contexts["there"] = Finding(.absent)
    #expect(state(lab) == .reached)
    lab.assessment.targets[0].contexts = []
    #expect(state(lab) == .missed)
    #expect(lab.score().targets[0].blockers.map(\.context) == ["there"])
  }

  /// A target for a coverage asks for what the summary shows as coverage.
  @Test func coverageIsTheMeanOfChildrenToo() {
    var lab = Lab(controls: [Control(id: "R", combination: .all)])
    lab.add(Control(id: "a", parent: "R", kind: .alternative), .implemented)
    lab.add(Control(id: "b", parent: "R", kind: .alternative), .absent)
    lab.assessment.targets = [coverage(0.5)]
    #expect(lab.scored().overall.coverage.mean?.claimed.lower == 0.5)
    #expect(state(lab) == .reached)
    lab.assessment.targets = [coverage(0.51)]
    #expect(state(lab) == .missed)
  }

  @Test func modalityAsksForStrongerOnesToo() {
    var lab = Lab(conformance: .modality)
    lab.add(Control(id: "M", modality: .required), .implemented)
    lab.add(Control(id: "S", modality: .recommended), .absent)
    lab.add(Control(id: "P", modality: .permitted), .absent)
    func state(_ modality: Control.Modality) -> TargetResult.State? {
      var other = lab
      other.assessment.targets = [
        Target(id: "T", catalog: Lab.catalogID, goal: .modality(modality))
      ]
      return self.state(other)
    }
    #expect(state(.required) == .reached)
    #expect(state(.recommended) == .missed)
    lab.answer("S", Finding(.implemented))
    lab.answer("M", Finding(.absent))
    #expect(state(.recommended) == .missed)
  }

  private func levels() -> Lab {
    var lab = Lab(conformance: .levels)
    lab.levels = ["L1", "L2"].map { Level(id: $0) }
    lab.groups = [
      Group(id: "G", title: "G"), Group(id: "G.1", title: "G.1", parent: "G"),
      Group(id: "G.2", title: "G.2", parent: "G"),
    ]
    lab.add(Control(id: "A", parent: "G.1", level: "L1"), .absent)
    lab.add(
      Control(
        id: "B", parent: "G.2", level: "L2",
        supersedes: [.init(id: "A", basis: .ownReading)]), .implemented)
    lab.assessment.targets = [Target(id: "T", catalog: Lab.catalogID, goal: .level("L1"))]
    return lab
  }

  @Test func levelIsReachedThroughSupersedingMeasures() {
    var lab = levels()
    #expect(state(lab) == .reached)
    lab.assessment.targets[0].groups = ["G"]
    #expect(state(lab) == .reached)
    // The superseding measure lies outside of the group that is asked for.
    lab.assessment.targets[0].groups = ["G.1"]
    #expect(state(lab) == .reached)
    lab.answer("B", Finding(.absent))
    #expect(state(lab) == .missed)
    #expect(lab.score().targets[0].blockers.map(\.requirement) == ["A"])
  }

  @Test func levelThatDoesNotExistIsUndecided() {
    var lab = levels()
    lab.assessment.targets[0].goal = .level("L9")
    #expect(state(lab) == .undecided)
  }

  @Test func outcomesHaveAMinimumWithExceptions() {
    var lab = Lab(conformance: .outcomes)
    for name in ["A", "B"] {
      lab.add(
        Control(
          id: ControlID(name),
          indicators: .init(notAchieved: 0, partiallyAchieved: 1, achieved: 1)),
        .unanswered)
    }
    lab.assessment.indicators = ["A.PA.1", "A.A.1", "B.PA.1"].map {
      IndicatorAnswer(catalog: Lab.catalogID, id: $0, holds: true)
    }
    func state(_ goal: Target.Goal) -> TargetResult.State? {
      var other = lab
      other.assessment.targets = [Target(id: "T", catalog: Lab.catalogID, goal: goal)]
      return self.state(other)
    }
    #expect(state(.outcomes(.achieved, exceptions: [:])) == .missed)
    #expect(state(.outcomes(.partiallyAchieved, exceptions: [:])) == .reached)
    #expect(state(.outcomes(.achieved, exceptions: ["B": .partiallyAchieved])) == .reached)
  }
}

import ControlModel
import Scoring
import Testing

/// Determinations: decisions on single requirements.
@Suite struct DeterminationTests {
  private func decision(
    _ decision: Determination.Decision, contexts: [ContextID] = [], date: String? = nil,
    expires: String? = nil, evidence: [EvidenceID] = []
  ) -> Determination {
    Determination(
      catalog: Lab.catalogID, requirement: "R", decision: decision, contexts: contexts,
      rationale: "because", approver: "Ann", date: date.map(day), expires: expires.map(day),
      evidence: evidence)
  }

  private func lab(_ status: Finding.Status, _ decisions: [Determination]) -> Lab {
    var lab = Lab.oneRequirement([(1, status)])
    lab.assessment.determinations = decisions
    return lab
  }

  @Test func equivalentMeasureMeets() {
    let row = lab(.absent, [decision(.metByEquivalent)]).row("R")
    #expect(row?.verdict == .metByEquivalent)
    #expect(row?.bounds.claimed == .one)
    #expect(row?.bounds.assured == .zero)
    #expect(row?.isMet(on: .assured) == false)
  }

  @Test(arguments: [Finding.Status.absent, .implemented])
  func equivalentMeasureIsAssuredByItsOwnEvidence(_ status: Finding.Status) {
    var lab = lab(status, [decision(.metByEquivalent, evidence: ["E"])])
    lab.assessment.evidence = [Evidence(id: "E", integrity: .intact)]
    #expect(lab.row("R")?.isMet(on: .assured) == true)
    lab.assessment.evidence[0].integrity = .changed
    #expect(lab.row("R")?.isMet(on: .assured) == false)
  }

  @Test(arguments: [Finding.Status.absent, .partial(extent: 0.5), .unanswered, .notApplicable])
  func acceptedRiskRemainsAGap(_ status: Finding.Status) {
    var lab = lab(status, [decision(.riskAccepted)])
    lab.conformance = .levels
    lab.levels = [Level(id: "L1")]
    lab.groups = [Group(id: "G", title: "G")]
    lab.controls[0].parent = "G"
    lab.controls[0].level = "L1"
    let scored = lab.scored()
    #expect(scored.results[0].verdict == .riskAccepted)
    #expect(scored.overall.coverage.counts.met == 0)
    #expect(scored.overall.coverage.counts.applicable == 1)
    #expect(scored.overall.coverage.mean?.claimed.lower ?? 1 < 1)
    guard case .levels(let levels) = scored.overall.conformance else {
      Issue.record("another rule")
      return
    }
    #expect(levels.reached[.claimed] == 0)
  }

  @Test func whatIsMetStaysMetWhenItsRiskWasAccepted() {
    #expect(lab(.implemented, [decision(.riskAccepted)]).row("R")?.verdict == .met)
  }

  @Test func notApplicableLeavesTheDenominator() {
    let scored = lab(.absent, [decision(.notApplicable)]).scored()
    #expect(scored.results[0].verdict == .notApplicable)
    #expect(scored.results[0].notApplicableBecause == .determination)
    #expect(scored.overall.coverage.mean == nil)
  }

  @Test(arguments: [
    ("2026-06-14", false), ("2026-06-15", true), ("2026-06-16", true),
  ])
  func expiryIsTheLastDay(_ expires: String, _ holds: Bool) {
    let row = lab(.absent, [decision(.metByEquivalent, expires: expires)]).row("R")
    #expect(row?.verdict == (holds ? .metByEquivalent : .missing))
    #expect(row?.expired.count == (holds ? 0 : 1))
  }

  @Test(arguments: [("2026-06-15", true), ("2026-06-16", false)])
  func decisionHoldsFromItsDay(_ date: String, _ holds: Bool) {
    let row = lab(.absent, [decision(.metByEquivalent, date: date)]).row("R")
    #expect(row?.verdict == (holds ? .metByEquivalent : .missing))
  }

  @Test func decisionHoldsOnlyInItsContexts() {
    var lab = lab(.absent, [decision(.notApplicable, contexts: ["there"])])
    lab.assessment.contexts.append(Context(id: "there"))
    #expect(lab.row("R", in: "here")?.verdict == .missing)
    #expect(lab.row("R", in: "there")?.verdict == .notApplicable)
    #expect(lab.scored().weakest[0].verdict == .missing)
  }

  @Test func latestDecisionCounts() {
    let both = [
      decision(.metByEquivalent, date: "2026-01-01"), decision(.riskAccepted, date: "2026-02-01"),
    ]
    #expect(lab(.absent, both).row("R")?.verdict == .riskAccepted)
    #expect(lab(.absent, both.reversed()).row("R")?.verdict == .riskAccepted)
  }

  @Test func decisionsOfAnotherCatalogSayNothing() {
    var other = decision(.metByEquivalent)
    other.catalog = "d"
    #expect(lab(.absent, [other]).row("R")?.verdict == .missing)
  }

  /// Two decisions of one day that differ only in their evidence: the order does not decide.
  @Test func orderOfDecisionsOfOneDayDoesNotMatter() {
    let both = [decision(.metByEquivalent), decision(.metByEquivalent, evidence: ["E"])]
    var lab = lab(.absent, both)
    lab.assessment.evidence = [Evidence(id: "E", integrity: .intact)]
    let first = lab.row("R")
    lab.assessment.determinations.reverse()
    #expect(lab.row("R") == first)
  }

  @Test func rolesThatAreNotPlayedAreNotObliged() {
    var lab = Lab.oneRequirement([(1, .absent)])
    lab.controls[0].appliesTo = [.dataCustodian, .endUser]
    #expect(lab.row("R")?.verdict == .missing)
    lab.assessment.roles = [.developer]
    #expect(lab.row("R")?.notApplicableBecause == .role)
    lab.assessment.roles = [.developer, .endUser]
    #expect(lab.row("R")?.verdict == .missing)
    lab.assessment.roles = [.developer]
    lab.controls[0].appliesTo = [.endUser, .organisation]
    #expect(lab.row("R")?.verdict == .missing)
  }
}

/// The assured track: which evidence counts.
@Suite struct EvidenceTests {
  private func lab(_ change: (inout Evidence) -> Void) -> Lab {
    var piece = Evidence(id: "E", sha256: "00", integrity: .intact)
    change(&piece)
    var lab = Lab.oneRequirement([(1, .implemented)])
    lab.assessment.evidence = [piece]
    lab.answer("A", Finding(.implemented, evidence: ["E"]))
    return lab
  }

  private func isAssured(_ lab: Lab) -> Bool { lab.row("R")?.isMet(on: .assured) == true }

  @Test func intactEvidenceAssures() {
    #expect(isAssured(lab { _ in }))
    #expect(lab { _ in }.scored().overall.coverage.assuredMet == 1)
  }

  @Test(arguments: [
    (Evidence.Integrity.missing, Evidence.State.missing), (.changed, .changed),
    (.noDigest, .noDigest), (.unchecked, .unchecked),
  ])
  func whatCannotBeCheckedDoesNotAssure(
    _ integrity: Evidence.Integrity, _ state: Evidence.State
  ) {
    let lab = lab { $0.integrity = integrity }
    #expect(lab.assessment.evidence[0].state(on: lab.asOf) == state)
    #expect(!isAssured(lab))
    #expect(lab.row("R")?.verdict == .met)
  }

  @Test(arguments: [("2026-06-14", false), ("2026-06-15", true), ("2026-06-16", true)])
  func validityRunsOutAfterItsLastDay(_ day: String, _ isValid: Bool) {
    let until = ScoringTests.day(day)
    #expect(isAssured(lab { $0.validUntil = until }) == isValid)
  }

  @Test(arguments: [("2026-06-15", true), ("2026-06-16", false)])
  func evidenceOfALaterDayDoesNotCountYet(_ day: String, _ isValid: Bool) {
    let shows = ScoringTests.day(day)
    #expect(isAssured(lab { $0.shows = shows }) == isValid)
  }

  @Test func onePieceOfSeveralIsEnough() {
    var lab = lab { $0.integrity = .missing }
    lab.assessment.evidence.append(Evidence(id: "F", integrity: .intact))
    lab.answer("A", Finding(.implemented, evidence: ["E", "F"]))
    #expect(isAssured(lab))
  }

  @Test func unansweredIsNotAssuredByEvidence() {
    var lab = lab { _ in }
    lab.answer("A", Finding(.unanswered, evidence: ["E"]))
    #expect(lab.row("R")?.bounds.assured == .zero)
    #expect(lab.row("R")?.bounds.claimed == .unknown)
  }

  @Test func evidenceOfOneContextShowsNothingOfAnother() {
    var lab = lab { _ in }
    lab.assessment.contexts.append(Context(id: "there"))
    lab.assessment.answers[0].contexts["there"] = Finding(.implemented)
    #expect(lab.row("R", in: "here")?.isMet(on: .assured) == true)
    #expect(lab.row("R", in: "there")?.isMet(on: .assured) == false)
    #expect(lab.scored().overall.coverage.assuredMet == 0)
  }

  @Test func plansCountOnThePlannedTrackOnly() {
    var lab = Lab.oneRequirement([(1, .planned), (0.5, .implemented)])
    lab.answer("A", Finding(.planned, due: day("2027-01-01")))
    let row = lab.row("R")
    #expect(row?.bounds.claimed == Bounds(0.5, 0.5))
    #expect(row?.bounds.planned == Bounds(1, 1))
    #expect(lab.scored().overall.coverage.plannedMet == 1)
  }

  @Test func partialAnswerWithADueDateIsPlannedToBeWhole() {
    var lab = Lab.oneRequirement([(1, .absent)])
    lab.answer("A", Finding(.partial(extent: 0.5), due: day("2027-01-01")))
    #expect(lab.row("R")?.bounds.planned == .one)
    lab.answer("A", Finding(.partial(extent: 0.5)))
    #expect(lab.row("R")?.bounds.planned == Bounds(0.5, 0.5))
  }
}

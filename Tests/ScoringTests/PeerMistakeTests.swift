import ControlModel
import Scoring
import Testing

/// The cases in which other tools go wrong (`design/peers.md`), one test each.
@Suite struct PeerMistakeTests {
  @Test func orderOfRowsChangesNothing() {
    let shares: [(Double, Finding.Status)] = [
      (1, .partial(extent: 0.5)), (0.3, .implemented), (0.4, .unanswered), (0.25, .absent),
    ]
    let lab = Lab.oneRequirement(shares)
    let expected = lab.row("R")
    #expect(expected?.bounds.claimed == Bounds(0.5, 1))
    for first in lab.pairs.indices {
      for second in lab.pairs.indices {
        var other = lab
        other.pairs.swapAt(first, second)
        other.practices.reverse()
        other.assessment.answers.swapAt(second, 0)
        #expect(other.row("R") == expected)
      }
    }
  }

  @Test func weakUnassessedPairDoesNotWipeOutAFullMatch() {
    let alone = Lab.oneRequirement([(1, .implemented)])
    let withWeak = Lab.oneRequirement([(1, .implemented), (0.1, .unanswered)])
    #expect(alone.row("R")?.verdict == .met)
    #expect(withWeak.row("R")?.verdict == .met)
    #expect(withWeak.row("R")?.bounds.claimed == .one)
  }

  @Test func weakAbsentPairDoesNotWipeOutAFullMatch() {
    let lab = Lab.oneRequirement([(0.1, .absent), (1, .implemented)])
    #expect(lab.row("R")?.verdict == .met)
  }

  @Test func threePartialSubsetsAddUpToWhatMayBeTheWhole() {
    let lab = Lab.oneRequirement([(0.4, .implemented), (0.3, .implemented), (0.3, .implemented)])
    let row = lab.row("R")
    #expect(row?.bounds.claimed == Bounds(0.4, 1))
    #expect(row?.verdict == .unresolved)
  }

  @Test func threePartialSubsetsWithAspectsAreTheWhole() {
    var lab = Lab.oneRequirement([(1, .implemented), (1, .implemented), (1, .implemented)])
    lab.controls[0].aspects = [
      Aspect(id: "x", weight: 3), Aspect(id: "y", weight: 2), Aspect(id: "z", weight: 2),
    ]
    for (index, aspect) in ["x", "y", "z"].enumerated() {
      lab.pairs[index].relation = .subset
      lab.pairs[index].aspect = AspectID(aspect)
    }
    #expect(lab.row("R")?.bounds.claimed == .one)
    #expect(lab.row("R")?.verdict == .met)
    lab.answer("C", Finding(.absent))
    #expect(lab.row("R")?.bounds.claimed == Bounds(5.0 / 7, 5.0 / 7))
    #expect(lab.row("R")?.verdict == .partial)
  }

  @Test func nothingApplicableHasNoScore() {
    let lab = Lab.oneRequirement([
      (1, .notApplicable), (0.5, .notApplicable),
    ])
    let overall = lab.scored().overall
    #expect(overall.coverage.mean == nil)
    #expect(overall.coverage.counts.applicable == 0)
    #expect(overall.coverage.counts.met == 0)
    #expect(overall.coverage.counts[.notApplicable] == 1)
  }

  @Test(arguments: [Catalog.Conformance.modality, .levels])
  func nothingApplicableConformsToNothing(_ rule: Catalog.Conformance) {
    var lab = Lab.oneRequirement([(1, .notApplicable)])
    lab.conformance = rule
    lab.levels = [Level(id: "L1")]
    lab.groups = [Group(id: "G", title: "G")]
    lab.controls[0].parent = "G"
    lab.controls[0].level = "L1"
    lab.controls[0].modality = .required
    switch lab.scored().overall.conformance {
    case .modality(let result):
      for track in Track.allCases { #expect(result.isConformant(on: track) == nil) }
    case .levels(let result):
      #expect(result.reached.isEmpty)
      #expect(result.possible == nil)
    case .outcomes, .coverage: Issue.record("another rule")
    }
  }

  @Test func everythingPartialIsNotNothing() {
    var lab = Lab()
    for number in 1...4 {
      lab.add(Control(id: ControlID("R\(number)")), .partial(extent: 0.5))
    }
    let coverage = lab.scored().overall.coverage
    #expect(coverage.counts[.partial] == 4)
    #expect(coverage.mean?.claimed == Bounds(0.5, 0.5))
  }

  /// One of 300 requirements is wholly met, of the others nobody has said anything.
  @Test func unscoredRowsStayInTheDenominator() {
    var lab = Lab()
    for number in 1...300 {
      lab.add(Control(id: ControlID("R\(number)")), number == 1 ? .implemented : .unanswered)
    }
    let coverage = lab.scored().overall.coverage
    #expect(coverage.counts.applicable == 300)
    #expect(coverage.counts.met == 1)
    #expect(coverage.counts[.unanswered] == 299)
    #expect(coverage.mean?.claimed.lower == 1.0 / 300)
    #expect(coverage.mean?.claimed.upper == 1)
  }

  /// Unmapped rows are in the denominator too, and are neither met nor missing.
  @Test func unmappedRowsStayInTheDenominator() {
    var lab = Lab.oneRequirement([(1, .implemented)])
    lab.controls.append(Control(id: "S"))
    let coverage = lab.scored().overall.coverage
    #expect(coverage.counts[.unmapped] == 1)
    #expect(coverage.counts.applicable == 2)
    #expect(coverage.mean?.claimed == Bounds(0.5, 1))
    #expect(coverage.mean?.assured == Bounds(0, 0))
    #expect(lab.row("S")?.verdict == .unmapped)
  }

  /// Validation refuses such ids (see its tests); the scorer by itself does not credit them either.
  @Test func idsThatDoNotExistAreNotCredited() {
    var lab = Lab.oneRequirement([(1, .absent)])
    lab.assessment.answers.append(Answer(practice: "a", finding: Finding(.implemented)))
    lab.assessment.answers.append(Answer(practice: "A ", finding: Finding(.implemented)))
    lab.pairs.append(MappingPair(source: "Ghost", target: "R", relation: .superset))
    lab.pairs.append(MappingPair(source: "A", target: "r", relation: .superset))
    lab.pairs.append(MappingPair(source: "A", target: "R", relation: .superset, aspect: "ghost"))
    #expect(lab.row("R")?.verdict == .missing)
    #expect(lab.scored().results.count == 1)
  }

  /// A pair for a part that the requirement does not have must not count for the whole.
  @Test func aspectsThatDoNotExistAreNotCredited() {
    var lab = Lab.oneRequirement([(1, .implemented)])
    lab.pairs[0].aspect = "ghost"
    #expect(lab.row("R")?.verdict == .unmapped)
    lab.controls[0].aspects = [Aspect(id: "x")]
    #expect(lab.row("R")?.verdict == .unmapped)
  }

  /// Two pairs of one practice do not overwrite each other: the better one counts, once.
  @Test(arguments: [[0.2, 0.6], [0.6, 0.2]])
  func collidingSharesDoNotOverwriteEachOther(_ shares: [Double]) {
    var lab = Lab.oneRequirement([(0.3, .implemented)])
    lab.pairs = shares.map {
      MappingPair(source: "A", target: "R", relation: .subset, share: $0)
    }
    #expect(lab.row("R")?.bounds.claimed == Bounds(0.6, 0.6))
  }

  @Test func duplicatePairsCountOnce() {
    var lab = Lab.oneRequirement([(0.5, .implemented)])
    lab.pairs += lab.pairs
    lab.ownPairs = lab.pairs
    #expect(lab.row("R")?.bounds.claimed == Bounds(0.5, 0.5))
    #expect(lab.row("R")?.verdict == .partial)
  }
}

import ControlModel
import FoundationEssentials
import Scoring
import TestSupport
import Testing

/// The rules of `docs/scoring.md` as properties over random assessments, and the scorer against a
/// simple reference.
///
/// 16 shards of 3,200 seeds; of each seed one assessment and a changed one are scored and checked:
/// 102,400 in all. The slow checks against brute force take a quarter of the seeds. A failure names
/// its seed, so that `Lab.random(seed:)` gives the case again.
///
/// `COUNTERWEIGHT_SEEDS_PER_SHARD` sets another number, for a long run.
@Suite(.serialized) struct RandomAssessmentTests {
  static let shards = 16
  static let perShard =
    ProcessInfo.processInfo.environment["COUNTERWEIGHT_SEEDS_PER_SHARD"].flatMap { Int($0) }
    ?? 3_200

  @Test(arguments: 0..<shards) func rulesHold(_ shard: Int) async {
    var scored = 0
    for number in 0..<Self.perShard {
      // Other tests wait for processes, and need the thread now and then.
      if number.isMultiple(of: 20) { await Task.yield() }
      let seed = UInt64(shard * Self.perShard + number)
      var check = PropertyCheck(seed: seed)
      check.run()
      scored += check.problems.scored
      guard check.problems.all.isEmpty else {
        Issue.record("seed \(seed): \(check.problems.all.joined(separator: "\n  "))")
        return
      }
    }
    #expect(scored >= 2 * Self.perShard)
  }
}

/// Checks one random assessment: everything that can be read off one result, and one change.
struct PropertyCheck {
  let seed: UInt64
  let lab: Lab
  let result: AssessmentResult
  let scored: CatalogResult
  let reference: ReferenceScorer
  var random: SplitMix64
  let problems = Problems()

  init(seed: UInt64) {
    self.seed = seed
    lab = Lab.random(seed: seed)
    let input = lab.input
    result = Scorer.score(input)
    scored = result.catalogs[0]
    reference = ReferenceScorer(input)
    random = SplitMix64(seed: seed &+ 0x5EED)
  }

  /// What did not hold.
  final class Problems {
    var all: [String] = []
    var scored = 1
  }

  func expect(_ holds: Bool, _ what: @autoclosure () -> String) {
    if !holds { problems.all.append(what()) }
  }

  mutating func run() {
    for row in scored.results { checkBounds(row) }
    for row in scored.weakest { checkBounds(row) }
    checkDenominators()
    checkOverall()
    switch (seed / 12) % 4 {
    case 0: checkAgainstReference()
    case 1: checkResilience()
    default: break
    }
    switch seed % 12 {
    case 0: checkOrder()
    case 1: checkAddedPair()
    case 2: checkDuplicatePairs()
    case 3: checkRemovedEvidence()
    case 4: checkLaterDay()
    case 5: checkNotApplicable()
    case 6: checkWeakUnassessedPair()
    case 7: checkBetterAnswer()
    case 8: checkDeterminism()
    case 9: checkDroppedContext()
    case 10: checkDonePlans()
    case 11 where seed % 24 == 11: checkLeverage()
    default: checkOrder()
    }
  }

  /// Scores a changed lab; what must hold of every result is checked at once.
  func rescored(_ other: Lab) -> AssessmentResult {
    problems.scored += 1
    let result = other.score()
    for row in result.catalogs[0].results { checkBounds(row) }
    return result
  }

  // MARK: One result

  func checkAgainstReference() {
    for row in scored.results {
      guard let control = lab.controls.first(where: { $0.id == row.requirement }) else {
        expect(false, "\(row.requirement) is no control")
        continue
      }
      let expected = reference.row(control, row.context)
      expect(
        row.verdict == expected.verdict,
        "\(row.requirement) in \(row.context): \(row.verdict), reference \(expected.verdict)")
      guard let tracks = expected.tracks else { continue }
      for (track, known) in tracks {
        expect(
          known.mean.isNear(row.bounds[track]) && known.weakest.isNear(row.decisive[track]),
          "\(row.requirement) in \(row.context) \(track): \(row.bounds[track]), "
            + "\(row.decisive[track]), reference \(known)")
      }
    }
    guard case .levels = scored.overall.conformance else { return }
    for score in scored.contexts {
      guard case .levels(let levels) = score.conformance, let context = score.context else {
        continue
      }
      for track in Track.allCases {
        let expected = reference.level(context, track)
        expect(
          levels.reached[track] == expected,
          "level in \(context) \(track): \(String(describing: levels.reached[track])), "
            + "reference \(String(describing: expected))")
      }
    }
  }

  func checkBounds(_ row: RequirementResult) {
    guard row.verdict.isApplicable else { return }
    let name = "\(row.requirement) in \(row.context)"
    for bounds in [row.bounds, row.decisive] {
      for track in Track.allCases {
        let one = bounds[track]
        expect(0 <= one.lower && one.lower <= one.upper && one.upper <= 1, "\(name): \(one)")
      }
      let (assured, claimed, planned) = (bounds.assured, bounds.claimed, bounds.planned)
      expect(
        assured.lower <= claimed.lower && claimed.lower <= planned.lower
          && assured.upper <= claimed.upper && claimed.upper <= planned.upper,
        "\(name): assured \(assured), claimed \(claimed), planned \(planned)")
    }
    let claimed = row.decisive.claimed
    switch row.verdict {
    case .met, .metByEquivalent: expect(claimed.lower == 1, "\(name) is met with \(claimed)")
    default: expect(claimed.lower < 1, "\(name) is \(row.verdict) with \(claimed)")
    }
  }

  func checkDenominators() {
    for score in scored.contexts {
      let rows = scored.results.filter { $0.context == score.context }
      let applicable = rows.filter { $0.verdict != .notApplicable }
      let counts = score.coverage.counts
      expect(
        counts.total == rows.count && counts.applicable == applicable.count,
        "counts \(counts.counts)")
      expect((score.coverage.mean == nil) == applicable.isEmpty, "a mean of nothing")
      guard let mean = score.coverage.mean else { continue }
      let lower = applicable.map(\.bounds.claimed.lower).reduce(0, +) / Double(applicable.count)
      expect(abs(mean.claimed.lower - lower) < 1e-8, "mean \(mean.claimed.lower), not \(lower)")
    }
  }

  /// Overall is the weakest context, and never better than any.
  func checkOverall() {
    for row in scored.weakest {
      let rows = scored.results.filter { $0.requirement == row.requirement }
      let applicable = rows.filter { $0.verdict != .notApplicable }
      guard !applicable.isEmpty else {
        expect(row.verdict == .notApplicable, "\(row.requirement) applies nowhere")
        continue
      }
      expect(row.verdict == applicable.map(\.verdict).min(), "\(row.requirement): \(row.verdict)")
      for track in Track.allCases {
        expect(
          row.decisive[track].lower == applicable.map { $0.decisive[track].lower }.min()
            && row.decisive[track].upper == applicable.map { $0.decisive[track].upper }.min(),
          "\(row.requirement): overall \(row.decisive[track])")
      }
    }
    guard case .levels(let overall) = scored.overall.conformance else { return }
    for track in Track.allCases {
      let each = scored.contexts.compactMap { score -> Int? in
        guard case .levels(let levels) = score.conformance else { return nil }
        return levels.reached[track]
      }
      expect(
        overall.reached[track] == each.min(),
        "overall level \(String(describing: overall.reached[track])), contexts \(each)")
    }
    for category in overall.categories {
      guard let reached = category.reached[.claimed] else { continue }
      expect(reached <= category.possible ?? -1, "\(category.group): possible below reached")
      guard let next = category.next else {
        expect(
          reached >= category.measured.last ?? 0, "\(category.group): no next level")
        continue
      }
      expect(
        next.level == reached + 1 && !next.blockers.isEmpty
          && next.done + next.blockers.count == next.applicable,
        "\(category.group): next \(next)")
    }
  }

  /// Against every subset of the practices.
  func checkResilience() {
    for row in scored.results {
      expect((row.resilience != nil) == (row.verdict == .met), "resilience of \(row.verdict)")
      guard let resilience = row.resilience,
        let control = lab.controls.first(where: { $0.id == row.requirement })
      else { continue }
      let ids = lab.practices.map(\.id)
      func breaks(_ failing: Set<PracticeID>) -> Bool {
        let known = reference.known(control, row.context, .claimed, failing: failing)
        return known?.weakest.isWhole != true
      }
      var smallest = ids.count + 1
      for subset in 0..<(1 << ids.count) {
        let failing = Set(ids.indices.filter { subset & (1 << $0) != 0 }.map { ids[$0] })
        if failing.count < smallest, breaks(failing) { smallest = failing.count }
      }
      expect(
        resilience.failures == smallest - 1,
        "\(row.requirement): survives \(resilience.failures), brute force \(smallest - 1)")
      expect(
        resilience.singlePoints == ids.filter { breaks([$0]) },
        "\(row.requirement): single points \(resilience.singlePoints)")
      let layers = Practice.Layer.allCases.filter { layer in
        breaks(Set(lab.practices.filter { $0.layer == layer }.map(\.id)))
      }
      expect(
        Set(resilience.fragileLayers) == Set(layers),
        "\(row.requirement): layers \(resilience.fragileLayers), brute force \(layers)")
      func owner(_ practice: Practice) -> String {
        let own = lab.assessment.answers.first { $0.practice == practice.id }?.owner ?? ""
        return own.isEmpty ? practice.owner : own
      }
      let owners = ["Ann", "Ben", "Cleo"].filter { name in
        breaks(Set(lab.practices.filter { owner($0) == name }.map(\.id)))
      }
      expect(
        Set(resilience.fragileOwners) == Set(owners),
        "\(row.requirement): owners \(resilience.fragileOwners), brute force \(owners)")
    }
  }
}

import ControlModel
import Scoring
import TestSupport

/// A row's place, whatever the order of the rows.
struct RowKey: Hashable {
  let requirement: ControlID
  let context: ContextID
}

extension CatalogResult {
  var byKey: [RowKey: RequirementResult] {
    Dictionary(
      results.map { (RowKey(requirement: $0.requirement, context: $0.context), $0) },
      uniquingKeysWith: { first, _ in first })
  }
}

/// What a change of the input may do to the result, and what not.
extension PropertyCheck {
  /// The order of rows changes nothing.
  mutating func checkOrder() {
    var other = lab
    other.practices = random.shuffled(lab.practices)
    other.pairs = random.shuffled(lab.pairs)
    other.ownPairs = random.shuffled(lab.ownPairs)
    other.controls = random.shuffled(lab.controls)
    other.assessment.answers = random.shuffled(lab.assessment.answers)
    other.assessment.contexts = random.shuffled(lab.assessment.contexts)
    other.assessment.determinations = random.shuffled(lab.assessment.determinations)
    other.assessment.evidence = random.shuffled(lab.assessment.evidence)
    let changed = rescored(other)
    let scored = changed.catalogs[0]
    expect(scored.byKey == self.scored.byKey, "other rows in another order")
    expect(scored.overall.coverage == self.scored.overall.coverage, "another coverage")
    expect(
      Self.levels(scored.overall) == Self.levels(self.scored.overall), "another level overall")
    if case .modality(let before) = self.scored.overall.conformance,
      case .modality(let after) = scored.overall.conformance
    {
      expect(before == after, "another conformance")
    }
    expect(
      changed.gaps.map(\.practice) == result.gaps.map(\.practice)
        && changed.gaps.map(\.gain) == result.gaps.map(\.gain)
        && changed.gaps.map { Set($0.turnsMet) } == result.gaps.map { Set($0.turnsMet) }
        && changed.gaps.map(\.unblocks) == result.gaps.map(\.unblocks)
        && changed.gaps.map { Set($0.contexts) } == result.gaps.map { Set($0.contexts) },
      "other gaps: \(changed.gaps), \(result.gaps)")
    expect(
      changed.singlePoints.map(\.practice) == result.singlePoints.map(\.practice)
        && changed.singlePoints.map { Set($0.requirements) }
          == result.singlePoints.map { Set($0.requirements) },
      "other single points")
  }

  /// What the rule for levels says, without the order of its lists.
  private static func levels(_ score: CatalogScore) -> [String] {
    guard case .levels(let levels) = score.conformance else { return [] }
    return levels.categories.map { category in
      let blockers = (category.next?.blockers ?? []).sorted()
      let reached = category.reached.sorted { $0.key.rawValue < $1.key.rawValue }
      let possible = category.possible ?? -1
      let done = category.next?.done ?? -1
      return "\(category.group) \(reached) \(possible) \(category.measured) \(blockers) \(done)"
    } + ["\(levels.reached.sorted { $0.key.rawValue < $1.key.rawValue })"]
  }

  /// A pair more never lowers a bound of a requirement that was mapped and applicable.
  mutating func checkAddedPair() {
    var maker = LabMaker(copying: lab, seed: seed)
    let pair = maker.pair()
    var other = lab
    other.pairs.append(pair)
    expectNoLower(rescored(other).catalogs[0].byKey, after: "adding \(pair)", target: pair.target)
  }

  /// An unassessed weak pair never damages anything.
  mutating func checkWeakUnassessedPair() {
    var other = lab
    other.practices.append(Practice(id: "weak", title: "weak"))
    let target = random.one(of: lab.controls).id
    other.pairs.append(
      MappingPair(source: "weak", target: target, relation: .intersects, share: 0.1))
    let changed = rescored(other).catalogs[0].byKey
    expectNoLower(changed, after: "a weak unassessed pair to \(target)", target: target)
    guard let control = lab.controls.first(where: { $0.id == target }) else { return }
    for row in scored.results where row.verdict == .met {
      // A part that was not applicable until now, and is needed, may well be missing.
      guard
        !reference.isMapped(control)
          || reference.known(control, row.context, .claimed) != nil
      else { continue }
      let after = changed[RowKey(requirement: row.requirement, context: row.context)]
      expect(after?.verdict == .met, "\(row.requirement) was met, and is not any more")
    }
  }

  private mutating func expectNoLower(
    _ changed: [RowKey: RequirementResult], after what: String, target: ControlID
  ) {
    guard let control = lab.controls.first(where: { $0.id == target }) else { return }
    for row in scored.results {
      // Something must have been known of the target before: an unmapped one may turn out worse.
      guard row.verdict.isApplicable, reference.isMapped(control),
        reference.known(control, row.context, .claimed) != nil,
        let after = changed[RowKey(requirement: row.requirement, context: row.context)]
      else { continue }
      for track in Track.allCases {
        for bounds in [\RequirementResult.bounds, \RequirementResult.decisive] {
          let (old, new) = (row[keyPath: bounds][track], after[keyPath: bounds][track])
          expect(
            new.lower >= old.lower - 1e-12 && new.upper >= old.upper - 1e-12,
            "\(what): \(row.requirement) \(track) fell from \(old) to \(new)")
        }
      }
    }
  }

  /// The same pair twice counts once.
  mutating func checkDuplicatePairs() {
    var other = lab
    other.pairs += lab.pairs
    other.ownPairs += lab.pairs
    let changed = rescored(other).catalogs[0].byKey
    for row in scored.results {
      let after = changed[RowKey(requirement: row.requirement, context: row.context)]
      expect(
        after?.bounds == row.bounds && after?.decisive == row.decisive
          && after?.verdict == row.verdict && after?.resilience == row.resilience,
        "\(row.requirement): duplicates count")
    }
  }

  /// Without a piece of evidence nothing is better assured, and nothing else changes.
  mutating func checkRemovedEvidence() {
    guard !lab.assessment.evidence.isEmpty else { return checkOrder() }
    var other = lab
    other.assessment.evidence.remove(at: random.number(0...lab.assessment.evidence.count - 1))
    let changed = rescored(other).catalogs[0].byKey
    for row in scored.results {
      guard let after = changed[RowKey(requirement: row.requirement, context: row.context)] else {
        continue
      }
      expect(
        after.bounds.claimed == row.bounds.claimed && after.bounds.planned == row.bounds.planned
          && after.verdict == row.verdict, "\(row.requirement): evidence changes a claim")
      expect(
        after.decisive.assured.lower <= row.decisive.assured.lower
          && after.decisive.assured.upper <= row.decisive.assured.upper,
        "\(row.requirement): less evidence, but better assured")
    }
  }

  /// A later day revives no evidence.
  mutating func checkLaterDay() {
    var early = lab
    early.assessment.determinations = []
    for index in early.assessment.evidence.indices {
      early.assessment.evidence[index].shows = nil
    }
    var late = early
    late.asOf = day(random.one(of: ["2026-06-16", "2026-12-31", "2027-01-02", "2030-01-01"]))
    for piece in early.assessment.evidence where piece.state(on: early.asOf) != .valid {
      expect(piece.state(on: late.asOf) != .valid, "\(piece.id) is valid again")
    }
    let before = rescored(early).catalogs[0].byKey
    for row in rescored(late).catalogs[0].results {
      guard let old = before[RowKey(requirement: row.requirement, context: row.context)] else {
        continue
      }
      expect(
        row.decisive.assured.lower <= old.decisive.assured.lower,
        "\(row.requirement): better assured on a later day")
      expect(row.bounds.claimed == old.bounds.claimed, "\(row.requirement): time changes a claim")
    }
  }

  /// What is decided not to apply leaves the denominator, and nothing else changes.
  mutating func checkNotApplicable() {
    let chosen = random.one(of: lab.controls.filter { $0.kind == .requirement }).id
    var other = lab
    other.assessment.determinations.removeAll { $0.requirement == chosen }
    other.assessment.determinations.append(
      Determination(
        catalog: Lab.catalogID, requirement: chosen, decision: .notApplicable,
        rationale: "because", approver: "Ann"))
    let changed = rescored(other).catalogs[0]
    for (before, after) in zip(scored.results, changed.results) {
      if before.requirement == chosen {
        expect(after.verdict == .notApplicable, "\(chosen) is \(after.verdict)")
      } else {
        expect(before == after, "\(before.requirement) changes with \(chosen)")
      }
    }
    for score in changed.contexts {
      let rows = changed.results.filter { $0.context == score.context }
      expect(
        score.coverage.counts.applicable == rows.count { $0.verdict != .notApplicable },
        "the denominator")
    }
  }

  /// A better answer never lowers what is certain.
  mutating func checkBetterAnswer() {
    guard !lab.assessment.answers.isEmpty else { return checkOrder() }
    var other = lab
    let index = random.number(0...lab.assessment.answers.count - 1)
    func better(_ finding: Finding) -> Finding {
      guard finding.status != .notApplicable else { return finding }
      var finding = finding
      finding.status = .implemented
      return finding
    }
    other.assessment.answers[index].finding = better(lab.assessment.answers[index].finding)
    other.assessment.answers[index].contexts = lab.assessment.answers[index].contexts
      .mapValues(better)
    let changed = rescored(other).catalogs[0].byKey
    for row in scored.results where row.verdict.isApplicable {
      guard let after = changed[RowKey(requirement: row.requirement, context: row.context)] else {
        continue
      }
      for track in Track.allCases {
        expect(
          after.decisive[track].lower >= row.decisive[track].lower
            && after.bounds[track].lower >= row.bounds[track].lower - 1e-12,
          "\(row.requirement) \(track): a better answer, but less")
      }
    }
  }

  /// The same input has the same result.
  mutating func checkDeterminism() {
    let again = rescored(Lab.random(seed: seed))
    expect(again.catalogs[0].results == scored.results, "other rows the second time")
    expect(again.catalogs[0].overall == scored.overall, "another summary the second time")
    expect(again.gaps == result.gaps, "other gaps the second time")
    expect(again.singlePoints == result.singlePoints, "other single points the second time")
  }

  /// Without one of its contexts an assessment is never worse.
  mutating func checkDroppedContext() {
    guard lab.assessment.contexts.count > 1 else { return checkOrder() }
    var other = lab
    other.assessment.contexts.removeLast()
    let changed = rescored(other).catalogs[0]
    for (before, after) in zip(scored.weakest, changed.weakest)
    where after.verdict.isApplicable && before.verdict.isApplicable {
      expect(
        after.decisive.claimed.lower >= before.decisive.claimed.lower,
        "\(before.requirement): fewer contexts, but less")
    }
    let left = scored.results.filter { $0.context == "here" }
    expect(changed.results == left, "a context changes another one")
  }

  /// Once every plan is done, the claims are what was planned.
  mutating func checkDonePlans() {
    func done(_ finding: Finding) -> Finding {
      var finding = finding
      switch finding.status {
      case .planned, .partial: if finding.due != nil { finding.status = .implemented }
      default: break
      }
      return finding
    }
    var other = lab
    for index in other.assessment.answers.indices {
      other.assessment.answers[index].finding = done(lab.assessment.answers[index].finding)
      other.assessment.answers[index].contexts = lab.assessment.answers[index].contexts
        .mapValues(done)
    }
    let changed = rescored(other).catalogs[0].byKey
    for row in scored.results where row.verdict.isApplicable {
      let after = changed[RowKey(requirement: row.requirement, context: row.context)]
      expect(
        after?.decisive.claimed == row.decisive.planned
          && after?.bounds.claimed == row.bounds.planned,
        "\(row.requirement): planned \(row.bounds.planned), done \(String(describing: after))")
    }
  }

  /// Each gap brings what it promises: answer it, and score again.
  mutating func checkLeverage() {
    let gaps = Dictionary(
      result.gaps.map { ($0.practice, $0) }, uniquingKeysWith: { first, _ in first })
    for practice in lab.practices {
      var other = lab
      func fulfilled(_ pair: MappingPair) -> MappingPair {
        var pair = pair
        if pair.source == practice.id.rawValue { pair.when = nil }
        return pair
      }
      other.pairs = lab.pairs.map(fulfilled)
      other.ownPairs = lab.ownPairs.map(fulfilled)
      let answer = lab.assessment.answers.first { $0.practice == practice.id }
      other.assessment.answers.removeAll { $0.practice == practice.id }
      var done = Answer(practice: practice.id, finding: Finding(.implemented))
      for context in lab.assessment.contexts {
        let finding = answer?.finding(in: context.id) ?? Finding(.unanswered)
        if finding.status == .notApplicable { done.contexts[context.id] = finding }
      }
      other.assessment.answers.append(done)
      let after = rescored(other).catalogs[0]
      var gain = 0.0
      var contexts: Set<ContextID> = []
      for (old, new) in zip(scored.results, after.results) where old.verdict.isApplicable {
        let more = new.decisive.claimed.lower - old.decisive.claimed.lower
        guard more > 0 else { continue }
        gain += more
        contexts.insert(old.context)
      }
      let turnsMet = zip(scored.weakest, after.weakest).filter { old, new in
        old.verdict.isApplicable && !old.isMet(on: .claimed) && new.isMet(on: .claimed)
      }.map { Leverage.Requirement(catalog: Lab.catalogID, requirement: $0.0.requirement) }
      let gap = gaps[practice.id]
      expect(
        abs((gap?.gain ?? 0) - gain) < 1e-8 && Set(gap?.contexts ?? []) == contexts,
        "\(practice.id): gains \(String(describing: gap)), brute force \(gain) in \(contexts)")
      expect(
        Set(gap?.turnsMet ?? []) == Set(turnsMet),
        "\(practice.id): turns \(String(describing: gap?.turnsMet)), brute force \(turnsMet)")
    }
  }
}

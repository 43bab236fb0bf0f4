public import ControlModel

/// What it would bring if a practice that is not wholly in place were.
public struct Leverage: Sendable, Hashable {
  /// The practice.
  public var practice: PracticeID
  /// The contexts in which it is not wholly in place.
  public var contexts: [ContextID]
  /// Requirements that it alone would turn to met in every context.
  public var turnsMet: [Requirement]
  /// The same, for requirements whose pairs are carried over from another catalog: they say the
  /// same thing again, so they do not count for the rank.
  public var turnsMetToo: [Requirement]
  /// How many of them are required by modality, or block the next level of their category.
  public var unblocks: Int
  /// The sum of what the lower bounds would gain, over all requirements and contexts.
  public var gain: Double

  /// A requirement of a catalog.
  public struct Requirement: Sendable, Hashable {
    /// The catalog.
    public var catalog: CatalogID
    /// The requirement.
    public var requirement: ControlID

    /// Names a requirement.
    public init(catalog: CatalogID, requirement: ControlID) {
      self.catalog = catalog
      self.requirement = requirement
    }
  }
}

/// A practice whose failure alone breaks requirements.
public struct SinglePoint: Sendable, Hashable {
  /// The practice.
  public var practice: PracticeID
  /// The requirements, in any context, that fall with it.
  public var requirements: [Leverage.Requirement]
}

/// Ranks practices by what hangs on them.
struct LeverageAnalysis {
  let scorers: [CatalogScorer]
  let results: [CatalogResult]
  let practices: PracticeStates

  /// The practices that are not wholly in place, those with the most consequence first.
  func gaps() -> [Leverage] {
    var byPractice: [Int: Gains] = [:]
    for (scorer, result) in zip(scorers, results) {
      let urgent = Self.urgent(scorer.index.catalog, result)
      for requirement in scorer.index.requirements {
        add(requirement, scorer, urgent, to: &byPractice)
      }
    }
    let contexts = scorers.first?.scorers.map(\.context.id) ?? []
    return byPractice.map { practice, gains in
      Leverage(
        practice: practices.practices[practice].id,
        contexts: contexts.indices.filter(gains.contexts.contains).map { contexts[$0] },
        turnsMet: gains.turnsMet, turnsMetToo: gains.turnsMetToo, unblocks: gains.unblocks,
        // Sorted, so that the rounding of the sum does not depend on the order of rows.
        gain: gains.gains.sorted().reduce(0, +))
    }
    .sorted { Self.precedes($0, $1) }
  }

  /// What is known of one practice while the requirements are gone through.
  private struct Gains {
    var contexts: Set<Int> = []
    var turnsMet: [Leverage.Requirement] = []
    var turnsMetToo: [Leverage.Requirement] = []
    var unblocks = 0
    var gains: [Double] = []
  }

  private static func precedes(_ left: Leverage, _ right: Leverage) -> Bool {
    if left.unblocks != right.unblocks { return left.unblocks > right.unblocks }
    if left.turnsMet.count != right.turnsMet.count {
      return left.turnsMet.count > right.turnsMet.count
    }
    if left.gain != right.gain { return left.gain > right.gain }
    return left.practice < right.practice
  }

  /// Required controls, and measures that block the next level of their category.
  private static func urgent(_ catalog: Catalog, _ result: CatalogResult) -> Set<ControlID> {
    var urgent = Set(catalog.controls.filter { $0.modality == .required }.map(\.id))
    if case .levels(let levels) = result.overall.conformance {
      for category in levels.categories { urgent.formUnion(category.next?.blockers ?? []) }
    }
    return urgent
  }

  private func add(
    _ requirement: Int, _ scorer: CatalogScorer, _ urgent: Set<ControlID>,
    to byPractice: inout [Int: Gains]
  ) {
    let states = scorer.scorers.map { $0.state(of: requirement, from: Standpoint(.claimed)) }
    guard states.contains(where: { $0.isApplicable && !$0.isMet }) else { return }
    let control = scorer.index.catalog.controls[requirement].id
    let isCarriedOver = scorer.index.links[requirement].contains { !$0.pair.pair.path.isEmpty }
    var turning: [Int: Int] = [:]
    var open = 0
    for (position, context) in scorer.scorers.enumerated() {
      guard case .applicable(let before) = states[position], !before.isWhole else { continue }
      open += 1
      // Where indicators decide, no practice changes anything.
      if context.hasIndicatorAnswers(requirement) { continue }
      for (practice, after) in completions(of: requirement, context) {
        if after == 1 { turning[practice, default: 0] += 1 }
        guard after > before.lower else { continue }
        byPractice[practice, default: Gains()].contexts.insert(position)
        if !isCarriedOver { byPractice[practice]?.gains.append(after - before.lower) }
      }
    }
    let turned = Leverage.Requirement(catalog: scorer.index.catalog.id, requirement: control)
    for (practice, contexts) in turning where contexts == open {
      guard !isCarriedOver else {
        byPractice[practice, default: Gains()].turnsMetToo.append(turned)
        continue
      }
      byPractice[practice, default: Gains()].turnsMet.append(turned)
      if urgent.contains(control) { byPractice[practice]?.unblocks += 1 }
    }
  }

  /// The lower bound that a requirement would have if one practice worked wholly, by practice.
  private func completions(
    of requirement: Int, _ scorer: RequirementScorer
  ) -> [(practice: Int, lower: Double)] {
    let index = scorer.index
    let evaluation = scorer.evaluation(from: Standpoint(.claimed))
    guard index.children[requirement].isEmpty else {
      return Self.contributors(requirement, index).compactMap { practice in
        var completed = evaluation
        completed.completed = practice
        return completed.bounds(of: requirement).map { (practice, $0.verdict.lower) }
      }
    }
    guard let parts = evaluation.ownParts(of: requirement) else { return [] }
    let aspects = index.catalog.controls[requirement].aspects
    var completions: [(practice: Int, lower: Double)] = []
    var links = index.links[requirement][...]
    // One pass: the pairs of a practice stand together, and a lower bound is the largest share.
    while let practice = links.first?.practice {
      let own = links.prefix { $0.practice == practice }
      links = links.dropFirst(own.count)
      guard scorer.isApplicable(practice: practice) else { continue }
      var lowers = parts.map(\.lower)
      for link in own {
        let part = link.aspect.map { $0 + 1 } ?? 0
        lowers[part] = max(lowers[part], link.pair.pair.share)
      }
      let bounds = RequirementEvaluation.joined(lowers.map { Bounds($0, $0) }, aspects)
      completions.append((practice, bounds.lower))
    }
    return completions
  }

  private static func contributors(_ requirement: Int, _ index: CatalogIndex) -> [Int] {
    var all = Set(index.links[requirement].map(\.practice))
    for child in index.children[requirement] { all.formUnion(contributors(child, index)) }
    return all.sorted()
  }

  /// The practices whose failure alone breaks requirements, those with the most first.
  func singlePoints() -> [SinglePoint] {
    var byPractice: [PracticeID: [Leverage.Requirement]] = [:]
    for result in results {
      for row in result.results {
        for practice in row.resilience?.singlePoints ?? [] {
          let requirement = Leverage.Requirement(
            catalog: row.catalog, requirement: row.requirement)
          // The contexts of a requirement stand next to each other.
          if byPractice[practice]?.last != requirement {
            byPractice[practice, default: []].append(requirement)
          }
        }
      }
    }
    return byPractice.map { SinglePoint(practice: $0.key, requirements: $0.value) }
      .sorted {
        $0.requirements.count != $1.requirements.count
          ? $0.requirements.count > $1.requirements.count : $0.practice < $1.practice
      }
  }
}

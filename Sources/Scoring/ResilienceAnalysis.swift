internal import ControlModel

/// Finds out what has to fail before a met requirement is no longer met.
struct ResilienceAnalysis {
  let scorer: RequirementScorer

  func resilience(of control: Int) -> Resilience {
    let base = scorer.evaluation(on: .claimed)
    let contributors = contributors(to: control).sorted()
    func breaks(_ failing: Set<Int>) -> Bool {
      var evaluation = base
      evaluation.failing = failing
      return evaluation.bounds(of: control)?.verdict.isWhole != true
    }
    func fragile<Key: Hashable & Comparable>(_ key: (Int) -> Key?) -> [Key] {
      var members: [Key: Set<Int>] = [:]
      for practice in contributors {
        if let key = key(practice) { members[key, default: []].insert(practice) }
      }
      return members.filter { breaks($0.value) }.keys.sorted()
    }
    let practices = scorer.practices
    return Resilience(
      failures: failuresSurvived(control, base),
      singlePoints: contributors.filter { breaks([$0]) }.map { practices.practices[$0].id },
      fragileLayers: fragile { practices.practices[$0].layer.rawValue }
        .compactMap(Practice.Layer.init(rawValue:)),
      fragileOwners: fragile { nonEmpty(practices.owner($0)) },
      fragileSuppliers: fragile { nonEmpty(practices.supplier($0)) })
  }

  private func nonEmpty(_ text: String) -> String? { text.isEmpty ? nil : text }

  private func contributors(to control: Int) -> Set<Int> {
    var all = Set(scorer.index.links[control].map(\.practice))
    for child in scorer.index.children[control] { all.formUnion(contributors(to: child)) }
    return all
  }

  /// One less than the size of the smallest set of practices whose failure breaks it.
  ///
  /// Whatever breaks it has to hit every set of practices that is enough to hold it. So the search
  /// takes one such set and lets each of its members fail in turn, at first one failure deep, then
  /// two and so on. Where that takes too long, what is sure by then is the answer.
  private func failuresSurvived(_ control: Int, _ evaluation: RequirementEvaluation) -> Int {
    var steps = 5_000
    var survived = 0
    while !canBreak(control, evaluation, failures: survived + 1, &steps), steps > 0 {
      survived += 1
    }
    return survived
  }

  /// Whether some `failures` more failures break it.
  private func canBreak(
    _ control: Int, _ evaluation: RequirementEvaluation, failures: Int, _ steps: inout Int
  ) -> Bool {
    steps -= 1
    guard let holding = holding(control, evaluation) else { return true }
    guard failures > 0, steps > 0 else { return false }
    for practice in holding.sorted() {
      var evaluation = evaluation
      evaluation.failing.insert(practice)
      if canBreak(control, evaluation, failures: failures - 1, &steps) { return true }
    }
    return false
  }

  /// A set of practices that is enough for it to be met; nil when it is not.
  private func holding(_ control: Int, _ evaluation: RequirementEvaluation) -> Set<Int>? {
    var byAspect: [Int: Int] = [:]
    for link in scorer.index.links[control]
    where evaluation.contribution(of: link)?.isWhole == true {
      guard let aspect = link.aspect else { return [link.practice] }
      byAspect[aspect] = link.practice
    }
    let catalog = scorer.index.catalog
    let aspects = catalog.controls[control].aspects
    if !aspects.isEmpty, byAspect.count == aspects.count { return Set(byAspect.values) }
    // A child that is not applicable neither holds nor breaks.
    let children = scorer.index.children[control].filter { child in
      evaluation.bounds(of: child) != nil || !scorer.index.isMapped(child)
    }
    guard !children.isEmpty else { return nil }
    let holding = children.map { self.holding($0, evaluation) }
    if catalog.controls[control].combination == .any {
      return holding.compactMap(\.self).min { $0.count < $1.count }
    }
    var all: Set<Int> = []
    for one in holding {
      guard let one else { return nil }
      all.formUnion(one)
    }
    return all
  }
}

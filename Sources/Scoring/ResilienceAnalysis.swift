internal import ControlModel

/// Finds out what has to fail before a met requirement is no longer met.
struct ResilienceAnalysis {
  let scorer: RequirementScorer

  /// A requirement holds as long as one practice meets it whole, or each of its aspects has one
  /// that meets it. So it breaks when all of those that meet the whole fail together with all of
  /// those that meet some one aspect: those are its breaking sets, and everything else follows
  /// from them.
  func resilience(of control: Int) -> Resilience {
    let sets = breakingSets(control, scorer.evaluation(from: Standpoint(.claimed)))
    let practices = scorer.practices
    // A group that fails as a whole breaks it when it holds all of some breaking set.
    func fragile<Key: Hashable & Comparable>(_ key: (Int) -> Key?) -> [Key] {
      var found: Set<Key> = []
      for set in sets {
        guard let first = set.first.flatMap(key), set.allSatisfy({ key($0) == first }) else {
          continue
        }
        found.insert(first)
      }
      return found.sorted()
    }
    return Resilience(
      failures: max(0, (sets.map(\.count).min() ?? 0) - 1),
      singlePoints: Set(sets.filter { $0.count == 1 }.flatMap(\.self)).sorted()
        .map { practices.practices[$0].id },
      fragileLayers: fragile { practices.practices[$0].layer.rawValue }
        .compactMap(Practice.Layer.init(rawValue:)),
      fragileOwners: fragile { nonEmpty(practices.owner($0)) },
      fragileSuppliers: fragile { nonEmpty(practices.supplier($0)) })
  }

  private func nonEmpty(_ text: String) -> String? { text.isEmpty ? nil : text }

  /// The smallest sets of practices whose failure breaks a requirement.
  private func breakingSets(
    _ control: Int, _ evaluation: RequirementEvaluation
  ) -> [Set<Int>] {
    var whole: Set<Int> = []
    var byAspect: [Int: Set<Int>] = [:]
    for link in scorer.index.links[control] {
      guard evaluation.contribution(of: link)?.isWhole == true else { continue }
      if let aspect = link.aspect {
        byAspect[aspect, default: []].insert(link.practice)
      } else {
        whole.insert(link.practice)
      }
    }
    let aspects = scorer.index.catalog.controls[control].aspects
    let isCoveredByAspects =
      !aspects.isEmpty && aspects.indices.allSatisfy { byAspect[$0]?.isEmpty == false }
    let own: [Set<Int>] =
      isCoveredByAspects
      ? aspects.indices.map { whole.union(byAspect[$0] ?? []) } : [whole]
    // A child that is not applicable neither holds nor breaks.
    let children = scorer.index.children[control].filter { child in
      evaluation.bounds(of: child) != nil || !scorer.index.isMapped(child)
    }
    guard !children.isEmpty else { return own }
    return Self.combined(
      own: own, children: children.map { breakingSets($0, evaluation) },
      scorer.index.catalog.controls[control].combination)
  }

  private static func combined(
    own: [Set<Int>], children: [[Set<Int>]], _ combination: Control.Combination?
  ) -> [Set<Int>] {
    switch combination {
    case .any:
      // Every child has to break, and its own pairs too.
      return children.reduce(own) { sets, child in
        crossed(sets, child)
      }
    case .all, nil:
      // One child that breaks is enough, if its own pairs break too.
      return crossed(own, children.flatMap(\.self))
    }
  }

  /// Every union of a set of one side with a set of the other, the smallest first. No standard has
  /// so many ways to meet one requirement that the bound would cut any off.
  private static func crossed(_ left: [Set<Int>], _ right: [Set<Int>]) -> [Set<Int>] {
    let all = Set(left.flatMap { first in right.map { first.union($0) } })
    return Array(all.sorted { ($0.count, $0.sorted()) < ($1.count, $1.sorted()) }.prefix(4_096))
  }
}

private func < (left: (Int, [Int]), right: (Int, [Int])) -> Bool {
  left.0 != right.0 ? left.0 < right.0 : left.1.lexicographicallyPrecedes(right.1)
}

internal import ControlModel

/// Computes the bounds of one requirement in one context on one track.
///
/// This is the whole of sections 1 and 2 of `docs/scoring.md`; everything else asks it questions
/// such as "and if this practice failed?".
struct RequirementEvaluation {
  let index: CatalogIndex
  let practices: [Practice]
  let states: [PracticeState]
  let standpoint: Standpoint
  /// A practice that is taken to work wholly, with a value that fulfils its conditions.
  var completed: Int?

  /// The bounds, or nil when every practice that could contribute is not applicable.
  ///
  /// - Returns: the bounds for coverage, and those that the verdict rests on; they differ only
  ///   where a requirement needs all of its children (mean, and weakest).
  func bounds(of control: Int) -> (coverage: Bounds, verdict: Bounds)? {
    let own = ownBounds(of: control)
    guard !index.children[control].isEmpty else { return own.map { ($0, $0) } }
    let combination = index.catalog.controls[control].combination
    let children = index.children[control].compactMap { child in
      bounds(of: child) ?? (combination == .any ? nil : unmapped(child))
    }
    guard let combined = combined(children, combination) else { return own.map { ($0, $0) } }
    guard let own else { return combined }
    return (.larger(own, combined.coverage), .larger(own, combined.verdict))
  }

  /// Nothing is known of a child that is needed and that no practice is mapped to; nil for a child
  /// that is mapped, and so not applicable.
  private func unmapped(_ child: Int) -> (coverage: Bounds, verdict: Bounds)? {
    guard !index.isMapped(child) else { return nil }
    let bounds = standpoint.track == .assured ? Bounds.zero : .unknown
    return (bounds, bounds)
  }

  private func combined(
    _ children: [(coverage: Bounds, verdict: Bounds)], _ combination: Control.Combination?
  ) -> (coverage: Bounds, verdict: Bounds)? {
    guard let first = children.first else { return nil }
    switch combination {
    case .any:
      let coverage = children.dropFirst().reduce(first.coverage) { .larger($0, $1.coverage) }
      let verdict = children.dropFirst().reduce(first.verdict) { .larger($0, $1.verdict) }
      return (coverage, verdict)
    case .all, nil:
      let verdict = children.dropFirst().reduce(first.verdict) { .smaller($0, $1.verdict) }
      return (Bounds.mean(children.map(\.coverage)) ?? .zero, verdict)
    }
  }

  /// What the practices bring to the whole of a requirement, or to one of its aspects.
  struct Part {
    /// The largest lower bound.
    var lower = 0.0
    /// The upper bound of each practice.
    var uppers: [Double] = []

    mutating func add(_ bounds: Bounds) {
      lower = max(lower, bounds.lower)
      uppers.append(bounds.upper)
    }
  }

  /// The parts that a requirement's own pairs give: the whole first, then each aspect; nil when
  /// every practice that could contribute is not applicable.
  func ownParts(of control: Int) -> [Part]? {
    let aspects = index.catalog.controls[control].aspects.count
    var parts = [Part](repeating: Part(), count: aspects + 1)
    var isApplicable = false
    // Several pairs of one practice say the same thing on different conditions: the best counts.
    // They stand next to each other.
    var run: (practice: Int, part: Int, bounds: Bounds)?
    for link in index.links[control] {
      guard let bounds = contribution(of: link) else { continue }
      isApplicable = true
      let part = link.aspect.map { $0 + 1 } ?? 0
      if let known = run, known.practice == link.practice, known.part == part {
        run?.bounds = .larger(known.bounds, bounds)
      } else {
        if let known = run { parts[known.part].add(known.bounds) }
        run = (link.practice, part, bounds)
      }
    }
    if let known = run { parts[known.part].add(known.bounds) }
    return isApplicable ? parts : nil
  }

  /// The bounds that its own pairs give.
  private func ownBounds(of control: Int) -> Bounds? {
    guard let parts = ownParts(of: control) else { return nil }
    let bounds = parts.map { Bounds.union(lower: $0.lower, uppers: $0.uppers) }
    guard parts.dropFirst().contains(where: { !$0.uppers.isEmpty }) else { return bounds[0] }
    return Self.joined(bounds, index.catalog.controls[control].aspects)
  }

  /// Aspects do not overlap, so their bounds add by weight; the whole may overlap with them.
  static func joined(_ parts: [Bounds], _ aspects: [Aspect]) -> Bounds {
    var lower = 0.0
    var upper = 0.0
    var weights = 0.0
    for (position, aspect) in aspects.enumerated() {
      lower += aspect.weight * parts[position + 1].lower
      upper += aspect.weight * parts[position + 1].upper
      weights += aspect.weight
    }
    guard weights > 0 else { return parts[0] }
    return Bounds(max(parts[0].lower, lower / weights), min(1, parts[0].upper + upper / weights))
  }

  /// What one pair contributes, or nil when its practice is not applicable.
  func contribution(of link: CatalogIndex.Link) -> Bounds? {
    let state = states[link.practice]
    let pair = link.pair.pair
    let share = pair.isShareKnown ? Bounds(pair.share, pair.share) : .unknown
    // What is not applicable cannot be completed.
    guard let extent = state.extent(from: standpoint) else { return nil }
    if completed == link.practice { return share }
    return extent * conditionBounds(of: link) * share
  }

  /// 1 where the condition is fulfilled, 0 where it is not, anything where the value is unknown.
  private func conditionBounds(of link: CatalogIndex.Link) -> Bounds {
    guard let condition = link.pair.pair.when else { return .one }
    let isFulfilled = states[link.practice].isFulfilled(
      condition, of: practices[link.practice].parameter, from: standpoint)
    return isFulfilled.map { $0 ? .one : .zero } ?? .unknown
  }
}

public import ControlModel

/// The level of each category and of the whole; categories do not compensate (RAND RR-A2849-1,
/// pp. v, 33).
public struct LevelsResult: Sendable, Hashable {
  /// The level that everything is consistent with, by track: the lowest of the categories.
  /// Position in the catalog's levels from 1; 0: not even the first; nil: nothing is applicable.
  public var reached: [Track: Int]
  /// The level that may be reached, if all that is open turns out well.
  public var possible: Int?
  /// The categories that have measures, in document order.
  public var categories: [Category]

  /// One category.
  public struct Category: Sendable, Hashable {
    /// Its group.
    public var group: GroupID
    /// The level reached, by track; nil where no measure of it is applicable.
    public var reached: [Track: Int]
    /// The level that may be reached, if all that is open turns out well.
    public var possible: Int?
    /// The levels that have an applicable measure in this category, ascending.
    public var measured: [Int]
    /// The next level that is not reached on the claimed track, with what blocks it; nil when all
    /// of its measures are met.
    public var next: Next?

    /// The level reached that measures of this category stand behind: a level that it reaches only
    /// because it has no measure there is not claimed. 0: none.
    public func standing(on track: Track) -> Int? {
      guard let reached = reached[track] else { return nil }
      return measured.last { $0 <= reached } ?? 0
    }
  }

  /// The way to the next level.
  public struct Next: Sendable, Hashable {
    /// Position in the catalog's levels, from 1.
    public var level: Int
    /// The measures of that level that are not met.
    public var blockers: [ControlID]
    /// How many measures of that level are met or superseded.
    public var done: Int
    /// How many measures of that level are applicable.
    public var applicable: Int
  }
}

/// Level n of a category is reached when every applicable measure of the levels 1…n in it is met,
/// or superseded by one that is met.
struct LevelsRule {
  let index: CatalogIndex
  private let levels: [String: Int]
  /// By measure: those that supersede it.
  private let supersededBy: [Int: [Int]]
  /// The categories with their measures, by level position from 1.
  private let categories: [(group: GroupID, measures: [Int: [Int]])]

  init(_ index: CatalogIndex) {
    self.index = index
    var levels: [String: Int] = [:]
    for (position, level) in index.catalog.levels.enumerated() { levels[level.id] = position + 1 }
    var supersededBy: [Int: [Int]] = [:]
    for (position, control) in index.catalog.controls.enumerated() {
      for lower in control.supersedes {
        guard let lower = index.position[lower.id] else { continue }
        supersededBy[lower, default: []].append(position)
      }
    }
    var measures: [GroupID: [Int: [Int]]] = [:]
    for requirement in index.requirements {
      guard let group = index.topGroup[requirement],
        let level = levels[index.catalog.controls[requirement].level]
      else { continue }
      measures[group, default: [:]][level, default: []].append(requirement)
    }
    self.levels = levels
    self.supersededBy = supersededBy
    categories = index.catalog.groups.compactMap { group in
      measures[group.id].map { (group.id, $0) }
    }
  }

  func position(of level: String) -> Int? { levels[level] }

  /// - Parameter states: by track, for each context: by control, how far it is met. Several
  ///   contexts together reach what the weakest of them reaches.
  func result(_ states: [Track: [States]]) -> LevelsResult {
    let categories = categories.map { category($0.group, $0.measures, states) }
    func lowest(_ values: [Int?]) -> Int? { values.compactMap(\.self).min() }
    let claimed = states[.claimed] ?? []
    var reached: [Track: Int] = [:]
    for track in Track.allCases {
      reached[track] = lowest(
        zip(states[track] ?? [], claimed).map { total($0, claimed: $1) })
    }
    return LevelsResult(
      reached: reached, possible: lowest(categories.map(\.possible)), categories: categories)
  }

  /// How far each requirement is met in one context.
  typealias States = [Int: RequirementState]

  /// The measures among `asked` of the levels up to `level` that are neither met nor superseded.
  func blockers(of level: Int, among asked: Set<Int>, _ states: States) -> [ControlID] {
    categories.flatMap { category in
      category.measures.filter { $0.key <= level }.sorted { $0.key < $1.key }.flatMap(\.value)
    }
    .filter { asked.contains($0) && isBlocking($0, [states], by: \.isMet) }
    .map { index.catalog.controls[$0].id }
  }

  /// How many measures among `asked` of the levels up to `level` are applicable in one context.
  func applicable(upTo level: Int, among asked: Set<Int>, _ states: States) -> Int {
    categories.flatMap { $0.measures.filter { $0.key <= level }.flatMap(\.value) }
      .count { asked.contains($0) && isApplicable($0, [states]) }
  }

  /// The level that the measures among `asked` reach in one context: the lowest of the categories;
  /// nil when none of them is applicable.
  func reached(among asked: Set<Int>, _ states: States) -> Int? {
    let measures = categories.map { $0.measures.mapValues { $0.filter(asked.contains) } }
    let lowest = measures.compactMap { level($0, [states], by: \.isMet) }.min()
    return lowest.map { isFounded($0, measures, states) ? $0 : 0 }
  }

  /// Whether any measure up to a level is applicable: a level up to which every measure was set
  /// aside stands on nothing.
  private func isFounded(_ level: Int, _ measures: [[Int: [Int]]], _ states: States) -> Bool {
    measures.contains { measures in
      measures.contains { measured, measures in
        measured <= level && measures.contains { isApplicable($0, [states]) }
      }
    }
  }

  private func category(
    _ group: GroupID, _ measures: [Int: [Int]], _ states: [Track: [States]]
  ) -> LevelsResult.Category {
    var reached: [Track: Int] = [:]
    for track in Track.allCases {
      reached[track] = level(measures, states[track] ?? [], by: \.isMet)
    }
    if reached[.claimed] == nil { reached = [:] }
    let claimed = states[.claimed] ?? []
    let applicable = measures.filter { level in
      level.value.contains { isApplicable($0, claimed) }
    }.keys
    return LevelsResult.Category(
      group: group, reached: reached, possible: level(measures, claimed, by: \.mayBeMet),
      measured: applicable.sorted(),
      next: reached[.claimed].flatMap { next(after: $0, measures, claimed) })
  }

  private func level(
    _ measures: [Int: [Int]], _ states: [States], by isEnough: (RequirementState) -> Bool
  ) -> Int? {
    let isAnyApplicable = measures.values.contains { measures in
      measures.contains { isApplicable($0, states) }
    }
    guard isAnyApplicable else { return nil }
    var reached = 0
    for level in 1...max(1, index.catalog.levels.count) {
      let isBlocked = (measures[level] ?? []).contains { isBlocking($0, states, by: isEnough) }
      guard !isBlocked else { break }
      reached = level
    }
    return reached
  }

  private func next(
    after reached: Int, _ measures: [Int: [Int]], _ states: [States]
  ) -> LevelsResult.Next? {
    guard reached < measures.keys.max() ?? 0 else { return nil }
    let applicable = (measures[reached + 1] ?? []).filter { isApplicable($0, states) }
    let blockers = applicable.filter { isBlocking($0, states, by: \.isMet) }
    return LevelsResult.Next(
      level: reached + 1, blockers: blockers.map { index.catalog.controls[$0].id },
      done: applicable.count - blockers.count, applicable: applicable.count)
  }

  /// The level that one context reaches on a track: the lowest of the categories that have a score
  /// by the answers.
  private func total(_ states: States, claimed: States) -> Int? {
    let scored = categories.filter { level($0.measures, [claimed], by: \.isMet) != nil }
    let lowest = scored.compactMap { level($0.measures, [states], by: \.isMet) }.min()
    return lowest.map { isFounded($0, categories.map(\.measures), states) ? $0 : 0 }
  }

  private func isApplicable(_ measure: Int, _ states: [States]) -> Bool {
    states.contains { $0[measure]?.isApplicable == true }
  }

  /// Whether a measure is applicable in some context and there neither met nor superseded by one
  /// that is met there.
  private func isBlocking(
    _ measure: Int, _ states: [States], by isEnough: (RequirementState) -> Bool
  ) -> Bool {
    states.contains { states in
      states[measure]?.isApplicable == true
        && !isSatisfied(measure, states, by: isEnough, depth: 0)
    }
  }

  private func isSatisfied(
    _ measure: Int, _ states: States, by isEnough: (RequirementState) -> Bool, depth: Int
  ) -> Bool {
    if let state = states[measure], isEnough(state) { return true }
    // Chains of supersession are as long as there are levels; the bound ends a cycle.
    guard depth <= index.catalog.levels.count else { return false }
    return (supersededBy[measure] ?? []).contains {
      isSatisfied($0, states, by: isEnough, depth: depth + 1)
    }
  }
}

import ControlModel
import Scoring

/// The method of `docs/scoring.md`, written down once more: plainly, slowly, and without looking
/// at how the scorer does it. Where the two differ, one of them is wrong.
struct ReferenceScorer {
  let catalog: Catalog
  let practices: [Practice]
  let pairs: [PracticePair]
  let assessment: Assessment
  let asOf: CalendarDate

  init(_ input: ScoringInput) {
    catalog = input.catalogs[0]
    practices = input.practices
    pairs = input.pairs[catalog.id] ?? []
    assessment = input.assessment
    asOf = input.asOf
  }

  /// A share that is known between two bounds.
  struct Range: Equatable {
    var low: Double
    var high: Double

    static let nothing = Range(low: 0, high: 0)
    static let whole = Range(low: 1, high: 1)
    static let anything = Range(low: 0, high: 1)

    var isWhole: Bool { low > 1 - 1e-9 }
    var mayBeWhole: Bool { high > 1 - 1e-9 }
    var isNothing: Bool { high < 1e-9 }

    func isNear(_ bounds: Bounds) -> Bool {
      abs(low - bounds.lower) < 1e-8 && abs(high - bounds.upper) < 1e-8
    }
  }

  /// What is known of a requirement: for the mean, and for the verdict.
  struct Known {
    var mean: Range
    var weakest: Range
  }

  // MARK: Section 1

  func finding(_ practice: PracticeID, _ context: ContextID) -> Finding {
    guard let answer = assessment.answers.first(where: { $0.practice == practice }) else {
      return Finding(.unanswered)
    }
    return answer.contexts[context] ?? answer.finding
  }

  func isValid(_ id: EvidenceID) -> Bool {
    guard let piece = assessment.evidence.first(where: { $0.id == id }) else { return false }
    guard piece.integrity == .intact else { return false }
    if let shows = piece.shows, shows > asOf { return false }
    if let until = piece.validUntil, until < asOf { return false }
    return true
  }

  /// How far a practice works; nil where it is not applicable.
  func works(_ practice: PracticeID, _ context: ContextID, _ track: Track) -> Range? {
    let finding = finding(practice, context)
    let isShown = finding.evidence.contains(where: isValid)
    let isPlannedWhole = track == .planned && finding.due != nil
    switch finding.status {
    case .notApplicable: return nil
    case .unanswered: return track == .assured ? .nothing : .anything
    case .absent: return .nothing
    case .planned: return isPlannedWhole ? .whole : .nothing
    case .implemented: return track != .assured || isShown ? .whole : .nothing
    case .partial(let extent):
      if isPlannedWhole { return .whole }
      return track != .assured || isShown ? Range(low: extent, high: extent) : .nothing
    }
  }

  // MARK: Section 2

  func union(_ shares: [Range]) -> Range {
    Range(low: shares.map(\.low).max() ?? 0, high: min(1, shares.map(\.high).reduce(0, +)))
  }

  /// What the pairs of one control say, those of an aspect apart.
  func own(
    _ control: Control, _ context: ContextID, _ track: Track, _ failing: Set<PracticeID>
  ) -> Range? {
    let mine = pairs.filter { $0.pair.target == control.id && $0.pair.relation != .none }
    func share(_ pair: PracticePair) -> Range? {
      guard var works = works(pair.practice, context, track) else { return nil }
      if failing.contains(pair.practice) { works = .nothing }
      if let condition = pair.pair.when {
        let practice = practices.first { $0.id == pair.practice }
        switch holds(condition, finding(pair.practice, context).value, practice?.parameter) {
        case true?: break
        case false?: works = .nothing
        case nil: works.low = 0
        }
      }
      return Range(low: works.low * pair.pair.share, high: works.high * pair.pair.share)
    }
    func together(_ some: [PracticePair]) -> Range? {
      var best: [PracticeID: Range] = [:]
      for pair in some {
        guard let share = share(pair) else { continue }
        let known = best[pair.practice] ?? .nothing
        best[pair.practice] = Range(
          low: max(known.low, share.low), high: max(known.high, share.high))
      }
      return best.isEmpty ? nil : union(Array(best.values))
    }
    let whole = together(mine.filter { $0.pair.aspect == nil })
    let parts = control.aspects.map { aspect in
      (aspect.weight, together(mine.filter { $0.pair.aspect == aspect.id }))
    }
    guard whole != nil || parts.contains(where: { $0.1 != nil }) else { return nil }
    let total = parts.map(\.0).reduce(0, +)
    var fromParts = Range.nothing
    for (weight, part) in parts {
      fromParts.low += weight / total * (part?.low ?? 0)
      fromParts.high += weight / total * (part?.high ?? 0)
    }
    return Range(
      low: max(whole?.low ?? 0, fromParts.low),
      high: min(1, (whole?.high ?? 0) + fromParts.high))
  }

  func holds(_ condition: Condition, _ value: String?, _ scale: Practice.Parameter?) -> Bool? {
    guard let value, let scale, scale.name == condition.parameter else { return nil }
    func place(_ text: String) -> Double? {
      scale.type == .choice
        ? scale.choices.firstIndex(of: text).map { Double($0) } : Double(text)
    }
    guard let given = place(value), let asked = place(condition.value) else { return nil }
    switch condition.comparison {
    case .atMost: return given <= asked
    case .atLeast: return given >= asked
    case .exactly: return given == asked
    }
  }

  func children(_ control: Control) -> [Control] {
    guard control.combination != nil else { return [] }
    return catalog.controls.filter {
      $0.parent == control.id.rawValue && ($0.kind == .requirement || $0.kind == .alternative)
    }
  }

  func isMapped(_ control: Control) -> Bool {
    pairs.contains { $0.pair.target == control.id && $0.pair.relation != .none }
      || children(control).contains(where: isMapped)
  }

  /// Nil where nothing is applicable.
  func known(
    _ control: Control, _ context: ContextID, _ track: Track, failing: Set<PracticeID> = []
  ) -> Known? {
    let own = own(control, context, track, failing)
    var below: [Known] = []
    for child in children(control) {
      if let known = known(child, context, track, failing: failing) {
        below.append(known)
      } else if !isMapped(child), control.combination == .all {
        // Nothing is known of a part that is needed: it is not met, and not missing either.
        let unknown = track == .assured ? Range.nothing : Range.anything
        below.append(Known(mean: unknown, weakest: unknown))
      }
    }
    var combined: Known?
    if !below.isEmpty {
      let count = Double(below.count)
      if control.combination == .any {
        combined = Known(
          mean: Range(
            low: below.map(\.mean.low).max() ?? 0, high: below.map(\.mean.high).max() ?? 0),
          weakest: Range(
            low: below.map(\.weakest.low).max() ?? 0, high: below.map(\.weakest.high).max() ?? 0))
      } else {
        combined = Known(
          mean: Range(
            low: below.map(\.mean.low).reduce(0, +) / count,
            high: below.map(\.mean.high).reduce(0, +) / count),
          weakest: Range(
            low: below.map(\.weakest.low).min() ?? 0, high: below.map(\.weakest.high).min() ?? 0))
      }
    }
    guard let own else { return combined }
    guard let combined else { return Known(mean: own, weakest: own) }
    func better(_ range: Range) -> Range {
      Range(low: max(own.low, range.low), high: max(own.high, range.high))
    }
    return Known(mean: better(combined.mean), weakest: better(combined.weakest))
  }

  // MARK: Section 4

  func decision(_ control: Control, _ context: ContextID) -> Determination? {
    assessment.determinations.filter {
      $0.catalog == catalog.id && $0.requirement == control.id
        && ($0.contexts.isEmpty || $0.contexts.contains(context))
        && ($0.date.map { $0 <= asOf } ?? true) && ($0.expires.map { $0 >= asOf } ?? true)
    }
    .max { ($0.date?.description ?? "") < ($1.date?.description ?? "") }
  }

  /// What is said of one requirement in one context.
  struct Row {
    var verdict: Verdict
    /// Nil where it is not applicable.
    var tracks: [Track: Known]?
    /// Whether more than answers without evidence says that it is not applicable.
    var isShown = true
  }

  /// The pairs of a requirement and of the children that it is assessed through.
  private func contributing(_ control: Control) -> [PracticePair] {
    pairs.filter { $0.pair.target == control.id && $0.pair.relation != .none }
      + children(control).flatMap(contributing)
  }

  func row(_ control: Control, _ context: ContextID) -> Row {
    let decision = decision(control, context)
    if decision?.decision == .notApplicable { return Row(verdict: .notApplicable) }
    let obliged = Set(control.appliesTo)
    if !assessment.roles.isEmpty, !obliged.isEmpty, !obliged.contains(.organisation),
      obliged.isDisjoint(with: assessment.roles)
    {
      return Row(verdict: .notApplicable)
    }
    var tracks: [Track: Known] = [:]
    let isMapped = isMapped(control)
    for track in Track.allCases {
      if isMapped {
        guard let known = known(control, context, track) else {
          if decision == nil {
            let isShown = contributing(control).allSatisfy { pair in
              finding(pair.practice, context).evidence.contains(where: isValid)
            }
            return Row(verdict: .notApplicable, isShown: isShown)
          }
          tracks[track] = Known(mean: .nothing, weakest: .nothing)
          continue
        }
        tracks[track] = known
      } else {
        let unknown = track == .assured ? Range.nothing : Range.anything
        tracks[track] = Known(mean: unknown, weakest: unknown)
      }
    }
    let claimed = tracks[.claimed] ?? Known(mean: .nothing, weakest: .nothing)
    let isMet = isMapped && claimed.weakest.isWhole
    if decision?.decision == .metByEquivalent {
      let whole = Known(mean: .whole, weakest: .whole)
      if !isMet {
        tracks[.claimed] = whole
        tracks[.planned] = whole
      }
      if decision?.evidence.contains(where: isValid) == true { tracks[.assured] = whole }
    }
    if isMet { return Row(verdict: .met, tracks: tracks) }
    let verdict: Verdict
    switch decision?.decision {
    case .metByEquivalent: verdict = .metByEquivalent
    case .riskAccepted: verdict = .riskAccepted
    case .notApplicable, nil:
      if !isMapped {
        verdict = .unmapped
      } else if !isAnswered(control, context) {
        verdict = .unanswered
      } else if claimed.weakest.isNothing, claimed.mean.isNothing {
        verdict = .missing
      } else {
        verdict = claimed.weakest.mayBeWhole ? .unresolved : .partial
      }
    }
    return Row(verdict: verdict, tracks: tracks)
  }

  func isAnswered(_ control: Control, _ context: ContextID) -> Bool {
    let hasAnswer = pairs.contains { pair in
      guard pair.pair.target == control.id, pair.pair.relation != .none else { return false }
      switch finding(pair.practice, context).status {
      case .unanswered, .notApplicable: return false
      case .implemented, .partial, .planned, .absent: return true
      }
    }
    return hasAnswer || children(control).contains { isAnswered($0, context) }
  }

  // MARK: Section 5, levels

  /// Whether a measure is met, or superseded by one that is, on a track in a context.
  func isSatisfied(
    _ control: Control, _ context: ContextID, _ track: Track, seen: Set<ControlID> = []
  ) -> Bool {
    if row(control, context).tracks?[track]?.weakest.isWhole == true { return true }
    return catalog.controls.contains { higher in
      !seen.contains(higher.id) && higher.kind == .requirement
        && higher.supersedes.contains { $0.id == control.id }
        && isSatisfied(higher, context, track, seen: seen.union([control.id]))
    }
  }

  /// The level reached in a context: the lowest of the categories; nil where nothing is applicable.
  func level(_ context: ContextID, _ track: Track) -> Int? {
    lowestLevel(context, track).map { isFounded($0, context, track) ? $0 : 0 }
  }

  /// Whether any measure up to a level is applicable; no level needs nothing.
  private func isFounded(_ level: Int, _ context: ContextID, _ track: Track) -> Bool {
    let levels = Set(catalog.levels.prefix(level).map(\.id))
    return level == 0
      || catalog.controls.contains { control in
        control.kind == .requirement && levels.contains(control.level)
          && top(of: control) != nil && isAsked(control, context, track)
      }
  }

  private func isAsked(_ control: Control, _ context: ContextID, _ track: Track) -> Bool {
    let row = row(control, context)
    return row.tracks != nil || (track == .assured && !row.isShown)
  }

  private func lowestLevel(_ context: ContextID, _ track: Track) -> Int? {
    let requirements = catalog.controls.filter { $0.kind == .requirement && !$0.level.isEmpty }
    var lowest: Int?
    for group in catalog.groups where group.parent == nil {
      let measures = requirements.filter { control in
        top(of: control) == group.id && isAsked(control, context, track)
      }
      guard measures.contains(where: { isAsked($0, context, .claimed) }) else { continue }
      var reached = 0
      for (position, level) in catalog.levels.enumerated() {
        let isReached = measures.filter { $0.level == level.id }.allSatisfy {
          isSatisfied($0, context, track)
        }
        guard isReached else { break }
        reached = position + 1
      }
      lowest = min(lowest ?? reached, reached)
    }
    return lowest
  }

  func top(of control: Control) -> GroupID? {
    var parent = control.parent
    var top: GroupID?
    while !parent.isEmpty {
      if let group = catalog.groups.first(where: { $0.id.rawValue == parent }) {
        top = group.id
        parent = group.parent?.rawValue ?? ""
      } else {
        parent = catalog.controls.first { $0.id.rawValue == parent }?.parent ?? ""
      }
    }
    return top
  }
}

internal import ControlModel

/// The entries of one sort (controls, or groups) of two editions, compared.
struct Edition {
  private(set) var counterparts: [Counterpart] = []
  private(set) var added: [Unpaired] = []
  private(set) var removed: [Unpaired] = []
  private(set) var splits: [Division] = []
  private(set) var merges: [Division] = []

  private let matcher: Matcher
  private var parents: Parents

  /// - Parameter headings: the groups that hold the entries, compared.
  init(_ old: [Control], _ new: [Control], below headings: Edition?) {
    matcher = Matcher(old: old, new: new)
    let (chosen, considered) = matcher.match()
    parents = Parents(of: matcher, chosen)
    parents.add(
      (headings?.counterparts ?? []).map { (old: $0.old.id.rawValue, new: $0.new.id.rawValue) })
    let told = chosen.map { ($0, confidence(of: $0)) }
      .filter { old[$0.0.old].id == new[$0.0.new].id || $0.1 > .review }
    counterparts = told.sorted { $0.0.new < $1.0.new }.map(counterpart)
    let pairs = told.map(\.0)
    let freeOld = Set(old.indices).subtracting(pairs.map(\.old))
    let freeNew = Set(new.indices).subtracting(pairs.map(\.new))
    let leads = considered.filter { freeOld.contains($0.old) || freeNew.contains($0.new) }
    let byOld = Dictionary(grouping: leads, by: \.old)
    let byNew = Dictionary(grouping: leads, by: \.new)
    removed = freeOld.sorted().map { index in
      unpaired(old[index], byOld[index] ?? [], at: \.new, in: new)
    }
    added = freeNew.sorted().map { index in
      unpaired(new[index], byNew[index] ?? [], at: \.old, in: old)
    }
    divide(considered, pairs, freeOld, freeNew)
  }

  // MARK: Counterparts

  /// How sure it is that two entries belong together (`docs/editions.md`).
  private func confidence(of pair: Matcher.Pair) -> Confidence {
    guard pair.basis != nil else { return .review }
    let hasWords = pair.sharedWords >= 3
    if pair.hasSameID {
      if pair.text >= 500 || pair.title == 1000 || (pair.text >= 300 && pair.margin >= 250) {
        return .sure
      }
      return pair.text >= 200 ? .likely : .review
    }
    guard pair.margin >= 60 else { return .review }
    if hasWords, pair.text == 1000, pair.margin >= 100 { return .sure }
    if hasWords, pair.text >= 700, pair.margin >= 150 { return .sure }
    if hasWords, pair.title == 1000, pair.text >= 300, pair.margin >= 150 { return .sure }
    return pair.text >= 450 || pair.title >= 700 ? .likely : .review
  }

  private func counterpart(_ pair: Matcher.Pair, _ confidence: Confidence) -> Counterpart {
    let old = matcher.old[pair.old]
    let new = matcher.new[pair.new]
    let isReworded = isReworded(old, new, pair.basis)
    return Counterpart(
      old: old, new: new, similarity: isReworded ? min(pair.text, 999) : 1000, basis: pair.basis,
      confidence: confidence, changes: changes(old, new, pair.basis, isReworded))
  }

  private func isReworded(_ old: Control, _ new: Control, _ basis: TextBasis?) -> Bool {
    guard let basis else { return false }
    if basis == .statement, !old.statementSHA256.isEmpty, !new.statementSHA256.isEmpty {
      return old.statementSHA256 != new.statementSHA256
    }
    return !Words.sameWording(basis.text(of: old), basis.text(of: new))
  }

  private func changes(
    _ old: Control, _ new: Control, _ basis: TextBasis?, _ isReworded: Bool
  ) -> [Counterpart.Change] {
    Counterpart.Change.allCases.filter { change in
      switch change {
      case .renumbered: old.id != new.id
      case .reworded: isReworded && basis != .title
      case .obligation:
        old.modality != new.modality || old.secondaryModality != new.secondaryModality
      case .moved: isMoved(old, new)
      case .retitled: !Words.sameWording(old.title, new.title)
      case .level: old.level != new.level
      case .kind: old.kind != new.kind
      }
    }
  }

  private func isMoved(_ old: Control, _ new: Control) -> Bool {
    if old.parent.isEmpty || new.parent.isEmpty { return old.parent != new.parent }
    return !parents.belongTogether(old.parent, new.parent)
  }

  // MARK: What is left

  private func unpaired(
    _ control: Control, _ pairs: [Matcher.Pair], at side: KeyPath<Matcher.Pair, Int>,
    in others: [Control]
  ) -> Unpaired {
    let candidates = pairs.filter { !isExact($0) && max($0.text, $0.title) >= 300 }
      .sorted { left, right in
        left.score != right.score
          ? left.score > right.score
          : others[left[keyPath: side]].id < others[right[keyPath: side]].id
      }
    return Unpaired(
      control: control,
      candidates: candidates.prefix(3).map {
        .init(id: others[$0[keyPath: side]].id, similarity: max($0.text, $0.title))
      },
      idIsReused: pairs.contains(where: isExact))
  }

  private func isExact(_ pair: Matcher.Pair) -> Bool {
    matcher.old[pair.old].id == matcher.new[pair.new].id
  }

  private mutating func divide(
    _ considered: [Matcher.Pair], _ pairs: [Matcher.Pair], _ freeOld: Set<Int>,
    _ freeNew: Set<Int>
  ) {
    splits = DivisionFinder(
      matcher: matcher, pairs: considered.map { .init(whole: $0.old, part: $0.new, pair: $0) },
      matched: Dictionary(pairs.map { ($0.old, $0) }) { first, _ in first }, free: freeNew,
      wholes: matcher.old, parts: matcher.new, isMerger: false
    ).divisions()
    merges = DivisionFinder(
      matcher: matcher, pairs: considered.map { .init(whole: $0.new, part: $0.old, pair: $0) },
      matched: Dictionary(pairs.map { ($0.new, $0) }) { first, _ in first }, free: freeOld,
      wholes: matcher.new, parts: matcher.old, isMerger: true
    ).divisions()
  }
}

internal import ControlModel

/// Finds which entry of the new edition takes the place of which entry of the old one.
///
/// Every pair that is worth a look gets a score out of how alike the texts are, whether the ids
/// and headings agree and whether they stand under headings that belong together. The best pair of
/// all is taken first, then the best of what is left. `docs/editions.md` has the numbers.
struct Matcher {
  /// Two entries that could belong together; all numbers 0…1000.
  struct Pair {
    var old: Int
    var new: Int
    var basis: TextBasis?
    /// How alike the texts of the basis are.
    var text: Int
    /// How alike the headings are.
    var title: Int
    /// Words that texts or headings share; few prove little.
    var sharedWords: Int
    /// Whether the ids are the same, or differ only in case and leading zeros.
    var hasSameID: Bool
    var score = 0
    /// How far the next best of either side is behind.
    var margin = 0
  }

  /// What counts for a score. Measured: see `docs/editions.md`.
  enum Points {
    static let sameID = 250
    static let sameTitle = 100
    static let sameParent = 120
    /// The columns of a table may repeat a statement.
    static let otherColumn = -100
    /// From here on two entries belong together.
    static let enough = 450
    /// Texts of other ids that are less alike are not considered.
    static let least = 150
  }

  let old: [Control]
  let new: [Control]
  private let indexes: [TextBasis: TextIndex]
  /// The pairs of one id, as `old · new.count + new`.
  private let sameID: Set<Int>

  init(old: [Control], new: [Control]) {
    self.old = old
    self.new = new
    sameID = Set(Self.sameIDs(old, new).map { $0.old * new.count + $0.new })
    indexes = Dictionary(
      uniqueKeysWithValues: TextBasis.allCases.map { basis in
        (basis, TextIndex(old: old.map(basis.text(of:)), new: new.map(basis.text(of:))))
      })
  }

  /// The pairs that belong together and all that were considered.
  func match() -> (chosen: [Pair], considered: [Pair]) {
    let pairs = candidates().map(compared).filter {
      $0.hasSameID || max($0.text, $0.title) >= Points.least
    }
    let first = chosen(scored(pairs, Parents(of: self, [])))
    var considered = scored(pairs, Parents(of: self, first))
    setMargins(&considered)
    return (chosen(considered), considered)
  }

  /// What two entries have in common on a basis.
  func overlap(_ basis: TextBasis, _ oldIndex: Int, _ newIndex: Int) -> TextIndex.Overlap? {
    indexes[basis]?.overlap(oldIndex, newIndex)
  }

  private func candidates() -> [(old: Int, new: Int)] {
    let names = (old: old.map(\.id.rawValue), new: new.map(\.id.rawValue))
    var seen: Set<Int> = []
    var pairs: [(old: Int, new: Int)] = []
    func add(_ pair: (old: Int, new: Int), _ isSure: Bool) {
      guard isSure || Self.sameSort(old[pair.old].kind, new[pair.new].kind) else { return }
      if seen.insert(pair.old * new.count + pair.new).inserted { pairs.append(pair) }
    }
    for pair in Self.sameIDs(old, new) { add(pair, true) }
    let byDigest = Self.digests(new)
    for (digest, index) in Self.digests(old) {
      if let other = byDigest[digest] { add((index, other), false) }
    }
    for basis in TextBasis.allCases {
      for pair in indexes[basis]?.candidates(names) ?? [] { add(pair, false) }
    }
    return pairs
  }

  /// The pairs of one id. Where case and leading zeros are all that differs, only those that nobody
  /// else could mean: `ID.AM-1` is `ID.AM-01`.
  private static func sameIDs(
    _ old: [Control], _ new: [Control]
  ) -> [(old: Int, new: Int)] {
    let byID = Dictionary(zip(new.map(\.id), new.indices)) { first, _ in first }
    var pairs: [(old: Int, new: Int)] = []
    for (index, control) in old.enumerated() {
      if let other = byID[control.id] { pairs.append((index, other)) }
    }
    let sameOld = Set(pairs.map(\.old))
    let sameNew = Set(pairs.map(\.new))
    let restNew = singles(new) { sameNew.contains($0) ? nil : plainID(new[$0].id) }
    let restOld = singles(old) { sameOld.contains($0) ? nil : plainID(old[$0].id) }
    for (name, index) in restOld {
      if let other = restNew[name] { pairs.append((index, other)) }
    }
    return pairs
  }

  /// The only entry with each name.
  private static func singles(
    _ controls: [Control], _ name: (Int) -> String?
  ) -> [String: Int] {
    var found: [String: Int?] = [:]
    for index in controls.indices {
      guard let name = name(index) else { continue }
      found.updateValue(found[name] == nil ? index : nil, forKey: name)
    }
    return found.compactMapValues(\.self)
  }

  /// An id in lower case, without zeros before numbers.
  private static func plainID(_ id: ControlID) -> String {
    var plain = ""
    var startsNumber = true
    for character in id.rawValue.lowercased() {
      if character == "0", startsNumber { continue }
      startsNumber = !character.isNumber
      plain.append(character)
    }
    return plain
  }

  /// The only entry with each digest.
  private static func digests(_ controls: [Control]) -> [String: Int] {
    singles(controls) { index in
      controls[index].statementSHA256.isEmpty ? nil : controls[index].statementSHA256
    }
  }

  private static func sameSort(_ one: Control.Kind, _ two: Control.Kind) -> Bool {
    func sort(_ kind: Control.Kind) -> Control.Kind { kind == .alternative ? .requirement : kind }
    return sort(one) == sort(two)
  }

  private func compared(_ pair: (old: Int, new: Int)) -> Pair {
    let one = old[pair.old]
    let two = new[pair.new]
    let title = indexes[.title]?.overlap(pair.old, pair.new)
    var result = Pair(
      old: pair.old, new: pair.new, basis: TextBasis.common(one, two), text: 0,
      title: title?.similarity ?? 0, sharedWords: title?.count ?? 0,
      hasSameID: sameID.contains(pair.old * new.count + pair.new))
    if let basis = result.basis, let overlap = overlap(basis, pair.old, pair.new) {
      result.text = overlap.similarity
      result.sharedWords = max(result.sharedWords, overlap.count)
    }
    // The digests know whether the publisher's words are the same, also where they are not here.
    if !one.statementSHA256.isEmpty, !two.statementSHA256.isEmpty {
      result.basis = .statement
      if one.statementSHA256 == two.statementSHA256 {
        result.text = 1000
        result.sharedWords = .max
      }
    }
    return result
  }

  private func scored(_ pairs: [Pair], _ parents: Parents) -> [Pair] {
    pairs.map { pair in
      var scored = pair
      scored.score = max(pair.text, pair.title * 3 / 4)
      if pair.hasSameID { scored.score += Points.sameID }
      if pair.title == 1000 { scored.score += Points.sameTitle }
      if parents.belongTogether(old[pair.old].parent, new[pair.new].parent) {
        scored.score += Points.sameParent
      }
      if isInOtherColumn(pair) { scored.score += Points.otherColumn }
      // Nothing can be compared but the ids.
      if pair.hasSameID, pair.basis == nil { scored.score = max(scored.score, Points.enough) }
      return scored
    }
  }

  /// Whether two indicators stand in columns of other names.
  private func isInOtherColumn(_ pair: Pair) -> Bool {
    let (one, two) = (old[pair.old], new[pair.new])
    return one.kind == .indicator && two.kind == .indicator && one.category != two.category
  }

  /// The best first; nobody twice. Equal scores are settled by the ids, the same in both directions.
  private func chosen(_ pairs: [Pair]) -> [Pair] {
    let ordered = pairs.filter { $0.score >= Points.enough }.map { ($0, names(of: $0)) }
      .sorted { left, right in
        if left.0.score != right.0.score { return left.0.score > right.0.score }
        if left.0.hasSameID != right.0.hasSameID { return left.0.hasSameID }
        return left.1 < right.1
      }
    var takenOld = Set<Int>()
    var takenNew = Set<Int>()
    return ordered.map(\.0).filter { pair in
      guard !takenOld.contains(pair.old), !takenNew.contains(pair.new) else { return false }
      takenOld.insert(pair.old)
      takenNew.insert(pair.new)
      return true
    }
  }

  private func names(of pair: Pair) -> (String, String) {
    let one = old[pair.old].id.rawValue
    let two = new[pair.new].id.rawValue
    return one < two ? (one, two) : (two, one)
  }

  private func setMargins(_ pairs: inout [Pair]) {
    var byOld: [Int: (Int, Int)] = [:]
    var byNew: [Int: (Int, Int)] = [:]
    func note(_ score: Int, _ best: inout (Int, Int)) {
      best = score > best.0 ? (score, best.0) : (best.0, max(best.1, score))
    }
    for pair in pairs {
      note(pair.score, &byOld[pair.old, default: (0, 0)])
      note(pair.score, &byNew[pair.new, default: (0, 0)])
    }
    func rival(_ score: Int, _ best: (Int, Int)?) -> Int {
      guard let best else { return 0 }
      return score == best.0 ? best.1 : best.0
    }
    for index in pairs.indices {
      let pair = pairs[index]
      let rival = max(rival(pair.score, byOld[pair.old]), rival(pair.score, byNew[pair.new]))
      pairs[index].margin = pair.score - rival
    }
  }
}

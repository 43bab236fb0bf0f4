public import ControlModel

/// How far a mapping set reaches, and how far it can be trusted.
public struct MappingStatistics: Sendable, Hashable {
  /// Requirements (and alternatives) that at least one pair reaches.
  public var reached: Int
  /// Requirements that the pairs can meet.
  public var meetable: Int
  /// Requirements (and alternatives) that practices can be paired with.
  public var requirements: Int
  /// Pairs, without those that say `none`.
  public var pairs: Int
  /// How many pairs say what.
  public var relations: [Relation: Int]
  /// How many pairs are how sure.
  public var confidence: [MappingPair.Confidence: Int]
  /// Pairs that some reviewer has judged as they are now.
  public var reviewed: Int
  /// Pairs that every reviewer who judged them agrees with.
  public var agreed: Int
  /// What two readings found apart from each other; nil when no pair records readings.
  public var agreement: ReadingAgreement?

  /// Counts.
  ///
  /// - Parameters:
  ///   - pairs: the pairs of the set, compositions carried out.
  ///   - catalog: the catalog that they lead to.
  ///   - practices: how many practices there are.
  ///   - reviews: what reviewers said of the set.
  public init(
    _ pairs: [MappingPair], to catalog: Catalog, practices: Int, reviews: [MappingReview]
  ) {
    let counted = pairs.filter { $0.relation != .none }
    let reach = MappingReach(catalog, counted)
    requirements = reach.assessable.count
    reached = reach.assessable.count { reach.isReached($0) }
    meetable = reach.assessable.count { reach.isMeetable($0) }
    self.pairs = counted.count
    relations = Dictionary(grouping: counted, by: \.relation).mapValues(\.count)
    confidence = Dictionary(grouping: counted, by: \.confidence).mapValues(\.count)
    var verdicts: [PairKey: [MappingReview.Verdict]] = [:]
    for verdict in reviews.flatMap(\.verdicts) {
      verdicts[verdict.pair, default: []].append(verdict)
    }
    let judged = counted.compactMap { pair in
      let current = (verdicts[pair.key] ?? []).filter { $0.isCurrent(for: pair) }
      return current.isEmpty ? nil : current
    }
    reviewed = judged.count
    agreed = judged.count { $0.allSatisfy { $0.judgement == .agree } }
    agreement = ReadingAgreement(pairs, cells: practices * requirements)
  }
}

/// Which requirements of a catalog the pairs reach, and which they can meet.
struct MappingReach {
  let assessable: [Control]
  private let byTarget: [ControlID: [MappingPair]]
  private let children: [String: [Control]]

  init(_ catalog: Catalog, _ pairs: [MappingPair]) {
    assessable = catalog.controls.filter { $0.kind == .requirement || $0.kind == .alternative }
    byTarget = Dictionary(grouping: pairs.filter { $0.relation != .none }, by: \.target)
    children = Dictionary(grouping: assessable, by: \.parent)
  }

  func pairs(of control: Control) -> [MappingPair] { byTarget[control.id] ?? [] }

  /// Whether a pair reaches it, or one of the children that it is assessed through.
  func isReached(_ control: Control) -> Bool {
    if !pairs(of: control).isEmpty { return true }
    guard control.combination != nil else { return false }
    return (children[control.id.rawValue] ?? []).contains(where: isReached)
  }

  /// The aspects that no practice meets whole.
  func openAspects(of control: Control) -> [Aspect] {
    let met = Set(pairs(of: control).filter { $0.share == 1 }.map(\.aspect))
    return control.aspects.filter { !met.contains($0.id) }
  }

  /// Whether fully working practices can bring its lower bound to 1.
  func isMeetable(_ control: Control) -> Bool {
    let own = pairs(of: control)
    if own.contains(where: { $0.aspect == nil && $0.share == 1 }) { return true }
    if !control.aspects.isEmpty, openAspects(of: control).isEmpty { return true }
    let parts = children[control.id.rawValue] ?? []
    switch control.combination {
    case .any: return parts.contains(where: isMeetable)
    case .all: return !parts.isEmpty && parts.allSatisfy(isMeetable)
    case nil: return false
    }
  }
}

/// How far two readings agree that were made apart from each other.
public struct ReadingAgreement: Sendable, Hashable {
  /// Pairs that both readers found.
  public var both: Int
  /// Pairs that only the first reader found.
  public var onlyFirst: Int
  /// Pairs that only the second reader found.
  public var onlySecond: Int
  /// Of the pairs that both found: those of the same class (whole or part).
  public var sameClass: Int
  /// Cohen's kappa of the class (whole, part, none) over every practice and requirement; nil when
  /// chance alone explains everything. −1…1.
  public var kappa: Double?
  /// Mean difference of the shares of the pairs that both found, 0…1; nil when there are none.
  public var meanShareDifference: Double?

  private enum Class: Int, CaseIterable { case none, part, whole }

  /// Compares the first two readings that pairs record; nil when none does. The two readers are those
  /// that most pairs begin with: pairs that others found later say nothing of how these two agree.
  ///
  /// - Parameter cells: how many practices there are times how many requirements; a practice and a
  ///   requirement that no reader paired count as agreed on `none`.
  init?(_ pairs: [MappingPair], cells: Int) {
    // Pairs that differ only in their condition are one pair to a reader.
    var seen: Set<PairKey> = []
    let begun = pairs.compactMap { pair -> (Provenance.Reading, Provenance.Reading)? in
      let key = PairKey(source: pair.source, target: pair.target, aspect: pair.aspect)
      guard seen.insert(key).inserted else { return nil }
      guard let readings = pair.provenance?.readings, readings.count >= 2 else { return nil }
      return (readings[0], readings[1])
    }
    let byReaders = Dictionary(grouping: begun) { [$0.0.reader, $0.1.reader] }
    guard
      let readings = byReaders.max(by: {
        ($0.value.count, $1.key.joined()) < ($1.value.count, $0.key.joined())
      })?.value
    else { return nil }
    var table = [[Int]](repeating: [0, 0, 0], count: 3)
    var differences: [Double] = []
    for (first, second) in readings {
      let (left, right) = (Self.classOf(first), Self.classOf(second))
      table[left.rawValue][right.rawValue] += 1
      if left != .none, right != .none { differences.append(abs(first.share - second.share)) }
    }
    table[0][0] += max(0, cells - readings.count)
    both = table[1][1] + table[1][2] + table[2][1] + table[2][2]
    sameClass = table[1][1] + table[2][2]
    onlyFirst = table[1][0] + table[2][0]
    onlySecond = table[0][1] + table[0][2]
    kappa = Self.kappa(table)
    meanShareDifference =
      differences.isEmpty ? nil : differences.sorted().reduce(0, +) / Double(differences.count)
  }

  private static func classOf(_ reading: Provenance.Reading) -> Class {
    if reading.relation == .none { return .none }
    return reading.relation.meetsWhole ? .whole : .part
  }

  /// Cohen (1960): agreement beyond chance, as a share of what lies beyond chance.
  private static func kappa(_ table: [[Int]]) -> Double? {
    let total = Double(table.flatMap(\.self).reduce(0, +))
    guard total > 0 else { return nil }
    let observed = Double(table.indices.map { table[$0][$0] }.reduce(0, +)) / total
    let expected = table.indices.map { index -> Double in
      let row = Double(table[index].reduce(0, +))
      let column = Double(table.map { $0[index] }.reduce(0, +))
      return row * column / (total * total)
    }.reduce(0, +)
    guard expected < 1 else { return nil }
    return (observed - expected) / (1 - expected)
  }
}

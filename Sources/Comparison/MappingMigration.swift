public import ControlModel

/// A mapping set carried over to another edition of one of its catalogs.
public struct MappingMigration: Sendable {
  /// The set for the new edition, with the pairs that could be carried.
  public private(set) var set: MappingSet
  /// The pairs that could not, with the reason.
  public private(set) var open: [(pair: MappingPair, reason: String)] = []
  /// Carried pairs that somebody should look at, with what is different.
  public private(set) var doubtful: [(pair: MappingPair, caveats: String)] = []

  /// Carries a set over.
  ///
  /// - Parameters:
  ///   - old: a set whose source or target is the old edition.
  ///   - map: where its controls go.
  ///   - today: the day, for the provenance.
  /// - Returns: nil when the set has neither end in the old edition, or has no pairs of its own.
  public init?(_ old: MappingSet, along map: EditionMap, today: CalendarDate) {
    let from = map.difference.old.id.rawValue
    let new = map.difference.new
    let isTarget = old.target.kind == .catalog && old.target.id == from
    let isSource = old.source.kind == .catalog && old.source.id == from
    guard isTarget != isSource, old.composition == nil else { return nil }
    set = old
    let end = MappingSet.Endpoint(.catalog, id: new.id.rawValue, version: new.version)
    if isTarget { set.target = end } else { set.source = end }
    let other = isTarget ? old.source.id : old.target.id
    set.id = MappingSetID(
      isTarget ? "\(Self.name(old, other))-to-\(new.id)" : "\(new.id)-to-\(other)")
    set.title = "\(old.title.isEmpty ? old.id.rawValue : old.title), carried over to \(new.id)"
    set.status = "draft"
    set.method = .automation
    set.provenance = Provenance(
      by: "counterweight mapping migrate", date: today.description, basis: .derived,
      note: old.provenance.note.isEmpty
        ? "Carried over from \(old.id)."
        : "Carried over from \(old.id). \(old.provenance.note)")
    set.pairs = []
    let aspects = Dictionary(
      new.controls.map { ($0.id, Set($0.aspects.map(\.id))) }, uniquingKeysWith: { one, _ in one })
    for pair in old.pairs {
      let id = isTarget ? pair.target : ControlID(pair.source)
      switch map.destination(of: id) {
      case .review(let reason): open.append((pair, reason))
      case .sure(let target, let basis, let caveats):
        if isTarget, let aspect = pair.aspect, aspects[ControlID(target)]?.contains(aspect) != true
        {
          open.append((pair, "\(target) has no aspect '\(aspect)'"))
          continue
        }
        let end = isTarget ? (pair.source, target) : (target, pair.target.rawValue)
        if set.pairs.contains(where: {
          ($0.source, $0.target.rawValue) == end && $0.aspect == pair.aspect && $0.when == pair.when
        }) {
          open.append((pair, "another pair was carried to \(target) already"))
          continue
        }
        add(pair, isTarget, target, basis, caveats, old.id, today)
      }
    }
  }

  /// `practices` for a library of practices, as the shipped sets are named; else the id.
  private static func name(_ set: MappingSet, _ id: String) -> String {
    set.source.kind == .practices ? "practices" : id
  }

  private mutating func add(
    _ old: MappingPair, _ isTarget: Bool, _ id: String, _ basis: String, _ caveats: [String],
    _ origin: MappingSetID, _ today: CalendarDate
  ) {
    var pair = old
    let before = isTarget ? old.target.rawValue : old.source
    if isTarget { pair.target = ControlID(id) } else { pair.source = id }
    let remark = caveats.isEmpty ? "" : " To review: \(caveats.joined(separator: "; "))."
    pair.provenance = Provenance(
      by: "counterweight mapping migrate", date: today.description, basis: .derived,
      note: "Carried over from \(before) of \(origin) by \(basis).\(remark)")
    if !caveats.isEmpty {
      pair.confidence = .low
      doubtful.append((pair, caveats.joined(separator: "; ")))
    }
    set.pairs.append(pair)
  }
}

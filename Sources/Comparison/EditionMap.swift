public import ControlModel

/// Where what was said of an old edition goes in the new one.
///
/// A mapping set between the two editions is asked first: where its publisher or a reviewer says
/// that two controls are equal or equivalent, that is certain. Then the texts decide.
public struct EditionMap: Sendable {
  /// Where a control, group or level goes.
  public enum Destination: Sendable, Hashable {
    /// As good as certain; `caveats` say what is different there all the same.
    case sure(String, basis: String, caveats: [String])
    /// Somebody has to decide.
    case review(String)
  }

  /// The difference of the editions.
  public let difference: EditionDifference
  private let pairs: [ControlID: Counterpart]
  private let groups: [String: Counterpart]
  private let crosswalk: [ControlID: [Link]]
  private let left: [ControlID: Unpaired]

  private struct Link {
    var target: ControlID
    var relation: Relation
    var isReviewed: Bool
    var set: MappingSetID
  }

  /// Makes the map.
  ///
  /// - Parameter sets: mapping sets; those between the two editions are used.
  public init(_ difference: EditionDifference, sets: [MappingSet] = []) {
    self.difference = difference
    pairs = Dictionary(difference.counterparts.map { ($0.old.id, $0) }) { first, _ in first }
    groups = Dictionary(difference.groups.map { ($0.old.id.rawValue, $0) }) { first, _ in first }
    left = Dictionary(difference.removed.map { ($0.control.id, $0) }) { first, _ in first }
    var links: [ControlID: [Link]] = [:]
    for set in sets.sorted(by: { $0.id < $1.id }) {
      for (old, link) in Self.links(set, difference) { links[old, default: []].append(link) }
    }
    crosswalk = links
  }

  /// The pairs of a set that joins the two editions, read from old to new.
  private static func links(
    _ set: MappingSet, _ difference: EditionDifference
  ) -> [(ControlID, Link)] {
    guard set.source.kind == .catalog, set.target.kind == .catalog else { return [] }
    let old = difference.old.id.rawValue
    let new = difference.new.id.rawValue
    let isForward = set.source.id == old && set.target.id == new
    guard isForward || (set.source.id == new && set.target.id == old) else { return [] }
    return set.pairs.filter { $0.relation != .none }.map { pair in
      let provenance = pair.provenance ?? set.provenance
      let isReviewed = provenance.basis == .official || provenance.isReviewed
      let source = ControlID(pair.source)
      let relation = isForward ? pair.relation : pair.relation.inverse
      return (
        isForward ? source : pair.target,
        Link(
          target: isForward ? pair.target : source, relation: relation, isReviewed: isReviewed,
          set: set.id)
      )
    }
  }

  /// Where a control goes.
  public func destination(of id: ControlID) -> Destination {
    let links = crosswalk[id] ?? []
    let same = links.filter { $0.relation == .equal || $0.relation == .equivalent }
    if let link = same.first, links.count == 1, link.isReviewed,
      difference.new.controls.contains(where: { $0.id == link.target })
    {
      return .sure(
        link.target.rawValue, basis: "the mapping set \(link.set)",
        caveats: caveats(id, link.target))
    }
    guard let pair = pairs[id] else { return .review(reason(id, links)) }
    guard links.isEmpty || links.contains(where: { $0.target == pair.new.id }) else {
      let others = links.map(\.target.rawValue).joined(separator: ", ")
      return .review(
        "the texts lead to \(pair.new.id), the mapping set \(links[0].set) to \(others)")
    }
    guard pair.confidence == .sure else {
      return .review(
        "\(pair.confidence.rawValue): \(pair.new.id), \(pair.similarity / 10) % alike by "
          + (pair.basis?.rawValue ?? "id alone"))
    }
    return .sure(
      pair.new.id.rawValue, basis: "its \(pair.basis?.rawValue ?? "id")",
      caveats: caveats(id, pair.new.id))
  }

  /// Where a group goes.
  public func destination(ofGroup id: GroupID) -> Destination {
    guard let pair = groups[id.rawValue] else {
      return .review("the new edition has no group like '\(id)'")
    }
    guard pair.confidence == .sure || holdsTheSame(pair) else {
      return .review("\(pair.confidence.rawValue): the group \(pair.new.id)")
    }
    return .sure(pair.new.id.rawValue, basis: "its heading", caveats: [])
  }

  /// Whether what a group held is, for all that is sure, in its counterpart now.
  private func holdsTheSame(_ group: Counterpart) -> Bool {
    let entries = difference.counterparts.filter {
      $0.confidence == .sure && $0.old.parent == group.old.id.rawValue
    }
    return group.confidence == .likely && !entries.isEmpty
      && entries.allSatisfy { $0.new.parent == group.new.id.rawValue }
  }

  /// Where a level goes: the levels of editions are known by their ids.
  public func destination(ofLevel id: String) -> Destination {
    difference.new.levels.contains { $0.id == id }
      ? .sure(id, basis: "its id", caveats: []) : .review("the new edition has no level '\(id)'")
  }

  /// What is different where a control goes, as far as it bears on what was said of the old one.
  private func caveats(_ id: ControlID, _ target: ControlID) -> [String] {
    guard let pair = pairs[id], pair.new.id == target else {
      return ["the texts do not show it: compare the wording"]
    }
    var caveats: [String] = []
    if pair.changes.contains(.reworded) {
      let alike = pair.words == nil ? "" : " (\(pair.similarity / 10) % alike)"
      caveats.append("reworded\(alike) by \(pair.basis?.rawValue ?? "id")")
    }
    for change in [Counterpart.Change.obligation, .level] where pair.changes.contains(change) {
      let sides = pair.sides(of: change)
      caveats.append("\(change.rawValue): \(sides.old) → \(sides.new)")
    }
    if pair.basis == .title { caveats.append("only the headings could be compared") }
    for link in crosswalk[id] ?? [] where link.relation != .equal && link.relation != .equivalent {
      caveats.append("the mapping set \(link.set) says \(link.relation.rawValue)")
    }
    if difference.splits.contains(where: { $0.whole == id }) {
      caveats.append("it seems to be split in the new edition")
    }
    return caveats
  }

  private func reason(_ id: ControlID, _ links: [Link]) -> String {
    if !links.isEmpty {
      let targets = links.map { "\($0.relation.rawValue) \($0.target)" }
      return "the mapping set \(links[0].set) says: \(targets.joined(separator: ", "))"
    }
    guard let one = left[id] else { return "the old edition has no control '\(id)'" }
    if let split = difference.splits.first(where: { $0.whole == id }) {
      return "it seems to be split into \(split.parts.map(\.rawValue).joined(separator: ", "))"
    }
    if let merger = difference.merges.first(where: { $0.parts.contains(id) }) {
      return "it seems to be merged into \(merger.whole)"
    }
    guard !one.candidates.isEmpty else {
      return one.idIsReused
        ? "the new edition uses this id for something else, and has nothing like it"
        : "the new edition has nothing like it"
    }
    return "could be \(one.candidates.map(\.id.rawValue).joined(separator: ", "))"
  }
}

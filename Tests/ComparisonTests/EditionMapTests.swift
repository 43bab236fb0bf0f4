import Comparison
import ControlModel
import Testing

/// Where what was said of an old edition goes: what a mapping set says, what the texts say, and
/// where the two do not agree.
@Suite struct EditionMapTests {
  private static let text = "Encrypt the weights at rest with keys that a hardware module keeps"
  private static let other = "Train all members of staff about social engineering every year"

  private func catalog(
    _ id: CatalogID, _ controls: [Control], groups: [Group] = []
  ) -> Catalog {
    Catalog(
      id: id, title: "C", conformance: .modality, levels: [Level(id: "L1")], groups: groups,
      controls: controls)
  }

  private func set(
    _ pairs: [(String, Relation, String)], isOfficial: Bool = true, back: Bool = false
  ) -> MappingSet {
    let ends = ["old", "new"].map { MappingSet.Endpoint(.catalog, id: $0) }
    return MappingSet(
      id: "set", title: "Set", source: ends[back ? 1 : 0], target: ends[back ? 0 : 1],
      provenance: Provenance(by: "x", basis: isOfficial ? .official : .derived),
      pairs: pairs.map { MappingPair(source: $0, target: ControlID($2), relation: $1) })
  }

  private func map(
    _ old: [Control], _ new: [Control], _ sets: [MappingSet] = []
  ) -> EditionMap {
    EditionMap(
      EditionDifference(from: catalog("old", old), to: catalog("new", new)), sets: sets)
  }

  private func review(_ destination: EditionMap.Destination) -> String? {
    if case .review(let reason) = destination { return reason }
    return nil
  }

  private func caveats(_ destination: EditionMap.Destination, to id: String) -> [String]? {
    guard case .sure(let target, _, let caveats) = destination, target == id else { return nil }
    return caveats
  }

  /// The texts say nothing of `1` and `9`: only a set joins them.
  private static let apart = (
    old: [Control(id: "1", statement: text), Control(id: "2", statement: other)],
    new: [Control(id: "9", statement: "Nobody enters alone, and visitors sign a book at the door")]
  )

  @Test func aPublishersEqualityIsEnough() {
    let (old, new) = Self.apart
    for relation in [Relation.equal, .equivalent] {
      let sure = map(old, new, [set([("1", relation, "9")])]).destination(of: "1")
      #expect(caveats(sure, to: "9") == ["the texts do not show it: compare the wording"])
    }
    #expect(review(map(old, new).destination(of: "1")) == "the new edition has nothing like it")
    #expect(
      review(map(old, new).destination(of: "0")) == "the old edition has no control '0'")
  }

  @Test(arguments: [Relation.subset, .superset, .intersects])
  func lessThanEqualityIsNot(_ relation: Relation) {
    let (old, new) = Self.apart
    let said = map(old, new, [set([("1", relation, "9")])]).destination(of: "1")
    #expect(review(said) == "the mapping set set says: \(relation.rawValue) 9")
    // A set from the new edition to the old one is read the other way round.
    let back = map(old, new, [set([("9", relation, "1")], back: true)]).destination(of: "1")
    #expect(review(back) == "the mapping set set says: \(relation.inverse.rawValue) 9")
  }

  @Test func equalityWithTwoUnreviewedOrAbsentControlsIsNot() {
    let (old, new) = Self.apart
    let two = new + [Control(id: "8", statement: "Drills are held in spring")]
    let both = set([("1", .equal, "9"), ("1", .equal, "8")])
    #expect(review(map(old, two, [both]).destination(of: "1")) != nil)
    let own = set([("1", .equal, "9")], isOfficial: false)
    #expect(review(map(old, new, [own]).destination(of: "1")) != nil)
    let gone = set([("1", .equal, "7")])
    #expect(review(map(old, new, [gone]).destination(of: "1")) != nil)
    // A pair that says 'none' says nothing of where it goes.
    let none = set([("1", .equal, "9"), ("1", .none, "8")])
    #expect(caveats(map(old, two, [none]).destination(of: "1"), to: "9") != nil)
  }

  @Test func textsAndSetsMustAgree() {
    let old = [Control(id: "1", statement: Self.text)]
    let new = [Control(id: "5", statement: Self.text), Control(id: "6", statement: Self.other)]
    #expect(caveats(map(old, new).destination(of: "1"), to: "5") == [])
    let against = map(old, new, [set([("1", .subset, "6")])]).destination(of: "1")
    #expect(review(against) == "the texts lead to 5, the mapping set set to 6")
    let with = map(old, new, [set([("1", .subset, "5")])]).destination(of: "1")
    #expect(caveats(with, to: "5") == ["the mapping set set says subset"])
  }

  @Test func whatIsDifferentIsSaid() {
    let old = [
      Control(id: "1", statement: "\(Self.text) shall", modality: .required, level: "L1"),
      Control(id: "2", title: "Clock synchronisation of servers"),
    ]
    let new = [
      Control(id: "1", statement: "\(Self.text) should", modality: .recommended, level: "L2"),
      Control(id: "2", title: "Clock synchronisation of servers"),
    ]
    let map = map(old, new)
    let said = caveats(map.destination(of: "1"), to: "1") ?? []
    #expect(said.count == 3, "\(said)")
    #expect(said.first?.hasPrefix("reworded (") == true)
    #expect(said.contains { $0.hasPrefix("obligation: required → recommended") }, "\(said)")
    #expect(said.contains { $0.hasPrefix("level: L1 → L2") })
    #expect(
      caveats(map.destination(of: "2"), to: "2") == ["only the headings could be compared"])
  }

  @Test func aSplitIsSaid() {
    let first = "Monitor access to weight storage around the clock and alert the security team"
    let second = "Rotate credentials of service accounts every thirty days without exception"
    let whole = [Control(id: "1", statement: "\(first). \(second).")]
    let kept = map(
      whole, [Control(id: "1", statement: first), Control(id: "3", statement: second)])
    #expect(
      caveats(kept.destination(of: "1"), to: "1")?.last == "it seems to be split in the new edition"
    )
    let back = map(
      [Control(id: "1", statement: first), Control(id: "3", statement: second)], whole)
    #expect(review(back.destination(of: "3")) == "it seems to be merged into 1")
  }

  @Test func groupsAndLevelsGoByWhatTheyHold() {
    func edition(_ id: CatalogID, _ group: GroupID, _ title: String, _ parent: String) -> Catalog {
      catalog(
        id,
        [
          Control(id: "1", parent: parent, statement: Self.text),
          Control(id: "2", parent: parent, statement: Self.other),
        ], groups: [Group(id: group, title: title), Group(id: "x", title: "Quite other things")])
    }
    let old = edition("old", "keys", "Keeping of the keys", "keys")
    let same = EditionMap(
      EditionDifference(from: old, to: edition("new", "k", old.groups[0].title, "k")))
    #expect(caveats(same.destination(ofGroup: "keys"), to: "k") == [])
    #expect(review(same.destination(ofGroup: "gone")) == "the new edition has no group like 'gone'")
    #expect(caveats(same.destination(ofLevel: "L1"), to: "L1") == [])
    #expect(review(same.destination(ofLevel: "L2")) == "the new edition has no level 'L2'")
  }
}

import Comparison
import ControlModel
import Testing

@Suite struct MappingMigrationTests {
  private static let texts = [
    "Encrypt the weights at rest with keys that a hardware module keeps",
    "Train all members of staff about social engineering every year",
  ]

  /// `1` becomes `5` with an aspect less, `2` becomes `6` in other words.
  private static let map: EditionMap = {
    let old = Catalog(
      id: "old", title: "Old", conformance: .modality,
      controls: [
        Control(id: "1", statement: texts[0], aspects: [Aspect(id: "a"), Aspect(id: "b")]),
        Control(id: "2", statement: texts[1]),
      ])
    let new = Catalog(
      id: "new", title: "New", version: "2", conformance: .modality,
      controls: [
        Control(id: "5", statement: texts[0], aspects: [Aspect(id: "a")]),
        Control(id: "6", statement: texts[1] + " twice"),
      ])
    return EditionMap(EditionDifference(from: old, to: new))
  }()

  private func pair(
    _ source: String, _ target: ControlID, aspect: AspectID? = nil, when: Condition? = nil
  ) -> MappingPair {
    MappingPair(source: source, target: target, relation: .intersects, aspect: aspect, when: when)
  }

  private func migrated(_ pairs: [MappingPair]) throws -> MappingMigration {
    let set = MappingSet(
      id: "p-to-old", title: "P", source: .init(.practices, id: "practices"),
      target: .init(.catalog, id: "old"), provenance: Provenance(by: "x", basis: .ownReading),
      pairs: pairs)
    let today = try #require(CalendarDate("2026-01-01"))
    return try #require(MappingMigration(set, along: Self.map, today: today))
  }

  @Test func eachPairIsCarriedOrLeftWithAReason() throws {
    let result = try migrated([
      pair("p", "1", aspect: "a"), pair("p", "1", aspect: "b"), pair("p", "1"), pair("p", "2"),
      pair("p", "3"),
    ])
    #expect(result.set.id == "practices-to-new")
    #expect(result.set.target == .init(.catalog, id: "new", version: "2"))
    #expect(result.set.source.id == "practices")
    #expect(
      result.set.pairs.map { "\($0.target) \($0.aspect.map(\.rawValue) ?? "")" }
        == ["5 a", "5 ", "6 "])
    #expect(
      result.open.map(\.reason) == ["5 has no aspect 'b'", "the old edition has no control '3'"])
    // Only what is different in the new edition is doubtful.
    #expect(result.doubtful.map(\.pair.target) == ["6"])
    #expect(result.set.pairs.map { $0.confidence == .low } == [false, false, true])
    #expect(result.set.pairs.allSatisfy { $0.provenance?.basis == .derived })
    #expect(result.set.pairs[2].provenance?.note.contains(" To review: reworded") == true)
  }

  @Test func pairsThatDifferOnlyInTheirConditionStayApart() throws {
    let one = try migrated([
      pair("p", "2", when: Condition(parameter: "n", comparison: .atLeast, value: "1")),
      pair("p", "2", when: Condition(parameter: "n", comparison: .atLeast, value: "2")),
      pair("p", "2"),
    ])
    #expect(one.set.pairs.count == 3 && one.open.isEmpty)
    let twice = try migrated([pair("p", "2"), pair("p", "2")])
    #expect(twice.set.pairs.count == 1)
    #expect(twice.open.map(\.reason) == ["another pair was carried to 6 already"])
  }

  @Test func aSetFromTheOldEditionKeepsItsTarget() throws {
    let set = MappingSet(
      id: "old-to-far", title: "", source: .init(.catalog, id: "old"),
      target: .init(.catalog, id: "far"), provenance: Provenance(by: "x", basis: .ownReading),
      pairs: [MappingPair(source: "1", target: "F", relation: .equal)])
    let today = try #require(CalendarDate("2026-01-01"))
    let result = try #require(MappingMigration(set, along: Self.map, today: today))
    #expect(result.set.id == "new-to-far")
    #expect([result.set.source.id, result.set.target.id] == ["new", "far"])
    #expect(result.set.pairs.map { "\($0.source)>\($0.target)" } == ["5>F"])
    var elsewhere = set
    elsewhere.source.id = "else"
    #expect(MappingMigration(elsewhere, along: Self.map, today: today) == nil)
  }
}

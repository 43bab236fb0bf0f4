import ControlModel
import Diagnostics
import OSCAL
import Testing

@Suite struct MappingConversionTests {
  private func convert(
    _ maps: String, _ catalogs: [String: OSCALCatalog] = [:]
  ) throws -> OSCALMappingConversion {
    let text = """
      <mapping-collection xmlns="http://csrc.nist.gov/ns/oscal/1.0"
        uuid="00000000-0000-4000-8000-000000000001">
        <metadata><title>Gardens to parks</title><last-modified>2026-01-02T00:00:00Z</last-modified>
          <version>1</version><oscal-version>1.2.0</oscal-version></metadata>
        <provenance method="hybrid" matching-rationale="semantic" status="draft"><mapping-description><p>As we see it.</p></mapping-description>
        </provenance>
        <mapping uuid="00000000-0000-4000-8000-000000000002">
          <source-resource type="catalog" href="gardens.xml"/>
          <target-resource type="catalog" href="parks.xml"/>
          \(maps)
        </mapping>
      </mapping-collection>
      """
    let reading = try OSCALReader.read(Array(text.utf8), file: "m.xml")
    guard case .mappingCollection(let collection) = reading.document else {
      throw Refusal("x", "no collection")
    }
    return OSCALMappingConversion(collection, id: nil, catalogs: catalogs, file: "m.xml")
  }

  private func map(
    _ relation: String, _ sources: [String], _ targets: [String], _ more: String = ""
  ) -> String {
    let items =
      sources.map { #"<source type="control" id-ref="\#($0)"/>"# }
      + targets.map { #"<target type="control" id-ref="\#($0)"/>"# }
    return """
      <map uuid="00000000-0000-4000-8000-000000000003">
      <relationship>\(relation)</relationship>\(items.joined())\(more)</map>
      """
  }

  @Test("keeps relation, share and ends of a pair of two controls")
  func pairs() throws {
    let conversion = try convert(
      map("subset-of", ["#b-1"], ["p-1"], "<coverage>0.4</coverage>")
        + map("equal", ["b-2"], ["p-2"]) + map("intersects-with", ["b-3"], ["p-3"])
        + map("no-relationship", ["b-4"], ["p-4"]))
    let set = try #require(conversion.sets.first)
    #expect(set.source.id == "gardens" && set.target.id == "parks")
    #expect(set.method == .hybrid && set.provenance.basis == .thirdParty)
    #expect(set.pairs.map(\.relation) == [.subset, .equal, .intersects, .none])
    #expect(set.pairs.map(\.source) == ["b-1", "b-2", "b-3", "b-4"])
    #expect(set.pairs[0].share == 0.4)
    #expect(!set.pairs[2].isShareKnown)
    #expect(conversion.diagnostics.isEmpty)
  }

  @Test(
    "says of single controls only what follows from the sets",
    arguments: [
      ("equal-to", 1, 2, Relation.superset), ("equal-to", 2, 1, .subset),
      ("equal-to", 2, 2, .intersects), ("superset-of", 1, 2, .superset),
      ("superset-of", 2, 1, .intersects), ("subset-of", 2, 1, .subset),
      ("subset-of", 1, 2, .intersects), ("intersects-with", 2, 2, .intersects),
    ])
  func sets(_ word: String, sources: Int, targets: Int, relation: Relation) throws {
    let conversion = try convert(
      map(word, (1...sources).map { "b-\($0)" }, (1...targets).map { "p-\($0)" }))
    let pairs = try #require(conversion.sets.first).pairs
    #expect(pairs.count == sources * targets)
    #expect(Set(pairs.map(\.relation)) == [relation])
  }

  @Test("tells wrong relations, statements and doubles by line")
  func problems() throws {
    let conversion = try convert(
      map("equals-to", ["b-1"], ["p-1"]) + map("equal-to", ["b-1"], ["p-1"])
        + map("equal-to", ["b-1"], ["p-1"]) + map("subset-of", ["b-1"], ["p-1"]))
    #expect(
      conversion.diagnostics.map(\.id) == ["mapping-relation", "mapping-twice", "mapping-twice"])
    #expect(
      conversion.diagnostics.last?.summary
        == "map 4: pairs b-1 with p-1 once more, as 'subset': 'equal' of map 2 is kept")
    #expect(conversion.diagnostics.allSatisfy { ($0.location?.line ?? 0) > 8 })
    #expect(conversion.diagnostics[0].hints.first == "did you mean 'equal-to'?")
    #expect(conversion.sets.first?.pairs.count == 1)
    #expect(conversion.diagnostics.allSatisfy { $0.severity == .warning })
    let nothing = try convert(map("equals-to", ["b-1"], ["p-1"]))
    #expect(nothing.diagnostics.map(\.id) == ["mapping-relation", "mapping-empty"])
    #expect(nothing.diagnostics.last?.severity == .error)
  }

  @Test("leaves out pairs of controls that the catalogs do not have")
  func unknownControls() throws {
    let text = """
      <catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0"
          uuid="00000000-0000-4000-8000-000000000009"><metadata><title>Gardens</title>
        <last-modified>2026-01-02T00:00:00Z</last-modified><version>1</version>
        <oscal-version>1.2.0</oscal-version></metadata>
        <control id="b-1"><title>Beds</title></control></catalog>
      """
    guard case .catalog(let gardens) = try OSCALReader.read(Array(text.utf8), file: "g").document
    else { throw Refusal("x", "no catalog") }
    let maps = map("equal", ["b-1"], ["p-1"]) + map("equal", ["b-11"], ["p-1"])
    let conversion = try convert(maps, ["gardens.xml": gardens])
    #expect(conversion.sets.first?.pairs.map(\.source) == ["b-1"])
    #expect(conversion.diagnostics.map(\.id) == ["mapping-unknown-control"])
    #expect(conversion.diagnostics.map(\.severity) == [.warning])
  }
}

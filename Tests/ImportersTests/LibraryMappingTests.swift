import ControlModel
import Diagnostics
import Importers
import Testing

@Suite("Mapping sets of CISO Assistant's libraries, and what is left out of them")
struct LibraryMappingTests {
  private static func mapping(_ rows: [(String, String?, String)]) -> String {
    LibraryShapeTests.library(
      "map",
      """
        requirement_mapping_sets:
        - urn: urn:acme:risk:req_mapping_set:gates-to-doors
          description: Compared by hand.
          source_framework_urn: urn:acme:risk:framework:gates
          target_framework_urn: urn:acme:risk:framework:doors
          requirement_mappings:

      """
        + rows.map { source, relation, target in
          "    - {source_requirement_urn: \"urn:acme:risk:req_node:gates:\(source)\", "
            + "target_requirement_urn: \(target), relationship: \(relation ?? "")}\n"
        }.joined())
  }

  @Test("Relations in other spellings; a row that says none is left out, and the rest stays")
  func readsRelations() throws {
    let spelled: [(String, Relation)] = [
      ("Equal", .equal), ("equals", .equal), ("equal-to", .equal), ("identical", .equal),
      ("equivalent", .equivalent), ("equivalent_to", .equivalent), ("'subset of'", .subset),
      ("subset", .subset), ("SUPERSET", .superset), ("superset-of", .superset),
      ("intersect", .intersects), ("intersects", .intersects), ("intersects_with", .intersects),
      ("intersection", .intersects), ("not related", .none), ("none", .none),
      ("no-relation", .none), ("no-relationship", .none), ("unrelated", .none),
    ]
    var rows = spelled.enumerated().map { ("n\($0)", String?($1.0), "t") }
    rows += [("x", "partial", "t"), ("y", nil, "t"), ("z", "equal", "")]
    let result = try LibraryShapeTests.read(Self.mapping(rows))
    let set = try #require(result.mappings.first)
    #expect(set.pairs.map(\.relation) == spelled.map(\.1))
    #expect(set.provenance.note.hasSuffix(" Compared by hand."))
    let told = result.diagnostics.filter { $0.id != "absent-catalog" }
    #expect(told.map(\.id) == ["library-relation", "library-relation", "library-row"])
    #expect(
      zip(told, [20, 21, 22]).allSatisfy { diagnostic, number in
        diagnostic.severity == .warning && diagnostic.summary.hasPrefix("row \(number)")
      })
    #expect(throws: Refusal.self) {
      try LibraryShapeTests.read(Self.mapping([("x", "partial", "t")]))
    }
  }

  @Test("Rows that write URNs as the older converter did find their nodes")
  func findsRespelledNodes() throws {
    let (gates, _) = try LibraryShapeTests.catalog([
      LibraryShapeTests.node("in_out", "assessable: true, ref_id: In/Out"),
      LibraryShapeTests.node("a_b", "assessable: true, ref_id: A_B"),
      LibraryShapeTests.node("a+b", "assessable: true, ref_id: A+B"),
    ])
    let result = try LibraryShapeTests.read(
      Self.mapping([("In/Out", "equal", "t"), ("a+b", "equal", "t"), ("a/b", "equal", "t")]),
      taking: [gates])
    // The last one could be two.
    #expect(result.mappings.first?.pairs.map(\.source) == ["In/Out", "A+B"])
    #expect(result.diagnostics.map(\.id).contains("library-spelling"))
    #expect(result.diagnostics.map(\.id).contains("library-dangling"))
  }

  @Test("Two sets of one library that lead in opposite directions are compared")
  func comparesDirections() throws {
    func set(_ from: String, _ to: String, _ rows: [(String, String, String)]) -> String {
      "  - urn: urn:acme:risk:req_mapping_set:\(from)-to-\(to)\n"
        + "    source_framework_urn: urn:acme:risk:framework:\(from)\n"
        + "    target_framework_urn: urn:acme:risk:framework:\(to)\n    requirement_mappings:\n"
        + rows.map {
          "    - {source_requirement_urn: \"urn:acme:risk:req_node:\(from):\($0)\", "
            + "target_requirement_urn: \"urn:acme:risk:req_node:\(to):\($1)\", relationship: \($2)}\n"
        }.joined()
    }
    let forth = set(
      "gates", "doors", [("1", "a", "subset"), ("2", "b", "equal"), ("3", "c", "subset")])
    let back = set("doors", "gates", [("a", "1", "superset"), ("b", "2", "intersect")])
    let text = LibraryShapeTests.library(
      "map", "  requirement_mapping_sets:\n" + forth + back)
    let told = try LibraryShapeTests.read(text).diagnostics.filter { $0.id == "library-revert" }
    #expect(
      told.map(\.summary) == [
        "row 2 says 'equal', but row 2 the other way round says 'intersects'",
        "row 3 has no row the other way round",
      ])
    // One name cannot be that of both.
    var request = FieldRequest(id: "mine", today: try #require(CalendarDate("2026-02-03")))
    request.catalogs = { [] }
    let file = FieldFile(name: "library.yaml", bytes: Array(text.utf8))
    #expect(throws: Refusal.self) { try CISOAssistantFormat().read(file, request) }
  }

  @Test("What a library says and ours has no place for is counted")
  func countsLeftOut() throws {
    let rows = Self.mapping([("n", "equal, colour: red", "t"), ("m", "equal, colour: blue", "t")])
    #expect(
      try LibraryShapeTests.read(rows).diagnostics.contains { $0.summary.contains("row colour 2") })
    let text = LibraryShapeTests.framework(
      "gates", [LibraryShapeTests.node("a", "ref_id: A, colour: red")]
    ).replacing("    min_score: 1", with: "    min_score: 1\n    annotation: Kept by hand.")
    let result = try LibraryShapeTests.read(text)
    #expect(result.catalogs.first?.notes.contains("Kept by hand.") == true)
    #expect(
      result.diagnostics.contains { $0.summary.contains("node colour 1") }, "\(result.diagnostics)")
  }
}

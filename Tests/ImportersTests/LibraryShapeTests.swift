import ControlModel
import Diagnostics
import Digests
import Importers
import NativeFormats
import Testing
import Validation

@Suite("Libraries of CISO Assistant in all the shapes that its loader takes")
struct LibraryShapeTests {
  static func library(_ name: String, locale: String = "en", _ objects: String) -> String {
    """
    urn: urn:acme:risk:library:\(name)
    locale: \(locale)
    name: \(name)
    version: 1
    dependencies: [urn:acme:risk:library:base]
    objects:
    \(objects)

    """
  }

  static func framework(
    _ name: String, locale: String = "en", _ nodes: [String]
  ) -> String {
    library(
      name, locale: locale,
      """
        framework:
          urn: urn:acme:risk:framework:\(name)
          ref_id: \(name)
          min_score: 1
          requirement_nodes:

      """ + nodes.map { "      - \($0)\n" }.joined())
  }

  static func node(_ end: String, _ rest: String) -> String {
    "{urn: \"urn:acme:risk:req_node:gates:\(end)\", \(rest)}"
  }

  static func read(_ text: String, taking catalogs: [Catalog] = [], taken: [CatalogID] = []) throws
    -> FieldImport
  {
    let file = FieldFile(name: "library.yaml", bytes: Array(text.utf8))
    let format = try #require(FieldFormatRegistry.format(of: file))
    var request = FieldRequest(today: try #require(CalendarDate("2026-02-03")))
    request.catalogs = { catalogs }
    request.taken = Set(taken)
    return try format.read(file, request)
  }

  static func catalog(_ nodes: [String]) throws -> (Catalog, [Diagnostic]) {
    let result = try read(framework("gates", nodes))
    let catalog = try #require(result.catalogs.first)
    #expect(catalog.controls.count == nodes.count)
    #expect(CatalogRules.structure(of: catalog).isEmpty)
    return (catalog, result.diagnostics)
  }

  @Test("The oldest libraries keep headings and requirements apart")
  func readsOldest() throws {
    let text = Self.library(
      "gates",
      """
        security_functions: [{urn: "urn:acme:risk:function:key"}]
        framework:
          urn: urn:acme:risk:framework:gates
          provider: Gate board
          version: '1.1'
          requirement_groups:
          - {urn: "urn:acme:risk:req_groups:gates:a", name: Locks}
          requirements:
          - urn: urn:acme:risk:reqs:gates:a:1
            name: A.1
            description: Lock it.
            parent_urn: urn:acme:risk:req_groups:gates:a
            security_functions: [urn:acme:risk:function:key]
      """)
    let result = try Self.read(text)
    let catalog = try #require(result.catalogs.first)
    #expect(catalog.publisher == "Gate board")
    #expect(catalog.notes.contains("Version of the framework: 1.1"))
    #expect(catalog.notes.contains("Depends on: urn:acme:risk:library:base"))
    #expect(catalog.controls.map(\.id.rawValue) == ["a", "a:1"])
    #expect(catalog.controls.map(\.kind) == [.principle, .requirement])
    #expect(catalog.controls.map(\.parent) == ["", "a"])
    #expect(catalog.controls[1].related == ["urn:acme:risk:function:key"])
    #expect(
      result.diagnostics.map(\.summary) == ["not taken over: security functions 1"])
  }

  @Test("Parents: forward, in other letters, the framework, nowhere, in a circle")
  func placesNodes() throws {
    let prefix = "parent_urn: \"urn:acme:risk:req_node:gates:"
    let (catalog, told) = try Self.catalog([
      Self.node("1.1", "depth: 2, \(prefix)P\", ref_id: '1.1'"),
      Self.node("p", "depth: 1, ref_id: '1'"),
      Self.node("top", "depth: 2, parent_urn: \"urn:acme:risk:framework:gates\", ref_id: T"),
      Self.node("lost", "depth: 2.0, \(prefix)gone\", ref_id: L"),
      Self.node("self", "depth: 1, \(prefix)self\", ref_id: S"),
      Self.node("c1", "\(prefix)c2\", ref_id: C1"),
      Self.node("c2", "\(prefix)c3\", ref_id: C2"),
      Self.node("c3", "\(prefix)c1\", ref_id: C3"),
      Self.node("x", "\(prefix)a/b\", ref_id: X"),
      Self.node("a_b", "ref_id: a/b"),
    ])
    #expect(
      catalog.controls.map { "\($0.id)<\($0.parent)" } == [
        "1.1<1", "1<", "T<", "L<1", "S<", "C1<", "C2<C3", "C3<C1", "X<a/b", "a/b<",
      ])
    #expect(
      told.filter { $0.severity == .warning }.map(\.id) == [
        "library-parent", "library-parent", "library-circle",
      ])
    #expect(!told.contains { $0.severity == .error })
  }

  @Test("A urn that stands twice never takes the name of another node")
  func keepsNamesApart() throws {
    let (catalog, told) = try Self.catalog([
      Self.node("a", "ref_id: X"), Self.node("A", "ref_id: X"), Self.node("a~2", "ref_id: X"),
    ])
    #expect(Set(catalog.controls.map(\.id)).count == 3)
    #expect(told.map(\.id).contains("library-double-urn"))
  }

  @Test("Ends of URNs that are alike, or another's number, give ids of their own")
  func keepsIDsApart() throws {
    let long = String(repeating: "x", count: 118)
    let (catalog, _) = try Self.catalog(
      [Self.node("z", "ref_id: a")]
        + (1...40).map { "{urn: \"urn:acme:risk:req_node:f\($0):a\", assessable: true}" }
        + (1...40).map { "{urn: \"urn:acme:risk:req_node:f\($0):\(long)\", assessable: true}" })
    #expect(catalog.controls.prefix(4).map(\.id.rawValue) == ["a", "a~2", "a~3", "a~4"])
    #expect(catalog.controls.allSatisfy { $0.id.rawValue.count <= 120 })
  }

  @Test("Flags, numbers and nothing in the ways of YAML; values of other shapes are told")
  func readsValues() throws {
    let (catalog, told) = try Self.catalog([
      Self.node("a", "assessable: Yes, ref_id: 1.10, name: no"),
      Self.node("b", "assessable: 'true', ref_id: 1e3, name: Null, description: NULL"),
      Self.node("c", "assessable: off, ref_id: 07"),
      Self.node("d", "ref_id: 2024-01-02"),
      Self.node("e", "assessable: true, name: {en: Lock, fr: Fermer}"),
      Self.node("f", "assessable: true, name: F, threats: [{urn: t1}, {ref_id: t2}, t3, [t4]]"),
    ])
    let controls = catalog.controls
    #expect(
      controls.map(\.id.rawValue) == ["1.10", "1e3", "07", "2024-01-02", "e", "f"])
    #expect(
      controls.map(\.kind) == [
        .requirement, .requirement, .principle, .principle, .requirement, .requirement,
      ])
    #expect(controls.map(\.title) == ["no", "1e3", "07", "2024-01-02", "e", "F"])
    #expect(controls.allSatisfy { $0.statement == nil })
    #expect(controls[5].related == ["t1", "t2", "t3"])
    #expect(catalog.notes.contains("Scores in the library: 1 to 100"))
    #expect(
      told.map(\.summary) == [
        "not taken over: node name of another shape 1, node threats of another shape 1"
      ])
  }

  @Test("Points of lists and paragraphs keep their lines, other line ends do not")
  func keepsLists() throws {
    let text =
      "The team\\n keeps:\\na) keys,\\n  and locks\\nb) bars.\\n\\nNot\\ne.g. this\\no this\\n- but this\\n+ and this"
    let (catalog, _) = try Self.catalog([
      Self.node("a", "assessable: true, description: \"\(text)\"")
    ])
    // The digest does not know where lines end.
    #expect(
      catalog.controls.first?.statementSHA256
        == SHA256.hex(of: catalog.controls[0].statement?.replacing("\n", with: " ") ?? ""))
    #expect(
      catalog.controls.first?.statement
        == "The team keeps:\na) keys, and locks\nb) bars.\nNot e.g. this o this\n- but this\n+ and this"
    )
  }

  @Test("Lines that end as sentences or items do keep their lines, those that a page broke do not")
  func keepsLines() throws {
    let long = "The doors of the room in which the keys are kept and the"
    for (text, lines) in [
      ("Stock list\nKey book\nVisitors", 3), ("Ex1: A list.\nEx2: A book.", 2),
      ("doors;\nbars;\nlocks.", 3), ("These:\nlocks", 2), ("\(long)\nBoard shut them.", 1),
      ("e.g.\nlocks", 1), ("Shut it\nat night.", 1), ("\(long) board.\nThey are shut.", 2),
    ] {
      let written = text.replacing("\n", with: "\\n")
      let (catalog, _) = try Self.catalog([
        Self.node("a", "assessable: true, description: \"\(written)\"")
      ])
      let statement = try #require(catalog.controls.first?.statement)
      #expect(statement.split(separator: "\n").count == lines, "\(statement)")
      #expect(statement.replacing("\n", with: " ") == text.replacing("\n", with: " "))
    }
  }

  @Test("White space of every kind is folded, and nothing else of a text is changed")
  func keepsTexts() throws {
    let text = "\\t A\\u00a0\\u2028\\x85\\u3000b\\u00ad\\u200bc \\ufb01n \\U0001F6AA "
    let (catalog, _) = try Self.catalog([
      Self.node("a", "ref_id: \"\\u200b1\\u00a0\", name: \"\(text)\", description: \"\(text)\"")
    ])
    let control = try #require(catalog.controls.first)
    #expect(control.id == "1")
    #expect(control.title == "A b\u{AD}\u{200B}c \u{FB01}n \u{1F6AA}")
    #expect(control.statement == control.title)
  }

  @Test("A framework in two languages becomes two catalogs, and each stays itself")
  func keepsLanguagesApart() throws {
    let nodes = [Self.node("a", "assessable: true, ref_id: A")]
    let english = try #require(try Self.read(Self.framework("gates", nodes)).catalogs.first)
    let french = try Self.read(Self.framework("gates", locale: "fr", nodes), taking: [english])
    let second = try #require(french.catalogs.first)
    #expect([english.id, second.id] == ["gates", "gates-fr"])
    #expect(french.diagnostics.map(\.id) == ["library-clash"])
    for (locale, id) in [("en", "gates"), ("fr", "gates-fr")] {
      let again = try Self.read(
        Self.framework("gates", locale: locale, nodes), taking: [second, english])
      #expect(again.catalogs.first?.id.rawValue == id)
    }
  }

  @Test("A framework that stands in two files of a command loses neither of them")
  func keepsFilesApart() throws {
    let text = Self.framework("gates", [Self.node("a", "assessable: true, ref_id: A")])
    let first = try #require(try Self.read(text).catalogs.first)
    let result = try Self.read(text, taking: [first], taken: [first.id])
    #expect(result.catalogs.map(\.id.rawValue) == ["gates-2"])
    #expect(result.diagnostics.map(\.id) == ["library-twice"])
  }

  @Test("Names longer than an id may be: each gets an id of its own that can be read back")
  func shortensNames() throws {
    let long = String(repeating: "gates", count: 25)
    let node = "{urn: \"urn:acme:risk:req_node:x:a\", assessable: true, ref_id: A}"
    let frameworks = (1...3).map { number in
      "    - urn: urn:acme:risk:framework:\(long)\(number)\n      requirement_nodes: [\(node)]\n"
    }
    let result = try Self.read(
      Self.library("gates", "  frameworks:\n" + frameworks.joined()))
    let ids = result.catalogs.map(\.id.rawValue)
    #expect(Set(ids).count == 3)
    #expect(ids.allSatisfy { $0.count <= 120 })
    let sets = (1...3).map { number in
      """
          - urn: urn:acme:risk:req_mapping_set:\(number)
            source_framework_urn: urn:acme:risk:framework:a\(long)
            target_framework_urn: urn:acme:risk:framework:b\(long)
            requirement_mappings:
            - source_requirement_urn: urn:acme:risk:req_node:a:1
              target_requirement_urn: urn:acme:risk:req_node:b:1
              relationship: equal

      """
    }
    let joined = try Self.read(
      Self.library("sets", "  requirement_mapping_sets:\n" + sets.joined()))
    let names = joined.mappings.map(\.id.rawValue)
    #expect(Set(names).count == 3)
    for set in joined.mappings {
      let text = MappingSetFormat.encode(set)
      #expect(try MappingSetFormat.decode(Array(text.utf8), file: "x").id == set.id)
    }
  }

  @Test("More frameworks or mapping sets than any library has are refused, not compared")
  func refusesManyObjects() throws {
    for list in ["frameworks", "requirement_mapping_sets"] {
      let items = (0..<20_000).map { "    - urn: urn:acme:risk:framework:a\($0)\n" }.joined()
      do {
        _ = try Self.read(Self.library("many", "  \(list):\n" + items))
        Issue.record("\(list) were taken")
      } catch let refusal as Refusal {
        #expect(refusal.diagnostics.last?.id == "library-too-large")
      }
    }
  }

  @Test("Keys without end are counted, and told by a few names")
  func countsManyKeys() throws {
    let keys = (0..<20_000).map { "k\($0): 1" }.joined(separator: ", ")
    let texts = "translations: {fr: {\(keys)}}, questions: {\(keys)}"
    let result = try Self.read(
      Self.framework("gates", [Self.node("a", "assessable: true, ref_id: A, \(keys), \(texts)")]))
    let note = try #require(result.diagnostics.first { $0.id == "library-left-out" })
    #expect(note.summary.contains("translations (fr) 1"))
    #expect(note.summary.contains("node k0 1, node k1 1"))
    #expect(note.summary.contains("more sorts of things"))
    #expect(note.summary.utf8.count < 2_000)
  }

  @Test("Of two catalogs of one framework, the one with its own name is meant")
  func prefersOwnName() throws {
    let text = Self.framework("gates", [Self.node("a", "assessable: true, ref_id: A")])
    let first = try #require(try Self.read(text).catalogs.first)
    var other = first
    other.id = "another"
    other.version = "other"
    other.controls = []
    let again = try Self.read(text, taking: [other, first])
    #expect(again.catalogs.map(\.id.rawValue) == ["gates"])
    #expect(again.diagnostics.isEmpty)
    let set = Self.library(
      "set",
      """
        requirement_mapping_set:
          urn: urn:acme:risk:req_mapping_set:set
          source_framework_urn: urn:acme:risk:framework:gates
          target_framework_urn: urn:acme:risk:framework:gates
          requirement_mappings:
          - source_requirement_urn: urn:acme:risk:req_node:gates:a
            target_requirement_urn: urn:acme:risk:req_node:gates:a
            relationship: equal
      """)
    let joined = try #require(try Self.read(set, taking: [other, first]).mappings.first)
    #expect(joined.source.id == "gates")
    #expect(joined.source.version == first.version)
    #expect(joined.pairs.map(\.source) == ["A"])
  }

  @Test("A library in JSON is read like one in YAML")
  func readsBraces() throws {
    let text = """
      {"urn": "urn:acme:risk:library:gates", "name": "Gates", "objects": {"frameworks": [
      {"urn": "urn:acme:risk:framework:gates", "requirement_nodes": [
      {"urn": "urn:acme:risk:req_node:gates:a", "assessable": true, "ref_id": "A\\/1"}]}]}}
      """
    let result = try Self.read(text)
    #expect(result.catalogs.first?.controls.map(\.id.rawValue) == ["A/1"])
    #expect(result.diagnostics.isEmpty)
  }
}

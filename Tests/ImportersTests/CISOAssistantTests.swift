import ControlModel
import Diagnostics
import Importers
import NativeFormats
import Testing
import Validation

@Suite("Libraries of CISO Assistant become catalogs and mapping sets")
struct CISOAssistantTests {
  private static let header = """
    urn: urn:acme:risk:library:doors
    locale: en
    ref_id: doors
    name: Doors
    version: 3
    publication_date: 2026-01-02
    provider: Doors Ltd
    packager: acme

    """

  static let framework = """
    \(header)translations: {fr: {name: Portes}}
    objects:
      reference_controls: [{urn: "urn:acme:risk:function:doors:k1", name: Key}]
      framework:
        urn: urn:acme:risk:framework:doors
        ref_id: doors
        name: Doors 1.0
        implementation_groups_definition: [{ref_id: B, name: Basic}]
        requirement_nodes:
        - urn: urn:acme:risk:req_node:doors:a
          assessable: false
          depth: 1
          ref_id: A
          name: Locks
        - urn: urn:acme:risk:req_node:doors:a.1
          assessable: true
          depth: 2
          parent_urn: urn:acme:risk:req_node:doors:a
          ref_id: A.1
          description: |
            Lock every
            door.
          annotation: Windows too.
          implementation_groups: [B]
          translations: {fr: {description: Fermer.}}
          reference_controls: [urn:acme:risk:function:doors:k1]
          questions:
            urn:acme:q1: {text: Is it locked?, type: unique_choice, choices: []}
        - urn: urn:acme:risk:req_node:doors:a:node3
          assessable: true
          depth: 2
          description: No number here.
        - urn: urn:acme:risk:req_node:doors:art.-5
          assessable: true
          depth: 1
          ref_id: Art. 5
          name: Hinges
        - urn: urn:acme:risk:req_node:doors:x1
          assessable: true
          depth: 1
          ref_id: X
          name: One
        - urn: urn:acme:risk:req_node:doors:x2
          assessable: true
          depth: 1
          ref_id: X
          name: Two

    """

  static func mapping(_ rows: [(String, String, String)]) -> String {
    var text = """
      \(header)objects:
        requirement_mapping_set:
          urn: urn:acme:risk:req_mapping_set:doors-to-gates
          name: Doors to gates
          source_framework_urn: urn:acme:risk:framework:doors
          target_framework_urn: urn:acme:risk:framework:gates
          requirement_mappings:

      """
    for (source, relation, target) in rows {
      text += """
            - source_requirement_urn: urn:acme:risk:req_node:doors:\(source)
              target_requirement_urn: urn:acme:risk:req_node:gates:\(target)
              relationship: \(relation)
              rationale: semantic

        """
    }
    return text
  }

  private func read(
    _ text: String, id: String? = nil, catalogs: [Catalog] = []
  ) throws -> FieldImport {
    let file = FieldFile(name: "library.yaml", bytes: Array(text.utf8))
    let format = try #require(FieldFormatRegistry.format(of: file))
    #expect(format.id == "ciso-assistant")
    var request = FieldRequest(id: id, today: try #require(CalendarDate("2026-02-03")))
    request.catalogs = { catalogs }
    return try format.read(file, request)
  }

  private func problems(_ text: String, catalogs: [Catalog] = []) throws -> [String] {
    let today = try #require(CalendarDate("2026-02-03"))
    do throws(Refusal) {
      let file = FieldFile(name: "library.yaml", bytes: Array(text.utf8))
      var request = FieldRequest(today: today)
      request.catalogs = { catalogs }
      return try CISOAssistantFormat().read(file, request).diagnostics.map(\.id)
    } catch {
      return error.diagnostics.map(\.id)
    }
  }

  @Test("A framework: ids, hierarchy, texts, notes, and what was left out")
  func readsFramework() throws {
    let result = try read(Self.framework)
    let catalog = try #require(result.catalogs.first)
    #expect(catalog.id == "doors")
    #expect(catalog.title == "Doors 1.0")
    #expect(catalog.conformance == .coverage)
    #expect(catalog.version == "library 3")
    #expect(
      catalog.controls.map(\.id.rawValue) == ["A", "A.1", "a:node3", "Art.-5", "x1", "x2"])
    #expect(catalog.controls.map(\.parent) == ["", "A", "A", "", "", ""])
    #expect(catalog.controls.map(\.kind).prefix(2) == [.principle, .requirement])
    #expect(catalog.controls.map(\.idIsSynthetic) == [false, false, true, false, true, true])
    #expect(catalog.controls[1].statement == "Lock every door.")
    #expect(
      catalog.controls[1].notes == [
        "Annotation: Windows too.", "Implementation groups: B", "Question: Is it locked?",
        "Reference controls: Key",
      ])
    #expect(catalog.controls[1].related == ["urn:acme:risk:function:doors:k1"])
    #expect(catalog.controls[3].locator.text.contains("Art. 5"))
    #expect(CatalogRules.structure(of: catalog).isEmpty)
    let note = try #require(result.diagnostics.first { $0.id == "library-left-out" })
    for part in ["translations (fr) 1", "reference controls 1", "translations of the library 1"] {
      #expect(note.summary.contains(part))
    }
    let written = Array(CatalogFormat.encode(catalog).utf8)
    #expect(try CatalogFormat.decode(written, file: "written") == catalog)
  }

  @Test("Odd shapes: what is no node is told, lists are joined, depth places, two frameworks")
  func readsOddShapes() throws {
    let text = """
      \(Self.header)builtin: true
      objects:
        frameworks:
        - urn: urn:acme:risk:framework:Doors
          ref_id: Doors
          name: Doors
          score_definition: [{score: 1, name: one}, {score: 2, name: two}]
          outcomes_definition: []
          requirement_nodes:
          - {urn: "urn:acme:risk:req_node:doors:1", assessable: false, depth: 1, ref_id: First part}
          - {urn: "urn:acme:risk:req_node:doors:1.10", assessable: true, depth: 2, ref_id: 1.10, name: A}
          -
          - urn: urn:acme:risk:req_node:doors:deep:er
            assessable: yes
            depth: 4
            description: [Shut it., Lock it.]
          - a stray line
          - {urn: "urn:acme:risk:req_node:doors:2", assessable: false, depth: 1, ref_id: "2", name: B}
          - {urn: "urn:acme:risk:req_node:doors:2.1.1", assessable: true, depth: 3, ref_id: 2.1.1}
        - urn: urn:acme:risk:framework:Doors:annex
          ref_id: Annex
          requirement_nodes:
          - {urn: "urn:acme:risk:req_node:annex:1", assessable: true, depth: 1, ref_id: "1", name: C}

      """
    let result = try read(text)
    #expect(result.catalogs.map(\.id.rawValue) == ["doors", "doors-annex"])
    let controls = result.catalogs[0].controls
    #expect(controls.map(\.id.rawValue) == ["First-part", "1.10", "deep:er", "2", "2.1.1"])
    #expect(controls.map(\.parent) == ["", "First-part", "1.10", "", "2"])
    #expect(controls.map(\.title) == ["First part", "A", "", "B", "2.1.1"])
    #expect(controls[2].statement == "Shut it.\nLock it.")
    #expect(
      result.diagnostics.map(\.id) == [
        "library-node", "library-node", "library-depth", "library-left-out",
      ])
    #expect(result.diagnostics.last?.summary == "not taken over: framework score_definition 2")
  }

  @Test("An id that ships is not taken away")
  func avoidsClash() throws {
    let shipped = Catalog(id: "doors", title: "Ours", conformance: .coverage)
    #expect(try read(Self.framework, catalogs: [shipped]).catalogs.first?.id == "acme-doors")
    #expect(try read(Self.framework, id: "my-doors").catalogs.first?.id == "my-doors")
    let own = try #require(try read(Self.framework).catalogs.first)
    #expect(try read(Self.framework, catalogs: [own]).catalogs.first?.id == "doors")
  }

  @Test("A mapping set: relations, unknown shares, ids of the catalogs that are there")
  func readsMapping() throws {
    let doors = try #require(try read(Self.framework).catalogs.first)
    let text = Self.mapping([
      ("a.1", "equal", "g1"), ("a.1", "intersect", "g2"), ("art.-5", "subset", "g1"),
      ("x1", "superset", "g1"), ("x2", "not_related", "g1"),
    ])
    let result = try read(text, catalogs: [doors])
    let set = try #require(result.mappings.first)
    #expect(set.id == "doors-to-gates")
    #expect(set.pairs.map(\.source) == ["A.1", "A.1", "Art.-5", "x1", "x2"])
    #expect(set.pairs.map(\.relation) == [.equal, .intersects, .subset, .superset, .none])
    #expect(set.pairs.map(\.isShareKnown) == [true, false, false, true, true])
    #expect(result.diagnostics.map(\.id) == ["absent-catalog"])
    let written = Array(MappingSetFormat.encode(set).utf8)
    #expect(try MappingSetFormat.decode(written, file: "written").pairs == set.pairs)
  }

  @Test("A set that was imported before its frameworks joins them later")
  func joinsLater() throws {
    let set = try #require(
      try read(Self.mapping([("a.1", "equal", "g1"), ("art.-5", "equal", "g1")])).mappings.first)
    #expect(set.pairs.map(\.source) == ["a.1", "art.-5"])
    let doors = try #require(try read(Self.framework).catalogs.first)
    #expect(set.joined(to: [doors.id: doors]).pairs.map(\.source) == ["A.1", "Art.-5"])
  }

  @Test("Bad rows are reported one by one")
  func reportsRows() throws {
    let doors = try #require(try read(Self.framework).catalogs.first)
    #expect(
      try problems(Self.mapping([("a.1", "similar", "g1"), ("a", "", "g1")]), catalogs: [doors])
        == ["library-relation", "library-relation", "absent-catalog", "library-empty"])
    #expect(
      try problems(
        Self.mapping([
          ("a.1", "equal", "g1"), ("a.1", "equal", "g1"), ("zz", "equal", "g1"),
          ("x1", "equal", "g2"), ("x1", "subset", "g2"),
        ]), catalogs: [doors]
      ).filter { $0 != "absent-catalog" }
        == [
          "library-contradiction", "library-double", "library-dangling",
        ])
  }

  @Test("Doubled rows are told in one, and their reasons come together")
  func joinsDoubledRows() throws {
    var text = Self.mapping((0..<40).map { _ in ("a.1", "intersect", "g1") })
    text = text.replacing("rationale: semantic", with: "rationale: functional", maxReplacements: 1)
    text += "      stregth_of_relationship: 7\n"
    let result = try read(text)
    let set = try #require(result.mappings.first)
    #expect(set.pairs.count == 1)
    #expect(set.pairs.first?.rationale == "functional; semantic; strength of relationship 7")
    let doubled = result.diagnostics.filter { $0.id == "library-double" }
    #expect(doubled.count == 1)
    #expect(
      doubled.first?.summary.hasPrefix("39 rows say what a row before says: row 2 (as") == true)
    #expect(doubled.first?.summary.hasSuffix("row 11 (as row 1) and 29 more") == true)
    #expect(!result.diagnostics.contains { $0.id == "library-left-out" })
  }

  @Test("Many dangling rows do not fill the screen, and each is numbered")
  func foldsDanglingRows() throws {
    let doors = try #require(try read(Self.framework).catalogs.first)
    let rows = (1...30).map { ("zz\($0)", "equal", "g\($0)") } + [("a.1", "equal", "g1")]
    let result = try read(Self.mapping(rows), catalogs: [doors])
    #expect(result.mappings.first?.pairs.count == 1)
    let told = result.diagnostics.filter { $0.id == "library-dangling" }.map(\.summary)
    #expect(told.count == 21)
    #expect(
      told.last == "10 more rows name nodes that the catalogs do not have: "
        + "21, 22, 23, 24, 25, 26, 27, 28, 29, 30")
  }

  @Test("Hand-made libraries: a urn that stands twice, a node that swallowed the next one's head")
  func keepsDoubledNodes() throws {
    let text = Self.framework.replacing("req_node:doors:x2", with: "req_node:doors:X1")
    let result = try read(text)
    let controls = try #require(result.catalogs.first).controls
    #expect(controls.count == 6)
    #expect(controls.suffix(2).map(\.id.rawValue) == ["x1", "x1~2"])
    #expect(controls.suffix(2).map(\.title) == ["One", "Two"])
    #expect(
      controls.suffix(2).allSatisfy { $0.locator.text.contains("urn:acme:risk:req_node:doors:x1") })
    #expect(result.diagnostics.map(\.id).contains("library-double-urn"))
    #expect(CatalogRules.structure(of: try #require(result.catalogs.first)).isEmpty)

    // The last one of two keys counts, as where the library comes from.
    let swallowed = Self.framework.replacing(
      "      name: One\n    - urn: urn:acme:risk:req_node:doors:x2\n", with: "      name: One\n")
    let read = try read(swallowed)
    #expect(read.catalogs.first?.controls.map(\.title).last == "Two")
    #expect(read.catalogs.first?.controls.count == 5)
    let told = read.diagnostics.filter { $0.id == "yaml-duplicate-key" }
    #expect(told.map(\.severity) == .init(repeating: .warning, count: 4))
  }

  @Test("A node that only asks has its question as title; a page that greets is a heading")
  func readsQuestionNodes() throws {
    let text = """
      \(Self.header)labels: [Locks, Keys]
      objects:
        frameworks:
        - urn: urn:acme:risk:framework:Ask Me 2
          name: Ask
          scores_definition: {scale: [{score: 0}, {score: 1}]}
          requirement_nodes:
          - urn: urn:acme:risk:req_node:Ask Me 2:hello
            assessable: true
            display_mode: splash
            name: Hello
          - urn: urn:acme:risk:req_node:Ask Me 2:8.6
            assessable: true
            ref_id: '8.6'
            question:
              question_type: unique_choice
              question_choices: &id001 ['Yes', 'No']
              questions: [{urn: "urn:q:1", text: Is it locked?}]
          - urn: urn:acme:risk:req_node:Ask Me 2:8.7
            assessable: true
            ref_id: '8.7'
            question:
              question_choices: *id001
              questions: [{urn: "urn:q:1", text: One?}, {urn: "urn:q:2", text: Two?}]

      """
    let result = try read(text)
    let catalog = try #require(result.catalogs.first)
    #expect(catalog.id == "ask-me-2")
    #expect(catalog.notes.contains("Labels: Locks, Keys"))
    #expect(catalog.controls.map(\.kind) == [.principle, .requirement, .requirement])
    #expect(catalog.controls.map(\.title) == ["Hello", "Is it locked?", "8.7"])
    #expect(
      catalog.controls.map(\.notes) == [
        ["Display mode: splash"], ["Question: Is it locked?\n- Yes\n- No"],
        ["Question: One?\n- Yes\n- No", "Question: Two?\n- Yes\n- No"],
      ])
    #expect(catalog.notes.contains("Scores:\n- 0\n- 1"))
    #expect(result.diagnostics.isEmpty)
  }

  @Test("Among several files a library that brings nothing is passed over, and told")
  func passesOverNothing() throws {
    let text = Self.header + "\"objects\":\n  risk_matrix: [{urn: a}]\n"
    let file = FieldFile(name: "matrix.yaml", bytes: Array(text.utf8))
    #expect(FieldFormatRegistry.format(of: file)?.id == "ciso-assistant")
    var request = FieldRequest(today: try #require(CalendarDate("2026-02-03")))
    request.isOneOfSeveral = true
    let result = try CISOAssistantFormat().read(file, request)
    #expect(result.catalogs.isEmpty && result.mappings.isEmpty)
    #expect(result.diagnostics.map(\.id) == ["library-nothing"])
    #expect(result.diagnostics.map(\.severity) == [.warning])
  }

  @Test("Anchors, merge keys and YAML's own tags are read; bombs are not")
  func readsAliases() throws {
    let text = Self.framework
      .replacing("  framework:\n", with: "  frameworks:\n  - &f\n")
      .replacing("    ref_id: A.1\n", with: "    ref_id: !!str A.1\n")
    // One level deeper for the list.
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0.hasSuffix("- &f") })
    let shifted = lines.enumerated().map { $0 > start && !$1.isEmpty ? "  " + $1 : String($1) }
    #expect(try read(shifted.joined(separator: "\n")).catalogs.first?.controls.count == 6)
    var bomb = Self.header + "a: &a [x,x,x,x,x,x,x,x,x]\n"
    for (name, before) in zip("bcdefghi", "abcdefgh") {
      bomb +=
        "\(name): &\(name) [\([String](repeating: "*\(before)", count: 9).joined(separator: ","))]\n"
    }
    #expect(try problems(bomb + "objects: {framework: {}}\n") == ["yaml-too-many-nodes"])
    #expect(try problems("objects: &a\n  framework: *a\n") == ["yaml-alias"])
  }

  @Test(
    "What is broken is refused with a reason",
    arguments: [
      ("objects: []\n", "library-objects"), ("objects: {}\n", "library-nothing"),
      ("objects:\n  threats: [{urn: a}]\n", "library-nothing"),
      ("objects: {framework: {urn: u, requirement_nodes: []}}\n", "library-empty"),
      ("objects: {framework: {urn: u, requirement_nodes: [{name: x}]}}\n", "library-node"),
      (
        "objects: {framework: {urn: u, requirement_nodes: [{urn: a, parent_urn: b}, "
          + "{urn: b, parent_urn: a}]}}\n", "library-circle"
      ),
      ("objects: {framework: {urn: u, requirement_nodes: [\n", "yaml-syntax"),
    ])
  func refusesBroken(_ text: String, _ id: String) throws {
    #expect(try problems(text).contains(id))
  }

  @Test(
    "Published libraries",
    .enabled(if: SharedFolder.isPresent, Comment(rawValue: SharedFolder.absence)),
    arguments: [
      ("google-saif", 12, 12), ("iso27001-2013", 200, 140), ("iso27001-2022", 140, 123),
      ("ncsc-caf-4.0", 284, 225), ("nist-csf-1.1", 136, 108), ("nist-csf-2.0", 134, 106),
    ])
  func readsPublished(_ name: String, _ nodes: Int, _ assessable: Int) throws {
    let bytes = try SharedFolder.bytes("ciso-assistant/\(name).yaml")
    let catalog = try #require(try read(String(decoding: bytes, as: UTF8.self)).catalogs.first)
    #expect(catalog.controls.count == nodes)
    #expect(catalog.controls.count { $0.kind == .requirement } == assessable)
    #expect(CatalogRules.structure(of: catalog).isEmpty)
  }
}

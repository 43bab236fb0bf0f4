import ControlModel
import Diagnostics
import Importers
import NativeFormats
import Testing
import Validation

@Suite("What libraries of CISO Assistant say beside the texts of their nodes")
struct LibraryDetailTests {
  private static let library = """
    urn: urn:acme:risk:library:gates
    locale: en
    name: Gates
    version: 1
    translations: {fr: {name: Portails}}
    objects:
      reference_controls:
      - {urn: "urn:acme:risk:function:gates:K", ref_id: K, name: Keys}
      threats: [{urn: "urn:acme:risk:threat:gates:t", ref_id: T, name: Thief}]
      framework:
        urn: urn:acme:risk:framework:gates
        ref_id: gates
        name: Gates
        description: |
          Gates have:

          - locks
          - bars
        translations: {fr: {name: Les portails}, pt-BR: {name: Os portões}}
        result_aggregation: tiered_all
        scores_definition:
          scale:
          - {score: 0, name: None, description: Open., translations: {fr: {name: Rien}}}
          - {score: 4, name: All, description: Shut., description_doc: Written down.}
          second: [{score: 1, name: One}, odd]
        implementation_groups_definition:
        - {ref_id: B, name: Basic, default_selected: true, colour: red}
        requirement_nodes:
        - urn: urn:acme:risk:req_node:gates:a
          assessable: true
          depth: 1
          ref_id: A
          name: Shut
          description: Shut the gate.
          annotation: "Look at:\\n- the lock\\n- the bar"
          typical_evidence: "- a list\\n- a picture"
          min_score: 1
          max_score: 3
          scores_definition_ref: second
          reference_controls: [URN:acme:risk:function:gates:k, "urn:other:risk:function:x:y"]
          threats: [urn:acme:risk:threat:gates:t]
          translations:
            fr: {name: Fermer, description: Fermer le portail., annotation: Voir la serrure.,
              typical_evidence: une liste}
          questions:
            urn:acme:risk:req_node:gates:a:question:1:
              type: unique_choice
              text: Is it shut?
              translations: {fr: {text: Est-il fermé ?}}
              choices:
              - {urn: "urn:c:1", value: 'Yes', compute_result: true, add_score: 2, color: '#0f0'}
              - {urn: "urn:c:2", value: Partly, compute_result: partially_compliant,
                description: Now and then., select_implementation_groups: [B]}
              - {urn: "urn:c:3", value: 'No', compute_result: 'false',
                translations: {fr: {value: Non}}}
              - {urn: "urn:c:4", value: Not known, compute_result: non_compliant}
            URN:acme:risk:req_node:gates:a:Question:2:
              type: multiple_choice
              text: Which bars?
              depends_on: {question: "urn:acme:risk:req_node:gates:a:question:1", answers: [x]}
              choices: [Wood, Iron]
          questions_properties:
            groups:
              1: {description: Open gate, order: ["urn:acme:risk:req_node:gates:a:question:1"]}
              2: {description: Bars, order: ["urn:acme:risk:req_node:gates:a:question:2"]}
        - urn: urn:acme:risk:req_node:gates:b
          assessable: true
          depth: 1
          ref_id: B
          name: Paint
          questions: {type: number, text: How often?}

    """

  private func read(
    _ text: String, language: String? = nil, isOneOfSeveral: Bool = false
  ) throws -> FieldImport {
    let file = FieldFile(name: "library.yaml", bytes: Array(text.utf8))
    let format = try #require(FieldFormatRegistry.format(of: file))
    #expect(format.id == "ciso-assistant")
    var request = FieldRequest(today: try #require(CalendarDate("2026-02-03")))
    request.language = language
    request.isOneOfSeveral = isOneOfSeveral
    return try format.read(file, request)
  }

  private func refusal(_ text: String, language: String? = nil) throws -> [Diagnostic] {
    var request = FieldRequest(today: try #require(CalendarDate("2026-02-03")))
    request.language = language
    do throws(Refusal) {
      let file = FieldFile(name: "library.yaml", bytes: Array(text.utf8))
      _ = try CISOAssistantFormat().read(file, request)
      return []
    } catch {
      return error.diagnostics
    }
  }

  @Test("Questions with their answers and headings, scores, names of controls become notes")
  func keepsDetails() throws {
    let result = try read(Self.library)
    let catalog = try #require(result.catalogs.first)
    #expect(
      catalog.controls[0].notes == [
        "Annotation: Look at:\n- the lock\n- the bar",
        "Typical evidence: - a list\n- a picture",
        "Scores of its own: from 1 to 3",
        "Scores as in: second",
        """
        Question (Open gate): Is it shut?
        - Yes (compliant; score 2)
        - Partly: Now and then. (partially compliant; selects B)
        - No (non-compliant)
        - Not known (non-compliant)
        """,
        "Question (Bars, multiple choice): Which bars?\n- Wood\n- Iron",
        "Reference controls: K Keys",
        "Threats: T Thief",
      ])
    #expect(catalog.controls[1].notes == ["Question (number): How often?"])
    for note in [
      "Gates have:\n- locks\n- bars",
      "Scores:\n- 0 None: Open.\n- 4 All: Shut.: Written down.", "Scores 'second':\n- 1 One",
      "Implementation groups: B: Basic (selected by default)",
    ] {
      #expect(catalog.notes.contains(note), "\(note)")
    }
    #expect(CatalogRules.structure(of: catalog).isEmpty)
    let written = Array(CatalogFormat.encode(catalog).utf8)
    #expect(try CatalogFormat.decode(written, file: "written") == catalog)
  }

  @Test("What is not taken over is counted, each thing by its name")
  func countsWhatIsLeft() throws {
    let told = try #require(
      try read(Self.library).diagnostics.first { $0.id == "library-left-out" })
    #expect(
      told.summary
        == "not taken over: score definitions of another shape 1, framework result_aggregation 1, "
        + "group colour 1, translations (fr, pt-BR) 6, answer color 1, question depends_on 1, "
        + "reference controls 1, threats 1, translations of the library 1")
    #expect(told.hints.last == "--language takes the texts in one of: fr, pt-BR")
  }

  @Test("A translated library is read in the language that is asked for")
  func readsTranslations() throws {
    let result = try read(Self.library, language: "FR")
    let catalog = try #require(result.catalogs.first)
    #expect(catalog.language == "fr")
    #expect(catalog.title == "Les portails")
    let control = catalog.controls[0]
    #expect(control.id == "A")
    #expect(control.title == "Fermer")
    #expect(control.statement == "Fermer le portail.")
    #expect(
      control.notes.prefix(2) == ["Annotation: Voir la serrure.", "Typical evidence: une liste"])
    #expect(control.notes[4].hasPrefix("Question (Open gate): Est-il fermé ?\n- Yes"))
    #expect(control.notes[4].contains("\n- Non (non-compliant)\n"))
    #expect(catalog.notes.contains { $0.hasPrefix("Scores:\n- 0 Rien") })
    // What is not translated stays, and is told.
    #expect(catalog.controls[1].title == "Paint")
    let told = try #require(result.diagnostics.first { $0.id == "library-language" })
    #expect(told.severity == .warning)
    #expect(told.summary.hasPrefix("1 of 2 nodes have texts that are not in 'fr'"))
    #expect(result.diagnostics.contains { $0.summary.contains("translations (pt-BR) 1") })
  }

  @Test("Its own language needs no translation; one that it does not have is refused")
  func knowsItsLanguages() throws {
    let own = try read(Self.library, language: "en")
    #expect(own.catalogs.first?.controls.first?.title == "Shut")
    #expect(!own.diagnostics.contains { $0.id == "library-language" })
    #expect(try read(Self.library, language: "pt").catalogs.first?.title == "Os portões")
    let told = try refusal(Self.library, language: "de")
    #expect(told.first?.id == "library-language")
    #expect(told.first?.hints == ["it has: en, fr, pt-BR"])
    let among = try read(Self.library, language: "de", isOneOfSeveral: true)
    #expect(among.catalogs.first?.language == "en")
    #expect(
      among.diagnostics.contains {
        $0.id == "library-language" && $0.severity == .warning
          && $0.summary == "the framework has no texts in 'de', and stays in 'en'"
      })
  }

  @Test("Texts that stand among the translations only are read from there")
  func readsLoneTranslations() throws {
    let text = { (locale: String) in
      """
      urn: urn:acme:risk:library:porte
      locale: \(locale)
      objects:
        framework:
          urn: urn:acme:risk:framework:porte
          translations: {it: {name: Porte}}
          requirement_nodes:
          - {urn: "urn:acme:risk:req_node:porte:a", ref_id: A, name: '',
              translations: {de: {name: Tor}, it: {name: Porta, description: La porta.}}}
          - {urn: "urn:acme:risk:req_node:porte:b", assessable: true, ref_id: B,
              translations: {it: {name: null, description: Chiudere la porta.}}}

      """
    }
    let result = try read(text("it"))
    let catalog = try #require(result.catalogs.first)
    #expect(catalog.title == "Porte")
    #expect(catalog.controls.map(\.title) == ["Porta", ""])
    #expect(catalog.controls.map(\.statement) == ["La porta.", "Chiudere la porta."])
    #expect(result.diagnostics.map(\.summary) == ["not taken over: translations (de) 1"])
    // Where it is not the language of the library, this is told.
    let other = try read(text("en"))
    #expect(other.catalogs.first?.controls.map(\.title) == ["Tor", ""])
    #expect(
      other.catalogs.first?.controls.map(\.statement) == ["La porta.", "Chiudere la porta."])
    #expect(
      other.diagnostics.contains {
        $0.id == "library-language"
          && $0.summary
            == "2 of 2 nodes have texts that are not in 'en', and these stay in 'de', 'it'"
      })
  }

  @Test(
    "What the tool writes that is no library is told for what it is",
    arguments: [
      ("urn: urn:acme:risk:library:x\nlocale: en\nname: X\n", "has no mapping 'objects', so"),
      ("urn: urn:acme:risk:library:x\nobjects:\n- framework: {}\n", "'objects' is no mapping"),
      (
        "urn: urn:acme:risk:framework:x\nrequirement_nodes:\n- {urn: \"urn:a\"}\n",
        "is a framework of CISO Assistant without its library"
      ),
      (
        "{\"urn\": \"urn:acme:risk:framework:x\", \"requirement_nodes\": [{\"urn\": \"a\"}]}",
        "is a framework of CISO Assistant without its library"
      ),
      ("{\"meta\": {\"media_version\": \"1\"}, \"objects\": []}", "is a backup or an export"),
      (
        "[{\"meta\": [{\"media_version\": \"1\"}]}, [{\"model\": \"x\"}]]",
        "is a backup or an export"
      ),
    ])
  func tellsHalfLibraries(_ text: String, _ begin: String) throws {
    let file = FieldFile(name: "half", bytes: Array(text.utf8))
    #expect(FieldFormatRegistry.format(of: file)?.id == "ciso-assistant")
    let told = try refusal(text)
    #expect(told.map(\.id) == ["library-objects"])
    #expect(told.first?.summary.hasPrefix(begin) == true, "\(told)")
  }

  @Test("What holds no framework is named with how much of each it holds, as a list or alone")
  func countsWhatIsHeld() throws {
    let head = "urn: urn:acme:risk:library:x\nname: X\nobjects:\n"
    let one = try refusal(
      head + "  risk_matrix: {urn: m, grid: [[0]]}\n  threats: [{urn: a}, {urn: b}]\n")
    #expect(one.first?.hints.first == "it holds: risk_matrix 1, threats 2")
    let text = try refusal(head + "  framework: a text\n")
    #expect(text.map(\.id) == ["library-stranger", "library-nothing"])
  }

  @Test("A mapping set that names no framework at its ends is refused, and no URN is made up")
  func needsEnds() throws {
    let text = """
      urn: urn:acme:risk:library:map
      objects:
        requirement_mapping_set:
          urn: urn:acme:risk:req_mapping_set:map
          requirement_mappings: [{source: a, target: b, relationship: equal}]

      """
    let told = try refusal(text)
    #expect(told.filter { $0.id == "library-ends" }.count == 2)
    #expect(!told.contains { $0.id == "absent-catalog" })
  }
}

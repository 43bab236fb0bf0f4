import FoundationEssentials
import TestSupport
import Testing

extension CommandSuite {
  @Suite("Catalogs and mappings")
  struct LibraryTests {
    @Test("lists the shipped catalogs and mapping sets with their counts")
    func shipped() async throws {
      let catalogs = try await Program.run(["catalog", "list"])
      #expect(catalogs.errors.isEmpty)
      for line in [
        "dsit-ai-cop-2025\n", "dsit-ai-cop-draft-2024\n", "etsi-en-304-223-2.1.1\n",
        "ncsc-caf-3.2\n", "ncsc-caf-4.0\n",
        "ncsc-ml-principles-2.0\n", "ncsc-secure-ai-2023\n", "rand-model-weights-2024\n",
        "  72 requirements; rule: modality\n",
        "  164 requirements; 38 attack vectors; rule: levels\n",
        "  41 requirements; rule: outcomes\n",
      ] {
        #expect(catalogs.output.contains(line), "\(line)")
      }
      let sets = try await Program.run(["mapping", "list"])
      #expect(sets.output.contains("practices-to-rand-model-weights-2024\n"))
      #expect(sets.output.contains("  72 pairs (67 equal, 5 equivalent)\n"))
    }

    @Test("the shipped library has no errors")
    func lintShipped() async throws {
      let catalogs = try await Program.run(["catalog", "lint", "--strict"])
      #expect(catalogs.exitCode == 0)
      #expect(catalogs.output == "9 catalogs: 0 errors, 0 warnings\n")
      let mappings = try await Program.run(["mapping", "lint"])
      #expect(mappings.exitCode == 0)
      #expect(mappings.output.contains(" mapping sets: 0 errors, "))
    }

    @Test("an edition that another has replaced is scored only where it is named")
    func superseded() async throws {
      let folder = try SmallLibrary.folder()
      let old = SmallLibrary.code.replacing("id: code", with: "id: old-code")
        .replacing("conformance:", with: "status: superseded\nconformance:")
      try folder.write("library/catalogs/old-code.yaml", old)
      let scored = { (arguments: String) in
        try await SmallLibrary.run("assess lab --json" + arguments, in: folder)
          .output.contains("\"old-code\"")
      }
      #expect(try await !scored(""))
      #expect(try await scored(" --catalog old-code"))
      let lint = try await SmallLibrary.run("mapping lint", in: folder)
      #expect(!(lint.output + lint.errors).contains("old-code"))
      try folder.write(
        "lab/more.yaml",
        """
        format: assessment/1
        determinations:
          - {catalog: old-code, requirement: "1.1", decision: risk-accepted, approver: The head,
            rationale: It was so agreed.}

        """)
      #expect(try await scored(""))
    }

    @Test("shows a catalog, a control and a group of it")
    func show() async throws {
      let folder = try SmallLibrary.folder()
      let whole = try await SmallLibrary.run("catalog show code", in: folder).output
      #expect(whole.hasPrefix("code A code of nine lines\nNobody in particular, 1, 2026-01-01\n"))
      #expect(whole.contains("\nEverything [G1]\n  P1 Keep the weights (principle)\n"))
      let one = try await SmallLibrary.run("catalog show code 1.2", in: folder).output
      #expect(one == "  1.2 half of it is met (required)\n")
      let heading = try await SmallLibrary.run("catalog show code P1", in: folder).output
      #expect(heading.hasPrefix("  P1 Keep the weights (principle)\n"))
      #expect(heading.contains("  1.9 does not apply (recommended)\n"))
      let group = try await SmallLibrary.run("catalog show steps W", in: folder).output
      #expect(group.contains("  S2.W.1.b another way (alternative)\n"))
    }

    @Test("knows what was meant")
    func unknown() async throws {
      let folder = try SmallLibrary.folder()
      let catalog = try await SmallLibrary.run("catalog show coda", in: folder)
      #expect(catalog.exitCode == 2)
      #expect(
        catalog.errors == """
          error: there is no catalog 'coda'
              did you mean 'code'?
              known are: code, steps

          """)
      let control = try await SmallLibrary.run("catalog show steps S2.W.11", in: folder)
      #expect(control.errors.contains("steps has no control 'S2.W.11'\n    did you mean 'S2.W.1'?"))
    }

    @Test("short names stand for the current editions")
    func shortNames() async throws {
      let shown = try await Program.run(["catalog", "show", "caf", "A1.a"])
      #expect(shown.exitCode == 0 && shown.output.contains("A1.a Board Direction"), "\(shown)")
      let short = try await Program.run(["catalog", "diff", "dsit", "etsi"])
      let long = try await Program.run(
        ["catalog", "diff", "dsit-ai-cop-2025", "etsi-en-304-223-2.1.1"])
      #expect(short.exitCode == 0 && short.output == long.output)
      // A library without them does not know them, and an own catalog's id goes first.
      let folder = try SmallLibrary.folder()
      let absent = try await SmallLibrary.run("catalog show caf", in: folder)
      #expect(absent.errors.contains("no catalog 'caf'") && absent.exitCode == 2)
      try folder.write(
        "own/caf.yaml", "format: catalog/1\nid: caf\ntitle: House\nconformance: coverage\n")
      let own = try await Program.run([
        "catalog", "show", "caf", "--catalogs", "\(folder.path)/own",
      ])
      #expect(own.output.contains("House"), "\(own)")
    }

    @Test("--library and COUNTERWEIGHT_LIBRARY name the library, and say so when it is none")
    func location() async throws {
      let folder = try SmallLibrary.folder()
      let list = ["catalog", "list"]
      let named = try await Program.run(list + ["--library", "library"], in: folder)
      #expect(named.output.hasPrefix("code\n"))
      let fromEnvironment = try await Program.run(
        list, in: folder, environment: ["COUNTERWEIGHT_LIBRARY": folder.path("library")])
      #expect(fromEnvironment.output == named.output)
      // The option goes before the variable, and an empty variable is none.
      let both = try await Program.run(
        list + ["--library", "library"], in: folder,
        environment: ["COUNTERWEIGHT_LIBRARY": "/nowhere"])
      #expect(both.output == named.output)
      let empty = try await Program.run(
        list, in: folder, environment: ["COUNTERWEIGHT_LIBRARY": ""])
      #expect(empty.output.hasPrefix("dsit-ai-cop-2025\n"))

      for place in ["lab", "nowhere", "lab/answers.yaml"] {
        let option = try await Program.run(list + ["--library", place], in: folder)
        #expect(option.exitCode == 2)
        #expect(
          option.errors
            == "\(place): error: there are no 'catalogs' and 'mappings' here\n    --library names it\n"
        )
        let variable = try await Program.run(
          list, in: folder, environment: ["COUNTERWEIGHT_LIBRARY": place])
        #expect(variable.exitCode == 2)
        #expect(variable.errors.contains("COUNTERWEIGHT_LIBRARY names this directory"))
      }
    }

    @Test("a library or a folder of catalogs that holds nothing was not meant")
    func empty() async throws {
      let folder = try SmallLibrary.folder()
      try folder.makeFolder("bare/catalogs")
      try folder.makeFolder("bare/mappings")
      let bare = try await Program.run(["mapping", "list", "--library", "bare"], in: folder)
      #expect(bare.exitCode == 2)
      #expect(bare.errors.contains("bare/catalogs: error: the directory holds no catalog\n"))
      #expect(bare.errors.contains("bare/mappings: error: the directory holds no mapping set\n"))
      let overlay = try await SmallLibrary.run("catalog list --catalogs nowhere", in: folder)
      #expect(overlay.exitCode == 2)
      #expect(overlay.errors == "nowhere: error: there is no such directory\n")
      let emptyOverlay = try await SmallLibrary.run(
        "assess lab --catalogs bare/catalogs", in: folder)
      #expect(emptyOverlay.exitCode == 2)
    }

    private static let official = SmallLibrary.code.replacing(
      "summary: half of it is met}",
      with: "summary: half of it is met, statement: Half shall be met.}"
    )

    @Test("an own copy stands in for the shipped catalog: by --catalogs, and in the assessment")
    func overlay() async throws {
      let folder = try SmallLibrary.folder()
      let without = try await SmallLibrary.run("explain lab 1.2", in: folder).output
      #expect(!without.contains("Official text"))

      try folder.write("official/code.yaml", Self.official)
      let shown = try await SmallLibrary.run(
        "catalog show code 1.2 --catalogs official", in: folder)
      #expect(shown.output.contains("      official: Half shall be met.\n"))
      let list = try await SmallLibrary.run("catalog list --catalogs official", in: folder)
      #expect(list.output.contains("1 with the official text"))
      let explained = try await SmallLibrary.run("explain lab 1.2 --catalogs official", in: folder)
      #expect(explained.output.contains("\nOfficial text: Half shall be met.\n"))

      try folder.write("lab/catalogs/code.yaml", Self.official)
      let inLab = try await SmallLibrary.run("explain lab 1.2", in: folder)
      #expect(inLab.output == explained.output)
      #expect(try await SmallLibrary.run("explain lab/ 1.2", in: folder).output == inLab.output)
    }

    @Test(
      "a copy with mistakes is refused by what uses it, and its lint finds them",
      arguments: [
        (
          "parent: G1, title: Keep", "parent: \"1.1\", title: Keep",
          "11:39: error: the hierarchy runs in a circle: P1 in 1.1 in P1"
        ),
        (
          "parent: G1, title: Keep", "parent: G2, title: Keep",
          "11:39: error: the control 'P1' lies"
        ),
        ("id: \"1.3\"", "id: \"1.2\"", "14:10: error: the id '1.2' stands twice"),
        ("conformance: modality", "conformance: modalty", "7:14: error: 'conformance' cannot be"),
        ("kind: principle", "knid: principle", "11:14: error: control has no key 'knid'"),
        ("id: code", "id: co/de", "2:5: error: 'co/de' cannot be the id of a catalog"),
        ("format: catalog/1", "format: catalogue/1", "1:9: error: the format 'catalogue/1' is not"),
        ("title: A code", "titel: A code", "3:1: error: catalog has no key 'titel'"),
      ])
    func brokenOverlay(_ right: String, _ wrong: String, _ message: String) async throws {
      let folder = try SmallLibrary.folder()
      try folder.write("own/code.yaml", SmallLibrary.code.replacing(right, with: wrong))
      let assessed = try await SmallLibrary.run("assess lab --catalogs own", in: folder)
      #expect(assessed.exitCode == 2)
      #expect(assessed.output.isEmpty)
      #expect(assessed.errors.contains("own/code.yaml:\(message)"), "\(assessed.errors)")
      let linted = try await SmallLibrary.run("catalog lint --catalogs own", in: folder)
      #expect(linted.exitCode == 1)
      #expect(linted.errors.contains("own/code.yaml:\(message)"))
      let json = try await SmallLibrary.run("catalog lint --catalogs own --json", in: folder)
      #expect(json.exitCode == 1)
      #expect(try JSON(json.bytes).items.contains { $0["severity"].text == "error" })
    }

    @Test("mistakes of reading and of structure are told in one run")
    func allOfACatalog() async throws {
      let folder = try SmallLibrary.folder()
      let wrong = SmallLibrary.code.replacing(
        "parent: G1, title: Keep", with: "parent: G2, tile: Keep"
      )
      .replacing("modality: recommended", with: "modality: recommendd")
      try folder.write("library/catalogs/code.yaml", wrong)
      let outcome = try await SmallLibrary.run("catalog list", in: folder)
      #expect(outcome.exitCode == 2)
      #expect(outcome.errors.contains("control has no key 'tile'"))
      #expect(outcome.errors.contains("'modality' cannot be 'recommendd'"))
      #expect(outcome.errors.contains("the control 'P1' lies in 'G2', which does not exist"))
      #expect(outcome.errors.hasSuffix("6 errors\n"))
    }

    @Test(
      "the lint of mapping sets finds mistakes, with their place",
      arguments: [
        (
          "source: not-said", "source: not-sad",
          "12:14: error: the practice 'not-sad' does not exist"
        ),
        ("target: \"1.5\"", "target: \"1.55\"", "12:32: error: code has no control '1.55'"),
        ("target: \"1.5\"", "target: P1", "12:32: error: 'P1' is a principle and cannot be met by"),
        ("target: \"1.5\"", "target: \"1.7\"", ""),
        ("target: \"1.7\"", "target: \"1.4\"", "13:5: error: the pair not-done → 1.4 stands twice"),
        (
          "target: \"1.7\", relation: superset", "target: \"1.4\", relation: subset, share: 0.5",
          "13:5: error: the pair not-done → 1.4 stands twice and says 'superset' and 'subset'"
        ),
        ("share: 0.5, ", "", "8:55: error: a pair that says 'subset' needs a 'share'"),
        (
          "share: 0.5", "share: 5",
          "8:70: error: 'share' must be greater than 0 and at most 1, not 5"
        ),
        (
          "rationale: a half", "rationale: \"\"",
          "8:5: error: keys-in-module → 1.2 has no rationale"
        ),
        (
          "practices: small-practices", "practices: smal-practices",
          "3:9: error: practices-to-code: the practice library 'smal-practices' does not exist"
        ),
      ])
    func mappingLint(_ right: String, _ wrong: String, _ message: String) async throws {
      let folder = try SmallLibrary.folder()
      let text = SmallLibrary.practicesToCode.replacing(right, with: wrong, maxReplacements: 1)
      try folder.write("library/mappings/practices-to-code.yaml", text)
      let outcome = try await SmallLibrary.run("mapping lint", in: folder)
      #expect(outcome.exitCode == (message.isEmpty ? 0 : 1))
      if !message.isEmpty {
        #expect(
          outcome.errors.contains("library/mappings/practices-to-code.yaml:\(message)"),
          "\(outcome.errors)")
      }
    }

    @Test("a warning of the library is shown once")
    func warnOnce() async throws {
      let folder = try SmallLibrary.folder()
      try folder.write(
        "library/mappings/practices-to-code.yaml",
        SmallLibrary.practicesToCode.replacing("code, version: \"1\"", with: "code, version: \"0\"")
      )
      for command in ["mapping lint", "mapping list", "assess lab", "init new"] {
        let outcome = try await SmallLibrary.run(command, in: folder)
        #expect(outcome.exitCode == 0)
        #expect(
          outcome.errorLines.count { $0.contains("was made for version '0' of code") } == 1,
          "\(command)")
      }
    }
  }
}

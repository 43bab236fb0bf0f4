import Testing

extension CommandSuite {
  @Suite("explain")
  struct ExplainTests {
    @Test(
      "says every verdict, and why",
      arguments: [
        ("code/1.1", "met", "claimed 100 %, assured 100 %, planned 100 %"),
        ("1.2", "partial", "claimed 50 %, assured 50 %, planned 50 %"),
        ("1.3", "unresolved", "claimed 60–100 %, assured 60 %, planned 60–100 %"),
        ("1.4", "missing", "claimed 0 %, assured 0 %, planned 0 %"),
        ("1.5", "unanswered", "claimed 0–100 %, assured 0 %, planned 0–100 %"),
        ("1.6", "unmapped", "claimed 0–100 %, assured 0 %, planned 0–100 %"),
        ("1.7", "risk-accepted", "claimed 0 %, assured 0 %, planned 0 %"),
        ("1.8", "met-by-equivalent", "claimed 100 %, assured 0 %, planned 100 %"),
        ("S2.W.1", "missing", "claimed 0 %, assured 0 %, planned 100 %"),
      ])
    func verdict(_ id: String, _ verdict: String, _ bounds: String) async throws {
      let folder = try SmallLibrary.folder()
      let outcome = try await SmallLibrary.run("explain lab \(id)", in: folder)
      #expect(outcome.exitCode == 0)
      for context in ["cluster", "fleet"] {
        #expect(outcome.output.contains("\nIn \(context): \(verdict)\n  \(bounds)\n"))
      }
    }

    @Test("a requirement that does not apply has no bounds")
    func notApplicable() async throws {
      let folder = try SmallLibrary.folder()
      let outcome = try await SmallLibrary.run("explain lab 1.9", in: folder)
      #expect(outcome.output.contains("\nIn fleet: not-applicable\n  Decision: not-applicable by "))
      #expect(!outcome.output.contains("claimed"))
    }

    @Test("shows the chain: clause, pair, answer, evidence, decision, what would change it")
    func chain() async throws {
      let folder = try SmallLibrary.folder()
      let met = try await SmallLibrary.run("explain lab code/1.1 --context fleet", in: folder)
        .output
      for part in [
        "1.1 all of it is met\nA code of nine lines, Nobody in particular\nrequired\n",
        "  * keys-in-module: implemented\n    Keys lie in a module\n",
        "    superset, share 100 % (practices-to-code, confidence medium)\n    why: it is the same\n",
        "    evidence: E-1 Where the keys lie: valid, until 2026-09-30\n",
        "    falls with the practice: keys-in-module\n", "    falls with the owner: Team K\n",
      ] {
        #expect(met.contains(part), "\(part)")
      }
      let risk = try await SmallLibrary.run("explain lab 1.7", in: folder).output
      #expect(
        risk.contains("  Decision: risk-accepted by The head until 2026-12-31: It is dear.\n"))
      #expect(risk.contains("What would change it: any one of these, wholly in place: not-done\n"))
      let half = try await SmallLibrary.run("explain lab 1.2", in: folder).output
      #expect(half.contains("no practice of the library, but an own one"))
      let either = try await SmallLibrary.run("explain lab S2.W.1", in: folder).output
      #expect(either.contains("  assessed through any one of: S2.W.1.a one way; S2.W.1.b another"))
      #expect(either.contains("    - planned-work is planned for 2026-12-31.\n"))
    }

    @Test("--context shows one context, and knows the others")
    func context() async throws {
      let folder = try SmallLibrary.folder()
      let fleet = try await SmallLibrary.run("explain lab 1.2 --context fleet", in: folder)
      #expect(fleet.output.contains("In fleet: "))
      #expect(!fleet.output.contains("In cluster: "))
      let wrong = try await SmallLibrary.run("explain lab 1.2 --context flet", in: folder)
      #expect(wrong.exitCode == 2)
      #expect(
        wrong.errors == """
          error: there is no context 'flet'
              did you mean 'fleet'?
              known are: cluster, fleet

          """)
    }

    @Test(
      "says what was meant",
      arguments: [
        ("1.44", ["there is no requirement '1.44'", "did you mean '1.4'?"]),
        ("s2.w.1", ["did you mean 'S2.W.1'?"]),
        ("code/1.44", ["there is no requirement '1.44'", "did you mean '1.4'?"]),
        ("cod/1.4", ["there is no catalog 'cod'", "did you mean 'code'?", "are: code, steps"]),
        ("1.1", ["'1.1' stands in 2 catalogs", "    code/1.1\n    steps/1.1\n"]),
        ("P1", ["'P1' is no requirement", "in code it holds: 1.1, 1.2, 1.3, 1.4, 1.5"]),
        ("G1", ["'G1' is no requirement", "in code it holds: 1.1, 1.2, 1.3, 1.4, 1.5"]),
        ("steps/W", ["in steps it holds: 1.1, S2.W.1"]),
        ("S2.W.1.a", ["in steps it is one way to meet S2.W.1"]),
        ("/", ["there is no catalog ''"]), ("code/", ["there is no requirement ''"]),
        ("/1.4", ["there is no catalog ''"]), ("code/1.4/x", ["there is no requirement '1.4/x'"]),
      ])
    func unknown(_ id: String, _ expected: [String]) async throws {
      let folder = try SmallLibrary.folder()
      let outcome = try await SmallLibrary.run("explain lab \(id)", in: folder)
      #expect(outcome.exitCode == 2)
      #expect(outcome.output.isEmpty)
      for part in expected { #expect(outcome.errors.contains(part), "\(outcome.errors)") }
    }
  }
}

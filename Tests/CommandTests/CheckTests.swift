import TestSupport
import Testing

extension CommandSuite {
  @Suite("check, and the day")
  struct CheckTests {
    private func folder(_ targets: String) throws -> TestFolder {
      let folder = try SmallLibrary.folder()
      try folder.write("lab/targets.yaml", "format: assessment/1\ntargets:\n\(targets)\n")
      return folder
    }

    @Test(
      "each state of a target",
      arguments: [
        ("{id: T, catalog: steps, level: S1}", "reached  ", 0, 0),
        ("{id: T, catalog: steps, level: S2, by: 2026-12-31}", "on track ", 0, 1),
        ("{id: T, catalog: steps, level: S2, by: 2026-10-01}", "off track", 1, 1),
        ("{id: T, catalog: steps, level: S2, by: 2026-06-30}", "missed   ", 1, 1),
        ("{id: T, catalog: steps, level: S2}", "missed   ", 1, 1),
        ("{id: T, catalog: code, coverage: 0.38}", "reached  ", 0, 0),
        ("{id: T, catalog: code, coverage: 0.39}", "missed   ", 1, 1),
        ("{id: T, catalog: steps, level: S1, track: assured}", "reached  ", 0, 0),
      ])
    func state(_ target: String, _ state: String, _ code: Int32, _ strict: Int32) async throws {
      let folder = try folder("  - \(target)")
      let outcome = try await SmallLibrary.run("check lab", in: folder)
      #expect(outcome.output.hasPrefix("\(state) "))
      #expect(outcome.exitCode == code)
      #expect(outcome.errors == (code == 0 ? "" : "1 of 1 target unmet.\n"))
      #expect(try await SmallLibrary.run("check lab --strict", in: folder).exitCode == strict)
    }

    @Test("a target of which nothing applies is undecided, and unmet")
    func undecided() async throws {
      let folder = try folder("  - {id: T, catalog: code, coverage: 0.1}")
      let all = (1...9).map {
        "  - {catalog: code, requirement: \"1.\($0)\", decision: not-applicable, rationale: x, approver: y}\n"
      }
      try folder.write(
        "lab/determinations.yaml", "format: assessment/1\ndeterminations:\n" + all.joined())
      let outcome = try await SmallLibrary.run("check lab", in: folder)
      #expect(outcome.output.hasPrefix("undecided "))
      #expect(outcome.exitCode == 1)
      let floor = try await SmallLibrary.run("check lab --fail-under code=0.1", in: folder)
      #expect(floor.errors.contains("code: nothing is applicable"))
      let assessed = try await SmallLibrary.run("assess lab", in: folder)
      #expect(assessed.output.contains("no score"))
      #expect(!assessed.output.lowercased().contains("nan"))
    }

    @Test("without targets there is nothing to check")
    func noTargets() async throws {
      let folder = try SmallLibrary.folder()
      let outcome = try await SmallLibrary.run("check lab", in: folder)
      #expect(outcome.exitCode == 0)
      #expect(outcome.output == "The assessment has no targets, so there is nothing to check.\n")
      let json = try await SmallLibrary.run("check lab --json", in: folder)
      #expect(try JSON(json.bytes) == .list([]))
    }

    @Test(
      "--fail-under, for all catalogs or for one",
      arguments: [
        ("--fail-under 0.38", 0, []), ("--fail-under 38%", 0, []),
        ("--fail-under 0.4", 1, ["code"]), ("--fail-under 60%", 1, ["code", "steps"]),
        ("--fail-under code=0.4", 1, ["code"]), ("--fail-under steps=50%", 0, []),
        ("--fail-under steps=51% --fail-under code=0", 1, ["steps"]),
        ("--fail-under 0", 0, []), ("--fail-under 1", 1, ["code", "steps"]),
      ] as [(String, Int32, [String])])
    func floor(_ options: String, _ code: Int32, _ fallen: [String]) async throws {
      let folder = try SmallLibrary.folder()
      let outcome = try await SmallLibrary.run("check lab \(options)", in: folder)
      #expect(outcome.exitCode == code)
      let lines = outcome.errorLines
      #expect(lines.map { $0.prefix { $0 != ":" } } == fallen.map { $0[...] })
      #expect(lines.allSatisfy { $0.contains(": coverage is at least ") && $0.hasSuffix("%.") })
    }

    @Test("--fail-under of a catalog that is not scored is a mistake of the command")
    func unknownFloor() async throws {
      let folder = try SmallLibrary.folder()
      let outcome = try await SmallLibrary.run("check lab --fail-under cod=0.4", in: folder)
      #expect(outcome.exitCode == 2)
      #expect(outcome.errors.contains("did you mean 'code'?"))
    }

    @Test("unmet goes before evidence, which is shown all the same")
    func unmetAndEvidence() async throws {
      let folder = try folder("  - {id: T, catalog: steps, level: S2}")
      try folder.write("lab/evidence/keys.txt", "changed\n")
      let outcome = try await SmallLibrary.run("check lab", in: folder)
      #expect(outcome.exitCode == 1)
      #expect(outcome.errors.contains("E-1: 'evidence/keys.txt' is not the file"))
    }

    @Test(
      "evidence counts from the day that it shows to its last day",
      arguments: [
        ("0001-01-01", "0 of 1 pieces valid; 1 dated later", "0 %"),
        ("2026-04-30", "0 of 1 pieces valid; 1 dated later", "0 %"),
        ("2026-05-01", "1 of 1 pieces valid", "100 %"),
        ("2026-09-30", "1 of 1 pieces valid", "100 %"),
        ("2026-10-01", "0 of 1 pieces valid; 1 expired", "0 %"),
        ("9999-12-31", "0 of 1 pieces valid; 1 expired", "0 %"),
      ])
    func evidence(_ day: String, _ evidence: String, _ assured: String) async throws {
      let folder = try SmallLibrary.folder()
      let assessed = try await SmallLibrary.run("assess lab --as-of \(day)", in: folder)
      #expect(assessed.exitCode == 0)
      #expect(assessed.output.contains("\nas of \(day)\n"))
      #expect(assessed.output.contains("\nEvidence  \(evidence)\n"))
      let met = try await SmallLibrary.run("explain lab code/1.1 --as-of \(day)", in: folder)
      #expect(met.output.contains("  claimed 100 %, assured \(assured), planned 100 %\n"))
    }

    @Test("a decision holds to its last day")
    func decision() async throws {
      let folder = try SmallLibrary.folder()
      let last = try await SmallLibrary.run("explain lab 1.7 --as-of 2026-12-31", in: folder)
      #expect(last.output.contains("In fleet: risk-accepted\n"))
      let after = try await SmallLibrary.run("explain lab 1.7 --as-of 2027-01-01", in: folder)
      #expect(after.output.contains("In fleet: missing\n"))
      #expect(after.output.contains("The decision 'risk-accepted' of The head ran out on"))
    }

    @Test("a plan is due to its day, and then has to be confirmed")
    func plan() async throws {
      let folder = try folder("  - {id: T, catalog: steps, level: S2, by: 2027-06-30}")
      let before = try await SmallLibrary.run("check lab --as-of 2026-12-31", in: folder)
      #expect(before.output.hasPrefix("on track "))
      let explained = try await SmallLibrary.run(
        "explain lab S2.W.1 --as-of 2027-01-01", in: folder)
      #expect(explained.output.contains("planned-work was due on 2026-12-31: confirm that it is"))
    }

    @Test("without --as-of and 'asOf' it is today, and the output says which day it was")
    func today() async throws {
      let folder = try SmallLibrary.folder()
      try folder.write(
        "lab/assessment.yaml",
        try folder.text("lab/assessment.yaml").replacing("asOf: 2026-06-30\n", with: ""))
      let outcome = try await SmallLibrary.run("assess lab", in: folder)
      #expect(outcome.lines.contains { $0.hasPrefix("as of 20") && $0.count == 16 })
    }
  }
}

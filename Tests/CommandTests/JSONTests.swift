import TestSupport
import Testing

extension WrittenSuite {
  @Suite("JSON")
  struct JSONTests {
    private static let example = CommandSuite.OutputTests.example

    @Test("assess: the counts of the JSON are those of the text")
    func assess() async throws {
      let outcome = try await Program.run(["assess", Self.example, "--json"])
      #expect(outcome.errors.isEmpty)
      let json = try JSON(outcome.bytes)
      let text = try await Program.run(["assess", Self.example])
      let words = text.lines.map { $0.split(separator: " ") }
      #expect(json["asOf"].text == "2026-11-24")
      #expect(json["catalogs"].items.count == 6)
      for catalog in json["catalogs"].items {
        let id = catalog["id"].text
        let coverage = catalog["overall"]["coverage"]
        let met = try #require(coverage["met"].count)
        let applicable = try #require(coverage["applicable"].count)
        let row = ["\(id)", "\(met)", "of", "\(applicable)"][...]
        #expect(words.contains { $0.prefix(4).elementsEqual(row, by: ==) }, "\(id)")

        // And the counts are those of the rows, in each context.
        for context in catalog["contexts"].items {
          let rows = catalog["requirements"].items.filter { $0["context"] == context["context"] }
          let verdicts = rows.compactMap { $0["verdict"].text }
          #expect(context["coverage"]["total"].count == rows.count)
          #expect(
            context["coverage"]["met"].count
              == verdicts.count { $0 == "met" || $0 == "met-by-equivalent" })
          #expect(
            context["coverage"]["applicable"].count == verdicts.count { $0 != "not-applicable" })
        }
      }
      #expect(text.output.contains("Targets: 1 of \(json["targets"].items.count) reached"))
      #expect(
        text.output.contains("Top gaps by consequence: 10 of \(json["gaps"].items.count) practices")
      )
    }

    @Test("check: the same targets and states")
    func check() async throws {
      let outcome = try await Program.run(["check", Self.example, "--json"])
      #expect(outcome.exitCode == 1)
      let text = try await Program.run(["check", Self.example])
      let states = try JSON(outcome.bytes).items.compactMap { $0["state"].text }
      let told = text.lines.filter { !$0.hasPrefix(" ") && !$0.isEmpty }.map { line in
        line.prefix(9).split(separator: " ").joined(separator: "-")
      }
      #expect(states.count == 6)
      #expect(states == told)
    }

    @Test("explain: the same verdict in each context")
    func explain() async throws {
      let arguments = ["explain", Self.example, "SL2.WS.STO.2"]
      let json = try JSON((try await Program.run(arguments + ["--json"])).bytes)
      let text = try await Program.run(arguments).output
      #expect(json.items.count == 3)
      for row in json.items {
        let context = row["context"].text
        let verdict = row["verdict"].text
        #expect(text.contains("\nIn \(context): \(verdict)\n"))
      }
    }

    @Test("catalog and mapping: as many entries as in the text")
    func lists() async throws {
      for command in [["catalog", "list"], ["mapping", "list"]] {
        let json = try JSON((try await Program.run(command + ["--json"])).bytes)
        let text = try await Program.run(command)
        let names = text.lines.filter { !$0.hasPrefix(" ") && !$0.isEmpty }
        #expect(json.items.compactMap { $0["id"].text } == names.map(String.init))
      }
      let whole = try JSON(
        (try await Program.run(["catalog", "show", "dsit-ai-cop-2025", "--json"])).bytes)
      #expect(whole["counts"]["requirement"].count == 72)
      #expect(whole["controls"].items.count { $0["kind"].text == "requirement" } == 72)
    }

    @Test("lint: as many findings as are counted, and nothing on standard error")
    func lint() async throws {
      let folder = try SmallLibrary.folder()
      for command in ["catalog lint", "mapping lint"] {
        let outcome = try await SmallLibrary.run("\(command) --json", in: folder)
        #expect(outcome.errors.isEmpty)
        let findings = try JSON(outcome.bytes).items
        let text = try await SmallLibrary.run(command, in: folder)
        #expect(text.output.contains(": 0 errors, \(findings.count) warnings\n"))
        #expect(findings.allSatisfy { $0["line"].count ?? 0 > 0 && !$0["summary"].text.isEmpty })
      }
    }
  }
}

import FoundationEssentials
import Subprocess
import SystemPackage
import TestSupport
import Testing

extension WrittenSuite {
  @Suite("SARIF and JUnit")
  struct CodeReviewCommandTests {
    private static let python = Package.path(".build/report-checks/bin/python")
    private static let hasReaders = FileManager.default.isExecutableFile(atPath: python)
    private static let skip = "needs the readers that scripts/check-review-files names"

    private func folder(_ targets: [String]) throws -> TestFolder {
      let folder = try SmallLibrary.folder()
      let list = targets.map { "  - \($0)\n" }.joined()
      try folder.write("lab/targets.yaml", "format: assessment/1\ntargets:\n\(list)")
      return folder
    }

    private let three = [
      "{id: A, catalog: steps, level: S1}",
      "{id: B, catalog: steps, level: S2, by: 2026-12-31}",
      "{id: C, catalog: code, coverage: 0.9, statement: 'All <of> it & more'}",
    ]

    private func results(_ outcome: Program.Outcome) throws -> [JSON] {
      let log = try JSON(outcome.bytes)
      #expect(log["version"].text == "2.1.0")
      #expect(log["runs"].items.count == 1)
      return log["runs"].items.first?["results"].items ?? []
    }

    @Test("check --sarif: each target that is not reached, at its line", arguments: [false, true])
    func checkSARIF(_ strict: Bool) async throws {
      let folder = try folder(three)
      let outcome = try await SmallLibrary.run(
        "check lab --sarif\(strict ? " --strict" : "")", in: folder)
      #expect(outcome.exitCode == 1)
      let results = try results(outcome)
      #expect(results.map { $0["ruleId"].text } == ["target-on-track", "target-missed"])
      #expect(results.map { $0["level"].text } == [strict ? "error" : "note", "error"])
      let places = results.map { $0["locations"].items.first?["physicalLocation"] ?? .null }
      #expect(
        places.map { $0["artifactLocation"]["uri"].text }
          == ["lab/targets.yaml", "lab/targets.yaml"])
      #expect(places.map { $0["region"]["startLine"].count } == [4, 5])
    }

    @Test("all reached: a run without results, and exit code 0")
    func reached() async throws {
      let folder = try folder([three[0]])
      let outcome = try await SmallLibrary.run("check lab --sarif", in: folder)
      #expect(outcome.exitCode == 0)
      #expect(try results(outcome).isEmpty)
    }

    @Test("what cannot be scored shows its mistakes at their lines")
    func refused() async throws {
      let folder = try folder(three)
      try folder.write(
        "lab/answers.yaml",
        try folder.text("lab/answers.yaml").replacing("implemented", with: "implementd"))
      let outcome = try await SmallLibrary.run("check lab --sarif", in: folder)
      #expect(outcome.exitCode == 2)
      let results = try results(outcome)
      #expect(!results.isEmpty)
      for result in results {
        let place = result["locations"].items.first?["physicalLocation"] ?? .null
        #expect(place["artifactLocation"]["uri"].text == "lab/answers.yaml")
        #expect(result["level"].text == "error")
      }
    }

    @Test("evidence problems and floors are findings too")
    func evidenceAndFloors() async throws {
      let folder = try folder([three[0]])
      try folder.write("lab/evidence/keys.txt", "changed\n")
      let evidence = try await SmallLibrary.run("check lab --sarif", in: folder)
      #expect(evidence.exitCode == 3)
      #expect(try results(evidence).map { $0["ruleId"].text } == ["evidence-changed"])
      let floor = try await SmallLibrary.run(
        "check lab --sarif --fail-under code=0.99", in: folder)
      #expect(floor.exitCode == 1)
      #expect(
        try results(floor).map { $0["ruleId"].text }
          == ["coverage-below-floor", "evidence-changed"])
    }

    @Test("check --junit fails the tests that the check fails for")
    func junit() async throws {
      let folder = try folder(three)
      let outcome = try await SmallLibrary.run("check lab --junit", in: folder)
      #expect(outcome.exitCode == 1)
      #expect(outcome.output.contains(#"<testsuites name="counterweight" tests="4" failures="1""#))
      #expect(outcome.output.contains("C: All &lt;of&gt; it &amp; more"))
      let strict = try await SmallLibrary.run(
        "check lab --junit --strict --fail-under code=0.99", in: folder)
      #expect(strict.exitCode == 1)
      #expect(strict.output.contains(#"<testsuites name="counterweight" tests="5" failures="3""#))
      #expect(strict.output.contains(#"<failure type="below-floor""#))
      let exported = try await SmallLibrary.run(
        "export lab --format junit --out out", in: folder)
      #expect(exported.exitCode == 0)
      #expect(try folder.bytes("out/targets.xml") == outcome.bytes)
    }

    @Test(
      "one form at a time",
      arguments: ["--json --junit", "--json --sarif", "--junit --sarif"])
    func exclusive(_ options: String) async throws {
      let folder = try folder(three)
      let outcome = try await SmallLibrary.run("check lab \(options)", in: folder)
      #expect(outcome.exitCode == 64)
    }

    @Test("lints as SARIF", arguments: ["catalog lint", "mapping lint"])
    func lint(_ command: String) async throws {
      let folder = try SmallLibrary.folder()
      let clean = try await SmallLibrary.run("\(command) --sarif", in: folder)
      let plain = try await SmallLibrary.run("\(command) --json", in: folder)
      #expect(clean.exitCode == plain.exitCode)
      #expect(try results(clean).count == JSON(plain.bytes).items.count)
      try folder.write("library/catalogs/code.yaml", "format: catalog/1\nid: code\n")
      let broken = try await SmallLibrary.run("\(command) --sarif", in: folder)
      #expect(broken.exitCode == 1)
      #expect(
        try results(broken).contains {
          $0["locations"].items.first?["physicalLocation"]["artifactLocation"]["uri"].text
            == "library/catalogs/code.yaml"
        })
    }

    @Test("the same bytes each time", arguments: ["sarif", "junit"])
    func deterministic(_ format: String) async throws {
      let folder = try folder(three)
      for out in ["one", "two"] {
        let outcome = try await SmallLibrary.run(
          "export lab --format \(format) --out \(out)", in: folder)
        #expect(outcome.exitCode == 0)
      }
      let names = try folder.names(below: "one")
      #expect(names == [format == "sarif" ? "assessment.sarif" : "targets.xml"])
      #expect(try folder.bytes("one/\(names[0])") == folder.bytes("two/\(names[0])"))
      #expect(folder.mode("one/\(names[0])") == 0o600)
    }

    @Test(
      "SARIF fits its schema, and JUnit is read as CI reads it",
      .enabled(if: hasReaders, "\(skip)"))
    func readers() async throws {
      let folder = try folder(three)
      try folder.write("lab/evidence/keys.txt", "changed\n")
      try folder.write("result.sarif", bytes: try await run("check lab --sarif", folder))
      try folder.write("result.xml", bytes: try await run("check lab --junit --strict", folder))
      try folder.write("lint.sarif", bytes: try await run("mapping lint --sarif", folder))
      try folder.write("lab/answers.yaml", "format: assessment/1\nanswers: [{practise: x}]\n")
      try folder.write("refused.sarif", bytes: try await run("check lab --sarif", folder))
      try folder.write(
        "shipped.sarif",
        bytes: try await Program.run(["check", "Examples/northlight", "--sarif"]).bytes)
      let files = ["result.sarif", "result.xml", "lint.sarif", "refused.sarif", "shipped.sarif"]
      let read = try await Subprocess.run(
        .path(FilePath(Self.python)),
        arguments: Arguments([Package.path("scripts/check-review-files")] + files),
        workingDirectory: FilePath(folder.path), output: .string(limit: 1 << 20),
        error: .string(limit: 1 << 20))
      #expect(
        read.terminationStatus.isSuccess, "\(read.standardOutput) \(read.standardError)")
      #expect(read.standardOutput.contains("4 tests, 3 failures"))
      #expect(read.standardOutput.contains("failed: targets / code / C: All <of> it & more"))
      #expect(read.standardOutput.contains("failed: evidence / evidence / E-1"))
    }

    private func run(_ command: String, _ folder: TestFolder) async throws -> [UInt8] {
      try await SmallLibrary.run(command, in: folder).bytes
    }
  }
}

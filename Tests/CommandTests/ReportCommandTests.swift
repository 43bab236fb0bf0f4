import FoundationEssentials
import Subprocess
import SystemPackage
import Testing

extension WrittenSuite {
  @Suite("export of reports")
  struct ReportCommandTests {
    static let formats = [
      ("html", ["assessment.html"]), ("summary", ["summary.html", "summary.md"]),
      ("markdown", ["assessment.md"]), ("json", ["result.json"]),
    ]

    @Test("writes what it lists, the same each time, for the owner only", arguments: formats)
    func files(_ format: String, _ names: [String]) async throws {
      let folder = try SmallLibrary.folder()
      for out in ["one", "two"] {
        let outcome = try await SmallLibrary.run(
          "export lab --format \(format) --out \(out)", in: folder)
        #expect(outcome.exitCode == 0)
        #expect(outcome.errors.isEmpty)
        #expect(
          outcome.lines.filter { $0.hasPrefix("  ") }.map { $0.dropFirst(2) }.sorted()
            == names.map { $0[...] })
      }
      for name in names {
        #expect(try folder.bytes("one/\(name)") == folder.bytes("two/\(name)"))
        #expect(folder.mode("one/\(name)") == 0o600)
      }
      #expect(try folder.names(below: "one") == names)
    }

    @Test("the JSON is what assess prints")
    func json() async throws {
      let folder = try SmallLibrary.folder()
      #expect(
        try await SmallLibrary.run("export lab --format json --out out", in: folder).exitCode == 0)
      let printed = try await SmallLibrary.run("assess lab --json", in: folder)
      #expect(try folder.bytes("out/result.json") == printed.bytes)
    }

    private static let hasValidator: Bool = ["/usr/lib/python3/dist-packages/jsonschema"].contains {
      FileManager.default.fileExists(atPath: $0)
    }

    @Test(
      "the JSON fits its published schema",
      .enabled(if: hasValidator, "needs apt-get install python3-jsonschema"))
    func schema() async throws {
      let folder = try TestFolder()
      let outcome = try await Program.run([
        "export", "Examples/northlight", "--format", "json", "--out", folder.path("out"),
      ])
      #expect(outcome.exitCode == 0)
      let code = """
        import json, sys, jsonschema
        schema = json.load(open(sys.argv[1]))
        jsonschema.Draft202012Validator.check_schema(schema)
        jsonschema.Draft202012Validator(schema).validate(json.load(open(sys.argv[2])))
        """
      let result = try await Subprocess.run(
        .path("/usr/bin/python3"),
        arguments: [
          "-c", code, Package.path("docs/schemas/result.schema.json"),
          folder.path("out/result.json"),
        ], output: .discarded, error: .string(limit: 1 << 20))
      #expect(result.terminationStatus.isSuccess, "\(result.standardError)")
    }

    @Test("--since compares with an earlier result, and with an earlier day")
    func since() async throws {
      let folder = try SmallLibrary.folder()
      #expect(
        try await SmallLibrary.run("export lab --format json --out old", in: folder).exitCode == 0)
      let answers = try folder.text("lab/answers.yaml")
      try folder.write(
        "lab/answers.yaml", answers.replacing("status: absent", with: "status: implemented"))
      let outcome = try await SmallLibrary.run(
        "export lab --format summary --out out --since old/result.json", in: folder)
      #expect(outcome.exitCode == 0, "\(outcome)")
      let text = try folder.text("out/summary.md")
      #expect(text.contains("Compared with Small lab as of 2026-06-30, read from result.json."))
      #expect(text.contains("newly met in"))
      let day = try await SmallLibrary.run(
        "export lab --format summary --out out --since 2026-01-01", in: folder)
      #expect(day.exitCode == 0)
      #expect(try folder.text("out/summary.md").contains("the same answers as of 2026-01-01"))
    }

    @Test("says what is wrong with --since and --excel")
    func wrong() async throws {
      let folder = try SmallLibrary.folder()
      let unused = try await SmallLibrary.run("export lab --out out --since 2026-01-01", in: folder)
      #expect(unused.exitCode == 64)
      #expect(unused.errors.contains("--since is for --format summary"))
      let excel = try await SmallLibrary.run(
        "export lab --format html --out out --excel", in: folder)
      #expect(excel.exitCode == 64)
      #expect(excel.errors.contains("--excel is for --format csv"))
      let gone = try await SmallLibrary.run(
        "export lab --format summary --out out --since gone.json", in: folder)
      #expect(gone.exitCode == 2)
      #expect(gone.errors.contains("gone.json: error: there is no such file"))
      let other = try await SmallLibrary.run(
        "export lab --format summary --out out --since lab/answers.yaml", in: folder)
      #expect(other.exitCode == 2)
      #expect(other.errors.contains("lab/answers.yaml: error: this is no result"))
      let later = try await SmallLibrary.run(
        "export lab --format summary --out out --since 2026-06-30", in: folder)
      #expect(later.exitCode == 2)
      #expect(later.errors.contains("--since 2026-06-30 is not before the day of the result"))
      #expect(!folder.exists("out"))
    }
  }
}

import FoundationEssentials
import Testing

extension CommandSuite {
  @Suite("between editions")
  struct EditionTests {
    /// Compares an output with the file that was read and found good.
    private func expectSnapshot(_ text: String, _ name: String) throws {
      let path = Package.path("Tests/CommandTests/Snapshots/\(name)")
      if ProcessInfo.processInfo.environment["COUNTERWEIGHT_SNAPSHOTS"] == "write" {
        try Data(text.utf8).write(to: URL(filePath: path))
      }
      let known = FileManager.default.contents(atPath: path).map {
        String(decoding: $0, as: UTF8.self)
      }
      #expect(text == known, "COUNTERWEIGHT_SNAPSHOTS=write writes it again")
    }

    private func run(_ command: String, in folder: TestFolder) async throws -> Program.Outcome {
      try await SmallLibrary.run(command, in: folder)
    }

    @Test("the difference, in each form", arguments: ["text", "json", "csv", "html"])
    func difference(_ format: String) async throws {
      let folder = try NewEdition.folder()
      let outcome = try await run("catalog diff rules-1 rules-2 --format \(format)", in: folder)
      #expect(outcome.exitCode == 0 && outcome.errors.isEmpty)
      try expectSnapshot(outcome.output, "catalog-diff.\(format == "text" ? "txt" : format)")
      #expect(format != "text" || outcome.lines.allSatisfy { $0.count <= 80 })
      let written = try await run(
        "catalog diff rules-1 rules-2 --format \(format) --out d", in: folder)
      #expect(written.output == "Wrote d.\n")
      #expect(try folder.bytes("d") == outcome.bytes)
    }

    @Test("files stand for catalogs, and nothing differs from itself")
    func files() async throws {
      let folder = try NewEdition.folder()
      let path = "library/catalogs/rules-1.yaml"
      let outcome = try await Program.run(["catalog", "diff", path, path], in: folder)
      #expect(outcome.exitCode == 0)
      #expect(outcome.output.contains("unchanged       6 of 6 in both"))
      #expect(!outcome.output.contains("Removed"))
    }

    @Test("what cannot be compared is told")
    func refused() async throws {
      let folder = try NewEdition.folder()
      let unknown = try await run("catalog diff rules-1 rules-3", in: folder)
      #expect(unknown.exitCode == 2 && unknown.errors.contains("did you mean 'rules-"))
      let missing = try await run("catalog diff rules-1 nothing.yaml", in: folder)
      #expect(missing.exitCode == 2 && missing.errors.contains("nothing.yaml"))
      let other = try await run("catalog diff rules-1 lab/assessment.yaml", in: folder)
      #expect(other.exitCode == 2 && other.errors.contains("this file is an assessment"))
    }

    @Test("an assessment is carried over, and nothing is lost")
    func migrate() async throws {
      let folder = try NewEdition.folder()
      let outcome = try await run("assessment migrate lab --to rules-2 --out next", in: folder)
      #expect(outcome.exitCode == 0, "\(outcome)")
      let files = try ["assessment.yaml", "determinations.yaml"].map {
        "\n--- next/\($0)\n" + String(decoding: try folder.bytes("next/\($0)"), as: UTF8.self)
      }
      try expectSnapshot(outcome.output + files.joined(), "assessment-migrate.txt")
      #expect(try folder.bytes("next/evidence/keys.txt") == folder.bytes("lab/evidence/keys.txt"))
      #expect(try folder.bytes("lab/assessment.yaml") == Array(NewEdition.assessment.utf8))
      let assessed = try await run("assess next", in: folder)
      #expect(assessed.exitCode == 0, "\(assessed)")
      // Once more changes nothing but what is still to be decided.
      let again = try await run(
        "assessment migrate next --from rules-1 --to rules-2 --out third", in: folder)
      #expect(again.output.contains("\nWrote third, with 0 of 2 files changed."), "\(again)")
      for name in ["assessment.yaml", "determinations.yaml"] {
        #expect(try folder.bytes("third/\(name)") == folder.bytes("next/\(name)"))
      }
    }

    @Test("in place, to where something is, and without a place")
    func places() async throws {
      let folder = try NewEdition.folder()
      let dry = try await run("assessment migrate lab --to rules-2 --dry-run", in: folder)
      #expect(dry.exitCode == 0)
      #expect(try folder.bytes("lab/assessment.yaml") == Array(NewEdition.assessment.utf8))
      #expect(try await run("assessment migrate lab --to rules-2", in: folder).exitCode == 64)
      let taken = try await run("assessment migrate lab --to rules-2 --out library", in: folder)
      #expect(taken.exitCode == 2 && taken.errors.contains("not empty"))
      let within = try await run("assessment migrate lab --to rules-2 --out lab/next", in: folder)
      #expect(within.exitCode == 2 && within.errors.contains("cannot lie within"))
      let same = try await run("assessment migrate lab --to rules-1 --dry-run", in: folder)
      #expect(same.exitCode == 2 && same.errors.contains("--from names"))
      #expect(
        try await run("assessment migrate lab --to rules-2 --in-place", in: folder).exitCode == 0)
      #expect(try folder.bytes("lab/assessment.yaml") != Array(NewEdition.assessment.utf8))
    }

    @Test(
      "of several catalogs that are named, the old edition is the one with a mapping to the new")
    func joinedEdition() async throws {
      let folder = try TestFolder()
      let example = Package.path("Examples/northlight")
      let arguments = ["assessment", "migrate", example, "--dry-run", "--to"]
      let joined = try await Program.run(arguments + ["etsi"], in: folder)
      #expect(joined.exitCode == 0, "\(joined)")
      #expect(joined.output.hasPrefix("dsit-ai-cop-2025 → etsi-en-304-223-2.1.1\n"))
      let none = try await Program.run(arguments + ["ml"], in: folder)
      #expect(none.exitCode == 2 && none.errors.contains("--from names it"), "\(none)")
    }

    @Test("a mapping set is carried over")
    func mapping() async throws {
      let folder = try NewEdition.folder()
      let outcome = try await run(
        "mapping migrate practices-to-rules-1 --to rules-2 --out library/mappings/new.yaml",
        in: folder)
      #expect(outcome.exitCode == 0, "\(outcome)")
      let file = String(decoding: try folder.bytes("library/mappings/new.yaml"), as: UTF8.self)
      // The day is today's.
      let lines = file.split(separator: "\n").filter { !$0.contains("date:") }
      try expectSnapshot(
        outcome.output + "\n" + lines.joined(separator: "\n") + "\n", "mapping-migrate.txt")
      #expect(try await run("mapping lint", in: folder).exitCode == 0)
    }
  }
}

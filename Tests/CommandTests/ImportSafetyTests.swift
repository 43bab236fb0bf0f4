import FoundationEssentials
import Testing

extension CommandSuite {
  @Suite("catalog import: all or nothing")
  struct ImportSafetyTests {
    private func run(
      _ command: String, in folder: TestFolder, largestFile: Int? = nil
    ) async throws -> Program.Outcome {
      try await Program.run(
        ["catalog", "import"] + command.split(separator: " ").map(String.init), in: folder,
        largestFile: largestFile)
    }

    /// A text with all of the Code's numbers, and one that lacks the last tenth of it.
    private func documents() async throws -> TestFolder {
      let folder = try TestFolder()
      let text = try await ImportCommandTests.document()
      let end = try #require(text.firstRange(of: "Principle 12"))
      try folder.write("whole.txt", text)
      try folder.write("part.txt", String(text[..<end.lowerBound]))
      try folder.write("half.txt", String(text.prefix(text.count / 2)))
      return folder
    }

    @Test("a part of the document does not take the place of the whole")
    func keepsWhole() async throws {
      let folder = try await documents()
      #expect(try await run("whole.txt --into own", in: folder).exitCode == 0)
      let before = try folder.bytes("own/dsit-ai-cop-2025.yaml")
      for command in [
        "part.txt --into own", "part.txt --into own --dry-run", "half.txt --into own",
        "half.txt --into own --replace",
      ] {
        let outcome = try await run(command, in: folder)
        #expect(outcome.exitCode == 2, "\(command): \(outcome)")
        #expect(try folder.bytes("own/dsit-ai-cop-2025.yaml") == before, "\(command)")
        #expect(!outcome.output.contains("wrote"), "\(command)")
      }
      let refused = try await run("part.txt --into own", in: folder)
      #expect(
        refused.errors.contains(
          "own/dsit-ai-cop-2025.yaml: error: an earlier import holds 72 official texts, and 6 of"),
        "\(refused)")
      #expect(refused.errors.contains("lost: 12.1, 12.2, 12.3, 12.4, 13.1, 13.2\n"), "\(refused)")
      #expect(refused.errors.contains("--replace"))
      // Into another directory, in its place when the user says so, and the whole over the part.
      let other = try await run("part.txt --into other", in: folder)
      #expect(other.exitCode == 0, "\(other)")
      #expect(other.output.contains(", not complete: "), "\(other)")
      #expect(other.errors.contains("12.1, 12.2, 12.3, 12.4,\n      P13, 13.1, 13.2\n"), "\(other)")
      let shown = try await Program.run(
        ["catalog", "show", "dsit-ai-cop-2025", "--catalogs", "other"], in: folder)
      #expect(shown.output.contains("Not complete: the imported document lacks "), "\(shown)")
      #expect(try await run("part.txt --into own --replace", in: folder).exitCode == 0)
      #expect(try folder.bytes("own/dsit-ai-cop-2025.yaml") != before)
      #expect(try await run("whole.txt --into own", in: folder).exitCode == 0)
      #expect(try folder.bytes("own/dsit-ai-cop-2025.yaml") == before)
    }

    @Test(
      "fewer rows do not take the place of more, nor fewer pairs; the same may be imported twice")
    func keepsRows() async throws {
      let folder = try TestFolder()
      try folder.write("rules.csv", "id,title\nA.1,One\nA.2,Two\n")
      #expect(try await run("rules.csv --into own", in: folder).exitCode == 0)
      #expect(try await run("rules.csv --into own", in: folder).exitCode == 0)
      try folder.write("rules.csv", "id,title\nA.1,One\nA.3,Three\n")
      let outcome = try await run("rules.csv --into own", in: folder)
      #expect(outcome.exitCode == 2)
      #expect(
        outcome.errors.hasPrefix(
          "own/rules.yaml: error: an earlier import holds 2 controls, and 1 of them are not in"))
      #expect(try await run("rules.csv --into own --replace", in: folder).exitCode == 0)
      // A file of that name that is none of ours stays too.
      try folder.write("own/rules.yaml", "my: notes\n")
      #expect(try await run("rules.csv --into own", in: folder).exitCode == 2)
      #expect(try folder.bytes("own/rules.yaml") == Array("my: notes\n".utf8))
    }

    @Test("of several files, each that cannot be read is told, and nothing is written")
    func tellsAll() async throws {
      let folder = try await documents()
      try folder.write("empty.txt", "")
      try folder.write("letter.txt", "Dear all,\n")
      try folder.write("rules.csv", "id,title\nA.1,One\nA.1,Two\n")
      try folder.makePipe("pipe")
      try folder.makeFolder("folder")
      try folder.link("dangling", to: "nowhere")
      try folder.link("circle", to: "circle")
      let names = [
        "empty.txt", "letter.txt", "rules.csv", "pipe", "folder", "dangling", "circle", "none",
      ]
      let outcome = try await run(
        "whole.txt " + names.joined(separator: " ") + " --into own", in: folder)
      #expect(outcome.exitCode == 2)
      for name in names { #expect(outcome.errors.contains("\n\(name):"), "\(name): \(outcome)") }
      #expect(
        outcome.errors.hasPrefix("note: nothing was written: the 9 files of one command are "))
      #expect(!folder.exists("own"))
    }

    @Test("a directory that cannot be written, a full disk, and links that lead out of it")
    func targets() async throws {
      let folder = try await documents()
      try folder.write("file", "x")
      try folder.link("dangling", to: "nowhere")
      for target in ["file", "file/below", "dangling", "/proc/none"] {
        let outcome = try await run("whole.txt --into \(target)", in: folder)
        #expect(outcome.exitCode == 2, "\(target)")
        #expect(outcome.errors.contains("\(target)"), "\(target): \(outcome)")
        #expect(outcome.errors.contains("error: cannot be written"), "\(target): \(outcome)")
      }
      #expect(try await run("whole.txt --into own", in: folder, largestFile: 8).exitCode != 0)
      #expect(!folder.exists("own"))
      // The place of the catalog is a link: it is replaced, and what it led to stays.
      try folder.makeFolder("linked")
      try folder.link("linked/dsit-ai-cop-2025.yaml", to: "../file")
      #expect(try await run("whole.txt --into linked --replace", in: folder).exitCode == 0)
      #expect(try folder.bytes("file") == Array("x".utf8))
      // The folder of the documents that are kept is a link: nothing is written through it.
      try folder.write(
        "rules.json",
        """
        {"catalog": {"uuid": "74c8ba1e-5cd4-4ad1-bbfd-d888e2f6c724", "metadata": {"title": "Rules",
        "last-modified": "2024-01-01T00:00:00Z", "version": "1", "oscal-version": "1.1.2"},
        "controls": [{"id": "c-1", "title": "One"}]}}
        """)
      try folder.makeFolder("elsewhere")
      try folder.makeFolder("kept")
      try folder.link("kept/oscal", to: "../elsewhere")
      let outcome = try await run("rules.json --into kept", in: folder)
      #expect(outcome.exitCode == 2)
      #expect(outcome.errors.hasPrefix("kept/oscal: error: is a link, and nothing is written"))
      #expect(try folder.names(below: "elsewhere").isEmpty)
    }
  }
}

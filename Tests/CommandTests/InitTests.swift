import FoundationEssentials
import Glibc
import TestSupport
import Testing

extension CommandSuite {
  @Suite("init")
  struct InitTests {
    @Test("makes an assessment that loads, with every practice unanswered and nothing claimed")
    func complete() async throws {
      let folder = try TestFolder()
      let made = try await Program.run(["init", "lab"], in: folder)
      #expect(made.exitCode == 0)
      #expect(made.errors.isEmpty)
      #expect(made.output.contains("counterweight assess lab"))

      let files = try folder.files(below: "lab")
      let yaml = files.filter { $0.key.hasSuffix(".yaml") }
      #expect(made.output.contains("in \(files.count) files"))
      let lines = yaml.values.flatMap {
        String(decoding: $0, as: UTF8.self).split(separator: "\n").map(String.init)
      }
      let practices = lines.filter { $0.hasPrefix("  - practice: ") }
      #expect(practices.count >= 60)
      #expect(Set(practices).count == practices.count)
      #expect(lines.count { $0 == "    status: unanswered" } == practices.count)
      #expect(made.output.contains("with \(practices.count) practices"))
      #expect(lines.filter { $0.count > 100 } == [])

      let assessed = try await Program.run(["assess", "lab"], in: folder)
      #expect(assessed.exitCode == 0)
      #expect(assessed.errors.isEmpty)
      #expect(assessed.output.contains("Answers   0 of \(practices.count) practices"))
      #expect(!assessed.output.lowercased().split(separator: " ").contains("nan"))
      #expect(!assessed.output.contains(" 100 %"))

      let json = try JSON((try await Program.run(["assess", "lab", "--json"], in: folder)).bytes)
      for catalog in json["catalogs"].items {
        #expect(catalog["overall"]["coverage"]["met"].count == 0)
        for row in catalog["requirements"].items {
          #expect(["unanswered", "unmapped"].contains(row["verdict"].text))
          for track in ["claimed", "assured", "planned"] {
            #expect(row["bounds"][track]["lower"] == .number(0))
          }
          #expect(row["bounds"]["assured"]["upper"] == .number(0))
        }
      }
      #expect(try await Program.run(["check", "lab"], in: folder).exitCode == 0)
    }

    @Test("the targets that its comments show can be uncommented")
    func commentedTargets() async throws {
      let folder = try TestFolder()
      #expect(try await Program.run(["init", "lab"], in: folder).exitCode == 0)
      let text = try folder.text("lab/assessment.yaml")
      let start = try #require(text.split(separator: "\n").firstIndex { $0 == "# targets:" })
      let lines = text.split(separator: "\n").enumerated().map { position, line in
        position >= start && line.hasPrefix("# ") ? line.dropFirst(2) : line
      }
      try folder.write("lab/assessment.yaml", lines.joined(separator: "\n") + "\n")
      let outcome = try await Program.run(["check", "lab", "--as-of", "2026-01-01"], in: folder)
      #expect(outcome.exitCode == 1)
      #expect(outcome.errors == "2 of 2 targets unmet.\n")
    }

    @Test("only the owner can read it, for it will say where a lab is weak")
    func permissions() async throws {
      let folder = try TestFolder()
      #expect(try await Program.run(["init", "lab"], in: folder).exitCode == 0)
      #expect(folder.mode("lab") == 0o700)
      #expect(folder.mode("lab/answers") == 0o700)
      for file in try folder.files().keys { #expect(folder.mode(file) == 0o600, "\(file)") }
      #expect(try folder.names() == ["lab"])
    }

    @Test("two of them are the same to the byte")
    func deterministic() async throws {
      let folder = try TestFolder()
      #expect(try await Program.run(["init", "one"], in: folder).exitCode == 0)
      #expect(try await Program.run(["init", "two/"], in: folder).exitCode == 0)
      #expect(try folder.files(below: "one").count > 5)
      let one = try folder.files(below: "one").map { ($0.key.dropFirst(3), $0.value) }
      let two = try folder.files(below: "two").map { ($0.key.dropFirst(3), $0.value) }
      #expect(Dictionary(uniqueKeysWithValues: one) == Dictionary(uniqueKeysWithValues: two))
    }

    @Test("fills an empty directory, also the one that one stands in")
    func emptyDirectory() async throws {
      let folder = try TestFolder()
      #expect(try await Program.run(["init", "."], in: folder).exitCode == 0)
      #expect(folder.exists("assessment.yaml"))
      #expect(try await Program.run(["assess", "."], in: folder).exitCode == 0)
      #expect(try folder.names().filter { $0.contains(".part") } == [])
      try folder.makeFolder("inner")
      #expect(try await Program.run(["init", "inner"], in: folder).exitCode == 0)
      #expect(folder.exists("inner/assessment.yaml"))
    }

    @Test("never overwrites what is there")
    func present() async throws {
      let folder = try TestFolder()
      try folder.write("lab/assessment.yaml", "mine")
      try folder.write("file", "mine")
      try folder.write("hidden/.git", "mine")
      try folder.link("dangling", to: "nowhere")
      let before = try folder.files(below: "lab")
      for name in ["lab", "lab/", "file", "hidden", "dangling"] {
        let outcome = try await Program.run(["init", name], in: folder)
        #expect(outcome.exitCode == 2, "\(name)")
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains("error: "), "\(name)")
      }
      #expect(try folder.files(below: "lab") == before)
      #expect(try folder.text("file") == "mine")
      #expect(try folder.names() == ["dangling", "file", "hidden", "lab"])
    }

    @Test("refuses where the directory above is not there, and makes nothing")
    func noParent() async throws {
      let folder = try TestFolder()
      let outcome = try await Program.run(["init", "labs/first"], in: folder)
      #expect(outcome.exitCode == 2)
      #expect(
        outcome.errors.hasPrefix("labs/first: error: there is no directory 'labs' to make it in\n"))
      #expect(try folder.names() == [])
    }

    @Test("says where no practice is mapped to what is asked for")
    func unmapped() async throws {
      let folder = try TestFolder()
      let outcome = try await Program.run(["init", "lab", "--for", "ncsc-caf-3.2"], in: folder)
      #expect(outcome.exitCode == 0)
      #expect(outcome.lines.first == "No practice is mapped to ncsc-caf-3.2: none is asked for it.")
      #expect(outcome.output.contains("2. Decide on requirements one by one in lab/determinations"))
      let both = try await Program.run(
        ["init", "next", "--for", "ncsc-caf-3.2", "--for", "caf"], in: folder)
      #expect(both.lines.first == outcome.lines.first)
      #expect(both.output.contains("2. Answer the practices in next/answers.yaml"))
    }

    @Test("refuses where nothing can be written, in words that say why")
    func unwritable() async throws {
      let outcome = try await Program.run(["init", "/proc/lab"])
      #expect(outcome.exitCode == 2)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.hasPrefix("/proc/lab: error: cannot be written: "))
      #expect(!outcome.errors.contains("Error("))
    }

    @Test("refuses a directory that may not be written to", .enabled(if: geteuid() != 0))
    func readOnly() async throws {
      let folder = try TestFolder()
      try folder.makeFolder("closed")
      #expect(chmod(folder.path("closed"), 0o500) == 0)
      let outcome = try await Program.run(["init", "closed/lab"], in: folder)
      #expect(outcome.exitCode == 2)
      #expect(outcome.errors.contains("Permission denied"))
      #expect(try folder.names(below: "closed") == [])
    }
  }
}

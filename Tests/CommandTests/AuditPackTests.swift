import Archive
import Exporters
import FoundationEssentials
import TestSupport
import Testing

extension WrittenSuite {
  @Suite("audit-pack")
  struct AuditPackTests {
    /// Exports the small assessment.
    ///
    /// - Returns: the pack, which lies at `out/audit-pack.zip`.
    @discardableResult
    private func export(_ folder: TestFolder, _ options: String = "") async throws -> PackFile {
      let outcome = try await SmallLibrary.run(
        "export lab --format audit-pack --out out\(options)", in: folder)
      #expect(outcome.exitCode == 0, "\(outcome)")
      return try PackFile(try folder.bytes("out/audit-pack.zip"))
    }

    /// Verifies from a folder where nothing but the pack is.
    private func verify(
      _ folder: TestFolder, _ name: String = "out/audit-pack.zip", key: String? = nil
    ) async throws -> Program.Outcome {
      let empty = try TestFolder()
      return try await Program.run(
        ["audit-pack", "verify", folder.path(name)]
          + (key.map { ["--key", folder.path($0)] } ?? []), in: empty)
    }

    private func makeKey(_ folder: TestFolder, _ name: String) async throws {
      let outcome = try await Program.run(["audit-pack", "key", "--out", name], in: folder)
      #expect(outcome.exitCode == 0, "\(outcome)")
    }

    // MARK: What is in it

    @Test("is the same to the byte, for the owner only, and holds all that it follows from")
    func content() async throws {
      let folder = try SmallLibrary.folder()
      let pack = try await export(folder)
      let first = try folder.bytes("out/audit-pack.zip")
      try await export(folder)
      #expect(try folder.bytes("out/audit-pack.zip") == first)
      #expect(folder.mode("out/audit-pack.zip") == 0o600)
      #expect(
        pack.names == [
          "manifest.json", "README.txt", "assessment/answers.yaml", "assessment/assessment.yaml",
          "assessment/determinations.yaml", "assessment/evidence.yaml",
          "assessment/evidence/keys.txt", "library/catalogs/code.yaml",
          "library/catalogs/steps.yaml", "library/mappings/practices-to-code.yaml",
          "library/mappings/practices-to-steps.yaml", "library/mappings/practices.yaml",
          "reports/evidence-register.csv", "reports/gaps-code.csv", "reports/gaps-steps.csv",
          "reports/matrix-code.csv", "reports/matrix-steps.csv", "reports/result.json",
          "reports/summary.csv",
        ])
      for name in pack.names where name.hasPrefix("assessment/") {
        #expect(pack[name] == (try folder.bytes("lab/\(name.dropFirst(11))")))
      }
      let csv = try await SmallLibrary.run("export lab --out csv", in: folder)
      #expect(csv.exitCode == 0)
      for name in try folder.names(below: "csv") {
        #expect(pack["reports/\(name)"] == (try folder.bytes("csv/\(name)")), "\(name)")
      }
      let json = try await SmallLibrary.run("assess lab --json", in: folder)
      #expect(pack["reports/result.json"] == json.bytes)
    }

    @Test("verifies where neither library nor assessment is")
    func verified() async throws {
      let folder = try SmallLibrary.folder()
      try await export(folder)
      let outcome = try await verify(folder)
      #expect(outcome.exitCode == 0, "\(outcome)")
      #expect(outcome.errors.isEmpty)
      let version = try await Program.run(["version"]).lines[0].split(separator: " ").last ?? ""
      #expect(
        outcome.output == """
          Small lab, as of 2026-06-30
          made by version \(version), not signed
          intact: 18 of 18 files as they were packed
          reports: 7 of 7 follow from the inputs

          """)
    }

    @Test("the example verifies, and what it shows by an address only is told")
    func example() async throws {
      let folder = try TestFolder()
      let outcome = try await Program.run([
        "export", "Examples/northlight", "--format", "audit-pack", "--out", folder.path("out"),
      ])
      #expect(outcome.exitCode == 0)
      let verified = try await verify(folder)
      #expect(verified.exitCode == 0, "\(verified)")
      #expect(verified.output.contains("not shown by a file that was recorded: "))
      #expect(verified.output.contains(" (unchecked)"))
    }

    @Test("the day of --as-of is the pack's day")
    func day() async throws {
      let folder = try SmallLibrary.folder()
      try await export(folder, " --as-of 2026-10-01")
      let outcome = try await verify(folder)
      #expect(outcome.exitCode == 0, "\(outcome)")
      #expect(outcome.output.hasPrefix("Small lab, as of 2026-10-01\n"))
    }

    @Test(
      "evidence that is missing, changed or unreadable is told, and the pack verifies",
      arguments: ["missing", "changed", "folder"])
    func evidence(_ state: String) async throws {
      let folder = try SmallLibrary.folder()
      if state == "changed" {
        try folder.write("lab/evidence/keys.txt", "changed\n")
      } else {
        try FileManager.default.removeItem(atPath: folder.path("lab/evidence/keys.txt"))
        if state == "folder" { try folder.makeFolder("lab/evidence/keys.txt") }
      }
      let outcome = try await SmallLibrary.run(
        "export lab --format audit-pack --out out", in: folder)
      #expect(outcome.exitCode == 3, "\(outcome)")
      let pack = try PackFile(try folder.bytes("out/audit-pack.zip"))
      #expect(pack.names.contains("assessment/evidence/keys.txt") == (state == "changed"))
      let verified = try await verify(folder)
      #expect(verified.exitCode == 0, "\(verified)")
      let told = state == "changed" ? "E-1 (changed)" : "E-1 (missing)"
      #expect(verified.output.contains("not shown by a file that was recorded: \(told)"))
    }

    @Test("evidence may be named in a roundabout way")
    func roundabout() async throws {
      let folder = try SmallLibrary.folder()
      try folder.write(
        "lab/evidence.yaml",
        try folder.text("lab/evidence.yaml").replacing(
          "evidence/keys.txt", with: "./evidence/../evidence//keys.txt"))
      let pack = try await export(folder)
      #expect(pack.names.contains("assessment/evidence/keys.txt"))
      #expect(try await verify(folder).exitCode == 0)
    }

    @Test("a file whose name no archive can have is refused by name")
    func badName() async throws {
      let folder = try SmallLibrary.folder()
      try folder.write("lab/evidence/a\\b.txt", "The keys lie in a module.\n")
      try folder.write(
        "lab/evidence.yaml",
        try folder.text("lab/evidence.yaml").replacing(
          "evidence/keys.txt", with: "evidence/a\\b.txt"))
      let outcome = try await SmallLibrary.run(
        "export lab --format audit-pack --out out", in: folder)
      #expect(outcome.exitCode == 2)
      #expect(outcome.errors.contains("with a backslash in its name"))
      #expect(!folder.exists("out/audit-pack.zip"))
    }

    @Test("an assessment of one file", arguments: ["one.yaml", "deep/one.yaml"])
    func oneFile(_ name: String) async throws {
      let folder = try SmallLibrary.folder()
      let parts = ["answers", "evidence", "determinations"]
      var text = SmallLibrary.head
      for part in parts {
        text += try folder.text("lab/\(part).yaml").replacing("format: assessment/1\n", with: "")
      }
      try folder.write(name, text)
      let place = name.hasPrefix("deep/") ? "deep/" : ""
      try folder.write("\(place)evidence/keys.txt", "The keys lie in a module.\n")
      let outcome = try await SmallLibrary.run(
        "export \(name) --format audit-pack --out out", in: folder)
      #expect(outcome.exitCode == 0, "\(outcome)")
      let pack = try PackFile(try folder.bytes("out/audit-pack.zip"))
      #expect(
        pack.names.filter { $0.hasPrefix("assessment/") }
          == ["assessment/evidence/keys.txt", "assessment/one.yaml"])
      let verified = try await verify(folder)
      #expect(verified.exitCode == 0, "\(verified)")
    }

    @Test("own copies of catalogs go along, those of the assessment and those of --catalogs")
    func overlays() async throws {
      let folder = try SmallLibrary.folder()
      try folder.write(
        "lab/catalogs/code.yaml",
        SmallLibrary.code.replacing("half of it is met", with: "own words in the assessment"))
      try folder.write("more/steps.yaml", SmallLibrary.steps.replacing("the first", with: "mine"))
      let pack = try await export(folder, " --catalogs more")
      #expect(pack.names.contains("assessment/catalogs/code.yaml"))
      #expect(pack.names.contains("overlays/1/steps.yaml"))
      #expect(pack.text("reports/gaps-code.csv").contains("own words in the assessment"))
      let verified = try await verify(folder)
      #expect(verified.exitCode == 0, "\(verified)")
    }

    // MARK: Forgeries

    @Test(
      "every forgery is found, and nothing outside the pack is read",
      arguments: PackForgery.allCases)
    func forged(_ forgery: PackForgery) async throws {
      let folder = try SmallLibrary.folder()
      var pack = try await export(folder)
      try forgery.apply(to: &pack)
      try folder.write("forged.zip", bytes: try pack.encoded())
      let outcome = try await verify(folder, "forged.zip")
      #expect(outcome.exitCode == 1, "\(outcome)")
      #expect(outcome.errors.contains(forgery.message), "\(outcome)")
      #expect(outcome.output.contains("\nnot verified: "))
      #expect(!outcome.output.contains("intact"))
    }

    @Test("what is no audit pack is told in a line")
    func noPack() async throws {
      let folder = try SmallLibrary.folder()
      let pack = try await export(folder)
      try folder.write("text.zip", "This is text.\n")
      try folder.write("empty.zip", "")
      try folder.write("half.zip", bytes: Array(try folder.bytes("out/audit-pack.zip").dropLast(9)))
      try folder.write("other.zip", bytes: RawArchive([.init("a.txt", "a")]).bytes)
      try folder.write("out.zip", bytes: RawArchive([.init("../a.txt", "a")]).bytes)
      var bomb = RawArchive.Entry("manifest.json", "x")
      (bomb.method, bomb.size) = (8, 3 << 30)
      try folder.write("bomb.zip", bytes: RawArchive([bomb]).bytes)
      var later = pack
      try later.changeManifest { $0.format = "audit-pack/2" }
      try folder.write("later.zip", bytes: try later.encoded())
      var broken = pack
      broken["manifest.json"] = Array("{}".utf8)
      try folder.write("broken.zip", bytes: try broken.encoded())
      for (name, message) in [
        ("text.zip", "cannot be read as an audit pack: "),
        ("empty.zip", "cannot be read as an audit pack: "),
        ("half.zip", "cannot be read as an audit pack: "),
        ("other.zip", "is a ZIP archive, but no audit pack"),
        ("out.zip", "leads out of its folder"), ("bomb.zip", "cannot be read as an audit pack: "),
        ("later.zip", "has the format 'audit-pack/2', which is not known"),
        ("broken.zip", "is a ZIP archive, but no audit pack"), ("none.zip", "no such file"),
        ("lab", "this is a directory"),
      ] {
        let outcome = try await verify(folder, name)
        #expect(outcome.exitCode == 2, "\(name): \(outcome)")
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains(message), "\(name): \(outcome)")
      }
    }

    @Test("nothing is unpacked that the manifest does not speak of")
    func bombs() async throws {
      let folder = try SmallLibrary.folder()
      let pack = try await export(folder)
      let zeros = [UInt8](repeating: 0, count: 60 << 20)
      // A ZIP bomb that is no pack says both.
      var bomb = ArchiveWriter.Entry(name: "f", bytes: zeros)
      try folder.write("bomb.zip", bytes: try ArchiveWriter.archive(of: [bomb]))
      let outcome = try await verify(folder, "bomb.zip")
      #expect(outcome.exitCode == 2)
      #expect(
        outcome.errors.contains("no audit pack: it has no manifest.json\n    its 'f' becomes "))
      #expect(outcome.errors.contains("as in ZIP bombs: it\n      was not unpacked\n"))
      // So does a manifest that is one itself.
      bomb.name = "manifest.json"
      try folder.write("large.zip", bytes: try ArchiveWriter.archive(of: [bomb]))
      let large = try await verify(folder, "large.zip")
      #expect(large.exitCode == 2)
      #expect(large.errors.contains("its manifest.json has 62914560 bytes"))
      // What a pack has besides, or in another length, is told by its name and length.
      var swollen = pack
      swollen["more"] = zeros
      swollen["assessment/answers.yaml"] = zeros
      try folder.write("swollen.zip", bytes: try swollen.encoded())
      let told = try await verify(folder, "swollen.zip")
      #expect(told.exitCode == 1)
      #expect(told.errors.contains("'more' is not in the manifest"))
      #expect(told.errors.contains("'assessment/answers.yaml' is not the file that was packed"))
      #expect(told.errors.contains("found: 62914560 bytes"))
    }

    @Test("a manifest that lists a file twenty thousand times is told, and the file read once")
    func repeated() async throws {
      let folder = try SmallLibrary.folder()
      var pack = try await export(folder)
      try pack.changeManifest { manifest in
        manifest.files += Array(repeating: manifest.files[0], count: 20_000)
        manifest.overlays = (0..<20_000).map { "none/\($0)" }
      }
      try folder.write("forged.zip", bytes: try pack.encoded())
      let outcome = try await verify(folder, "forged.zip")
      #expect(outcome.exitCode == 1)
      #expect(outcome.errors.contains("' twice\n"))
      #expect(outcome.errorLines.suffix(2) == ["… and 39900 more", "40000 errors"])
    }

    // MARK: Signatures

    @Test("a signature holds for its key and no other")
    func signature() async throws {
      let folder = try SmallLibrary.folder()
      try await makeKey(folder, "mine.key")
      try await makeKey(folder, "other.key")
      let pack = try await export(folder, " --signing-key mine.key")
      #expect(pack.names.prefix(2) == ["manifest.json", "manifest.sig"])
      let signed = try folder.bytes("out/audit-pack.zip")
      try await export(folder, " --signing-key mine.key")
      #expect(try folder.bytes("out/audit-pack.zip") == signed)

      let known = try await verify(folder, key: "mine.key.pub")
      #expect(known.exitCode == 0, "\(known)")
      #expect(known.output.contains(", signed by your key "))
      let unknown = try await verify(folder)
      #expect(unknown.exitCode == 0)
      #expect(unknown.output.contains("which was compared with none of yours"))
      let other = try await verify(folder, key: "other.key.pub")
      #expect(other.exitCode == 1)
      #expect(other.errors.contains("is signed by another key"))
      #expect(other.output.contains(", signed by another key, "))
      #expect(!other.output.contains("your key"))
    }

    @Test("a forger has no signature: a changed manifest, a changed signature, none, his own")
    func forgedSignature() async throws {
      let folder = try SmallLibrary.folder()
      try await makeKey(folder, "mine.key")
      try await makeKey(folder, "forger.key")
      let pack = try await export(folder, " --signing-key mine.key")

      var changed = pack
      try changed.changeManifest { $0.program = "9.9.9" }
      var mangled = pack
      let last = mangled["manifest.sig"].count - 2
      mangled["manifest.sig"][last] ^= 1
      var longer = pack
      longer["manifest.sig"] += Array("key 00\n".utf8)
      var unsigned = pack
      unsigned.remove("manifest.sig")
      try folder.write(
        "lab/answers.yaml",
        try folder.text("lab/answers.yaml").replacing("absent", with: "implemented"))
      let forged = try await export(folder, " --signing-key forger.key")

      let wrong = "the signature is not that of its manifest"
      for (pack, message) in [
        (changed, wrong), (mangled, wrong), (longer, wrong), (unsigned, "has no signature"),
        (forged, "is signed by another key"),
      ] {
        try folder.write("forged.zip", bytes: try pack.encoded())
        let outcome = try await verify(folder, "forged.zip", key: "mine.key.pub")
        #expect(outcome.exitCode == 1)
        #expect(outcome.errors.contains(message), "\(outcome)")
      }
    }

    @Test("keys are for their owner, new each time, and never overwritten")
    func keys() async throws {
      let folder = try SmallLibrary.folder()
      try await makeKey(folder, "a.key")
      try await makeKey(folder, "b.key")
      #expect(folder.mode("a.key") == 0o600)
      #expect(try folder.bytes("a.key") != folder.bytes("b.key"))
      #expect(try folder.bytes("a.key.pub") != folder.bytes("b.key.pub"))
      let before = try folder.files()
      for name in ["a.key", "b"] {
        if name == "b" { try folder.write("b.pub", "mine") }
        let outcome = try await Program.run(["audit-pack", "key", "--out", name], in: folder)
        #expect(outcome.exitCode == 2)
        #expect(outcome.errors.contains("is there already, and no key is overwritten"))
      }
      var after = try folder.files()
      after["b.pub"] = nil
      #expect(after == before)
    }

    @Test("a key of the wrong kind is no key, and no part of it is shown")
    func wrongKey() async throws {
      let folder = try SmallLibrary.folder()
      try await makeKey(folder, "a.key")
      try await export(folder, " --signing-key a.key")
      let secret = try #require(try folder.text("a.key").split(separator: "\n").last)
      try folder.write("short.key", "counterweight ed25519 secret key\n00ff\n")
      let asPublic = try await verify(folder, key: "a.key")
      #expect(asPublic.exitCode == 2)
      #expect(asPublic.errors.contains("a.key: error: is a secret key"))
      #expect(asPublic.errors.contains("a.key.pub'"))
      for name in ["a.key.pub", "short.key", "lab/answers.yaml", "none.key"] {
        let outcome = try await SmallLibrary.run(
          "export lab --format audit-pack --out new --signing-key \(name)", in: folder)
        #expect(outcome.exitCode == 2, "\(outcome)")
        #expect(!folder.exists("new"))
      }
      #expect(!(asPublic.errors + asPublic.output).contains(secret))
      let asSecret = try await SmallLibrary.run(
        "export lab --format audit-pack --out new --signing-key a.key.pub", in: folder)
      #expect(asSecret.errors.contains("name the secret key: 'a.key'"))
      let csv = try await SmallLibrary.run("export lab --out csv --signing-key a.key", in: folder)
      #expect(csv.exitCode == 64)
      #expect(csv.errors.contains("--signing-key is for --format audit-pack"))
    }
  }
}

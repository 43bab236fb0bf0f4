import FoundationEssentials
import Testing

/// A file that cannot be read, and what the program has to say of it.
struct BadContent: Sendable, CustomTestStringConvertible {
  let name: String
  let bytes: [UInt8]
  let message: String

  init(_ name: String, _ bytes: [UInt8], _ message: String) {
    self.name = name
    self.bytes = bytes
    self.message = message
  }

  var testDescription: String { name }
}

extension CommandSuite {
  @Suite("Files that are no assessment")
  struct BadFileTests {
    @Test(
      "content that cannot be read",
      arguments: [
        BadContent(
          "empty", [], ":1:1: error: the file is empty\n    an assessment starts with 'format: "),
        BadContent("blank", Array("\n  \n# nothing\n".utf8), ":1:1: error: the file is empty\n"),
        BadContent(
          "Latin-1", Array("format: assessment/1\norganisation: M".utf8) + [0xFC, 0x0A],
          ":2:16: error: the file is not readable as UTF-8 text: "
        ),
        BadContent(
          "UTF-16", [0xFF, 0xFE] + Array("format: x".utf8).flatMap { [$0, 0] },
          ":1:1: error: the file is not readable as UTF-8 text: it is UTF-16\n    save it as UTF-8"
        ),
        BadContent(
          "UTF-16, big end first", [0xFE, 0xFF] + Array("format: x".utf8).flatMap { [0, $0] },
          ":1:1: error: the file is not readable as UTF-8 text: "
        ),
        BadContent(
          "binary", [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0],
          ":1:1: error: the file is not readable as UTF-8 text: "
        ),
        BadContent(
          "zeros", [UInt8](repeating: 0, count: 4096), ":1:1: error: the file is not readable as"),
        BadContent(
          "a word", Array("hello\n".utf8), ":1:1: error: assessment must be a mapping (key: value)"),
        BadContent("a list", Array("- hello\n".utf8), ":1:1: error: assessment must be a mapping"),
        BadContent(
          "brackets in brackets",
          Array("format: assessment/1\nanswers: ".utf8)
            + [UInt8](repeating: 0x5B, count: 100_000),
          ":2:73: error: more than 64 levels within each other\n"
        ),
        BadContent(
          "braces in braces",
          Array("format: assessment/1\nanswers: ".utf8)
            + (0..<50_000).flatMap { _ in Array("{a: ".utf8) },
          ": error: more than 64 levels within each other\n"
        ),
        BadContent(
          "a billion laughs",
          Array("a: &a [x,x,x]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\nd: [*c,*c,*c]\n".utf8),
          ":1:4: error: an anchor (&name) is not accepted\n"
        ),
        BadContent(
          "merge keys", Array("format: assessment/1\n<<: *base\n".utf8),
          ":2:5: error: an alias (*name) is not accepted\n"
        ),
        BadContent(
          "a letter", Array("Dear all,\nplease note: this: is it.\n".utf8),
          "\n    is this an assessment? none of its lines is 'format: assessment/1'\n"),
        BadContent(
          "XML", Array("<?xml version=\"1.0\"?>\n<a/>\n".utf8), ":1:1: error: assessment must be"),
      ])
    func content(_ content: BadContent) async throws {
      let folder = try SmallLibrary.folder()
      try folder.write("lab/bad.yaml", bytes: content.bytes)
      let outcome = try await SmallLibrary.run("assess lab", in: folder)
      #expect(outcome.exitCode == 2)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.hasPrefix("lab/bad.yaml:"))
      #expect(outcome.errors.contains(content.message), "\(outcome.errors)")
      #expect(outcome.errorLines.filter { $0.contains(": error: ") }.count == 1)
    }

    @Test("CRLF line ends and a byte-order mark of UTF-8 are fine")
    func lineEnds() async throws {
      let folder = try SmallLibrary.folder()
      let plain = try await SmallLibrary.run("assess lab", in: folder)
      for file in ["assessment.yaml", "answers.yaml", "evidence.yaml", "determinations.yaml"] {
        let text = try folder.text("lab/\(file)").replacing("\n", with: "\r\n")
        try folder.write("lab/\(file)", bytes: [0xEF, 0xBB, 0xBF] + Array(text.utf8))
      }
      let outcome = try await SmallLibrary.run("assess lab", in: folder)
      #expect(outcome.exitCode == 0)
      #expect(outcome.bytes == plain.bytes)
    }

    @Test("a file of a gigabyte is refused by its size")
    func gigabyte() async throws {
      let folder = try SmallLibrary.folder()
      try folder.makeSparseFile("lab/bad.yaml", size: 1 << 30)
      let outcome = try await SmallLibrary.run("assess lab", in: folder)
      #expect(outcome.exitCode == 2)
      #expect(
        outcome.errors.hasPrefix(
          "lab/bad.yaml: error: the file has 1073741824 bytes, and at most 33554432 are read\n"))
      let alone = try await SmallLibrary.run("assess lab/bad.yaml", in: folder)
      #expect(alone.errors == outcome.errors)
      // As a catalog, a mapping set and a document to import too.
      try folder.makeSparseFile("library/catalogs/bad.yaml", size: 1 << 30)
      try folder.makeSparseFile("library/mappings/bad.yaml", size: 1 << 30)
      let library = try await SmallLibrary.run("mapping list", in: folder)
      #expect(library.exitCode == 2)
      #expect(library.errors.contains("library/catalogs/bad.yaml: error: the file has 1073741824"))
      #expect(library.errors.contains("library/mappings/bad.yaml: error: the file has 1073741824"))
      let imported = try await Program.run(["catalog", "import", "lab/bad.yaml"], in: folder)
      #expect(imported.exitCode == 2)
      #expect(imported.errors.contains("the file has 1073741824 bytes"))
    }

    @Test("evidence may be large: only its digest is made")
    func largeEvidence() async throws {
      let folder = try SmallLibrary.folder()
      try folder.makeSparseFile("lab/evidence/keys.txt", size: 40 << 20)
      let outcome = try await SmallLibrary.run("assess lab", in: folder)
      #expect(outcome.exitCode == 3)
      #expect(outcome.errors.contains("is not the file that was recorded"))
    }

    @Test("nobody waits for a pipe, and nothing that has no end is read")
    func noRegularFile() async throws {
      let folder = try SmallLibrary.folder()
      try folder.makePipe("pipe.yaml")
      for name in ["pipe.yaml", "/dev/zero", "/dev/stdin", "/dev/null"] {
        let outcome = try await SmallLibrary.run("assess \(name)", in: folder)
        #expect(outcome.exitCode == 2, "\(name)")
        #expect(
          outcome.errors == "\(name): error: this is not a regular file\n"
            + "    save what comes through it, and name that file\n")
        let imported = try await Program.run(["catalog", "import", name], in: folder)
        #expect(imported.exitCode == 2, "\(name)")
        #expect(imported.errors.contains("this is not a regular file"))
      }
      try folder.makePipe("lab/pipe.yaml")
      try folder.link("lab/zero.yaml", to: "/dev/zero")
      let outcome = try await SmallLibrary.run("assess lab", in: folder)
      #expect(outcome.exitCode == 2)
      #expect(outcome.errors.contains("lab/pipe.yaml: error: this is not a regular file"))
      #expect(outcome.errors.contains("lab/zero.yaml: error: this is not a regular file"))
    }

    @Test("a pipe or a folder as evidence is told, and the result is there")
    func evidenceThatIsNoFile() async throws {
      let folder = try SmallLibrary.folder()
      try FileManager.default.removeItem(atPath: folder.path("lab/evidence/keys.txt"))
      try folder.makePipe("lab/evidence/keys.txt")
      let pipe = try await SmallLibrary.run("assess lab", in: folder)
      #expect(pipe.exitCode == 3)
      #expect(pipe.errors.contains("E-1: 'evidence/keys.txt': this is not a regular file\n"))
      #expect(pipe.output.contains("0 of 1 pieces valid; 1 missing"))
      try FileManager.default.removeItem(atPath: folder.path("lab/evidence/keys.txt"))
      try folder.makeFolder("lab/evidence/keys.txt")
      let directory = try await SmallLibrary.run("assess lab", in: folder)
      #expect(directory.errors.contains("E-1: 'evidence/keys.txt': this is a directory\n"))
      try FileManager.default.removeItem(atPath: folder.path("lab/evidence/keys.txt"))
      let missing = try await SmallLibrary.run("assess lab", in: folder)
      #expect(missing.exitCode == 3)
      #expect(
        missing.errors == """
          lab/evidence.yaml:5:11: error: E-1: the file 'evidence/keys.txt' is not there
              put it back, or remove the evidence

          """)
    }

    @Test("evidence without a digest counts for nothing, and the digest is offered")
    func noDigest() async throws {
      let folder = try SmallLibrary.folder()
      try folder.write(
        "lab/evidence.yaml",
        SmallLibrary.evidence.replacing("    sha256: \(SmallLibrary.keysDigest)\n", with: ""))
      let outcome = try await SmallLibrary.run("assess lab", in: folder)
      #expect(outcome.exitCode == 3)
      #expect(outcome.errors.contains("    sha256: \(SmallLibrary.keysDigest)\n"))
      #expect(outcome.output.contains("0 of 1 pieces valid; 1 without digest"))
    }

    @Test("evidence that is a link out of the assessment is refused; a link within it is fine")
    func links() async throws {
      let folder = try SmallLibrary.folder()
      try folder.write("outside/keys.txt", "The keys lie in a module.\n")
      try FileManager.default.removeItem(atPath: folder.path("lab/evidence/keys.txt"))
      try folder.link("lab/evidence/keys.txt", to: "../../outside/keys.txt")
      let file = try await SmallLibrary.run("assess lab", in: folder)
      #expect(file.exitCode == 2)
      #expect(file.errors.contains("the evidence file 'evidence/keys.txt' lies outside"))

      try FileManager.default.removeItem(atPath: folder.path("lab/evidence"))
      try folder.link("lab/evidence", to: "../outside")
      let directory = try await SmallLibrary.run("assess lab", in: folder)
      #expect(directory.exitCode == 2)
      #expect(directory.errors.contains("the evidence file 'evidence/keys.txt' lies outside"))

      try FileManager.default.removeItem(atPath: folder.path("lab/evidence"))
      try folder.write("lab/store/keys.txt", "The keys lie in a module.\n")
      try folder.link("lab/evidence", to: "store")
      #expect(try await SmallLibrary.run("assess lab", in: folder).exitCode == 0)

      // The assessment itself may be reached by a link.
      try folder.link("here", to: "lab")
      #expect(try await SmallLibrary.run("assess here", in: folder).exitCode == 0)
      #expect(try await SmallLibrary.run("assess here/", in: folder).exitCode == 0)
    }

    @Test("one file is an assessment too; its evidence lies beside it")
    func oneFile() async throws {
      let folder = try SmallLibrary.folder()
      let parts = [SmallLibrary.answers, SmallLibrary.evidence, SmallLibrary.determinations]
      let whole = parts.reduce(SmallLibrary.head) {
        $0 + $1.replacing("format: assessment/1\n", with: "")
      }
      try folder.write("one/lab.yaml", whole)
      try folder.write("one/evidence/keys.txt", "The keys lie in a module.\n")
      let outcome = try await SmallLibrary.run("assess one/lab.yaml", in: folder)
      #expect(outcome.exitCode == 0)
      #expect(outcome.bytes == (try await SmallLibrary.run("assess lab", in: folder)).bytes)
    }

    @Test("a directory without files, and a directory with far too many")
    func directories() async throws {
      let folder = try SmallLibrary.folder()
      try folder.makeFolder("bare")
      let bare = try await SmallLibrary.run("assess bare", in: folder)
      #expect(bare.exitCode == 2)
      #expect(bare.errors.hasPrefix("bare: error: the directory holds no YAML file\n"))
      let root = try await SmallLibrary.run("assess /", in: folder)
      #expect(root.exitCode == 2)
      #expect(root.errors.hasPrefix("/: error: more than 10000 files and folders are in there\n"))
    }

    @Test("folders that are links into each other end, and no file is read twice")
    func circle() async throws {
      let folder = try SmallLibrary.folder()
      for name in ["a", "b", "c", "d"] { try folder.link("lab/\(name)", to: ".") }
      try folder.makeFolder("lab/inner")
      try folder.link("lab/inner/up", to: "..")
      try folder.link("lab/inner/self", to: "self")
      #expect(try await SmallLibrary.run("assess lab", in: folder).exitCode == 0)
    }

    @Test("a name that is nearly right is offered")
    func nearName() async throws {
      let folder = try SmallLibrary.folder()
      let outcome = try await SmallLibrary.run("assess lba", in: folder)
      #expect(outcome.exitCode == 2)
      #expect(outcome.errors.hasPrefix("lba: error: there is no such assessment\n"))
      let imported = try await Program.run(["catalog", "import", "lab/anwsers.yaml"], in: folder)
      #expect(imported.errors.contains("did you mean 'answers.yaml'?"))
    }
  }
}

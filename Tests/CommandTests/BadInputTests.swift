import FoundationEssentials
import Testing

/// A file of an assessment that is wrong, and what the program has to say of it.
struct BadInput: Sendable, CustomTestStringConvertible {
  let name: String
  let yaml: String
  let message: String

  var testDescription: String { name }

  /// Those of `Snapshots/bad-input.txt`, read and found good one by one.
  static let all: [BadInput] = {
    let path = Package.path("Tests/CommandTests/Snapshots/bad-input.txt")
    let bytes = (try? Data(contentsOf: URL(filePath: path))) ?? Data()
    let text = "\n" + String(decoding: bytes, as: UTF8.self)
    return text.split(separator: "\n== ").compactMap { block in
      guard let head = block.firstIndex(of: "\n") else { return nil }
      let parts = block[block.index(after: head)...].split(
        separator: "-- says\n", omittingEmptySubsequences: false)
      guard parts.count == 2 else { return nil }
      let message = parts[1].hasSuffix("\n") ? String(parts[1]) : "\(parts[1])\n"
      return BadInput(name: String(block[..<head]), yaml: String(parts[0]), message: message)
    }
  }()
}

extension CommandSuite {
  @Suite("Bad input")
  struct BadInputTests {
    @Test("there are cases") func cases() {
      #expect(BadInput.all.count > 80)
      #expect(Set(BadInput.all.map(\.name)).count == BadInput.all.count)
    }

    @Test(
      "one clear message with its place, and nothing is written", arguments: BadInput.all)
    func message(_ input: BadInput) async throws {
      let folder = try SmallLibrary.folder()
      try folder.write("lab/bad.yaml", input.yaml)
      let before = try folder.files()
      let outcome = try await SmallLibrary.run("export lab --out out", in: folder)
      #expect(outcome.exitCode == 2)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors == input.message)
      #expect(!folder.exists("out"))
      #expect(try folder.files() == before)
    }

    @Test("every mistake of every file is told in one run, in the order of the files")
    func allAtOnce() async throws {
      let folder = try SmallLibrary.folder()
      try folder.write(
        "lab/a.yaml",
        """
        format: assessment/1
        anwsers: []
        answers:
          - {practice: half-don, status: absent}
          - {practice: half-done, status: planned}
        """)
      try folder.write(
        "lab/more/b.yaml",
        """
        format: assessment/1
        targets:
          - {id: T, catalog: code, modality: requird}
          - {id: U, catalog: cod, modality: required}
        evidence:
          - {id: E-9, file: ../../x}
        """)
      let outcome = try await SmallLibrary.run("assess lab", in: folder)
      #expect(outcome.exitCode == 2)
      #expect(
        outcome.errors == """
          lab/a.yaml:2:1: error: assessment has no key 'anwsers'
              did you mean 'answers'?
          lab/a.yaml:4:16: error: the practice 'half-don' does not exist
              did you mean 'half-done'?
          lab/a.yaml:5:35: error: a planned practice needs 'due'
              add 'due: YYYY-MM-DD', or say 'absent' when no day is set
          lab/more/b.yaml:3:38: error: 'modality' cannot be 'requird'
              did you mean 'required'?
              it is one of: required, recommended, permitted
          lab/more/b.yaml:4:22: error: the catalog 'cod' does not exist
              did you mean 'code'?
          lab/more/b.yaml:6:21: error: the evidence file '../../x' lies outside the assessment
              copy it into the assessment, so that it can be checked anywhere
          6 errors

          """)
    }

    @Test("a file that cannot be read at all does not make the others look wrong")
    func noFalseAlarms() async throws {
      let folder = try SmallLibrary.folder()
      try folder.write("lab/evidence.yaml", "format: assessment/1\nevidence: [\n")
      try folder.write("lab/bad.yaml", "format: assessment/1\nanwsers: []\n")
      let outcome = try await SmallLibrary.run("assess lab", in: folder)
      #expect(outcome.errorLines.filter { $0.contains(": error: ") }.count == 2)
      #expect(!outcome.errors.contains("E-1"))

      // The register is there, but of the wrong shape.
      try folder.write("lab/evidence.yaml", "format: assessment/1\nevidence: {E-1: x}\n")
      let shape = try await SmallLibrary.run("assess lab", in: folder)
      #expect(shape.errorLines.filter { $0.contains(": error: ") }.count == 2)
      #expect(!shape.errors.contains("does not exist"))
    }

    @Test("mistakes in a library and in an assessment are told together")
    func libraryToo() async throws {
      let folder = try SmallLibrary.folder()
      try folder.write(
        "library/catalogs/code.yaml", SmallLibrary.code.replacing("parent: P1", with: "parent: P2"))
      try folder.write("lab/bad.yaml", "format: assessment/1\nanwsers: []\n")
      let outcome = try await SmallLibrary.run("assess lab", in: folder)
      #expect(outcome.exitCode == 2)
      #expect(outcome.errors.contains("library/catalogs/code.yaml:12:44: error: the control '1.1'"))
      #expect(outcome.errors.contains("lab/bad.yaml:2:1: error: assessment has no key 'anwsers'"))
    }

    @Test("200,000 lines of mistakes give a page, not a book")
    func bounded() async throws {
      let folder = try SmallLibrary.folder()
      var text = "format: assessment/1\nanswers:\n"
      for number in 0..<100_000 { text += "  - practice: half-don\(number)\n    statsu: absent\n" }
      try folder.write("lab/bad.yaml", text)
      let outcome = try await SmallLibrary.run("assess lab", in: folder)
      #expect(outcome.exitCode == 2)
      #expect(outcome.errors.hasPrefix("lab/bad.yaml:4:5: error: answer has no key 'statsu'\n"))
      #expect(outcome.errors.utf8.count < 30_000)
      #expect(outcome.errorLines.suffix(2) == ["… and 99900 more", "100000 errors"])
    }

    @Test("20,000 ids that do not exist are told as well as one")
    func manyDangling() async throws {
      let folder = try SmallLibrary.folder()
      var text = "format: assessment/1\nanswers:\n"
      for number in 0..<20_000 { text += "  - {practice: half-done-\(number), status: absent}\n" }
      try folder.write("lab/bad.yaml", text)
      let outcome = try await SmallLibrary.run("assess lab", in: folder)
      #expect(outcome.exitCode == 2)
      #expect(outcome.errorLines.suffix(2) == ["… and 19900 more", "20000 errors"])
    }

    /// What a terminal would obey, and what it would show.
    static let hostileTexts: [(yaml: String, shown: String)] = [
      ("\\e[31mred", "\u{FFFD}[31mred"), ("\\e]0;title\\a", "\u{FFFD}]0;title\u{FFFD}"),
      ("\\x9b31mred", "\u{FFFD}31mred"), ("\\u202Eevil", "\u{FFFD}evil"),
      ("\\u2066evil", "\u{FFFD}evil"), ("a\\nfake.yaml:1:1: error: b", "a fake.yaml:1:1: error: b"),
      ("a\\rb", "a b"), ("a\\bb", "a\u{FFFD}b"), ("a\\0b", "a\u{FFFD}b"),
      ("a\\u2028b", "a\u{FFFD}b"),
    ]

    @Test("what steers a terminal is shown, not obeyed: in results", arguments: hostileTexts)
    func resultsAreClean(_ yaml: String, _ shown: String) async throws {
      let folder = try SmallLibrary.folder()
      try folder.write(
        "lab/assessment.yaml",
        """
        format: assessment/1
        organisation: "\(yaml)"
        system: "\(yaml)"
        targets:
          - {id: T, catalog: code, modality: required, statement: "\(yaml)"}
        practices:
          - {id: own, title: "\(yaml)", layer: process}
        pairs:
          code:
            - {source: own, target: "1.6", relation: superset, rationale: "\(yaml)"}
        answers:
          - {practice: own, status: implemented, owner: "\(yaml)", value: "\(yaml)"}
        """)
      try folder.write(
        "lab/assessment.yaml",
        try folder.text("lab/assessment.yaml").replacing(", value: \"\(yaml)\"", with: ""))
      for command in ["assess lab", "explain lab 1.6", "check lab"] {
        let outcome = try await SmallLibrary.run(command, in: folder)
        #expect(outcome.exitCode < 2)
        #expect(outcome.output.contains(shown), "\(outcome.output.debugDescription)")
        #expect(!(outcome.output + outcome.errors).unicodeScalars.contains(where: Self.steers))
      }
    }

    @Test("what steers a terminal is shown, not obeyed: in messages", arguments: hostileTexts)
    func messagesAreClean(_ yaml: String, _ shown: String) async throws {
      let folder = try SmallLibrary.folder()
      try folder.write(
        "lab/bad.yaml",
        """
        format: assessment/1
        "\(yaml)": []
        answers:
          - {practice: "\(yaml)", status: "\(yaml)"}
          - {practice: half-done, status: absent, contexts: {"\(yaml)": {status: absent}}}
        targets:
          - {id: T, catalog: steps, level: "\(yaml)"}
        """)
      let outcome = try await SmallLibrary.run("assess lab", in: folder)
      #expect(outcome.exitCode == 2)
      #expect(outcome.errors.contains("lab/bad.yaml:2:1: error: assessment has no key '\(shown)'"))
      #expect(outcome.errors.contains("'status' cannot be '\(shown)'"))
      #expect(outcome.errors.contains("the level '\(shown)' does not exist"))
      #expect(!outcome.errors.unicodeScalars.contains(where: Self.steers))
      let starts = ["lab/bad.yaml:", "    "]
      #expect(
        outcome.errorLines.dropLast().allSatisfy { line in starts.contains { line.hasPrefix($0) } })
    }

    private static func steers(_ scalar: Unicode.Scalar) -> Bool {
      guard scalar != "\n" else { return false }
      return [.control, .format, .lineSeparator, .paragraphSeparator]
        .contains(scalar.properties.generalCategory)
    }
  }
}

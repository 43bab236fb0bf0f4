import FoundationEssentials
import Glibc
import TestSupport
import Testing

extension WrittenSuite {
  @Suite("export")
  struct ExportTests {
    private static let example = "Examples/northlight"

    @Test("writes what it lists, all of it as RFC 4180 has it")
    func files() async throws {
      let folder = try TestFolder()
      let outcome = try await Program.run(["export", Self.example, "--out", folder.path("a/b")])
      #expect(outcome.exitCode == 0)
      #expect(outcome.errors.isEmpty)
      let files = try folder.files(below: "a/b")
      #expect(files.count == 13)
      let listed = outcome.lines.filter { $0.hasPrefix("  ") }.map { "a/b/\($0.dropFirst(2))" }
      #expect(Set(listed) == Set(files.keys))
      for (name, bytes) in files {
        let rows = try StrictCSV.rows(bytes)
        #expect(rows.count > 1, "\(name)")
        #expect(Set(rows[0]).count == rows[0].count, "\(name)")
      }
    }

    @Test("a row for each requirement and context, with the verdict of the JSON")
    func rows() async throws {
      let folder = try TestFolder()
      let export = try await Program.run(["export", Self.example, "--out", folder.path("out")])
      #expect(export.exitCode == 0)
      let json = try JSON((try await Program.run(["assess", Self.example, "--json"])).bytes)
      for catalog in json["catalogs"].items {
        let id = catalog["id"].text
        let rows = try StrictCSV.rows(try folder.bytes("out/gaps-\(id).csv"))
        let header = rows[0]
        let verdict = try #require(header.firstIndex(of: "verdict"))
        let requirement = try #require(header.firstIndex(of: "requirement"))
        let context = try #require(header.firstIndex(of: "context"))
        let told = rows.dropFirst().map { [$0[requirement], $0[context], $0[verdict]] }
        let expected = catalog["requirements"].items.map { row in
          ["\(id)/\(row["requirement"].text)", row["context"].text, row["verdict"].text]
        }
        #expect(told.count == expected.count)
        #expect(told == expected, "\(id)")
      }
    }

    @Test("a category is below the first level that has measures, as the terminal says")
    func levelBelow() async throws {
      let folder = try TestFolder()
      let export = try await Program.run(["export", Self.example, "--out", folder.path("out")])
      #expect(export.exitCode == 0)
      let rows = try StrictCSV.rows(try folder.bytes("out/summary.csv"))
      let reached = try #require(rows[0].firstIndex(of: "reached"))
      let told = rows.filter { $0[0] == "category" && $0[1].hasSuffix("/AM") }
      // RAND asks nothing of this category at SL1.
      #expect(told.map { $0[reached] } == ["below SL2", "below SL2", "SL3", "below SL2"])
    }

    @Test("is the same to the byte over two runs, and only the owner can read it")
    func deterministic() async throws {
      let folder = try TestFolder()
      for name in ["one", "two"] {
        let outcome = try await Program.run(["export", Self.example, "--out", folder.path(name)])
        #expect(outcome.exitCode == 0)
      }
      #expect(folder.mode("one") == 0o700)
      let one = try folder.files(below: "one")
      for (name, bytes) in one {
        #expect(folder.mode(name) == 0o600)
        #expect(try folder.bytes("two" + name.dropFirst(3)) == bytes)
      }
    }

    @Test("does not depend on the order of files and entries")
    func order() async throws {
      let folder = try TestFolder()
      try folder.copy(Self.example, as: "lab")
      let answers = try folder.names(below: "lab/answers")
      #expect(answers.count > 5)
      // All answers in one file that is read last, backwards; the registers backwards too.
      var all: [String] = []
      for name in answers {
        all += Self.entries(try folder.text("lab/answers/\(name)")).entries
        try FileManager.default.removeItem(atPath: folder.path("lab/answers/\(name)"))
      }
      try folder.write(
        "lab/zz.yaml", "format: assessment/1\nanswers:\n" + all.reversed().joined())
      for name in ["evidence.yaml", "determinations.yaml", "indicators.yaml"] {
        let (head, entries) = Self.entries(try folder.text("lab/\(name)"))
        #expect(entries.count > 1)
        try folder.write("lab/\(name)", head + entries.reversed().joined())
      }
      for (lab, out) in [(Package.path(Self.example), "before"), (folder.path("lab"), "after")] {
        let outcome = try await Program.run(["export", lab, "--out", folder.path(out)])
        #expect(outcome.exitCode == 0)
      }
      for (name, bytes) in try folder.files(below: "before") {
        #expect(try folder.bytes("after" + name.dropFirst(6)) == bytes, "\(name)")
      }
    }

    /// A file with one list, cut at the entries of the list.
    private static func entries(_ text: String) -> (head: String, entries: [String]) {
      var head = ""
      var entries: [String] = []
      for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
        if line.hasPrefix("  - ") { entries.append("") }
        if entries.isEmpty {
          head += "\(line)\n"
        } else {
          entries[entries.count - 1] += "\(line)\n"
        }
      }
      return (head, entries)
    }

    @Test("--excel puts the byte-order mark before the same bytes")
    func excel() async throws {
      let folder = try SmallLibrary.folder()
      #expect(try await SmallLibrary.run("export lab --out plain", in: folder).exitCode == 0)
      #expect(
        try await SmallLibrary.run("export lab --out excel --excel", in: folder).exitCode == 0)
      let plain = try folder.files(below: "plain")
      #expect(plain.count == 5)
      for (name, bytes) in plain {
        #expect(try folder.bytes("excel" + name.dropFirst(5)) == [0xEF, 0xBB, 0xBF] + bytes)
      }
    }

    /// As YAML in double quotes, and as it reads.
    static let hostileTexts: [(yaml: String, text: String)] = [
      ("=1+1", "=1+1"), ("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"), ("+1+1", "+1+1"),
      ("-2+3", "-2+3"), ("@SUM(1+1)", "@SUM(1+1)"), ("\\t=1+1", "\t=1+1"), ("\\r=1+1", "\r=1+1"),
      (" =1+1", " =1+1"), ("\\\"=1+1", "\"=1+1"), ("\\u3000=1+1", "\u{3000}=1+1"),
      ("\\uFF1D1+1", "\u{FF1D}1+1"), ("\\u200B=1+1", "\u{200B}=1+1"), ("\\n=1+1", "\n=1+1"),
      ("=HYPERLINK(\\\"http://x\\\",\\\"y\\\")", "=HYPERLINK(\"http://x\",\"y\")"),
    ]

    @Test("text that a spreadsheet would run is neutralised", arguments: hostileTexts)
    func formulas(_ yaml: String, _ text: String) async throws {
      let folder = try SmallLibrary.folder()
      try folder.write(
        "lab/hostile.yaml",
        """
        format: assessment/1
        practices:
          - {id: own, title: "\(yaml)", layer: process}
        answers:
          - {practice: own, status: implemented, owner: "\(yaml)"}
        pairs:
          code:
            - {source: own, target: "1.6", relation: superset, rationale: "\(yaml)"}
        targets:
          - {id: T, catalog: code, modality: required, statement: "\(yaml)"}
        determinations:
          - {catalog: code, requirement: "1.5", decision: risk-accepted, rationale: no, approver: "\(yaml)"}
        """)
      #expect(try await SmallLibrary.run("export lab --out out", in: folder).exitCode == 0)
      var found = 0
      for (name, bytes) in try folder.files(below: "out") {
        for cell in try StrictCSV.rows(bytes).joined() {
          if cell == "'" + text { found += 1 }
          #expect(!Self.runs(cell), "\(name): \(cell.debugDescription)")
        }
      }
      // The owner in two contexts, the target, the own practice in two contexts.
      #expect(found == 5)
    }

    /// Whether a spreadsheet may take the cell for a formula.
    private static func runs(_ cell: String) -> Bool {
      let shown = cell.unicodeScalars.drop {
        $0.properties.isWhitespace || $0 == "\"" || $0.properties.generalCategory == .format
      }
      guard let first = shown.first else { return false }
      return "=+@\u{FF1D}".unicodeScalars.contains(first)
        || (first == "-" && Double(cell) == nil && !cell.hasPrefix("-1 day"))
    }

    @Test("honest text and ids are not damaged")
    func honest() async throws {
      let folder = try SmallLibrary.folder()
      try folder.write(
        "lab/more.yaml",
        """
        format: assessment/1
        targets:
          - {id: T, catalog: code, modality: required, statement: "-1 day, and “quoted”, a\\nline"}
        """)
      try folder.write(
        "lab/answers.yaml", try folder.text("lab/answers.yaml") + "    notes: -1 day\n")
      #expect(try await SmallLibrary.run("export lab --out out", in: folder).exitCode == 0)
      let summary = try StrictCSV.rows(try folder.bytes("out/summary.csv"))
      let target = try #require(summary.first { $0[0] == "target" })
      #expect(target[3].hasSuffix("1 day, and “quoted”, a\nline"))
      let gaps = try StrictCSV.rows(try folder.bytes("out/gaps-code.csv"))
      let clause = try #require(gaps[0].firstIndex(of: "clause"))
      #expect(gaps.dropFirst().allSatisfy { $0[clause].hasPrefix("'1.") })
    }

    @Test("replaces whole files, and a failing run leaves the old ones")
    func atomic() async throws {
      let folder = try SmallLibrary.folder()
      #expect(try await SmallLibrary.run("export lab --out out", in: folder).exitCode == 0)
      let before = try folder.files(below: "out")

      // The input is wrong.
      let answers = try folder.text("lab/answers.yaml")
      try folder.write("lab/answers.yaml", answers.replacing("implemented", with: "implementd"))
      #expect(try await SmallLibrary.run("export lab --out out", in: folder).exitCode == 2)
      #expect(try folder.files(below: "out") == before)

      // One of the files cannot be replaced: none is.
      try folder.write("lab/answers.yaml", answers.replacing("absent", with: "implemented"))
      try FileManager.default.removeItem(atPath: folder.path("out/gaps-steps.csv"))
      try folder.makeFolder("out/gaps-steps.csv")
      let refused = try await SmallLibrary.run("export lab --out out", in: folder)
      #expect(refused.exitCode == 2)
      #expect(refused.errors.hasPrefix("out/gaps-steps.csv: error: cannot be written: "))
      #expect(refused.errors.contains("a directory of this name is there"))
      var kept = before
      kept["out/gaps-steps.csv"] = nil
      #expect(try folder.files(below: "out") == kept)

      // And when nothing stands in the way, all are.
      try FileManager.default.removeItem(atPath: folder.path("out/gaps-steps.csv"))
      #expect(try await SmallLibrary.run("export lab --out out", in: folder).exitCode == 0)
      let after = try folder.files(below: "out")
      #expect(after.keys.sorted() == before.keys.sorted())
      #expect(after["out/gaps-code.csv"] != before["out/gaps-code.csv"])
    }

    @Test("a disk that is full leaves the old files and no pieces")
    func fullDisk() async throws {
      let folder = try SmallLibrary.folder()
      #expect(try await SmallLibrary.run("export lab --out out", in: folder).exitCode == 0)
      let before = try folder.files(below: "out")
      try folder.write(
        "lab/answers.yaml",
        try folder.text("lab/answers.yaml").replacing("absent", with: "implemented"))
      let outcome = try await Program.run(
        ["export", "lab", "--out", "out", "--library", "library"], in: folder, largestFile: 1)
      #expect(outcome.exitCode == 2)
      #expect(outcome.errors.contains("error: cannot be written: "))
      #expect(try folder.files(below: "out") == before)
    }

    @Test("replaces a link, and leaves what it leads to")
    func link() async throws {
      let folder = try SmallLibrary.folder()
      try folder.write("precious", "mine")
      try folder.makeFolder("out")
      try folder.link("out/summary.csv", to: "../precious")
      #expect(try await SmallLibrary.run("export lab --out out", in: folder).exitCode == 0)
      #expect(try folder.text("precious") == "mine")
      #expect(try folder.text("out/summary.csv").hasPrefix("row,"))
    }

    @Test("refuses a place that is no directory", arguments: ["file", "file/inner", "/proc/out"])
    func badPlace(_ place: String) async throws {
      let folder = try SmallLibrary.folder()
      try folder.write("file", "mine")
      let outcome = try await SmallLibrary.run("export lab --out \(place)", in: folder)
      #expect(outcome.exitCode == 2)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.hasPrefix("\(place): error: cannot be written: "))
      #expect(!outcome.errors.contains("Error("))
      #expect(try folder.text("file") == "mine")
    }
  }
}

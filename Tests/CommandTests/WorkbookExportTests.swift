import FoundationEssentials
import Testing

extension WrittenSuite {
  @Suite("export --format xlsx")
  struct WorkbookExportTests {
    private static let example = "Examples/northlight"

    @Test("writes one workbook, the same to the byte over two runs")
    func deterministic() async throws {
      let folder = try TestFolder()
      for name in ["one", "two"] {
        let outcome = try await Program.run([
          "export", Self.example, "--format", "xlsx", "--out", folder.path(name),
        ])
        #expect(outcome.exitCode == 0)
        #expect(outcome.errors.isEmpty)
        #expect(outcome.output.hasSuffix(":\n  assessment.xlsx\n"))
      }
      let bytes = try folder.bytes("one/assessment.xlsx")
      #expect(bytes.starts(with: [0x50, 0x4B, 3, 4]))
      #expect(try folder.bytes("two/assessment.xlsx") == bytes)
      #expect(folder.mode("one/assessment.xlsx") == 0o600)
    }

    @Test("--excel is for CSV")
    func excel() async throws {
      let folder = try SmallLibrary.folder()
      let outcome = try await SmallLibrary.run(
        "export lab --format xlsx --excel --out out", in: folder)
      #expect(outcome.exitCode == 64)
    }

    @Test(
      "LibreOffice finds the values of the CSV files in the sheets",
      .enabled(if: OfficeTools.soffice != nil, "LibreOffice is not installed"))
    func libreOffice() async throws {
      let folder = try TestFolder()
      for format in ["csv", "xlsx"] {
        let outcome = try await Program.run([
          "export", Self.example, "--format", format, "--out", folder.path(format),
        ])
        #expect(outcome.exitCode == 0)
      }
      try await OfficeTools.convert(
        folder.path("xlsx/assessment.xlsx"),
        to: "csv:Text - txt - csv (StarCalc):44,34,UTF8,1,,0,false,true,false,false,false,-1",
        into: "sheets", in: folder)
      var compared = 0
      for (sheet, prefix) in [("Gaps", "gaps"), ("Matrix", "matrix")] {
        for name in try folder.names(below: "csv") where name.hasPrefix("\(prefix)-") {
          let catalog = name.dropFirst(prefix.count + 1).dropLast(4)
          let wanted = try StrictCSV.rows(try folder.bytes("csv/\(name)"))
          let found = try Self.rows("sheets/assessment-\(sheet) \(catalog).csv", folder)
          #expect(found.count == wanted.count, "\(name)")
          for (one, two) in zip(found, wanted) {
            #expect(one == two.map(Self.shown), "\(name)")
          }
          compared += 1
        }
      }
      #expect(compared == 12)
      for sheet in ["Summary", "Evidence", "Applicability", "Plan of action", "Summary data"] {
        #expect(try Self.rows("sheets/assessment-\(sheet).csv", folder).count > 3, "\(sheet)")
      }
    }

    /// LibreOffice ends lines with a line feed.
    private static func rows(_ name: String, _ folder: TestFolder) throws -> [[String]] {
      try StrictCSV.rows(Array(try folder.text(name).replacing("\n", with: "\r\n").utf8))
    }

    /// The text of a cell without the apostrophe that only CSV needs.
    private static func shown(_ cell: String) -> String {
      cell.hasPrefix("'") ? String(cell.dropFirst()) : cell
    }

    @Test(
      "openpyxl finds text where text would be a formula",
      .enabled(if: OfficeTools.python != nil, "no Python with openpyxl"))
    func openpyxl() async throws {
      let folder = try SmallLibrary.folder()
      let texts = ["=1+1", "@SUM(1)", "+1+1", "-2+3", "=HYPERLINK(\\\"http://x\\\")", "\\t=1"]
      let targets = texts.enumerated().map { number, text in
        "  - {id: T\(number), catalog: code, modality: required, statement: \"\(text)\"}"
      }
      try folder.write(
        "lab/more.yaml", "format: assessment/1\ntargets:\n\(targets.joined(separator: "\n"))\n")
      let outcome = try await SmallLibrary.run("export lab --format xlsx --out out", in: folder)
      #expect(outcome.exitCode == 0)
      let found = try await OfficeTools.python(
        """
        import openpyxl, sys
        book = openpyxl.load_workbook(sys.argv[1])
        cells = [c for s in book for row in s.iter_rows() for c in row if c.value is not None]
        print(sum(c.data_type == "f" for c in cells), sum(bool(c.hyperlink) for c in cells))
        print(sum(str(c.value).startswith(("=", "@", "+", "-")) for c in cells))
        """, [folder.path("out/assessment.xlsx")], in: folder)
      let lines = found.split(separator: "\n")
      #expect(lines.first == "0 0")
      // Each target stands in the summary and in its data.
      #expect(lines.last == "10")
    }
  }
}

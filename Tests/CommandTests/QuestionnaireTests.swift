import FoundationEssentials
import Testing

extension WrittenSuite {
  @Suite("questionnaire")
  struct QuestionnaireTests {
    private static let answers = """
      # What we do.
      format: assessment/1
      answers:
        - practice: keys-in-module   # since 2024
          status: implemented
          owner: Team K
          evidence: [E-1]
        # Both halves are needed.
        - practice: other-half
          status: implemented
        - practice: not-done
          status: absent
        - practice: planned-work
          status: planned
          due: 2026-12-31
        - practice: custody
          status: implemented
          value: service
          contexts:
            fleet: {status: partial, extent: 0.5, value: file}

      """

    private static func folder() throws -> TestFolder {
      let folder = try SmallLibrary.folder()
      try folder.write("lab/answers.yaml", answers)
      return folder
    }

    @Test("out and in again without edits changes no byte", arguments: ["xlsx", "csv"])
    func unedited(_ format: String) async throws {
      let folder = try Self.folder()
      let before = try folder.files(below: "lab")
      let export = try await SmallLibrary.run(
        "questionnaire export lab --format \(format) --out q.\(format)", in: folder)
      #expect(export.exitCode == 0)
      #expect(export.output.hasPrefix("Wrote q.\(format) with 8 of 8 practices in 9 rows.\n"))
      #expect(folder.mode("q.\(format)") == 0o600)
      let outcome = try await SmallLibrary.run(
        "questionnaire import lab q.\(format)", in: folder)
      #expect(outcome.exitCode == 0)
      #expect(outcome.output == "Read 9 rows. Nothing changes.\n")
      #expect(outcome.errors.isEmpty)
      #expect(try folder.files(below: "lab") == before)
    }

    @Test("a report is no questionnaire, and changes nothing")
    func report() async throws {
      let folder = try Self.folder()
      let before = try folder.files(below: "lab")
      let export = try await SmallLibrary.run(
        "export lab --format xlsx --out reports", in: folder)
      #expect(export.exitCode == 0)
      let outcome = try await SmallLibrary.run(
        "questionnaire import lab reports/assessment.xlsx", in: folder)
      #expect(outcome.exitCode == 2)
      #expect(
        outcome.errors.hasPrefix(
          "reports/assessment.xlsx: error: no sheet has the columns 'practice', 'context'"))
      #expect(try folder.files(below: "lab") == before)
    }

    @Test("the example, with every kind of answer, too", arguments: ["xlsx", "csv"])
    func example(_ format: String) async throws {
      let folder = try TestFolder()
      try folder.copy("Examples/northlight", as: "lab")
      let before = try folder.files(below: "lab")
      let file = folder.path("q.\(format)")
      for arguments in [
        ["export", folder.path("lab"), "--format", format, "--out", file],
        ["import", folder.path("lab"), file],
      ] {
        let outcome = try await Program.run(["questionnaire"] + arguments)
        #expect(outcome.exitCode == 0)
        #expect(outcome.errors.isEmpty)
      }
      #expect(try folder.files(below: "lab") == before)
    }

    @Test("an edit comes back, and comments stay")
    func edited() async throws {
      let folder = try Self.folder()
      _ = try await SmallLibrary.run(
        "questionnaire export lab --format csv --out q.csv", in: folder)
      try folder.write(
        "q.csv",
        try folder.text("q.csv").replacing(
          "all contexts,planned,,,,,2026-12-31", with: "all contexts,partial,\"0,5\",,,,31.1.2027"))
      let dry = try await SmallLibrary.run(
        "questionnaire import lab q.csv --dry-run", in: folder)
      #expect(dry.exitCode == 0)
      #expect(
        dry.output == """
          Read 9 rows. 1 answer would change (3 fields), in 1 file:
          planned-work
            status: 'planned' → 'partial' (G7)
            extent: nothing → '0.5' (H7)
            due: '2026-12-31' → '2027-01-31' (L7)
          Nothing was written. The files:
            lab/answers.yaml

          """)
      #expect(try folder.text("lab/answers.yaml") == Self.answers)
      let outcome = try await SmallLibrary.run("questionnaire import lab q.csv", in: folder)
      #expect(outcome.exitCode == 0)
      #expect(
        try folder.text("lab/answers.yaml")
          == Self.answers.replacing(
            "    status: planned\n    due: 2026-12-31",
            with: "    status: partial\n    extent: 0.5\n    due: 2027-01-31"))
      #expect(folder.mode("lab/answers.yaml") == 0o600)
    }

    @Test("a conflict is shown, and nothing is overwritten")
    func conflict() async throws {
      let folder = try Self.folder()
      _ = try await SmallLibrary.run(
        "questionnaire export lab --format csv --out q.csv", in: folder)
      try folder.write(
        "q.csv",
        try folder.text("q.csv").replacing(
          ",planned,,,,,2026-12-31", with: ",planned,,,,,2027-03-31"))
      let changed = Self.answers.replacing("2026-12-31", with: "2027-01-01")
      try folder.write("lab/answers.yaml", changed)
      let outcome = try await SmallLibrary.run("questionnaire import lab q.csv", in: folder)
      #expect(outcome.exitCode == 1)
      #expect(
        outcome.errors == """
          conflict: planned-work: due
              the assessment says '2027-01-01', changed after the export
              q.csv, L7, says '2027-03-31'
          1 conflict; nothing was written. --on-conflict keep leaves the assessment as it
          is there, take lets the sheet win.

          """)
      #expect(try folder.text("lab/answers.yaml") == changed)
      let taken = try await SmallLibrary.run(
        "questionnaire import lab q.csv --on-conflict take", in: folder)
      #expect(taken.exitCode == 0)
      #expect(try folder.text("lab/answers.yaml").contains("due: 2027-03-31"))
    }

    @Test("every bad cell is told with its address, and nothing is written")
    func badCells() async throws {
      let folder = try Self.folder()
      let before = try folder.files(below: "lab")
      _ = try await SmallLibrary.run(
        "questionnaire export lab --format csv --out q.csv", in: folder)
      try folder.write(
        "q.csv",
        try folder.text("q.csv")
          .replacing(",planned,,,,,2026-12-31", with: ",plannd,,,,,soon")
          .replacing(",implemented,,\"key-custody", with: ",done,,\"key-custody"))
      let outcome = try await SmallLibrary.run("questionnaire import lab q.csv", in: folder)
      #expect(outcome.exitCode == 2)
      #expect(outcome.output.isEmpty)
      for line in [
        "q.csv: error: G7: 'status' cannot be 'plannd'", "    did you mean 'planned'?",
        "q.csv: error: L7: 'due' must be a day as YYYY-MM-DD, not 'soon'",
        "q.csv: error: G9: 'status' cannot be 'done'", "    did you mean 'implemented'?",
        "3 errors",
      ] {
        #expect(outcome.errorLines.contains { $0 == line }, "\(line)")
      }
      #expect(try folder.files(below: "lab") == before)
    }

    @Test("what many cells have in common is told once, with their number and the first ones")
    func oneCause() async throws {
      let folder = try Self.folder()
      _ = try await SmallLibrary.run(
        "questionnaire export lab --format csv --out q.csv", in: folder)
      try folder.write(
        "q.csv", try folder.text("q.csv").replacing(",all contexts,", with: ",al contexts,"))
      let outcome = try await SmallLibrary.run("questionnaire import lab q.csv", in: folder)
      #expect(outcome.exitCode == 2)
      #expect(outcome.errorLines.count { $0.contains("there is no context 'al contexts'") } == 1)
      #expect(outcome.errors.contains(" cells: F2, F3, F4, "), "\(outcome.errors)")
      #expect(outcome.errors.contains("did you mean 'all contexts'?"))
      // The sheet of another lab says so, and not that its places and evidence are unknown.
      _ = try await SmallLibrary.run(
        "questionnaire export lab --format csv --out r.csv", in: folder)
      try folder.write(
        "lab/assessment.yaml",
        try folder.text("lab/assessment.yaml").replacing(
          "organisation: ", with: "organisation: Not "))
      let foreign = try await SmallLibrary.run("questionnaire import lab r.csv", in: folder)
      #expect(foreign.exitCode == 2)
      #expect(foreign.errorLines.count { $0.contains("error:") } == 1, "\(foreign.errors)")
      #expect(foreign.errors.contains("assessment of another organisation (in 9 cells: A2, A3, "))
    }

    @Test("an owner gets his own rows only, and a wrong name is helped")
    func owner() async throws {
      let folder = try Self.folder()
      let outcome = try await SmallLibrary.run(
        "questionnaire export lab --format csv --out q.csv --owner team-k", in: folder)
      #expect(outcome.exitCode == 2)
      #expect(outcome.errors.contains("did you mean 'Team K'?"))
      let arguments = [
        "questionnaire", "export", "lab", "--format", "csv", "--out", "q.csv", "--library",
        "library", "--owner", "Team K",
      ]
      #expect(try await Program.run(arguments, in: folder).exitCode == 0)
      let rows = try StrictCSV.rows(try folder.bytes("q.csv"))
      #expect(rows.dropFirst().map(\.first) == ["keys-in-module"])
    }

    @Test("a file that may hold answers is not overwritten")
    func existing() async throws {
      let folder = try Self.folder()
      try folder.write("q.xlsx", "mine")
      let outcome = try await SmallLibrary.run("questionnaire export lab --out q.xlsx", in: folder)
      #expect(outcome.exitCode == 2)
      #expect(outcome.errors.hasPrefix("q.xlsx: error: a file of this name is there"))
      #expect(try folder.text("q.xlsx") == "mine")
    }

    @Test("a catalog or a target narrows the rows")
    func narrowed() async throws {
      let folder = try Self.folder()
      for (option, count) in [("--catalog steps", 3), ("--for steps:S1", 1)] {
        let outcome = try await SmallLibrary.run(
          "questionnaire export lab --format csv --replace --out q.csv \(option)", in: folder)
        #expect(outcome.exitCode == 0)
        #expect(try StrictCSV.rows(try folder.bytes("q.csv")).count == count + 1, "\(option)")
      }
    }

    @Test("a file that is no questionnaire is refused", arguments: ["no.csv", "lab", "gone.xlsx"])
    func noQuestionnaire(_ name: String) async throws {
      let folder = try Self.folder()
      try folder.write("no.csv", "a,b\r\n1,2\r\n")
      let outcome = try await SmallLibrary.run("questionnaire import lab \(name)", in: folder)
      #expect(outcome.exitCode == 2)
      #expect(outcome.errors.hasPrefix("\(name)"))
    }

    private static let readChoices = """
      import openpyxl, sys
      sheet = openpyxl.load_workbook(sys.argv[1])["Answers"]
      heads = {c.value: c.column_letter for c in sheet[1]}
      for name in ["context", "status", "value"]:
          for rule in sheet.data_validations.dataValidation:
              if heads[name] in str(rule.sqref).rstrip("0123456789:") and rule.type == "list":
                  print(name, rule.formula1)
                  break
      """

    @Test(
      "openpyxl reads the lists to choose from",
      .enabled(if: OfficeTools.python != nil, "no Python with openpyxl"))
    func choices() async throws {
      let folder = try Self.folder()
      _ = try await SmallLibrary.run("questionnaire export lab --out q.xlsx", in: folder)
      let found = try await OfficeTools.python(
        Self.readChoices, [folder.path("q.xlsx")], in: folder)
      #expect(
        found == """
          context "all contexts,cluster,fleet"
          status "implemented,partial,planned,absent,not-applicable,unanswered"
          value "file,service,module"

          """)
    }

    private static let edit = """
      import openpyxl, sys, datetime
      book = openpyxl.load_workbook(sys.argv[1])
      sheet = book["Answers"]
      heads = {c.value: c.column for c in sheet[1]}
      for row in range(2, sheet.max_row + 1):
          if sheet.cell(row, 1).value == "planned-work":
              sheet.cell(row, heads["due"]).value = datetime.date(2027, 3, 31)
              sheet.cell(row, heads["notes"]).value = "=not a formula"
              sheet.cell(row, heads["notes"]).data_type = "s"
      book.save(sys.argv[2])
      """

    @Test(
      "a workbook that openpyxl edited comes back",
      .enabled(if: OfficeTools.python != nil, "no Python with openpyxl"))
    func openpyxl() async throws {
      let folder = try Self.folder()
      _ = try await SmallLibrary.run("questionnaire export lab --out q.xlsx", in: folder)
      _ = try await OfficeTools.python(
        Self.edit, [folder.path("q.xlsx"), folder.path("edited.xlsx")], in: folder)
      let outcome = try await SmallLibrary.run("questionnaire import lab edited.xlsx", in: folder)
      #expect(outcome.exitCode == 0)
      #expect(
        try folder.text("lab/answers.yaml")
          == Self.answers.replacing(
            "due: 2026-12-31", with: "due: 2027-03-31\n    notes: \"=not a formula\""))
    }

    @Test(
      "what LibreOffice saves comes back, as XLSX and by way of ODS",
      .enabled(if: OfficeTools.soffice != nil, "LibreOffice is not installed"))
    func libreOffice() async throws {
      let folder = try Self.folder()
      _ = try await SmallLibrary.run("questionnaire export lab --out q.xlsx", in: folder)
      try await OfficeTools.convert("q.xlsx", to: "ods", into: "ods", in: folder)
      try await OfficeTools.convert("ods/q.ods", to: "xlsx", into: "back", in: folder)
      try await OfficeTools.convert("q.xlsx", to: "xlsx", into: "saved", in: folder)
      for file in ["back/q.xlsx", "saved/q.xlsx"] {
        let outcome = try await SmallLibrary.run("questionnaire import lab \(file)", in: folder)
        #expect(outcome.exitCode == 0)
        #expect(outcome.output == "Read 9 rows. Nothing changes.\n", "\(file)")
      }
    }
  }
}

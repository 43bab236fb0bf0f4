import ControlModel
import Diagnostics
import Testing

@testable import Importers

@Suite("Settings of RAND's report that part, hide or join its measures")
struct ReportPrintTests {
  private func report(_ text: String) throws -> ImportedDocument {
    try ModelWeightsImporter().read(
      SourceDocument.read(fileName: "report", bytes: Array(text.utf8)))
  }

  private func measures(_ document: ImportedDocument) -> [String] {
    document.entries.filter { $0.kind == .measure }.map { "\($0.id) \($0.statement)" }
  }

  @Test("A level that a sentence names at the end of its line is no heading")
  func keepsNamedLevels() throws {
    let document = try report(
      """
      Security Level 1 (SL1)
      Weight Security
      Weight Storage (PR.DS)
      • First. It holds, and more at
      Security Level 3 (SL3).
      It holds for all, as it does under
      Security Level 2 (SL2)
      and later.
      Access Control (PR.AC)
      • Second. It holds.

      Security Level 2 (SL2)
      Implementation of Previous Security Levels
      • All of SL1.
      Weight Security
      Weight Storage (PR.DS)
      • Third. It holds.
      """)
    #expect(
      measures(document) == [
        "SL1.WS.STO.1 First. It holds, and more at Security Level 3 (SL3). It holds for all, as it "
          + "does under Security Level 2 (SL2) and later.",
        "SL1.WS.ACC.1 Second. It holds.", "SL2.WS.STO.1 Third. It holds.",
      ])
  }

  @Test(
    "Appendix C ends the measures, with spaced letters or a title of two lines",
    arguments: [
      "A P P E N D I X  C", "Appendix C\nSummary", "TABLE C.1\nMeasures", "Table C.1. Measures",
      "Summary of Security Measures\nAcross Levels", "Summary of Security Measures Across Levels",
    ])
  func endsAtAppendixC(_ heading: String) throws {
    let document = try report(
      """
      Security Level 1 (SL1)
      Weight Storage (PR.DS)
      • First. It holds, see
      Appendix C.
      Table C.1 shows it again.
      Access Control (PR.AC)
      • Second. It holds.

      \(heading)
      This text is none of it.
      """)
    #expect(
      measures(document) == [
        "SL1.WS.STO.1 First. It holds, see Appendix C. Table C.1 shows it again.",
        "SL1.WS.ACC.1 Second. It holds.",
      ])
  }

  @Test("An appendix that stands there twice is told, and so is a table that is not there")
  func tellsRepetition() throws {
    let level = """
      Security Level 1 (SL1)
      Weight Security
      Weight Storage (PR.DS)
      • First. It holds.
      """
    let document = try report(level + "\n\n" + level + " Again.\n")
    let notes = document.diagnostics.map(\.summary)
    #expect(measures(document) == ["SL1.WS.STO.1 First. It holds."])
    #expect(notes.contains("'Security Level 1 (SL1)' stands there again and was read once"))
    #expect(notes.contains { $0.hasPrefix("table 5.1 was not found") })
    #expect(
      try !report("Table 5.1\nVectors\n" + level).diagnostics.contains {
        $0.summary.hasPrefix("table 5.1")
      })
  }

  private static let table = """
    TABLE 6.1
    Measures
    •
    •
    • Keep keys
    Watch all doors and
    windows
    Zero Trust: Start
    APPENDIX A
    Never told
    Security Level 1 (SL1)
    Weight Security
    Weight Storage (PR.DS)

    """

  @Test("Bullets above each other belong to the texts that open with labels of chapter 6")
  func putsBulletsToLabels() throws {
    let document = try report(
      Self.table + """
        •
        •

        •

        Keep keys. In a safe place.
        – A point of it.
        Watch all doors and
        windows. At all
        times.
        –

        Its other point.
        Zero Trust: Start. Slowly.
        """)
    #expect(
      measures(document) == [
        "SL1.WS.STO.1 Keep keys. In a safe place. A point of it.",
        "SL1.WS.STO.2 Watch all doors and windows. At all times. Its other point.",
        "SL1.WS.STO.3 Zero Trust: Start. Slowly.",
      ])
    #expect(document.doubtfulSeries.isEmpty)
    #expect(document.diagnostics.contains { $0.summary.contains("put together by the labels") })
  }

  @Test("A bullet before the rest of a sentence belongs to what comes later, or is doubtful")
  func movesEarlyBullets() throws {
    let text = """
      • Keep keys. In a place that is
      \u{C}Securing AI Model Weights

      •

      62

      safe. All of them.
      %. At night too.
      \u{C}Securing AI Model Weights

      63
      """
    let known = try report(Self.table + text.replacing("%", with: "Watch all doors and windows"))
    #expect(
      measures(known) == [
        "SL1.WS.STO.1 Keep keys. In a place that is safe. All of them.",
        "SL1.WS.STO.2 Watch all doors and windows. At night too.",
      ])
    let unknown = try report(Self.table + text.replacing("%", with: "Never told"))
    #expect(unknown.doubtfulSeries["SL1.WS.STO"]?.contains("apart from their text") == true)
  }

  @Test("Notes: closed up to their numbers, on the next page, and going on overleaf")
  func findsNotes() throws {
    let document = try report(
      """
      Security Level 1 (SL1)
      Weight Security
      Weight Storage (PR.DS)
      • First. It follows SP 140-3.75 It holds (see Table 5.2).76
      • Second. It holds (SL3). 77
      75J. Doe, “A Paper,” 2023.
      76See Appendix A.
      77“Another,” of which it is said
      \u{C}50 Securing AI Model Weights

      and this is
      how it goes on.

      that it goes on.
      78 Other Author, “More,” 2024.
      79 Someone, 2020.
      \u{C}51 Securing AI Model Weights

      • Third. Of 24-
      hour service.79 Of SP 800-
      171.
      """)
    // 75 may be a part of a number where it is not at the end of a line.
    #expect(
      measures(document) == [
        "SL1.WS.STO.1 First. It follows SP 140-3.75 It holds (see Table 5.2).",
        "SL1.WS.STO.2 Second. It holds (SL3). and this is how it goes on.",
        "SL1.WS.STO.3 Third. Of 24-hour service. Of SP 800-171.",
      ])
  }

  @Test("Hyphens that print puts in are taken out, in either writing")
  func joinsSoftHyphens() throws {
    for hyphen in ["\u{2010}", "\u{AD}"] {
      let document = try report(
        """
        Security Level 1 (SL1)
        Weight Storage (PR.DS)
        • First. The net\(hyphen)
        work of a third\(hyphen)
        party is third-party ware.
        """)
      #expect(
        measures(document) == [
          "SL1.WS.STO.1 First. The network of a third\(LineJoining.softHyphen)party is third-party ware."
        ])
    }
    var text = "in a well‐known net‐"
    var words: Set<String> = []
    LineJoining.addWords(of: "all well‐known words here", to: &words)
    LineJoining.append("work", to: &text, words: words)
    #expect(text == "in a well‐known net‐work")
  }

  @Test("Numbers of standards get their hyphens back")
  func restoresNumbers() throws {
    let full = "This line is as long as the lines of the report are, and that is some seventy"
    let document = try report(
      """
      Security Level 1 (SL1)
      Weight Storage (PR.DS)
      • First. \(full) and more, by FIPS 140-3 too.
      • Second. \(full) and more, by FIPS 1403 of all.
      """ + String(repeating: "\n• \(full)", count: 9))
    #expect(measures(document)[1].hasSuffix("by FIPS 140-3 of all."))
  }

  @Test("Scores that fall have changed places, and are no row")
  func refusesFallingScores() throws {
    let rows = [("Model extraction", "1 1 1 2 3"), ("Model distillation", "1 2 2 3 1")]
    let text =
      "TABLE 5.2\n" + rows.map { "\($0.0)\n\($0.1)\n" }.joined()
      + "Security Level 1 (SL1)\nWeight Storage (PR.DS)\n• First. It holds.\n"
    let document = try report(text)
    #expect(document.entry("AV-19")?.scores.count == 5)
    #expect(document.entry("AV-20")?.scores.isEmpty == true)
    #expect(document.diagnostics.contains { $0.summary.contains("cannot be told apart") })
  }
}

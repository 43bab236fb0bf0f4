import ControlModel
import Diagnostics
import Testing

@testable import Importers

@Suite("RAND's report as text: footnotes and bullets that a converter moves are told or put right")
struct ReportNotesTests {
  private func report(_ text: String) throws -> ImportedDocument {
    try ModelWeightsImporter().read(
      SourceDocument.read(fileName: "report", bytes: Array(text.utf8)))
  }

  private func measures(_ document: ImportedDocument) -> [String] {
    document.entries.filter { $0.kind == .measure }.map { "\($0.id) \($0.statement)" }
  }

  private func doubts(_ document: ImportedDocument) -> [String] {
    document.doubtfulTexts.map { "\($0.id) \($0.reason)" }
  }

  private static let opening = """
    Security Level 1 (SL1)
    Weight Security
    Weight Storage (PR.DS)

    """

  @Test("A note between paragraphs, with bullets behind it, is no part of a measure")
  func findsNotesBetweenParagraphs() throws {
    let document = try report(
      Self.opening + """
        • First. It holds for all.12

        12 See the appendix, which has more.
        It has two lines.

        • Second. It holds too.13 And on it goes.

        13

        J. Doe, 2020.

        – A point of it.
        \u{C}50 Securing AI Model Weights

        • Third. It holds.
        """)
    #expect(
      measures(document) == [
        "SL1.WS.STO.1 First. It holds for all.",
        "SL1.WS.STO.2 Second. It holds too. And on it goes. A point of it.",
        "SL1.WS.STO.3 Third. It holds.",
      ])
    #expect(doubts(document).isEmpty)
    #expect(document.entry("SL1.WS.STO.1")?.footnoteMarkers == ["12"])
  }

  @Test("Without form feeds pages end at heads with numbers and at numbers alone")
  func cutsAtHeadsAndNumbers() throws {
    var text = Self.opening
    for page in 20..<32 {
      let note = page - 10
      text += """
        • Measure. Number \(page) holds for staff and
        – for guests.\(note)
        \(note) See, for example, the other paper of
        that year.

        """
      // The first page of a chapter has its number alone, below.
      text += page % 5 == 0 ? "\(page)\n" : "\(page + 1) Securing AI Model Weights\n"
    }
    let document = try report(text)
    let found = document.entries.filter { $0.kind == .measure }.map(\.statement)
    #expect(found == (20..<32).map { "Measure. Number \($0) holds for staff and for guests." })
  }

  @Test("Notes begin anew in a chapter")
  func countsAnew() throws {
    let document = try report(
      """
      Appendix A says a lot.40

      40 See the first paper.
      \u{C}50 Securing AI Model Weights

      """ + Self.opening + """
        • First. It holds.1
        • Second. It holds.2 And more.

        1 See the second paper.
        2 J. Doe, 2020.
        \u{C}51 Securing AI Model Weights

        • Third. It holds.
        """)
    #expect(
      measures(document) == [
        "SL1.WS.STO.1 First. It holds.", "SL1.WS.STO.2 Second. It holds. And more.",
        "SL1.WS.STO.3 Third. It holds.",
      ])
  }

  @Test("A marker on a line of its own, and a number that is none")
  func takesLoneMarkers() throws {
    let document = try report(
      Self.opening + """
        • First. It holds, as the level says (SL3).
        12

        • Second. It holds in Table 5.
        2 to 9.
        • Third. It follows SP 800-171.13

        12
        See the first paper.
        13
        J. Doe, 2020.
        \u{C}51 Securing AI Model Weights

        • Fourth. It needs tier2 at least, and version 2.12
        of it.
        """)
    #expect(measures(document)[0] == "SL1.WS.STO.1 First. It holds, as the level says (SL3).")
    #expect(measures(document)[2] == "SL1.WS.STO.3 Third. It follows SP 800-171.")
    #expect(measures(document)[3].hasSuffix("It needs tier2 at least, and version 2.12 of it."))
  }

  @Test("The rest of a note that goes on overleaf is found, or the measure before it is named")
  func tellsRestsOfNotes() throws {
    let text =
      Self.opening + """
        • First. It holds.12
        12 See the paper that came out in
        \u{C}51 Securing AI Model Weights
        • Second. It holds.13
        %
        13 J. Doe, 2020.
        \u{C}52 Securing AI Model Weights
        • Third. It holds.
        """
    let found = try report(text.replacing("%", with: "that year."))
    #expect(measures(found)[1] == "SL1.WS.STO.2 Second. It holds.")
    #expect(doubts(found).isEmpty)
    let told = try report(text.replacing("%", with: "May of that year."))
    #expect(
      doubts(told) == [
        "SL1.WS.STO.2 hold the rest of a footnote, which goes on from the page before"
      ])
    let problems = CatalogFill.fill(
      try ReportFixture.shipped(), from: told,
      retrieved: try #require(CalendarDate("2026-01-01"))
    ).report.diagnostics
    #expect(
      problems.contains {
        $0.severity == .warning && $0.summary.hasPrefix("the text of SL1.WS.STO.2 may hold")
      } || problems.contains { $0.summary.hasPrefix("SL1.WS.STO is not filled") })
  }

  @Test("A line that cannot come next, and a sentence without its end, are told")
  func tellsTornSentences() throws {
    let document = try report(
      Self.opening + """
        • First. It holds for all.
        of the staff there.
        • Second. It holds. And nobody may
        • Third. It holds, etc.
        and on. It is for
        iOS too. It holds.
        • Fourth label
        """)
    #expect(
      doubts(document) == [
        "SL1.WS.STO.1 hold a line that belongs elsewhere: it does not go on from the one before",
        "SL1.WS.STO.2 lack some: it stops in the middle of a sentence",
      ])
  }

  @Test("A footnote whose number stands in a measure and whose text was not found is told")
  func tellsLostNotes() throws {
    let document = try report(
      Self.opening + """
        • First. It holds.12
        • Second. It holds.13
        • Third. It holds.14

        12 See the first paper.
        13 See the second paper.
        \u{C}51 Securing AI Model Weights

        • Fourth. It holds.15
        • Fifth. It holds.

        15 J. Doe, 2020.
        16 J. Doe, 2021.
        \u{C}52 Securing AI Model Weights

        • Sixth. It holds.
        """)
    #expect(measures(document)[2] == "SL1.WS.STO.3 Third. It holds.")
    #expect(
      doubts(document) == [
        "SL1.WS.STO.3 be followed by the text of a footnote that was not found: 14"
      ])
  }

  private static let table = """
    TA B L E  6 . 1
    Measures
    •
    •
    • Keep keys safe
    Watch all doors and
    windows
    APPENDIX A
    Never told

    """ + opening

  @Test("A bullet before the rest of a text that opens with a capital goes to its label")
  func movesBulletsByLabels() throws {
    let document = try report(
      Self.table + """
        • Keep keys safe. It holds.
        – A point of it.
        \u{C}44

        Securing AI Model Weights

        •

        Another paragraph of it stands here.
        Watch all doors and windows. At night too.
        \u{C}45

        Securing AI Model Weights

        """)
    #expect(
      measures(document) == [
        "SL1.WS.STO.1 Keep keys safe. It holds. A point of it. Another paragraph of it stands here.",
        "SL1.WS.STO.2 Watch all doors and windows. At night too.",
      ])
  }

  @Test("Labels may differ from the table's by a word")
  func knowsNearLabels() throws {
    let document = try report(
      Self.table + """
        •

        •

        Keep keys safe. It holds.
        Watch the doors and windows. At night too.
        """)
    #expect(
      measures(document) == [
        "SL1.WS.STO.1 Keep keys safe. It holds.",
        "SL1.WS.STO.2 Watch the doors and windows. At night too.",
      ])
  }

  @Test("A label in the middle of its measure's text is told, and nothing is filled")
  func tellsLateLabels() throws {
    let catalog = try ReportFixture.shipped()
    let controls = catalog.controls.filter { $0.id.rawValue.hasPrefix("SL1.NA.HW.") }
    try #require(controls.count == 2)
    let document = try report(
      """
      Security Level 1 (SL1)
      Hardware (ID.AM)
      • \(controls[0].title). It holds.
      • It goes on here, for all of the staff. \(controls[1].title). It holds too.
      """)
    let filled = CatalogFill.fill(
      catalog, from: document, retrieved: try #require(CalendarDate("2026-01-01")))
    #expect(
      filled.report.misaligned["SL1.NA.HW"]?.contains("in the middle of SL1.NA.HW.2") == true)
    #expect(
      filled.catalog.controls.first { $0.id == controls[1].id }?.statement
        == controls[1].statement)
  }

  @Test("Scores that stand apart from their labels come from the order of the whole table")
  func ordersScores() throws {
    let vectors = AttackVectors.all
    let rows = vectors.indices.map { index in
      [1, 1, 2, 2 + index % 3, 3 + index % 3]
    }
    var text = "TABLE 5.2\nFeasibility\n"
    for (index, vector) in vectors.enumerated() where index != 8 {
      if index == 10 { text += "\(vectors[8].label)\n" }
      text += vector.label + "\n"
      for row in index == 7 ? [rows[7], rows[8]] : [rows[index]] {
        text += row.map(String.init).joined(separator: "\n") + "\n"
      }
    }
    let document = try report(
      text + "APPENDIX A\n" + Self.opening + "• First. It holds.\n")
    for (index, vector) in vectors.enumerated() {
      let scores = document.entry(vector.id)?.scores ?? [:]
      #expect(
        (1...5).compactMap { scores["OC\($0)"] } == rows[index], "\(vector.id)")
    }
  }
}

import ControlModel
import Diagnostics
import Testing

@testable import Importers

@Suite("What converters make of RAND's report")
struct ConvertedReportTests {
  private func report(_ text: String) throws -> ImportedDocument {
    let source = try SourceDocument.read(fileName: "report", bytes: Array(text.utf8))
    return try ModelWeightsImporter().read(source)
  }

  private func appendix(_ pages: [String]) -> String {
    "Security Level 1 (SL1)\nWeight Security\nWeight Storage (PR.DS)\n"
      + pages.joined(separator: "\n\u{C}Securing AI Model Weights\n\n")
  }

  @Test("Notes whose numbers stand together, out of order, or fused to a parted word")
  func findsNotes() throws {
    let text = appendix([
      """
      • First. It holds for all.1
      • Second. It holds for few,2 for
      1
      2

      Some Author, “A Paper,” 2023.
      Other Author, “Another,” 2024.

      71
      """,
      """
      example for red-teaming staff.
      • Third. It holds.3 The same is true of those who think of red3

      Some Author, “A Third Paper,” 2023.

      72
      """,
      """
      teaming as well.
      • Fourth.4 It holds.5
      • Fifth.
      5

      A Fifth Paper, 2020.
      A Fourth Paper, 2020.
      4

      73
      """,
    ])
    let measures = try report(text).entries.filter { $0.kind == .measure }
    #expect(
      measures.map(\.statement) == [
        "First. It holds for all.", "Second. It holds for few, for example for red-teaming staff.",
        "Third. It holds. The same is true of those who think of red-teaming as well.",
        "Fourth. It holds.", "Fifth.",
      ])
    #expect(measures.map(\.footnoteMarkers) == [["1"], ["2"], ["3"], ["5", "4"], []])
  }

  @Test("Hyphens are put back in the middle of lines that a parted word has joined")
  func restoresHyphens() throws {
    let full = "This line is as long as the lines of the report are, and that is some seventy"
    let text = appendix([
      """
      • First. \(full) and more of it. A third-party team tests it.
      • Second. \(full) and more, by a thirdparty team that is hired for it each year again.
      • Third. \(full) and more. Security-by-Default.
      • Fourth. \(full) and more, Security-byDefault too. A cooperation
      of two teams, a co-operation. \(full) and a cooperation of more than that.
      """ + String(repeating: "\n• \(full)", count: 9)
    ])
    let measures = try report(text).entries.filter { $0.kind == .measure }.map(\.statement)
    #expect(measures.count == 13)
    #expect(measures[1].contains("by a third-party team"))
    #expect(measures[3].contains("Security-by-Default too"))
    #expect(measures[3].hasSuffix("and a co-operation of more than that."))
  }

  @Test("Scores whose labels stand elsewhere on the page are taken in order")
  func takesScoresInOrder() throws {
    let rows = AttackVectors.all.enumerated().map { index, vector in
      (label: vector.label, scores: index % 3 == 0 ? "1\n2\n3\n4\n5" : "1\n1\n2\n4\n4")
    }
    let away: Set<Int> = [4, 5, 12, 37]
    var text = "Securing AI Model Weights\nTABLE 5.2\n\nCapability Assessment\n"
    for (index, row) in rows.enumerated() {
      text += (away.contains(index) ? "" : "\n\(row.label)\n") + "\n\(row.scores)\n"
    }
    text += "\nAttack\nCategory\n" + away.sorted().map { rows[$0].label }.joined(separator: "\n")
    let document = try report(text + "\n\nNOTE: A score of 1 is low.\n")
    for (index, row) in rows.enumerated() {
      let entry = document.entry(AttackVectors.all[index].id)
      let scores = (1...5).compactMap { entry?.scores["OC\($0)"] }.map(String.init)
      #expect(scores.joined(separator: "\n") == row.scores, "\(row.label)")
    }
    #expect(document.diagnostics.count { $0.summary.contains("were taken in order") } == 3)
  }

  @Test("A row too few, and nothing is taken by its place")
  func doesNotGuessScores() throws {
    var text = "Securing AI Model Weights\nTABLE 5.2\n\nCapability Assessment\n"
    for (index, vector) in AttackVectors.all.enumerated() {
      if index == 4 || index == 5 { continue }
      text += "\n\(vector.label)\n\n1\n2\n3\n4\n5\n" + (index == 3 ? "\n1\n2\n3\n4\n4\n" : "")
    }
    let document = try report(text)
    #expect(document.entry("AV-04")?.scores.isEmpty == true)
    #expect(document.diagnostics.contains { $0.summary.contains("(AV-04) cannot be told apart") })
    #expect(document.entry("AV-07")?.scores["OC5"] == 5)
  }

  @Test("Text that opens a category is told, and bullets without text are not counted")
  func tellsIntroductions() throws {
    let document = try report(
      """
      Security Level 2 (SL2)
      AI Model Resilience
      Measures of this kind are young. They change
      fast.

      Model Robustness (PR.DS)
      • One. It holds.
      • Two.

      Security of Network and Other (Nonweight) Sensitive Assets
      Software (PR.MA)
      •
      •
      Both texts of two points. They stand apart.
      """)
    #expect(document.unplaced.isEmpty)
    #expect(
      document.diagnostics.contains {
        $0.summary.hasPrefix("SL2 AI Model Resilience opens with text that is no measure's")
      })
    #expect(document.doubtfulSeries["SL2.NA.SOF"] == "1 of its bullets stand apart from their text")
    #expect(document.entry("SL2.AM.ROB.1")?.statement == "One. It holds.")
  }

  @Test("RAND in Markdown: lists of every depth, and a table as tags")
  func readsReportInMarkdown() throws {
    let document = try report(
      """
      # Securing AI Model Weights
      ## Appendix B
      ### Security Level 3 (SL3)
      #### Weight Security
      **Permitted Interfaces (PR.AC)**

      - **One way in.** It holds.
          - • Interface alternative A: A machine.
              - ■ It has a lid.
          - – Interface alternative B: A room.
          - – Interface alternative C: A net.
      - **Two.** Few lines/
        many words.

      <table><tr><th>Level</th></tr><tr><td>None</td></tr></table>
      """)
    let texts = document.entries.filter { $0.kind == .measure }.map(\.statement)
    #expect(
      texts.first?.hasPrefix("One way in. It holds. Interface alternative A: A machine.") == true)
    #expect(texts.count == 2)
    #expect(
      document.entry("SL3.WS.INT.1.A")?.statement
        == "Interface alternative A: A machine. It has a lid.")
  }
}

import ControlModel
import Diagnostics
import Testing

@testable import Importers

@Suite("RAND's report as plain text: what is no measure, and what scores are, one sign at a time")
struct ReportDetailTests {
  private func read(_ text: String) throws -> ImportedDocument {
    let source = try SourceDocument.read(fileName: "report", bytes: Array(text.utf8))
    return try ModelWeightsImporter().read(source)
  }

  private func measures(_ document: ImportedDocument) -> [String] {
    document.entries.filter { $0.kind == .measure }.map { "\($0.id) \($0.statement)" }
  }

  @Test("A heading that stands twice, and one that is none of the report's")
  func doubtsHeadings() throws {
    let document = try read(
      """
      Security Level 1 (SL1)
      Weight Security
      Weight Storage (PR.DS)
      • One. It holds.
      Weight Polishing (PR.XY)
      • Two. It shines.
      Weight Storage (PR.DS)
      • Three. It holds too.
      """)
    #expect(document.doubtfulSeries["SL1.WS.STO"] == "its heading stands there twice")
    #expect(
      document.diagnostics.contains {
        $0.summary.contains("'Weight Polishing") && $0.summary.contains("none of the report's")
      }, "\(document.diagnostics)")
    #expect(document.unplaced.contains { $0.text.contains("Two. It shines.") })
  }

  @Test("Text before the first bullet, and below the last one, is told with its place")
  func tellsText() throws {
    let long = "that runs on for as long as the lines of the report do, which is some seventy"
    let document = try read(
      "Security Level 1 (SL1)\nWeight Security\nWeight Storage (PR.DS)\n"
        + "Nobody knows why this stands here.\n"
        + (1...6).map { "• Point \($0). A text \(long)\n  letters, and this is its end.\n" }
        .joined()
        + "\nA paragraph at the edge of the page \(long)\nletters as well.\n")
    #expect(document.entries.filter { $0.kind == .measure }.count == 6)
    #expect(
      document.unplaced.map(\.position) == [
        "under SL1 Weight Storage, before its first bullet",
        "under SL1 Weight Storage, after bullet 6",
      ])
    #expect(document.unplaced.first?.text == "Nobody knows why this stands here.")
    #expect(document.unplaced.last?.text.hasSuffix("letters as well.") == true)
    #expect(document.entry("SL1.WS.STO.6")?.statement.hasSuffix("this is its end.") == true)
  }

  private func table(_ change: (Int) -> String?) -> String {
    "Securing AI Model Weights\nTable 5.2\nCapability Assessment\n"
      + AttackVectors.all.enumerated().map { index, vector in
        change(index) ?? "\n\(vector.label)\n\n1\n1\n2\n4\n4\n"
      }.joined() + "\nNOTE: A score of 1 is low.\n"
  }

  private func scores(_ document: ImportedDocument, _ id: String) -> [Int] {
    (1...5).compactMap { document.entry(id)?.scores["OC\($0)"] }
  }

  @Test("Marks at scores, and numbers of columns that a page repeats, are no other scores")
  func readsScores() throws {
    let text = table { index in
      switch index {
      case 2: "\n\(AttackVectors.all[2].label)\n\n1\n1*\n2†\n3|\n5\n"
      case 6: "\n\(AttackVectors.all[6].label)\n\n1 2 3 4 5\n\nOC\n\n2 2 2 3 3\n"
      default: nil
      }
    }
    let document = try read(text)
    #expect(scores(document, "AV-03") == [1, 1, 2, 3, 5])
    #expect(scores(document, "AV-07") == [2, 2, 2, 3, 3])
    #expect(AttackVectors.all.allSatisfy { scores(document, $0.id).count == 5 })
  }

  @Test("Rows that fall are not taken by their place, and rows before the first label are told")
  func doubtsRows() throws {
    let falling = try read(
      table { index in
        switch index {
        case 10: "\n\(AttackVectors.all[10].label)\n\(AttackVectors.all[11].label)\n\n"
        case 11: "1\n2\n3\n4\n5\n\n5\n4\n3\n2\n1\n"
        default: nil
        }
      })
    #expect(scores(falling, "AV-11").isEmpty && scores(falling, "AV-12").isEmpty)
    #expect(falling.diagnostics.contains { $0.summary.contains("cannot be told apart") })
    let stray = try read(
      table { index in
        index == 0
          ? "\n3\n3\n3\n3\n3\n\n2\n2\n2\n2\n2\n\n\(AttackVectors.all[0].label)\n\n1\n1\n1\n1\n1\n"
          : nil
      })
    #expect(scores(stray, "AV-01") == [1, 1, 1, 1, 1])
    #expect(
      stray.diagnostics.contains {
        $0.summary == "table 5.2 has 2 rows of scores before its first label"
      }, "\(stray.diagnostics.map(\.summary))")
  }
}

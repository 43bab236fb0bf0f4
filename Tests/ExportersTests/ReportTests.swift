import ControlModel
import Diagnostics
import Exporters
import Scoring
import TestSupport
import Testing

/// Board summary, Markdown and JSON.
@Suite struct ReportTests {
  private func expectEqual(_ bytes: [UInt8], _ name: String) throws {
    try Golden.expectEqual(String(decoding: bytes, as: UTF8.self), name)
  }

  /// As the example stood half a year before: the accepted risk and some evidence still held.
  private var earlier: EarlierResult {
    var input = ExampleLab.input
    input.asOf = ExampleLab.day("2026-01-15")
    return EarlierResult(Scorer.score(input))
  }

  @Test func markdownIsAsReadByHand() throws {
    try expectEqual(AssessmentMarkdown(ExampleLab.result).encoded(), "assessment.md")
  }

  @Test func summaryIsAsReadByHand() throws {
    try expectEqual(
      BoardSummary(ExampleLab.result, since: earlier).markdown(), "board-summary.md")
  }

  @Test func summaryAsHTMLSaysTheSame() {
    let board = BoardSummary(ExampleLab.result, since: earlier)
    let html = String(decoding: board.html(), as: UTF8.self)
    for title in [
      "What we claim", "What we can prove", "What is unknown", "What blocks the next level",
      "What would help most", "What changed", "Decisions needed",
    ] {
      #expect(html.contains("<h2>\(title)</h2>"))
      #expect(String(decoding: board.markdown(), as: UTF8.self).contains("## \(title)\n"))
    }
    #expect(!html.contains("<script"))
  }

  @Test(arguments: HostileLab.texts)
  func textIsInert(_ text: String) {
    let result = HostileLab.result(text)
    let board = BoardSummary(result)
    let html = String(decoding: board.html(), as: UTF8.self)
    let plain = String(decoding: BoardSummary(HostileLab.result("plain")).html(), as: UTF8.self)
    #expect(html.filter { $0 == "<" }.count == plain.filter { $0 == "<" }.count)
    for bytes in [board.markdown(), AssessmentMarkdown(result).encoded()] {
      let markdown = String(decoding: bytes, as: UTF8.self)
      let tags = markdown.replacing("<details>", with: "").replacing("</details>", with: "")
        .replacing("<summary>", with: "").replacing("</summary>", with: "")
      #expect(!tags.contains("<"))
      for mark in ["](javascript", "@everyone", "://", "www.", "```", "\u{202E}", "\u{0}"] {
        #expect(!markdown.replacing("\\]", with: "").contains(mark), "\(mark)")
      }
      // Every table row has as many cells as its head.
      var width = 0
      for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
        guard line.hasPrefix("| ") else {
          if !line.hasPrefix("|-") { width = 0 }
          continue
        }
        let cells = line.replacing("\\|", with: "").filter { $0 == "|" }.count
        if width == 0 { width = cells }
        #expect(cells == width, "\(line)")
      }
    }
  }

  @Test func resultFitsItsSchema() throws {
    let schema = JSONSchema(
      try JSON(try #require(PackageFiles.bytes("docs/schemas/result.schema.json"))))
    let library = ShippedLibrary.current
    let practices = try #require(library.practices).practices
    let wide = Assessment(
      organisation: "Lab", contexts: [Context(id: "here")],
      answers: practices.enumerated().map { position, practice in
        Answer(
          practice: practice.id,
          finding: position % 3 == 0 ? Finding(.implemented) : Finding(.partial(extent: 0.3)))
      })
    let results = [
      ExampleLab.result, HostileLab.result("a"),
      Scorer.score(library.input(wide, asOf: ExampleLab.day("2026-11-24"))),
    ]
    for result in results {
      let document = try JSON(try ResultJSON.assessment(result).document())
      #expect(schema.problems(of: document) == [])
    }
    // The checker sees what is wrong.
    #expect(schema.problems(of: .object(["format": .text("result/2")])).count > 1)
  }

  @Test func earlierResultIsReadBack() throws {
    let bytes = try ResultJSON.assessment(ExampleLab.result).document()
    let read = try EarlierResult.decode(bytes, file: "old.json")
    let text = String(
      decoding: BoardSummary(ExampleLab.result, since: read).markdown(), as: UTF8.self)
    #expect(
      text.contains("Compared with Lab as of 2026-06-15, read from old.json. Nothing changed."))
  }

  @Test(arguments: ["", "[]", "{}", "{\"asOf\": 1}", "\u{FFFD}", "[[[[[["])
  func whatIsNoResultIsRefused(_ text: String) {
    #expect(throws: Refusal.self) {
      try EarlierResult.decode(Array(text.utf8), file: "x.json")
    }
  }
}

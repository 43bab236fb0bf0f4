import ControlModel
import Diagnostics
import Importers
import Testing

@Suite("RAND's report: what differs is told, and no id moves")
struct ReportVariationTests {
  private func fixture(
    _ form: PrintedDocument.Form = .plain, seed: UInt64 = 3,
    _ quirks: ReportFixture.Quirks = ReportFixture.Quirks()
  ) throws -> ReportFixture {
    try ReportFixture(ReportFixture.look(form, seed: seed), seed: seed, quirks: quirks)
  }

  private func filled(_ fixture: ReportFixture) throws -> FilledCatalog {
    try ReportPropertyTests.filled(try ReportPropertyTests.imported(fixture))
  }

  @Test(
    "A bullet less or more: nothing under its heading is filled, everything else is",
    arguments: PrintedDocument.Form.allCases)
  func doesNotShift(_ form: PrintedDocument.Form) throws {
    var quirks = ReportFixture.Quirks()
    quirks.leftOut = ["SL1.NA.APC.3"]
    quirks.doubled = ["SL4.ST.1"]
    let fixture = try fixture(form, seed: 5, quirks)
    let result = try filled(fixture)
    let report = result.report
    #expect(report.misaligned.keys.sorted() == ["SL1.NA.APC", "SL4.ST"])
    #expect(report.notAligned.count == 12)
    #expect(report.missing.isEmpty)
    #expect(report.unexpected.isEmpty)
    #expect(report.repeated.isEmpty)
    #expect(!report.diagnostics.contains { $0.severity == .error })
    #expect(
      report.diagnostics.first { $0.id == "import-not-aligned" }?.summary
        == "SL1.NA.APC is not filled: it has 7 bullets, and the catalog 8")
    for control in result.catalog.controls where control.kind == .requirement {
      let id = control.id.rawValue
      let isOpen = id.hasPrefix("SL1.NA.APC.") || id.hasPrefix("SL4.ST.")
      #expect(control.statement == (isOpen ? nil : fixture.expected[id]), "\(id)")
    }
  }

  @Test("Two bullets that have changed places are not filled")
  func findsChangedPlaces() throws {
    var look = ReportFixture.look(.plain, seed: 3)
    look.width = 120
    look.breaksWords = false
    var text = try ReportFixture(look, seed: 3).text
    let (one, other) = ("Password best practices", "Multifactor authentication")
    text = text.replacing(one, with: "§§").replacing(other, with: one).replacing("§§", with: other)
    let source = try SourceDocument.read(fileName: "report", bytes: Array(text.utf8))
    let document = try ModelWeightsImporter().read(source)
    let report = try ReportPropertyTests.filled(document).report
    #expect(report.misaligned.keys.sorted() == ["SL1.NA.APC"])
    #expect(report.misaligned["SL1.NA.APC"]?.contains("reads like SL1.NA.APC.4") == true)
  }

  @Test("Scores that differ, and rows that are torn", arguments: PrintedDocument.Form.allCases)
  func comparesScores(_ form: PrintedDocument.Form) throws {
    var quirks = ReportFixture.Quirks()
    quirks.scores = ["AV-03": [1, 2, 4, 5, 4], "AV-20": [1, 1, 2], "AV-38": []]
    let result = try filled(try fixture(form, seed: 2, quirks))
    let report = result.report
    #expect(
      report.scores.map { "\($0.id): \($0.expected), \($0.found)" } == ["AV-03 at OC5: 5, 4"])
    #expect(report.agreeingScores == 179)
    #expect(report.diagnostics.contains { $0.id == "import-scores" })
    #expect(report.missing.isEmpty)
    #expect(!report.isExact)
    #expect(result.catalog.controls.first { $0.id == "AV-03" }?.feasibility["OC5"] == 5)
  }

  @Test("Scores of two rows that stand together behind both labels", arguments: 1...6)
  func readsStackedScores(_ seed: Int) throws {
    var quirks = ReportFixture.Quirks()
    quirks.stacksScores = true
    let report = try filled(try fixture(.plain, seed: UInt64(seed), quirks)).report
    #expect(report.missing.isEmpty)
    #expect(report.scores.isEmpty)
    // Two rows that are the same in both directions of reading stay open.
    #expect(report.agreeingScores >= 170)
    let told = report.diagnostics.count { $0.summary.contains("stand together") }
    #expect(told >= 14)
  }

  @Test("Captions that open many pages are no running heads, and ligatures are letters")
  func readsPrint() throws {
    let look = ReportFixture.look(.plain, seed: 3)
    var text = try ReportFixture(look, seed: 3).text.replacing("fi", with: "\u{FB01}")
    let pages = (1...8).map {
      "\u{C}Securing AI Model Weights\nTable 7.\($0)\nWhat was left out.\n"
    }
    let place = try #require(text.firstIndex(of: "\u{C}"))
    text.insert(contentsOf: pages.joined(), at: place)
    let source = try SourceDocument.read(fileName: "report", bytes: Array(text.utf8))
    let report = try ReportPropertyTests.filled(try ModelWeightsImporter().read(source)).report
    #expect(report.agreeingScores == 190)
    #expect(report.missing.isEmpty)
    #expect(report.levels.map(\.found) == [26, 40, 40, 41, 17])
  }

  @Test("Half of appendix B is not the report")
  func refusesHalf() throws {
    let fixture = try fixture()
    let lines = fixture.text.split(separator: "\n", omittingEmptySubsequences: false)
    let level = try #require(lines.lastIndex { $0.contains("Security Level 3 (SL3)") })
    let half = lines[..<level].joined(separator: "\n")
    let source = try SourceDocument.read(fileName: "report", bytes: Array(half.utf8))
    let report = try ReportPropertyTests.filled(try ModelWeightsImporter().read(source)).report
    #expect(report.diagnostics.first?.id == "import-incomplete")
    #expect(report.diagnostics.first?.severity == .error)
    #expect(report.levels.map(\.found) == [26, 40, 0, 0, 0])
  }

  @Test("Appendix B alone has all measures, and no scores")
  func readsAppendixAlone() throws {
    var quirks = ReportFixture.Quirks()
    quirks.hasTables = false
    let report = try filled(try fixture(.layout, seed: 4, quirks)).report
    #expect(report.levels.map(\.found) == [26, 40, 40, 41, 17])
    #expect(report.agreeingScores == 0)
    #expect(report.missing.count == 47)
  }

  @Test("A summary, and another paper of RAND, are told from the report")
  func refusesOthers() throws {
    for (text, word) in [
      ("Securing AI Model Weights\n\nSummary\n\nThe weights matter.\n", "none of its measures"),
      ("RBA2849-1\nSecuring AI Model Weights: A Playbook\n\nDo this.\n", "RBA2849-1"),
    ] {
      let source = try SourceDocument.read(fileName: "paper", bytes: Array(text.utf8))
      let importer = try ImporterRegistry.importer(for: source)
      do {
        _ = try importer.read(source)
        Issue.record("was read")
      } catch {
        #expect(error.diagnostics.first?.id == "import-no-tables")
        #expect(error.diagnostics.first?.summary.contains(word) == true)
      }
    }
  }

  @Test("Forty thousand bullets, a line of a megabyte, and headings without end are bounded")
  func boundsHostile() throws {
    let head = "Security Level 1 (SL1)\nWeight Security\nWeight Storage (PR.DS)\n"
    for text in [
      head + String(repeating: "• a\n", count: 40_000),
      head + "• " + String(repeating: "a b ", count: 250_000),
      head + String(repeating: "Weight Storage (PR.DS)\n• a\n", count: 10_000),
      String(repeating: "Security Level 1 (SL1)\n", count: 20_000),
      "Table 5.2\n" + String(repeating: "Social engineering 1 2 3 4 5\n", count: 15_000),
      head + String(repeating: "12 See this.\n", count: 20_000),
      "# a\n# b\n# c\n# d\n# e\n" + head + String(repeating: "[", count: 60_000),
      "<html><body>SL1" + String(repeating: "word<sup>1</sup><br>", count: 40_000),
    ] {
      let source = try SourceDocument.read(fileName: "report", bytes: Array(text.utf8))
      do {
        let importer = try ImporterRegistry.importer(for: source)
        let result = try ReportPropertyTests.filled(try importer.read(source))
        #expect(result.report.diagnostics.contains { $0.severity == .error })
        #expect(result.report.diagnostics.count < 1000)
      } catch is Refusal {}
    }
  }
}

import ControlModel
import Diagnostics
import Importers
import NativeFormats
import Scoring
import Testing
import Validation

@Suite("What is read of the Cyber Assessment Framework")
struct CAFTests {
  private func imported(_ text: String = CAFFixture.text) throws -> ImportedDocument {
    let document = try SourceDocument.read(fileName: "caf.md", bytes: Array(text.utf8))
    let importer = try ImporterRegistry.importer(for: document)
    #expect(importer.catalog == "ncsc-caf-4.0")
    return try importer.read(document)
  }

  private func filled(_ text: String = CAFFixture.text) throws -> FilledCatalog {
    let day = try #require(CalendarDate("2026-01-01"))
    return CatalogFill.fill(CAFFixture.catalog, from: try imported(text), retrieved: day)
  }

  @Test("Objectives, principles, outcomes, and indicators column by column")
  func readsStructure() throws {
    let imported = try imported()
    #expect(
      imported.entries.map { "\($0.id) \($0.kind)" } == [
        "A section", "A1 principle", "A1.a outcome", "A1.a.NA.1 indicator", "A1.a.NA.2 indicator",
        "A1.a.A.1 indicator", "A1.a.A.2 indicator", "B section", "B1 principle", "B1.a outcome",
        "B1.a.NA.1 indicator", "B1.a.NA.2 indicator", "B1.a.PA.1 indicator",
        "B1.a.A.1 indicator", "B1.a.A.2 indicator",
      ])
    #expect(imported.entry("B")?.title == "Keeping Afloat")
    #expect(imported.entry("B1.a")?.parent == "B1")
    #expect(imported.entry("B1.a")?.title == "Hull")
    #expect(imported.unplaced.isEmpty)
    #expect(imported.surroundingBlocks == 6)
    // The words are none of the framework's.
    #expect(imported.diagnostics.map(\.id) == ["import-wording", "import-reading"])
    #expect(imported.diagnostics.map(\.severity) == [.warning, .note])
  }

  @Test("The text of an outcome, and cells as they are printed")
  func readsText() throws {
    let imported = try imported()
    #expect(imported.entry("A1.a")?.statement == "The board steers. It also looks ahead.")
    #expect(imported.entry("A1.a.A.1")?.statement == "Somebody steers (by day | by night).")
    #expect(imported.entry("A1.a.A.2")?.statement == "Somebody looks ahead.")
    #expect(imported.entry("A1.a.A.2")?.locator.text == "line 34")
    #expect(imported.entry("B1.a.A.2")?.statement == "It stays dry.")
    #expect(imported.entry("B1.a.PA.1")?.category == "partially-achieved")
  }

  @Test("Line ends do not matter, and edition 3.2 is another document")
  func readsVariants() throws {
    #expect(
      try imported(CAFFixture.text.replacing("\n", with: "\r\n")).entries == imported().entries)
    let third = CAFFixture.text.replacing("4.0", with: "3.2")
    let document = try SourceDocument.read(fileName: "caf.md", bytes: Array(third.utf8))
    #expect(try ImporterRegistry.importer(for: document).catalog == "ncsc-caf-3.2")
  }

  @Test("Text behind a table, under a foreign heading and in a column too many is told")
  func tellsUnplaced() throws {
    let text = CAFFixture.text
      .replacing("---\n\n# CAF", with: "Lost words.\n\n## Foreign\n\nMore of them.\n\n# CAF")
      .replacing("| It sinks. | | It stays dry.", with: "| It sinks. | | It stays dry. | Extra |")
    let imported = try imported(text)
    #expect(imported.unplaced.map(\.text) == ["Lost words.", "Foreign", "More of them.", "Extra"])
    #expect(imported.entries.count == 15)
  }

  @Test("Indicators are added behind their outcome, and nothing is unexpected")
  func addsIndicators() throws {
    let result = try filled()
    #expect(result.report.isExact)
    #expect(result.report.added.count == 9)
    #expect(
      result.catalog.controls.map(\.id).prefix(7) == [
        "A1", "A1.a", "A1.a.NA.1", "A1.a.NA.2", "A1.a.A.1", "A1.a.A.2", "B1",
      ])
    let indicator = try #require(result.catalog.controls.first { $0.id == "A1.a.NA.1" })
    #expect(indicator.kind == .indicator)
    #expect(indicator.parent == "A1.a")
    #expect(indicator.idIsSynthetic)
    #expect(indicator.heading == "Nobody steers.")
    #expect(CatalogRules.lint(result.catalog).isEmpty)
    let written = Array(CatalogFormat.encode(result.catalog).utf8)
    #expect(try CatalogFormat.decode(written, file: "written") == result.catalog)
  }

  @Test("What is filled already may be filled again")
  func fillsTwice() throws {
    let once = try filled().catalog
    let day = try #require(CalendarDate("2026-01-01"))
    let twice = CatalogFill.fill(once, from: try imported(), retrieved: day)
    #expect(twice.catalog == once)
    #expect(twice.report.isExact)
    #expect(twice.report.added.isEmpty)
  }

  @Test("A column with another number of statements is told, and not added")
  func tellsOtherCounts() throws {
    let result = try filled(CAFFixture.text.replacing("| Nobody steers. |", with: "| |"))
    #expect(result.report.indicators.map(\.id) == ["A1.a.NA"])
    #expect(!result.report.isExact)
    #expect(result.report.unexpected.isEmpty)
    #expect(!result.catalog.controls.contains { $0.id == "A1.a.NA.1" })
    #expect(result.catalog.controls.contains { $0.id == "A1.a.A.1" })
    #expect(
      result.report.diagnostics.map { "\($0.severity.label) \($0.id)" }
        == ["warning import-indicators", "warning import-wording", "note import-reading"])
  }

  @Test("Without most of its tables it is not the whole document")
  func refusesWithoutTables() throws {
    let rows = CAFFixture.text.split(separator: "\n", omittingEmptySubsequences: false)
    let text = rows.filter { !$0.hasPrefix("| ") }.joined(separator: "\n")
    let document = try SourceDocument.read(fileName: "caf.md", bytes: Array(text.utf8))
    let read = try CAFImporter().read(document)
    let day = try #require(CalendarDate("2026-01-01"))
    let report = CatalogFill.fill(CAFFixture.catalog, from: read, retrieved: day).report
    #expect(report.diagnostics.first?.id == "import-incomplete")
    #expect(report.diagnostics.first?.severity == .error)
  }

  @Test("Answers to indicators count the same with and without their wording")
  func scoresTheSame() throws {
    let ids = ["A1.a.NA.1", "A1.a.NA.2", "A1.a.A.1", "A1.a.A.2", "B1.a.NA.2", "B1.a.PA.1"]
    let assessment = Assessment(
      organisation: "Lab", contexts: [Context(id: "here")],
      indicators: ids.map { id in
        IndicatorAnswer(catalog: "ncsc-caf-4.0", id: id, holds: !id.contains("NA"))
      })
    let day = try #require(CalendarDate("2026-01-01"))
    func score(_ catalog: Catalog) -> CatalogResult? {
      Scorer.score(
        ScoringInput(
          catalogs: [catalog], practices: [], pairs: [:], assessment: assessment, asOf: day)
      ).catalogs.first
    }
    let shipped = try #require(score(CAFFixture.catalog))
    let official = try #require(score(try filled().catalog))
    #expect(official.results.map(\.requirement) == ["A1.a", "B1.a"])
    #expect(official.results.map(\.verdict) == shipped.results.map(\.verdict))
    #expect(official.results.first?.verdict == .met)
  }
}

import ControlModel
import Diagnostics
import FoundationEssentials
import Importers
import NativeFormats
import Testing
import Validation
import Workspace

@Suite(
  "Shipped catalogs and published documents, where they are at hand",
  .enabled(if: SharedFolder.isPresent, Comment(rawValue: SharedFolder.absence)))
struct ShippedCatalogTests {
  private func fill(_ name: String) async throws -> (shipped: Catalog, filled: FilledCatalog) {
    let source = try await DocumentReading.read(
      path: (SharedFolder.path ?? "") + "/documents/" + name)
    let importer = try ImporterRegistry.importer(for: source)
    let document = try importer.read(source)
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    let file = "\(root)/catalogs/\(importer.catalog).yaml"
    let shipped = try CatalogFormat.decode(try FileReading.bytes(of: file), file: file)
    let day = try #require(CalendarDate("2025-02-05"))
    return (shipped, CatalogFill.fill(shipped, from: document, retrieved: day))
  }

  @Test(
    "Every expected id is found, none is unexpected, all in order, nothing differs",
    arguments: [
      "ncsc/Guidelines-for-secure-AI-system-development.pdf",
      "ncsc/NCSC-Machine-learning-principles-v2.pdf",
      "dsit/code-of-practice-2025-principles.txt",
    ])
  func fillsExactly(_ name: String) async throws {
    let (shipped, result) = try await fill(name)
    #expect(result.report.diagnostics.isEmpty)
    #expect(result.report.isExact)
    #expect(
      result.catalog.controls.filter(\.kind.isAssessable).allSatisfy { $0.statement != nil })
    #expect(result.catalog.controls.map(\.id) == shipped.controls.map(\.id))
    #expect(result.catalog.controls.map(\.summary) == shipped.controls.map(\.summary))
    let written = Array(CatalogFormat.encode(result.catalog).utf8)
    #expect(try CatalogFormat.decode(written, file: "written") == result.catalog)
  }

  @Test("The CAF gets the text of its outcomes and the wording of all 557 indicators")
  func fillsIndicators() async throws {
    let (shipped, result) = try await fill("caf/cyber-assessment-framework-v4.0.md")
    #expect(result.report.isExact)
    #expect(result.report.added.count == 557)
    // Two outcomes have a table only.
    #expect(result.report.diagnostics.map(\.severity) == [.note, .note])
    #expect(
      result.catalog.controls.filter { $0.statement == nil }.map(\.id) == ["A3.a", "C2.a"])
    let indicators = result.catalog.controls.filter { $0.kind == .indicator }
    #expect(indicators.count { $0.category == "not-achieved" } == 184)
    #expect(indicators.count { $0.category == "partially-achieved" } == 148)
    #expect(indicators.count { $0.category == "achieved" } == 225)
    #expect(
      result.catalog.controls.filter { $0.kind != .indicator }.map(\.id)
        == shipped.controls.map(\.id))
    #expect(CatalogRules.lint(result.catalog).isEmpty)
    let written = Array(CatalogFormat.encode(result.catalog).utf8)
    #expect(try CatalogFormat.decode(written, file: "written") == result.catalog)
  }

  @Test(
    "The reconstructions in own words differ in their wording only",
    arguments: [
      "govuk/code-reconstruction-paragraphs.html",
      "govuk/code-reconstruction-legislative-list.html",
      "govuk/content-api-reconstruction.json",
    ])
  func fillsFromHTML(_ name: String) async throws {
    let report = try await fill(name).filled.report
    #expect(report.diagnostics.map(\.id) == ["import-digest"])
    #expect(report.digests.count == 72)
    #expect(report.missing.isEmpty)
  }
}

import ControlModel
import Diagnostics
import FoundationEssentials
import Importers
import NativeFormats
import Testing
import Validation

@Suite("The draft Code in the call for views")
struct DraftCodeTests {
  private func read(_ bytes: [UInt8]) throws -> ImportedDocument {
    let document = try SourceDocument.read(fileName: "draft", bytes: bytes)
    return try ImporterRegistry.importer(for: document).read(document)
  }

  private func json(_ body: String) throws -> [UInt8] {
    Array(
      try JSONEncoder().encode(["details": ["body": body]]))
  }

  private func forms() throws -> [[UInt8]] {
    [
      Array(try DraftFixture.text().utf8), Array(try DraftFixture.html().utf8),
      try json(try DraftFixture.html()),
      Array(CodePrint.xml(of: try DraftFixture.text(), hasGaps: true).utf8),
    ]
  }

  @Test("As text, HTML, JSON and PDF: 12 principles, and clauses that did not ship")
  func readsDraft() throws {
    let expected = try read(try forms()[0])
    for bytes in try forms() {
      let imported = try read(bytes)
      #expect(imported.catalog == "dsit-ai-cop-draft-2024")
      #expect(imported.entries.count { $0.kind == .principle } == 12)
      #expect(imported.entries.count { $0.kind == .provision } == 36)
      #expect(imported.entries.map(\.id) == expected.entries.map(\.id))
      #expect(imported.entries.map(\.statement) == expected.entries.map(\.statement))
      #expect(imported.entry("3.1")?.modality == .required)
      #expect(imported.entry("3.1.1")?.parent == "3.1")
      #expect(imported.entry("P4")?.references == ["AAA 2022", "BBB 2023"])
      #expect(imported.unplaced.isEmpty)
    }
  }

  @Test("Clauses are added behind their principles, as requirements")
  func addsClauses() throws {
    let catalog = try SiteReading.catalog("dsit-ai-cop-draft-2024")
    let day = try #require(CalendarDate("2026-01-01"))
    let imported = try read(try forms()[1])
    let result = CatalogFill.fill(catalog, from: imported, retrieved: day)
    #expect(result.report.isExact)
    #expect(result.report.addedClauses.count == 36)
    #expect(
      result.catalog.controls.prefix(5).map(\.id) == ["P1", "1.1", "1.1.1", "1.2", "P2"])
    let clause = try #require(result.catalog.controls.first { $0.id == "1.1.1" })
    #expect(clause.kind == .requirement)
    #expect(clause.parent == "1.1")
    #expect(clause.modality == .recommended)
    #expect(clause.statement?.hasSuffix(" They should do it well.") == true)
    #expect(!CatalogRules.lint(result.catalog).contains { $0.severity == .error })
    let written = Array(CatalogFormat.encode(result.catalog).utf8)
    #expect(try CatalogFormat.decode(written, file: "written") == result.catalog)
    let twice = CatalogFill.fill(result.catalog, from: imported, retrieved: day)
    #expect(twice.catalog == result.catalog)
    #expect(twice.report.addedClauses.isEmpty)
    #expect(twice.report.isExact)
  }

  @Test("The Code is told by its titles, even where the call for views is named first")
  func tellsApart() throws {
    let final = try SiteReading.catalog("dsit-ai-cop-2025")
    var text = "Government response\n\nThe call for views on the cyber security of AI\n\n"
    for principle in final.controls where principle.kind == .principle {
      let number = principle.id.rawValue.dropFirst()
      text += "Principle \(number): \(principle.title)\n\n\(number).1 They shall do it.\n\n"
    }
    #expect(try read(Array(text.utf8)).catalog == "dsit-ai-cop-2025")
    #expect(try read(Array(DraftFixture.text().utf8)).catalog == "dsit-ai-cop-draft-2024")
    let source = try SourceDocument.read(
      fileName: "x", bytes: Array(try DraftFixture.text().utf8))
    #expect(throws: Refusal.self) {
      try ImporterRegistry.importer(for: source, as: "dsit-ai-cop-2025")
    }
  }

  @Test("Own titles, with the call for views in the first lines")
  func tellsByOpening() throws {
    let text = "A call for views on AI\n\n" + CodeFixture.text
    #expect(try read(Array(text.utf8)).catalog == "dsit-ai-cop-draft-2024")
  }
}

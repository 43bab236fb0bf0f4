import ControlModel
import Diagnostics
import FoundationEssentials
import Importers
import Testing
import Workspace

@Suite(
  "The published Guidelines, where they are at hand",
  .enabled(if: SharedFolder.isPresent, Comment(rawValue: SharedFolder.absence)))
struct PublishedGuidelinesTests {
  private struct Facts: Decodable {
    var documents: [Document]

    struct Document: Decodable {
      var id: String
      var pdf: PDF?
      var sections: [Section]?
    }

    struct PDF: Decodable { var sha256: String? }

    struct Section: Decodable {
      var id: String
      var title: String
      var items: [Item]
    }

    struct Item: Decodable {
      var id: String
      var title: String
      var page: Int?
      var statements: [Statement]?
    }

    struct Statement: Decodable {
      var id: String
      var kind: String
    }
  }

  private func document(_ name: String) async throws -> SourceDocument {
    try await DocumentReading.read(path: (SharedFolder.path ?? "") + "/documents/ncsc/" + name)
  }

  @Test("17 of 17 guidelines with titles, 24 bullets at their level, every statement, in order")
  func readsGuidelines() async throws {
    let source = try await document("Guidelines-for-secure-AI-system-development.pdf")
    let imported = try ImporterRegistry.importer(for: source).read(source)
    let data = Data(try SharedFolder.bytes("facts/ncsc.json"))
    let facts = try #require(
      try JSONDecoder().decode(Facts.self, from: data).documents.first {
        $0.id == "ncsc-secure-ai-2023"
      })
    let sections = facts.sections ?? []
    #expect(imported.sha256 == facts.pdf?.sha256)
    #expect(imported.entries.filter { $0.kind == .section }.map(\.id) == sections.map(\.id))
    #expect(imported.entries.filter { $0.kind == .section }.map(\.title) == sections.map(\.title))

    let items = sections.flatMap(\.items)
    let guidelines = imported.entries.filter { $0.kind == .guideline }
    #expect(guidelines.map(\.id) == items.map(\.id))
    #expect(guidelines.map(\.title) == items.map(\.title))
    #expect(
      guidelines.map { $0.locator.parts.first?.value } == items.map { $0.page.map(String.init) })
    #expect(guidelines.allSatisfy { !$0.statement.isEmpty })

    let statements = items.flatMap { $0.statements ?? [] }
    let parts = imported.entries.filter { $0.kind == .bullet || $0.kind == .statement }
    #expect(parts.map(\.id) == statements.map(\.id))
    #expect(parts.map { $0.kind == .statement } == statements.map { $0.kind == "prose" })
    let bullets = parts.filter { $0.kind == .bullet }
    #expect(bullets.count == 24)
    #expect(
      bullets.filter { $0.parent.split(separator: ".").count == 3 }.map(\.id)
        == statements.filter { $0.kind == "bullet-level-2" }.map(\.id))
    #expect(imported.partsOfOthers.isEmpty)
    #expect(imported.unplaced.isEmpty)
    #expect(imported.diagnostics.isEmpty)

    // Spot checks of line ends and markers, without the publisher's sentences.
    let text = imported.entries.map(\.statement).joined(separator: "\n")
    for word in ["non-AI fail-safes", "privacy-enhancing", "out-of-distribution", "meta- or"] {
      #expect(text.contains(word))
    }
    for artefact in ["  ", "unexpectedly7", " ,", " .", ">", "- e"] {
      #expect(!text.contains(artefact), "\(artefact)")
    }
    let markers = imported.entries.filter { $0.kind == .guideline || $0.kind == .bullet }
    #expect(markers.flatMap(\.footnoteMarkers) == (7...15).map(String.init))
  }

  @Test("The Machine learning principles are not taken for the Guidelines")
  func refusesOtherPDF() async throws {
    let source = try await document("NCSC-Machine-learning-principles-v2.pdf")
    #expect(try ImporterRegistry.importer(for: source).catalog == "ncsc-ml-principles-2.0")
    #expect(throws: Refusal.self) {
      try ImporterRegistry.importer(for: source, as: "ncsc-secure-ai-2023")
    }
  }
}

import ControlModel
import FoundationEssentials
import Importers
import Testing
import Workspace

@Suite(
  "The published Machine learning principles, where they are at hand",
  .enabled(if: SharedFolder.isPresent, Comment(rawValue: SharedFolder.absence)))
struct PublishedMLPrinciplesTests {
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
      var goals: [Part]?
      var measures: [Part]?
    }

    struct Part: Decodable {
      var id: String
      var title: String?
    }
  }

  @Test("5 parts, 15 principles, 55 goals and 40 measures with their titles, in order")
  func readsPrinciples() async throws {
    let source = try await DocumentReading.read(
      path: (SharedFolder.path ?? "") + "/documents/ncsc/NCSC-Machine-learning-principles-v2.pdf")
    let imported = try ImporterRegistry.importer(for: source).read(source)
    let data = Data(try SharedFolder.bytes("facts/ncsc.json"))
    let facts = try #require(
      try JSONDecoder().decode(Facts.self, from: data).documents.first {
        $0.id == "ncsc-ml-principles-2.0"
      })
    func entries(_ kind: ImportedEntry.Kind) -> [ImportedEntry] {
      imported.entries.filter { $0.kind == kind }
    }
    let parts = facts.sections ?? []
    let principles = parts.flatMap(\.items)
    let measures = principles.flatMap { $0.measures ?? [] }
    #expect(imported.sha256 == facts.pdf?.sha256)
    #expect(entries(.section).map(\.title) == parts.map(\.title))
    #expect(entries(.principle).map(\.id) == principles.map(\.id))
    #expect(entries(.principle).map(\.title) == principles.map(\.title))
    #expect(
      entries(.principle).map { $0.locator.text } == principles.map { "pdfPage \($0.page ?? 0)" })
    #expect(entries(.goal).map(\.id) == principles.flatMap { $0.goals ?? [] }.map(\.id))
    #expect(entries(.measure).map(\.id) == measures.map(\.id))
    #expect(entries(.measure).map(\.title) == measures.map { $0.title ?? "" })
    #expect(entries(.goal).count == 55)
    #expect(entries(.measure).count == 40)
    #expect(imported.entries.allSatisfy { !$0.statement.isEmpty })
    #expect(imported.unplaced.isEmpty)

    // Running heads, questions and bullets stay out, without the publisher's sentences.
    let text = imported.entries.map(\.statement).joined(separator: "\n")
    for artefact in ["  ", " ,", " .", ">", "National Cyber Security Centre", "Why is this imp"] {
      #expect(!text.contains(artefact), "\(artefact)")
    }
  }
}

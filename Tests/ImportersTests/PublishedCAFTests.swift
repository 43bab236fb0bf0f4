import ControlModel
import FoundationEssentials
import Importers
import Testing
import Workspace

@Suite(
  "The published Cyber Assessment Framework, where it is at hand",
  .enabled(if: SharedFolder.isPresent, Comment(rawValue: SharedFolder.absence)))
struct PublishedCAFTests {
  private struct Facts: Decodable {
    var documents: [Document]

    struct Document: Decodable {
      var id: String
      var sections: [Section]?
    }

    struct Section: Decodable {
      var id: String
      var title: String
      var items: [Item]
    }

    struct Item: Decodable {
      var id: String
      var title: String
      var principle: String?
      var indicators: [String: [String]]?

      enum CodingKeys: String, CodingKey {
        case id
        case title
        case principle
        case indicators = "igp_ids"
      }
    }
  }

  /// The text without the blanks that line breaks have left behind hyphens in the YAML of 3.2.
  private static func unbroken(_ text: String) -> String {
    var parts = text.split(separator: "- ", omittingEmptySubsequences: false)[...]
    var result = String(parts.removeFirst())
    for part in parts { result += (result.last?.isLetter == true ? "-" : "- ") + part }
    return result
  }

  @Test(
    "The measures that ship are those of the published statements",
    arguments: [
      ("cyber-assessment-framework-v4.0.md", CAFEdition.v40),
      ("cyber-assessment-framework-v3.2.yaml", .v32),
    ])
  func measuresStatements(file: String, edition: CAFEdition) async throws {
    let source = try await DocumentReading.read(
      path: (SharedFolder.path ?? "") + "/documents/caf/" + file)
    let entries = try ImporterRegistry.importer(for: source).read(source).entries
    let outcomes = entries.filter { $0.kind == .outcome }.map(\.id)
    #expect(outcomes.count == (edition == .v40 ? 41 : 39))
    for outcome in outcomes {
      let columns = IndicatorColumn.allCases.map { column in
        entries.filter {
          $0.kind == .indicator && $0.parent == outcome && $0.category == column.category
        }.map { CAFMeasure(of: edition == .v32 ? Self.unbroken($0.statement) : $0.statement) }
      }
      #expect(columns == edition.statementMeasures(of: outcome), "\(outcome)")
    }
  }

  @Test("4 objectives, 14 principles, 41 outcomes with titles, 557 indicators by id")
  func readsFramework() async throws {
    let source = try await DocumentReading.read(
      path: (SharedFolder.path ?? "") + "/documents/caf/cyber-assessment-framework-v4.0.md")
    let imported = try ImporterRegistry.importer(for: source).read(source)
    let data = Data(try SharedFolder.bytes("facts/ncsc.json"))
    let facts = try #require(
      try JSONDecoder().decode(Facts.self, from: data).documents.first { $0.id == "ncsc-caf-4.0" })
    func entries(_ kind: ImportedEntry.Kind) -> [ImportedEntry] {
      imported.entries.filter { $0.kind == kind }
    }
    let outcomes = (facts.sections ?? []).flatMap(\.items)
    var expected: [String] = []
    for outcome in outcomes {
      for column in IndicatorColumn.allCases {
        expected += outcome.indicators?[column.rawValue] ?? []
      }
    }
    #expect(entries(.section).map(\.id) == ["A", "B", "C", "D"])
    #expect(entries(.principle).count == 14)
    #expect(entries(.outcome).map(\.id) == outcomes.map(\.id))
    #expect(entries(.outcome).map(\.title) == outcomes.map(\.title))
    #expect(entries(.outcome).map(\.parent) == outcomes.map { $0.principle ?? "" })
    #expect(entries(.indicator).map(\.id) == expected)
    #expect(entries(.indicator).count == 557)
    #expect(imported.unplaced.isEmpty)
    for entry in imported.entries {
      for artefact in ["|", "  ", "**", "\\", "following statements"] {
        #expect(!entry.statement.contains(artefact), "\(entry.id) \(artefact)")
      }
    }
    // Each stands as it is in its row, between bars, also where the row has no last bar.
    guard case .lines(let lines) = source.content else { return }
    for entry in entries(.indicator) {
      let line = entry.locator.parts.first.flatMap { Int($0.value) } ?? 0
      let cells = lines[line - 1].split(separator: "|").map { FoldedText.fold($0) }
      #expect(cells.contains(entry.statement), "\(entry.id)")
    }
  }
}

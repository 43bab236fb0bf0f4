import ControlModel
import Diagnostics
import Digests
import Importers
import Testing

@Suite(
  "The published Code of Practice, where it is at hand",
  .enabled(if: SharedFolder.isPresent, Comment(rawValue: SharedFolder.absence)))
struct PublishedCodeTests {
  private func read(_ name: String) throws -> ImportedDocument {
    let document = try SourceDocument.read(
      fileName: name, bytes: try SharedFolder.bytes("documents/" + name))
    return try ImporterRegistry.importer(for: document).read(document)
  }

  private func check(
    _ imported: ImportedDocument, statement: (ImportedEntry, CodeFacts.Provision) -> Void
  ) throws {
    let sections = try CodeFacts.sections()
    #expect(
      imported.entries.filter { $0.kind == .section }.map(\.id) == sections.map(\.id))
    let principles = sections.flatMap { $0.principles ?? [] }
    let readPrinciples = imported.entries.filter { $0.kind == .principle }
    #expect(readPrinciples.map(\.id) == principles.map(\.id))
    #expect(readPrinciples.map(\.title) == principles.map(\.title))
    #expect(readPrinciples.map(\.roleLine) == principles.map { $0.appliesToRaw ?? "" })
    #expect(readPrinciples.map(\.references) == principles.map { $0.references ?? [] })
    #expect(readPrinciples.filter { !$0.statement.isEmpty }.map(\.id) == ["P10"])

    let provisions = principles.flatMap { $0.provisions ?? [] }
    let readProvisions = imported.entries.filter { $0.kind == .provision }
    #expect(readProvisions.count == 72)
    #expect(readProvisions.map(\.id) == provisions.map(\.id))
    for (entry, fact) in zip(readProvisions, provisions) {
      #expect(entry.parent == fact.parent ?? fact.principle)
      #expect(entry.modality?.rawValue == fact.modality, "\(entry.id)")
      statement(entry, fact)
    }
    #expect(
      readProvisions.filter { !$0.footnoteMarkers.isEmpty }.map(\.id)
        == ["2.1", "2.4", "4.1", "10.1"])
    #expect(imported.unplaced.isEmpty)
    #expect(imported.diagnostics.isEmpty)
  }

  @Test("Plain text: 72 of 72, equal to the digest of the text with its fused footnote digits")
  func readsPlainText() throws {
    let imported = try read("dsit/code-of-practice-2025-principles.txt")
    try check(imported) { entry, fact in
      #expect(SHA256.hex(of: entry.rawText) == fact.textSha256, "\(entry.id)")
      #expect((entry.rawText == entry.statement) == entry.footnoteMarkers.isEmpty)
      #expect(
        entry.secondaryModality.map(\.rawValue)
          == (fact.secondaryModalities ?? []).map {
            $0.level == "possible" ? "permitted" : $0.level
          }, "\(entry.id)")
    }
    #expect(
      imported.entries.flatMap(\.footnoteMarkers) == ["5", "6", "7", "8"])
  }

  @Test(
    "GOV.UK's HTML in three shapes: 72 of 72, equal to what the reconstructions were made from",
    arguments: [
      "govuk/code-reconstruction-paragraphs.html",
      "govuk/code-reconstruction-legislative-list.html",
      "govuk/content-api-reconstruction.json",
    ])
  func readsHTML(_ name: String) throws {
    try check(try read(name)) { entry, fact in
      let roles = fact.appliesTo.joined(separator: "; ")
      // The reconstructions print straight and curly apostrophes.
      let expected = "\(roles) \(fact.modalVerb): \(fact.summary)"
      #expect(
        entry.statement.replacing("’", with: "'") == expected.replacing("’", with: "'"))
    }
  }

  @Test(
    "Other publications of GOV.UK are not taken for the Code",
    arguments: [
      "best-practice-command-paper.json", "long_form_and_automatically_numbered_headings.json",
      "published.json", "stats_headline_and_manually_numbered_headings.json",
      "publication-with-featured-attachments.json",
    ])
  func refusesOtherPublications(_ name: String) throws {
    #expect(throws: Refusal.self) { try read("govuk/" + name) }
  }
}

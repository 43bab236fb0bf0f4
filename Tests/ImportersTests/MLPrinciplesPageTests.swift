import ControlModel
import Diagnostics
import Importers
import Testing

@Suite("The Machine learning principles as pages of NCSC's site")
struct MLPrinciplesPageTests {
  private func check(_ imported: ImportedDocument, against expected: ImportedDocument) {
    #expect(Set(imported.entries.map(\.id)) == Set(expected.entries.map(\.id)))
    for entry in imported.entries {
      let known = expected.entry(entry.id)
      #expect(entry.kind == known?.kind, "\(entry.id)")
      #expect(entry.title == known?.title, "\(entry.id)")
      #expect(entry.parent == known?.parent, "\(entry.id)")
      #expect(entry.statement == known?.statement, "\(entry.id)")
    }
    #expect(imported.entries.count == expected.entries.count)
    #expect(imported.unplaced.isEmpty)
  }

  @Test(
    "One page a principle, in own words: 15 principles, 55 goals, 40 measures",
    arguments: SiteGeneration.allCases, MLPrinciplesPages.Measures.allCases)
  func readsPages(_ generation: SiteGeneration, _ measures: MLPrinciplesPages.Measures) throws {
    let expected = try MLPrinciplesPages.ownWords()
    let pages = try MLPrinciplesPages.pages(of: expected, measures).map {
      try $0.bytes(generation)
    }
    let imported = try SiteReading.joined(pages.reversed())
    check(imported, against: expected)
    #expect(imported.entries.count { $0.kind == .goal } == 55)
    #expect(imported.entries.count { $0.kind == .measure } == 40)
    let report = try SiteReading.report(
      imported, try SiteReading.catalog("ncsc-ml-principles-2.0"))
    #expect(report.missing.isEmpty)
    #expect(report.unexpected.isEmpty)
    #expect(report.outOfOrder.isEmpty)
  }

  /// Changes of form that must not matter, as replacements in the page.
  static let variants: [(name: String, change: @Sendable (String) -> String)] = [
    ("no numbers", { $0.replacing("1.1 Raise", with: "Raise") }),
    (
      "goals in bold",
      {
        $0.replacing("<h2>Goals</h2>", with: "<p><b>Goals:</b></p>")
      }
    ),
    ("goals in plain type", { $0.replacing("<h2>Goals</h2>", with: "<p>Goals:</p>") }),
    (
      "paragraphs in goals",
      {
        $0.replacing("<li>Text", with: "<li><p>Text").replacing(
          "angles&gt;.<", with: "angles&gt;.</p><")
      }
    ),
    (
      "other questions",
      {
        $0.replacing("Why is this principle important?", with: "Why this is important?")
          .replacing("How could this principle be", with: "How could it be")
      }
    ),
    ("white space", { $0.replacing(" with ", with: "\r\n&nbsp;with\t ") }),
    (
      "one question left out",
      {
        $0.replacing("<h2>How could this principle be implemented?</h2>", with: "")
      }
    ),
  ]

  @Test("Changes of markup", arguments: variants.indices)
  func readsVariants(_ index: Int) throws {
    let expected = try MLPrinciplesPages.ownWords()
    let variant = Self.variants[index]
    let pages = try MLPrinciplesPages.pages(of: expected, .headings).map {
      Array(variant.change(String(decoding: try $0.bytes(.react), as: UTF8.self)).utf8)
    }
    check(try SiteReading.joined(pages), against: expected)
  }

  @Test("The Guidelines' pages are not taken for the principles', nor the other way round")
  func tellsApart() throws {
    let principles = MLPrinciplesPages.pages(of: try MLPrinciplesPages.ownWords(), .headings)
    let guidelines = GuidelinesPages.pages(of: try GuidelinesPages.ownWords())
    for (pages, catalog) in [
      (principles, CatalogID("ncsc-ml-principles-2.0")), (guidelines, "ncsc-secure-ai-2023"),
    ] {
      for page in pages {
        let document = try SourceDocument.read(fileName: "p", bytes: try page.bytes(.react))
        #expect(try ImporterRegistry.importer(for: document).catalog == catalog)
      }
    }
  }

  @Test(
    "The published text as pages gives what the PDF gives, where it is at hand",
    .enabled(if: SharedFolder.isPresent, Comment(rawValue: SharedFolder.absence)),
    arguments: SiteGeneration.allCases, MLPrinciplesPages.Measures.allCases)
  func readsPublishedText(
    _ generation: SiteGeneration, _ measures: MLPrinciplesPages.Measures
  ) async throws {
    let expected = try await SharedFolder.imported("ncsc/NCSC-Machine-learning-principles-v2.pdf")
    let pages = try MLPrinciplesPages.pages(of: expected, measures).map {
      try $0.bytes(generation)
    }
    check(try SiteReading.joined(pages), against: expected)
  }
}

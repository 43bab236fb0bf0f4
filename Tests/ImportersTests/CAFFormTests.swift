import ControlModel
import Diagnostics
import Importers
import Testing

@Suite("The Cyber Assessment Framework as pages, print and YAML")
struct CAFFormTests {
  private func markdown(_ text: String = CAFFixture.text) throws -> ImportedDocument {
    let document = try SourceDocument.read(fileName: "caf.md", bytes: Array(text.utf8))
    return try ImporterRegistry.importer(for: document).read(document)
  }

  private func check(_ imported: ImportedDocument, against expected: ImportedDocument) {
    #expect(imported.catalog == expected.catalog)
    #expect(imported.entries.map(\.id) == expected.entries.map(\.id))
    for (entry, known) in zip(imported.entries, expected.entries) {
      #expect(entry.kind == known.kind, "\(entry.id)")
      #expect(entry.title == known.title, "\(entry.id)")
      #expect(entry.parent == known.parent, "\(entry.id)")
      #expect(entry.category == known.category, "\(entry.id)")
      #expect(entry.statement == known.statement, "\(entry.id)")
    }
    #expect(imported.unplaced.isEmpty)
  }

  private func joined(
    _ document: ImportedDocument, _ cells: CAFPages.Cells, _ generation: SiteGeneration,
    version: String
  ) throws -> ImportedDocument {
    try SiteReading.joined(
      try CAFPages.pages(of: document, cells, version: version).map { try $0.bytes(generation) })
  }

  @Test("Pages in own words", arguments: SiteGeneration.allCases, CAFPages.Cells.allCases)
  func readsPages(_ generation: SiteGeneration, _ cells: CAFPages.Cells) throws {
    let expected = try markdown()
    check(try joined(expected, cells, generation, version: "4.0"), against: expected)
  }

  @Test("A page without an edition waits for one that has it")
  func waitsForEdition() throws {
    let expected = try markdown()
    var pages = CAFPages.pages(of: expected, .paragraphs, version: "4.0")
    let last = pages.count - 1
    pages[last].version = ""
    check(
      try SiteReading.joined(try pages.map { try $0.bytes(.drupal) }), against: expected)
    let alone = try SourceDocument.read(
      fileName: "p", bytes: try pages[last].bytes(.drupal))
    do {
      _ = try ImporterRegistry.importer(for: alone)
      Issue.record("was taken")
    } catch {
      #expect(error.diagnostics.first?.id == "import-ambiguous")
    }
    #expect(try ImporterRegistry.importer(for: alone, as: "ncsc-caf-3.2").catalog == "ncsc-caf-3.2")
  }

  @Test("Print in own words: columns by position, a table over a page's end")
  func readsPrint() throws {
    let expected = try markdown()
    let xml = CAFPrint.xml(of: expected, edition: "4.0")
    let document = try SourceDocument.read(fileName: "caf.xml", bytes: Array(xml.utf8))
    let imported = try ImporterRegistry.importer(for: document).read(document)
    check(imported, against: expected)
    #expect(imported.entry("A1")?.locator.parts.first?.name == "pdfPage")
  }

  @Test(
    "A page of the site, printed: heads on top of pages, small gaps, passages, what comes behind")
  func readsPrintedPage() throws {
    typealias Run = LayoutFixture
    let furniture = [
      Run.text(20, 40, 5, "1/2/26, 9:41 AM"), Run.text(20, 420, 5, "Principle A1 Something - NCSC"),
    ]
    func heads(_ top: Int) -> [String] {
      [Run.text(top, 100, 0, "<b>Not achieved</b>"), Run.text(top, 460, 0, "<b>Achieved</b>")]
    }
    func column(_ left: Int, _ statements: [String]) -> [String] {
      statements.enumerated().flatMap { index, text in
        let top = 100 + 58 * index
        return [
          Run.text(top, left, 0, "\(text) is what"), Run.text(top + 27, left, 0, "somebody says."),
        ]
      }
    }
    let opening = [
      Run.text(80, 90, 3, "<b>Cyber Assessment Framework 4.0</b>"),
      Run.text(140, 90, 1, "<b>Principle A1 Something</b>"),
      Run.text(200, 90, 1, "<b>Principle</b>"), Run.text(240, 90, 0, "It is governed."),
      Run.text(290, 90, 1, "<b>Description</b>"), Run.text(330, 90, 0, "Words of the site."),
      Run.text(390, 90, 2, "<b>A1.a Direction</b>"), Run.text(430, 90, 0, "Somebody leads."),
    ]
    let rules = [
      Run.text(100, 100, 0, "At least one of the following"),
      Run.text(127, 100, 0, "statements is true"),
      Run.text(100, 460, 0, "All the following statements are true"),
    ]
    let end = [Run.text(300, 90, 0, "Published"), Run.text(340, 90, 0, "4 August 2025")]
    let pages = [
      opening + heads(1100), heads(50) + rules,
      heads(50) + column(100, ["One", "Two"]) + column(460, ["Six", "Seven", "Eight"]),
      heads(50) + column(100, ["Three", "Four"]) + column(460, ["Nine", "Ten", "Eleven"]) + end,
    ]
    let xml = Run.document(pages.map { furniture + $0 })
    let document = try SourceDocument.read(fileName: "caf.xml", bytes: Array(xml.utf8))
    let imported = try ImporterRegistry.importer(for: document).read(document)
    #expect(imported.catalog == "ncsc-caf-4.0")
    #expect(imported.entry("A1")?.statement == "It is governed.")
    #expect(imported.entry("A1.a")?.statement == "Somebody leads.")
    let indicators = imported.entries.filter { $0.kind == .indicator }
    #expect(
      indicators.map(\.id) == (1...4).map { "A1.a.NA.\($0)" } + (1...6).map { "A1.a.A.\($0)" })
    #expect(
      indicators.map { $0.statement.split(separator: " ")[0] } == [
        "One", "Two", "Three", "Four", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven",
      ])
    #expect(indicators.allSatisfy { $0.statement.hasSuffix(" is what somebody says.") })
    #expect(imported.unplaced.map(\.text) == ["Published", "4 August 2025"])
  }

  @Test("YAML: folded text stays text, aliases stand for their values, columns in any order")
  func readsYAML() throws {
    let document = try SourceDocument.read(
      fileName: "caf.yaml", bytes: Array(CAFFixture.yaml.utf8))
    #expect(document.form == .yaml)
    let remarks = Array(("# A remark\n# and another\n" + CAFFixture.yaml).utf8)
    #expect(try SourceDocument.read(fileName: "caf.yaml", bytes: remarks).form == .yaml)
    let imported = try ImporterRegistry.importer(for: document).read(document)
    #expect(imported.catalog == "ncsc-caf-3.2")
    #expect(
      imported.entries.map { "\($0.id) \($0.kind)" } == [
        "A section", "A2 principle", "A2.b outcome", "A2.b.NA.1 indicator", "A2.b.NA.2 indicator",
        "A2.b.PA.1 indicator", "A2.b.A.1 indicator", "C section", "C2 principle", "C2.b outcome",
        "C2.b.NA.1 indicator", "C2.b.A.1 indicator",
      ])
    #expect(imported.entry("A2.b")?.statement == "Somebody looks: yes or no.")
    #expect(imported.entry("A2.b.NA.1")?.statement == "no")
    #expect(imported.entry("A2.b.NA.2")?.statement == "Nobody looks at all.")
    #expect(imported.entry("A2.b.PA.1")?.locator.text == "line 27")
    #expect(imported.unplaced.map(\.text) == ["Lost."])
    // The words are none of the framework's.
    #expect(
      imported.diagnostics.map(\.id) == ["import-reading", "import-wording", "import-reading"])
    #expect(imported.diagnostics.map(\.severity) == [.warning, .warning, .note])
    #expect(imported.diagnostics.first?.summary.contains("A2.b.A.9") == false)
  }

  @Test("An edition is told by its number, its titles, or its counts")
  func tellsEditions() throws {
    func catalogs(_ text: String) throws -> [String] {
      let document = try SourceDocument.read(fileName: "caf.md", bytes: Array(text.utf8))
      return ImporterRegistry.all.filter { $0.recognises(document) }.map(\.catalog.rawValue)
    }
    let bare = CAFFixture.text.replacing(" 4.0", with: "")
    #expect(try catalogs(CAFFixture.text) == ["ncsc-caf-4.0"])
    #expect(try catalogs(CAFFixture.text.replacing("4.0", with: "v3.2")) == ["ncsc-caf-3.2"])
    #expect(try catalogs(CAFFixture.text.replacing("4.0", with: "3.1")) == [])
    #expect(try catalogs(bare) == ["ncsc-caf-3.2", "ncsc-caf-4.0"])
    #expect(
      try catalogs(bare.replacing("A1.a Board Steering", with: "A2.b Understanding Threat"))
        == ["ncsc-caf-4.0"])
    #expect(
      try catalogs(bare.replacing("A1.a Board Steering", with: "A2.b Assurance"))
        == ["ncsc-caf-3.2"])
    #expect(
      try catalogs(bare.replacing("A1.a Board Steering", with: "C2.b Something"))
        == ["ncsc-caf-3.2"])
  }

  @Test("Two editions in one document are refused")
  func refusesMixture() throws {
    let text = CAFFixture.text.replacing("A1.a Board Steering", with: "A2.b Assurance")
    let imported = try markdown(text)
    #expect(imported.diagnostics.first?.id == "import-editions")
    #expect(imported.diagnostics.first?.severity == .error)
    let report = try SiteReading.report(imported, CAFFixture.catalog)
    #expect(report.diagnostics.contains { $0.severity == .error })
  }

  @Test(
    "The published 4.0 in other forms: 41 outcomes, 557 indicators, where it is at hand",
    .enabled(if: SharedFolder.isPresent, Comment(rawValue: SharedFolder.absence)),
    arguments: CAFPages.Cells.allCases.filter { $0 != .singleBreaks })
  func readsPublishedPages(_ cells: CAFPages.Cells) async throws {
    let expected = try await SharedFolder.imported("caf/cyber-assessment-framework-v4.0.md")
    // Without a number: titles and counts of some pages tell the edition of all.
    check(try joined(expected, cells, .drupal, version: ""), against: expected)
  }

  @Test(
    "The published 3.2: 39 outcomes, 449 indicators, as YAML and in other forms",
    .enabled(if: SharedFolder.isPresent, Comment(rawValue: SharedFolder.absence)))
  func readsPublishedThird() async throws {
    let expected = try await SharedFolder.imported("caf/cyber-assessment-framework-v3.2.yaml")
    #expect(expected.catalog == "ncsc-caf-3.2")
    #expect(expected.entries.count { $0.kind == .outcome } == 39)
    #expect(expected.entries.count { $0.kind == .indicator } == 449)
    #expect(expected.unplaced.isEmpty)
    // One statement of it has no full stop, so that a line break alone does not end it.
    for cells in CAFPages.Cells.allCases where cells != .singleBreaks {
      check(try joined(expected, cells, .react, version: ""), against: expected)
    }
  }

  @Test(
    "Print of the published texts gives the same",
    .enabled(if: SharedFolder.isPresent, Comment(rawValue: SharedFolder.absence)),
    arguments: [
      ("caf/cyber-assessment-framework-v4.0.md", "4.0"),
      ("caf/cyber-assessment-framework-v3.2.yaml", "3.2"),
    ])
  func readsPublishedPrint(_ name: String, _ edition: String) async throws {
    let expected = try await SharedFolder.imported(name)
    let xml = CAFPrint.xml(of: expected, edition: edition)
    let document = try SourceDocument.read(fileName: "caf.xml", bytes: Array(xml.utf8))
    let imported = try ImporterRegistry.importer(for: document).read(document)
    #expect(imported.entries.map(\.id) == expected.entries.map(\.id))
    #expect(imported.unplaced.isEmpty)
    for (entry, known) in zip(imported.entries, expected.entries) {
      // The YAML has blanks behind some hyphens; where a line ends there, print has none.
      #expect(
        entry.statement.replacing("- ", with: "-") == known.statement.replacing("- ", with: "-"),
        "\(entry.id)")
      #expect(entry.title == known.title, "\(entry.id)")
    }
  }
}

@Suite("What the importer knows of the CAF's editions")
struct CAFEditionTests {
  @Test("Its counts are those of the catalogs that ship")
  func countsAgree() throws {
    for edition in CAFEdition.allCases {
      guard let catalog = try? SiteReading.catalog("ncsc-caf-\(edition.rawValue)") else { continue }
      for outcome in catalog.controls {
        let counts = outcome.indicators.map { counts in
          IndicatorColumn.allCases.map { max(0, counts.count(in: $0)) }
        }
        #expect(edition.indicatorCounts(of: outcome.id.rawValue) == counts, "\(outcome.id)")
      }
    }
  }
}

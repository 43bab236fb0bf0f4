import ControlModel
import Diagnostics
import Digests
import Importers
import Testing

@Suite("What is read of the Guidelines' plain text")
struct GuidelinesTextTests {
  private func document(_ text: String) throws -> SourceDocument {
    try SourceDocument.read(fileName: "guidelines.txt", bytes: Array(text.utf8))
  }

  private func imported(_ text: String) throws -> ImportedDocument {
    let document = try document(text)
    return try ImporterRegistry.importer(for: document).read(document)
  }

  /// Points 1.3.1 to 1.3.4, with those that they hold.
  private static let points =
    ["1.3.1"] + (1...6).map { "1.3.1.\($0)" } + ["1.3.2", "1.3.3", "1.3.4"]
    + (1...6).map { "1.3.4.\($0)" }

  private static let texts = [
    GuidelinesTextFixture.layout, GuidelinesTextFixture.plain,
    // Copies that have lost the room before their lines.
    GuidelinesTextFixture.layout.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.drop { $0 == " " } }.joined(separator: "\n"),
  ]

  @Test(
    "Titles, statements and points at their depth, in both modes and as programs pass them on",
    arguments: texts.indices)
  func readsStructure(text: Int) throws {
    for copy in ConvertedText.copies(of: Self.texts[text]) {
      let imported = try imported(copy)
      #expect(imported.catalog == "ncsc-secure-ai-2023")
      #expect(
        imported.entries.filter { $0.kind != .statement }.map(\.id)
          == ["1", "1.1", "1.3"] + Self.points + ["2", "2.1"])
      #expect(imported.unplaced.isEmpty)
      #expect(imported.entry("1.3.1.4")?.parent == "1.3.1")
      #expect(imported.entry("1.3.3")?.statement == "acts are held in check")
      #expect(
        imported.entry("1.3.1.6")?.statement
          == "what comes in is cleaned before anything learns from it or is shown to another user "
          + "of the thing")
      #expect(
        imported.entry("1.3.4.6")?.statement.hasSuffix("does what they asked it to do") == true)
      #expect(imported.entry("1.3.1.3")?.statement.hasSuffix("the one that loads it)") == true)
      #expect(imported.entry("1.3.1.3")?.rawText.hasSuffix("it6)") == true)
      #expect(imported.entry("1.3.1.3")?.footnoteMarkers == ["6"])
      #expect(
        imported.entry("1.1")?.statement.hasSuffix("every week. They meet often.") == true)
      #expect(
        imported.entry("1.3")?.statement
          == "You are sure of the task. You look at each choice, meta- or other. For example: More "
          + "about this is written elsewhere, and all of it should be read by those who choose a "
          + "thing.")
      #expect(imported.entry("2.1")?.statement == "You know your makers.")
      #expect(imported.entry("2")?.statement == "This section is about work.")
      #expect(imported.entry("2.1")?.locator.parts.first?.name == "line")
    }
  }

  @Test("Where nothing tells how deep points stand, none is taken, and all are shown")
  func takesNoPointOfUnknownDepth() throws {
    // One point fewer than in print.
    let text = GuidelinesTextFixture.plain.replacing(">\n\nacts are held in check\n\n", with: "")
    let imported = try imported(text)
    #expect(!imported.entries.contains { $0.kind == .bullet })
    #expect(imported.unplaced.allSatisfy { $0.position == "among the points of 1.3" })
    let all = imported.torn.flatMap(\.lines).map(\.text).joined(separator: " ")
    #expect(all.contains("the work follows") && all.contains("rails are in place"))
    #expect(imported.diagnostics.contains { $0.summary.contains("how deep its points stand") })
    // Columns tell it.
    let layout = try self.imported(
      GuidelinesTextFixture.layout.replacing(">    acts are held in check\n", with: ""))
    #expect(layout.entries.filter { $0.kind == .bullet }.count == 15)
    #expect(layout.entry("1.3.3.6") != nil)
    #expect(layout.diagnostics.contains { $0.summary.contains("15 points") })
  }

  @Test("Where nothing tells where a point ends, none is taken")
  func takesNoPointOfUnknownEnd() throws {
    let text = GuidelinesTextFixture.plain.replacing(
      "rights are few\n",
      with: "rights are few, and are given only to those who have shown that they need th\n")
    let imported = try imported(text)
    #expect(!imported.entries.contains { $0.kind == .bullet })
    #expect(imported.diagnostics.contains { $0.summary.contains("where its points end") })
    #expect(imported.torn.flatMap(\.lines).contains { $0.text.contains("rails are in place") })
  }

  @Test("Bullets and texts that have lost their order are not put together")
  func takesNoMixedPoints() throws {
    let text = GuidelinesTextFixture.plain.replacing(
      ">\n\nacts are held in check\n", with: ">\n\nacts are\n\nheld in check\n")
    let imported = try imported(text)
    #expect(!imported.entries.contains { $0.kind == .bullet })
    #expect(imported.diagnostics.contains { $0.summary.contains("which line belongs") })
    #expect(imported.torn.flatMap(\.lines).contains { $0.text == "held in check" })
    let filled = CatalogFill.fill(
      try SiteReading.catalog("ncsc-secure-ai-2023"), from: imported,
      retrieved: try #require(CalendarDate("2026-01-01")))
    #expect(
      filled.report.diagnostics.contains { $0.id == "import-torn" && $0.severity == .warning })
    #expect(!filled.catalog.controls.contains { $0.id == "1.3.1" && $0.statement != nil })
  }

  @Test("A title that the Guidelines do not have ends a guideline; what follows is shown")
  func stopsAtUnknownTitle() throws {
    let text = GuidelinesTextFixture.layout.replacing(
      " Design your system",
      with: " Keep the cellar dry\n\n Water comes.\n\n Design your system")
    let imported = try imported(text)
    #expect(imported.entry("1.1")?.statement.hasSuffix("They meet often.") == true)
    #expect(imported.unplaced.map(\.text) == ["Keep the cellar dry", "Water comes."])
    #expect(imported.entries.filter { $0.kind == .bullet }.count == 16)
  }

  @Test("Of a text in the order of drawing nothing is taken without proof, and no guideline twice")
  func provesDisorder() throws {
    let text = GuidelinesTextFixture.plain
    let title = "Secure your supply chain\nYou know your makers.\n"
    let moved = text.replacing(title, with: "").replacing(
      "Design your system", with: title + "\nDesign your system")
    let day = try #require(CalendarDate("2026-01-01"))
    let catalog = try SiteReading.catalog("ncsc-secure-ai-2023")
    for wrong in [moved, text.replacing(title, with: title + "\n" + title)] {
      let imported = try imported(wrong)
      #expect(imported.needsProof)
      let filled = CatalogFill.fill(catalog, from: imported, retrieved: day)
      #expect(filled.catalog.controls.allSatisfy { $0.statement == nil })
      #expect(filled.report.diagnostics.contains { $0.severity == .error })
    }
  }

  @Test("What is proven of a text in the order of drawing is taken")
  func takesWhatIsProven() throws {
    let text = GuidelinesTextFixture.plain
    let title = "Secure your supply chain\nYou know your makers.\n"
    let moved = text.replacing(title, with: "").replacing(
      "Design your system", with: title + "\nDesign your system")
    var catalog = try SiteReading.catalog("ncsc-secure-ai-2023")
    let index = try #require(catalog.controls.firstIndex { $0.id == "2.1" })
    catalog.controls[index].statementSHA256 = SHA256.hex(of: "You know your makers.")
    let filled = CatalogFill.fill(
      catalog, from: try imported(moved), retrieved: try #require(CalendarDate("2026-01-01")))
    #expect(filled.catalog.controls[index].statement == "You know your makers.")
    #expect(filled.catalog.controls.count { $0.statement != nil } == 1)
  }
}

@Suite(
  "The published Guidelines as plain text, where they are at hand",
  .enabled(if: SharedFolder.isPresent, Comment(rawValue: SharedFolder.absence)))
struct PublishedGuidelinesTextTests {
  private static let file = "ncsc/Guidelines-for-secure-AI-system-development.pdf"

  @Test("All entries are those of the PDF, in both modes", arguments: [[], ["-layout"]])
  func readsWhatThePDFHas(options: [String]) async throws {
    let pdf = try await SharedFolder.imported(Self.file)
    let text = try await ConvertedText.of(Self.file, options)
    for copy in ConvertedText.copies(of: text) {
      let source = try SourceDocument.read(fileName: "guidelines.txt", bytes: Array(copy.utf8))
      let imported = try ImporterRegistry.importer(for: source).read(source)
      #expect(imported.entries.map(\.id) == pdf.entries.map(\.id))
      #expect(imported.entries.map(\.title) == pdf.entries.map(\.title))
      #expect(imported.entries.map(\.parent) == pdf.entries.map(\.parent))
      #expect(imported.entries.map(\.kind) == pdf.entries.map(\.kind))
      for (one, other) in zip(imported.entries, pdf.entries) {
        #expect(one.statement == other.statement, "\(one.id)")
        #expect(one.footnoteMarkers == other.footnoteMarkers, "\(one.id)")
      }
      #expect(imported.unplaced.isEmpty)
      #expect(imported.partsOfOthers.isEmpty)
    }
  }

  @Test("What is taken of a text in the order of drawing is what the PDF has")
  func provesRaw() async throws {
    let catalog = try SiteReading.catalog("ncsc-secure-ai-2023")
    let day = try #require(CalendarDate("2026-01-01"))
    let pdf = CatalogFill.fill(
      catalog, from: try await SharedFolder.imported(Self.file), retrieved: day)
    let text = try await ConvertedText.of(Self.file, ["-raw"])
    let source = try SourceDocument.read(fileName: "guidelines.txt", bytes: Array(text.utf8))
    let filled = CatalogFill.fill(
      catalog, from: try ImporterRegistry.importer(for: source).read(source), retrieved: day)
    #expect(filled.report.digests.isEmpty)
    var taken = 0
    for (one, other) in zip(filled.catalog.controls, pdf.catalog.controls)
    where one.statement != nil {
      #expect(one.statement == other.statement, "\(one.id)")
      taken += 1
    }
    #expect(taken > 90)
  }
}

import ControlModel
import Diagnostics
import Importers
import Testing

@Suite("What is read of the Machine learning principles' plain text")
struct MLPrinciplesTextTests {
  private func imported(_ text: String) throws -> ImportedDocument {
    let document = try SourceDocument.read(fileName: "principles.txt", bytes: Array(text.utf8))
    return try ImporterRegistry.importer(for: document).read(document)
  }

  /// The text, and what is left of it without the room before its lines.
  private static let texts = [
    MLPrinciplesTextFixture.layout,
    MLPrinciplesTextFixture.layout.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.drop { $0 == " " } }.joined(separator: "\n"),
  ]

  @Test(
    "Parts, principles, goals and measures, as programs pass the text on", arguments: texts.indices)
  func readsStructure(text: Int) throws {
    for copy in ConvertedText.copies(of: Self.texts[text]) {
      let imported = try imported(copy)
      #expect(imported.catalog == "ncsc-ml-principles-2.0")
      #expect(
        imported.entries.map { "\($0.id) \($0.kind)" } == [
          "1 section", "1.2 principle", "1.2.g1 goal", "1.2.g2 goal", "1.2.m1 measure",
          "1.2.m2 measure", "2 section", "2.4 principle", "2.4.g1 goal", "2.4.m1 measure",
        ])
      #expect(imported.unplaced.isEmpty)
      #expect(imported.entry("1")?.title == "Secure design")
      #expect(imported.entry("1")?.statement == "This part is about plans.")
      #expect(
        imported.entry("2.4")?.title == "Choose a model that maximises security and performance")
      #expect(
        imported.entry("1.2.g1")?.statement
          == "You know what the thing is for, and what it is not for.")
      #expect(imported.entry("1.2.m1")?.title == "Draw a map of dangers")
      #expect(
        imported.entry("1.2.m1")?.statement.hasSuffix(
          "and the Office has to be told. You use words such as self-made, and lists: names places")
          == true)
      #expect(
        imported.entry("1.2")?.statement.hasSuffix("the makers the users Dangers grow.") == true)
      #expect(imported.entry("2.4.m1")?.statement == "Two are better than one.")
    }
  }

  @Test("HTML that places lines of one type gives what the text does")
  func readsPlacedLines() throws {
    let pages = MLPrinciplesTextFixture.layout.split(separator: "\u{0C}").enumerated().map {
      let (number, page) = ($0 + 1, $1)
      let lines = page.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
        let left = 40 + 8 * $1.prefix { $0 == " " }.count
        return "<p style=\"position:absolute;top:\(60 + 18 * $0)px;left:\(left)px\" class=\"ft10\">"
          + "\($1.drop { $0 == " " }.replacing(">", with: "&gt;").replacing(" ", with: "&#160;"))</p>"
      }
      return "<div id=\"page\(number)-div\" style=\"position:relative;width:893px;height:1263px;\">"
        + lines.joined() + "</div>"
    }
    let style = "<style>.ft10{font-size:15px;line-height:18px;}</style>"
    let placed = try imported("<html><head>\(style)</head><body>\(pages.joined())</body></html>")
    let text = try imported(MLPrinciplesTextFixture.layout)
    #expect(placed.entries.map(\.id) == text.entries.map(\.id))
    #expect(placed.entries.map(\.statement) == text.entries.map(\.statement))
    #expect(placed.unplaced.isEmpty)
  }

  @Test("Principles in another order than in print are refused with what helps")
  func refusesDisorder() throws {
    let second = "2.4 Choose a model that maximises security and"
    let disorder = MLPrinciplesTextFixture.layout.replacing(
      second, with: "1.1 Raise awareness of ML"
    )
    .replacing("   performance\n", with: "   threats and risks\n")
    do {
      _ = try imported(disorder)
      Issue.record("was taken")
    } catch let error as Refusal {
      #expect(error.diagnostics.first?.id == "import-order")
      #expect(error.diagnostics.first?.hints.first?.contains("pdftotext -layout") == true)
    }
  }

  @Test("Points whose bullets stand apart are handed over as torn, and nothing is made of them")
  func handsOverTornPoints() throws {
    let imported = try imported(MLPrinciplesTextFixture.plain)
    let torn = try #require(imported.torn.first)
    #expect(imported.torn.count == 1)
    #expect(torn.ids == ["1.2.g1", "1.2.g2", "1.2.g3", "1.2.g4"])
    #expect(
      torn.lines.map(\.text) == [
        "You know what the thing is for, and", "what it is not for.", "You know who may harm it",
      ])
    #expect(torn.lines.map(\.hasBullet) == [true, true, false])
    #expect(!imported.entries.contains { $0.parent == "1.2" && $0.kind == .goal })
    #expect(imported.entry("2.4.g1")?.statement == "The choice has reasons.")
    #expect(imported.entry("1.2.m1")?.statement.isEmpty == false)
  }

  @Test("Text before the first measure that can be told belongs to none")
  func takesNoMeasureOfUnknownStart() throws {
    let noGaps = MLPrinciplesTextFixture.layout.split(separator: "\n").joined(separator: "\n")
    let imported = try imported(noGaps)
    #expect(!imported.entries.contains { $0.parent == "1.2" && $0.kind == .measure })
    #expect(imported.unplaced.contains { $0.position == "before the measures of 1.2" })
    #expect(imported.entries.count { $0.kind == .goal } == 3)
  }

  @Test("Known titles open measures without a blank line, and keep their numbers when one is lost")
  func knowsTitles() throws {
    let text = """
      1.1 Raise awareness of ML threats and risks
      Goals:
      > All know.
      Why is this important?
      Things happen.
      How could this principle be implemented?
      Enable and encourage a security- centred culture
      It is fine to ask
      whatever there is.
      1.2 Model the threats to your system
      Goals:
      > It is known.
      Why is this important?
      Things go wrong.
      """
    let imported = try imported(text)
    #expect(imported.entries.map(\.id) == ["1.1", "1.1.g1", "1.1.m2", "1.2", "1.2.g1"])
    #expect(
      imported.entry("1.1.m2")?.title == "Enable and encourage a security-centred culture")
    #expect(imported.entry("1.1.m2")?.statement == "It is fine to ask whatever there is.")
  }

  @Test("Goals of another document are no principles")
  func leavesOthersAlone() throws {
    let text = "3.4 Cakes\nGoals:\n> eat\n\n3.5 Tea\nGoals:\n> drink\n"
    let document = try SourceDocument.read(fileName: "x", bytes: Array(text.utf8))
    #expect(throws: Refusal.self) { try ImporterRegistry.importer(for: document) }
  }
}

@Suite(
  "The published Machine learning principles as plain text, where they are at hand",
  .enabled(if: SharedFolder.isPresent, Comment(rawValue: SharedFolder.absence)))
struct PublishedMLPrinciplesTextTests {
  private static let file = "ncsc/NCSC-Machine-learning-principles-v2.pdf"

  @Test("All entries are those of the PDF")
  func readsWhatThePDFHas() async throws {
    let pdf = try await SharedFolder.imported(Self.file)
    for copy in ConvertedText.copies(of: try await ConvertedText.of(Self.file, ["-layout"])) {
      let source = try SourceDocument.read(fileName: "principles.txt", bytes: Array(copy.utf8))
      let imported = try ImporterRegistry.importer(for: source).read(source)
      #expect(imported.entries.map(\.id) == pdf.entries.map(\.id))
      for (one, other) in zip(imported.entries, pdf.entries) {
        #expect(one.title == other.title && one.kind == other.kind, "\(one.id)")
        #expect(one.statement == other.statement, "\(one.id)")
      }
      #expect(imported.unplaced.isEmpty)
    }
  }

  @Test(
    "Every mode gives the catalog that the PDF gives; -raw loses blanks of one entry, and says so",
    arguments: [[], ["-layout"], ["-raw"], ["-nopgbrk"], ["-htmlmeta"], ["-eol", "dos"]])
  func fillsFromEachMode(options: [String]) async throws {
    let catalog = try SiteReading.catalog("ncsc-ml-principles-2.0")
    let day = try #require(CalendarDate("2026-01-01"))
    let pdf = CatalogFill.fill(
      catalog, from: try await SharedFolder.imported(Self.file), retrieved: day)
    #expect(pdf.report.isExact)
    let text = try await ConvertedText.of(Self.file, options)
    // A page of HTML is passed on as it is.
    let copies = options == ["-htmlmeta"] ? [text] : ConvertedText.copies(of: text)
    for copy in copies {
      let source = try SourceDocument.read(fileName: "principles", bytes: Array(copy.utf8))
      let imported = try ImporterRegistry.importer(for: source).read(source)
      let filled = CatalogFill.fill(catalog, from: imported, retrieved: day)
      let lost = options == ["-raw"] ? ["1.1"] : []
      #expect(filled.report.missing.isEmpty && filled.report.digests.isEmpty)
      #expect(filled.report.document.torn.flatMap(\.ids) == lost)
      #expect(filled.report.isExact == lost.isEmpty)
      for (one, other) in zip(filled.catalog.controls, pdf.catalog.controls) {
        #expect(one.statement == (lost.contains(one.id.rawValue) ? nil : other.statement))
      }
    }
  }
}

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

  @Test("A text whose bullets stand apart, or that shows no measures, is refused with what helps")
  func refusesWhatIsLost() throws {
    let noGaps = MLPrinciplesTextFixture.layout.split(separator: "\n").joined(separator: "\n")
    let second = "2.4 Choose a model that maximises security and"
    let disorder = MLPrinciplesTextFixture.layout.replacing(
      second, with: "1.1 Raise awareness of ML"
    )
    .replacing("   performance\n", with: "   threats and risks\n")
    for text in [MLPrinciplesTextFixture.plain, noGaps, disorder] {
      do {
        _ = try imported(text)
        Issue.record("was taken")
      } catch let error as Refusal {
        #expect(error.diagnostics.first?.id == "import-order")
        #expect(error.diagnostics.first?.hints.first?.contains("pdftotext -layout") == true)
      }
    }
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

  @Test("The modes that lose the order are refused", arguments: [[], ["-raw"]])
  func refusesOtherModes(options: [String]) async throws {
    let text = try await ConvertedText.of(Self.file, options)
    let source = try SourceDocument.read(fileName: "principles.txt", bytes: Array(text.utf8))
    #expect(throws: Refusal.self) {
      try ImporterRegistry.importer(for: source).read(source)
    }
  }
}

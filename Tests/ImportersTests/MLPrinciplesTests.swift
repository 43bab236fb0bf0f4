import ControlModel
import Diagnostics
import Importers
import Testing

@Suite("What is read of the Machine learning principles' layout")
struct MLPrinciplesTests {
  /// In own words: title pages, a heading over two lines, the three spellings of the questions, a
  /// principle that leaves the second question out, bold words inside text, texts over a page's
  /// end, running heads.
  private static let pages: [[String]] = [
    [LayoutFixture.text(849, 11, 4, "<b>Machine learning </b>")],
    [
      LayoutFixture.text(211, 108, 3, "<b>Contents </b>"),
      LayoutFixture.text(264, 108, 0, "Part 1: Secure plans ........ 4"),
      LayoutFixture.text(288, 108, 0, "1.1 Know the thing ........ 4"),
    ]
      // The commonest distance of two lines is that of running text.
      + (0..<16).map { LayoutFixture.text(320 + 24 * $0, 108, 0, "Text that stands before. ") }
      + [furniture(2)],
    [LayoutFixture.text(586, 12, 4, "<b>Part 1: Secure plans </b>")],
    [
      LayoutFixture.text(111, 108, 3, "<b>Part 1: Secure plans </b>"),
      LayoutFixture.text(164, 108, 0, "This part is about plans. "),
      LayoutFixture.text(299, 108, 1, "1.1 Know the thing that you are going to "),
      LayoutFixture.text(340, 108, 1, "build "),
      LayoutFixture.text(385, 108, 0, "Goals: "),
      LayoutFixture.point(421, "Everybody knows the thing and keeps on"),
      LayoutFixture.text(445, 162, 0, "knowing it."),
      LayoutFixture.point(470, "Nobody forgets."),
      LayoutFixture.text(516, 108, 2, "<b>Why this is this important? </b>"),
      LayoutFixture.text(554, 108, 0, "To know a thing "),
      LayoutFixture.text(554, 204, 0, "<b>well</b>"),
      LayoutFixture.text(554, 240, 0, " is the start, and the "),
      LayoutFixture.text(1100, 108, 0, "end is near, which means that "),
      furniture(4),
    ],
    [
      LayoutFixture.text(110, 108, 0, "it helps. "),
      LayoutFixture.text(200, 108, 0, "<b>How could this principle be implemented? </b>"),
      LayoutFixture.text(236, 108, 0, "<b>Ask those who know the thing and have built it </b>"),
      LayoutFixture.text(260, 108, 0, "<b>before </b>"),
      LayoutFixture.text(296, 108, 0, "Ask them: "),
      LayoutFixture.point(332, "early"),
      LayoutFixture.point(356, "<b>often</b>"),
      LayoutFixture.text(400, 108, 0, "<b>Note</b>"),
      LayoutFixture.text(400, 142, 0, " that they may not answer. "),
      LayoutFixture.text(440, 108, 0, "<b>Read</b>"),
      LayoutFixture.text(476, 108, 0, "Reading helps. "),
      LayoutFixture.text(520, 108, 1, "1.2 Tell others "),
      LayoutFixture.text(566, 108, 0, "Goals "),
      LayoutFixture.point(602, "They hear."),
      LayoutFixture.point(626, "They see."),
      LayoutFixture.text(662, 108, 2, "<b>Why is this principle important? </b>"),
      LayoutFixture.text(700, 108, 0, "They would not know. "),
      LayoutFixture.text(736, 108, 0, "<b>Say it aloud </b>"),
      LayoutFixture.text(772, 108, 0, "Speak. "),
      furniture(5),
    ],
    [
      LayoutFixture.text(111, 108, 3, "<b>Further reading </b>"),
      LayoutFixture.text(164, 108, 2, "<b>Part 1: Secure plans </b>"),
      LayoutFixture.text(200, 108, 0, "A book. "),
      furniture(6),
    ],
  ]

  private static func furniture(_ page: Int) -> String {
    LayoutFixture.text(16, 81, 0, "Machine learning principles ") + "\n"
      + LayoutFixture.text(1185, 108, 0, "\(page) ")
  }

  private func imported(
    _ pages: [[String]] = Self.pages
  ) throws -> ImportedDocument {
    let document = try SourceDocument.read(
      fileName: "principles.xml", bytes: Array(LayoutFixture.document(pages).utf8))
    let importer = try ImporterRegistry.importer(for: document)
    #expect(importer.catalog == "ncsc-ml-principles-2.0")
    return try importer.read(document)
  }

  @Test("Parts, principles, goals and measures, counted in the order of the page")
  func readsStructure() throws {
    let imported = try imported()
    #expect(
      imported.entries.map { "\($0.id) \($0.kind)" } == [
        "1 section", "1.1 principle", "1.1.g1 goal", "1.1.g2 goal", "1.1.m1 measure",
        "1.1.m2 measure", "1.2 principle", "1.2.g1 goal", "1.2.g2 goal", "1.2.m1 measure",
      ])
    #expect(imported.entry("1")?.locator.text == "pdfPage 4")
    #expect(imported.entry("1")?.statement == "This part is about plans.")
    #expect(imported.entry("1.1")?.title == "Know the thing that you are going to build")
    #expect(imported.entry("1.1.g2")?.parent == "1.1")
    #expect(
      imported.entry("1.1.m1")?.title == "Ask those who know the thing and have built it before")
    #expect(imported.entry("1.1.m1")?.locator.text == "pdfPage 5")
    #expect(imported.unplaced.isEmpty)
  }

  @Test("Reasons belong to the principle, the text under a heading to the measure")
  func readsText() throws {
    let imported = try imported()
    #expect(
      imported.entry("1.1")?.statement
        == "To know a thing well is the start, and the end is near, which means that it helps.")
    #expect(
      imported.entry("1.1.g1")?.statement == "Everybody knows the thing and keeps on knowing it.")
    #expect(
      imported.entry("1.1.m1")?.statement
        == "Ask them: early often Note that they may not answer.")
    #expect(imported.entry("1.1.m2")?.statement == "Reading helps.")
    #expect(imported.entry("1.2.m1")?.statement == "Speak.")
  }

  @Test("Text among the goals that is no goal is told, not dropped")
  func tellsUnplaced() throws {
    var pages = Self.pages
    pages[4].append(LayoutFixture.text(646, 108, 0, "A line that belongs nowhere."))
    let imported = try imported(pages)
    #expect(imported.unplaced.map(\.text) == ["A line that belongs nowhere."])
    #expect(imported.unplaced.first?.position == "among the goals of 1.2")
  }
}

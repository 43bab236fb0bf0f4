import ControlModel
import Diagnostics
import Importers
import Testing

@Suite("The Code of Practice as PDF")
struct CodePrintTests {
  private func check(_ text: String, hasGaps: Bool) throws {
    func read(_ bytes: [UInt8]) throws -> ImportedDocument {
      let document = try SourceDocument.read(fileName: "code", bytes: bytes)
      return try ImporterRegistry.importer(for: document).read(document)
    }
    let expected = try read(Array(text.utf8))
    let imported = try read(Array(CodePrint.xml(of: text, hasGaps: hasGaps).utf8))
    #expect(imported.catalog == "dsit-ai-cop-2025")
    #expect(imported.form == .popplerXML)
    #expect(imported.entries.map(\.id) == expected.entries.map(\.id))
    for (entry, known) in zip(imported.entries, expected.entries) {
      #expect(entry.statement == known.statement, "\(entry.id)")
      #expect(entry.title == known.title, "\(entry.id)")
      #expect(entry.parent == known.parent, "\(entry.id)")
      #expect(entry.modality == known.modality, "\(entry.id)")
      #expect(entry.roleLine == known.roleLine, "\(entry.id)")
      #expect(entry.references == known.references, "\(entry.id)")
      #expect(entry.footnoteMarkers == known.footnoteMarkers, "\(entry.id)")
      #expect(entry.locator.parts.first?.name == "pdfPage")
    }
    #expect(imported.unplaced.isEmpty)
  }

  @Test("In own words", arguments: [true, false])
  func readsOwnWords(_ hasGaps: Bool) throws {
    try check(CodeFixture.text, hasGaps: hasGaps)
  }

  @Test("As a browser prints a page: counted lists, raised markers, footnotes behind the text")
  func readsBrowserPrint() throws {
    let lines: [[(left: Int, isRaised: Bool, text: String)]] = [
      [(50, false, "Principle 1: Keep what you have")],
      [(78, false, "1. 1.1. They shall keep the keys of the house, and the house shall stand.")],
      [(78, false, "2. 1.2 They should look after it at night.")],
      [(78, false, "3. 1.3 They shall count the many keys of the house that")],
      [(96, false, "all have."), (170, true, "[footnote 5]")],
      [(50, false, "Principle 2: Lose nothing of it")],
      [(78, false, "1. 2.1 They shall search for what has gone."), (440, true, "6")],
      [(78, false, "2. 2.2 They may ask 10"), (250, true, "6"), (266, false, "people.7")], [], [],
      [(50, false, "1. A note on keys. ↩")],
      [(50, false, "2. A note that goes on in")],
      [(50, false, "the next line. ↩")],
    ]
    var xml = "<?xml version=\"1.0\"?>\n<pdf2xml>\n"
    xml += "<page number=\"1\" top=\"0\" left=\"0\" height=\"1188\" width=\"918\">\n"
    xml += "<fontspec id=\"0\" size=\"18\"/>\n<fontspec id=\"1\" size=\"15\"/>\n"
    for (index, line) in lines.enumerated() {
      let top = 200 + 22 * index
      for run in line {
        xml += "<text top=\"\(run.isRaised ? top - 4 : top)\" left=\"\(run.left)\" "
        xml += "width=\"\(run.text.count * 8)\" height=\"\(run.isRaised ? 17 : 20)\" "
        xml += "font=\"\(run.isRaised ? 1 : 0)\">\(run.text)</text>\n"
      }
    }
    let document = try SourceDocument.read(
      fileName: "code", bytes: Array((xml + "</page>\n</pdf2xml>\n").utf8))
    let imported = try ImporterRegistry.importer(for: document).read(document)
    #expect(imported.entries.map(\.id) == ["P1", "1.1", "1.2", "1.3", "P2", "2.1", "2.2"])
    #expect(
      imported.entries.map(\.statement) == [
        "", "They shall keep the keys of the house, and the house shall stand.",
        "They should look after it at night.",
        "They shall count the many keys of the house that all have.", "",
        "They shall search for what has gone.", "They may ask 106 people.",
      ])
    #expect(
      imported.entries.map(\.footnoteMarkers) == [[], [], [], ["5"], [], ["6"], ["7"]])
    #expect(imported.unplaced.isEmpty)
  }

  @Test(
    "The published text, printed: 72 of 72, where it is at hand",
    .enabled(if: SharedFolder.isPresent, Comment(rawValue: SharedFolder.absence)),
    arguments: [true, false])
  func readsPublishedText(_ hasGaps: Bool) throws {
    let bytes = try SharedFolder.bytes("documents/dsit/code-of-practice-2025-principles.txt")
    try check(String(decoding: bytes, as: UTF8.self), hasGaps: hasGaps)
  }
}

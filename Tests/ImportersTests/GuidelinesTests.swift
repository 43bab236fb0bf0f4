import ControlModel
import Diagnostics
import Importers
import Testing

@Suite("What is read of the Guidelines' layout")
struct GuidelinesTests {
  private func imported() throws -> ImportedDocument {
    let document = try SourceDocument.read(
      fileName: "guidelines.xml", bytes: Array(GuidelinesFixture.xml.utf8))
    #expect(document.form == .popplerXML)
    return try ImporterRegistry.importer(for: document).read(document)
  }

  @Test("Headings, guidelines and bullets in the order of the page, with synthetic ids")
  func readsStructure() throws {
    let imported = try imported()
    #expect(
      imported.entries.map { "\($0.id) \($0.kind)" } == [
        "1 section", "1.1 guideline", "1.1.1 bullet", "1.1.1.1 bullet", "1.1.1.2 bullet",
        "1.1.2 bullet", "1.2 guideline", "2 section", "2.1 guideline", "2.2 guideline",
      ])
    #expect(imported.entry("1.1")?.title == "Know what you build")
    #expect(imported.entry("1.2")?.title == "Tell the users")
    #expect(imported.entry("1")?.statement == "This section is about plans.")
    #expect(imported.entry("1.1.1.2")?.parent == "1.1.1")
    #expect(imported.entry("1.1.2")?.locator.text == "pdfPage 3")
    #expect(imported.unplaced.isEmpty)
  }

  @Test("Words are joined over line ends; a hyphen stays where the word has one")
  func joinsWords() throws {
    let imported = try imported()
    #expect(
      imported.entry("1.1")?.statement
        == "Builders know the thing. They know it well, even the non-human parts. They use "
        + "knowledge, meta- or other, with security in mind and security in view. For example: "
        + "Last comes a line after the list.")
    #expect(imported.entry("1.1")?.rawText.contains("parts7. They") == true)
    #expect(imported.entry("1.1")?.footnoteMarkers == ["7"])
    #expect(imported.entry("1.1.1.1")?.statement == "the maker of the parts")
    #expect(imported.entry("2.1")?.statement == "They watch & they see.")
  }

  @Test("Where the sentences are not those that were counted, statements stay in the guideline")
  func keepsStatementsTogether() throws {
    let imported = try imported()
    #expect(imported.partsOfOthers["1.1.a"] == "1.1")
    #expect(imported.entry("1.1.a") == nil)
    #expect(imported.diagnostics.contains { $0.summary.hasPrefix("1.1 has 5 sentences, not 3") })
  }
}

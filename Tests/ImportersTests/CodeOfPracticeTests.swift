import ControlModel
import Diagnostics
import Importers
import Testing

@Suite("What is read of a Code of Practice")
struct CodeOfPracticeTests {
  private func read(_ text: String) throws -> ImportedDocument {
    let document = try SourceDocument.read(fileName: "code.txt", bytes: Array(text.utf8))
    return try ImporterRegistry.importer(for: document).read(document)
  }

  @Test("Ids, parents, titles, roles, references and the sentence without a number")
  func readsStructure() throws {
    let imported = try read(CodeFixture.text)
    #expect(
      imported.entries.map(\.id) == [
        "secure-design", "P1", "1.1", "1.1.1", "1.2", "P2", "2.1", "2.2", "secure-deployment",
        "P3", "3.1", "3.2",
      ])
    #expect(imported.entry("1.1.1")?.parent == "1.1")
    #expect(imported.entry("2.1")?.parent == "P2")
    #expect(imported.entry("P3")?.parent == "secure-deployment")
    #expect(imported.entry("P1")?.roles == [.systemOperator, .developer, .dataCustodian])
    #expect(
      imported.entry("P1")?.references == ["AAA 2022", "BBB 2023", "Some List (of Things)"])
    #expect(imported.entry("P2")?.references == ["AAA 2022", "CCC", "DDD 2024"])
    #expect(imported.entry("P3")?.roleLine == "")
    #expect(imported.entry("P3")?.statement.hasPrefix("As a part of all this") == true)
  }

  @Test("Statements lose number and fused footnote digit; the raw text keeps the digit")
  func splitsMarkers() throws {
    let imported = try read(CodeFixture.text)
    #expect(imported.entry("1.2")?.statement == "Builders shall hear about new attacks.")
    #expect(imported.entry("1.2")?.rawText == "Builders shall hear about new attacks.5")
    #expect(imported.entry("1.2")?.footnoteMarkers == ["5"])
    #expect(imported.entry("2.1")?.footnoteMarkers == ["6"])
    #expect(imported.entry("1.1")?.statement.contains("version 1.2 of them") == true)
    #expect(imported.entry("1.1")?.footnoteMarkers == [])
  }

  @Test("The verb gives the modality")
  func readsModality() throws {
    let imported = try read(CodeFixture.text)
    let modalities = imported.entries.filter { $0.kind == .provision }.map(\.modality)
    #expect(
      modalities == [
        .required, .recommended, .required, .required, .recommended, .required, .permitted,
      ])
    #expect(imported.entry("2.2")?.secondaryModality == [.permitted])
  }

  @Test("Text between provisions that belongs to none is handed on with its line")
  func keepsUnplacedText() throws {
    let text = CodeFixture.text.replacing("2.2:", with: "A stray remark.\n\n2.2:")
    let imported = try read(text)
    #expect(imported.unplaced.map(\.text) == ["A stray remark."])
    #expect(imported.unplaced.first?.position == "after 2.1")
    #expect(imported.unplaced.first?.locator.text == "line 24")
  }

  @Test("A provision whose principle has lost its heading is still read, and that is said")
  func readsPastLostHeading() throws {
    let text = CodeFixture.text.replacing("Principle 2: Think", with: "2) Think")
    let imported = try read(text)
    #expect(imported.entry("2.2") != nil)
    #expect(imported.entry("P2") == nil)
    #expect(imported.diagnostics.contains { $0.summary.contains("principle 2 was not found") })
  }

  @Test("HTML: points that continue a provision, nested lists, footnotes by element")
  func readsLists() throws {
    let imported = try read(
      """
      <div class="govspeak"><h3>Secure Design</h3><h4>Principle 1: One thing</h4>
      <ol class="legislative-list">
      <li>1.1 Builders shall do this<sup id="fnref:1"><a href="#fn:1">[footnote 1]</a></sup>.
        <ol><li>1.1.1 They should do that:<ul><li>first</li><li>second</li></ul></li></ol></li>
      <li>1.2 They shall rest.</li></ol>
      <h4>Principle 2: Another thing</h4>
      <ol><li>They shall count without numbers.<ol><li>They should nest.</li></ol></li>
      <li>And shall go on.</li></ol>
      <div class="footnotes" role="doc-endnotes"><ol><li>1.1 A note.</li></ol></div></div>
      """)
    #expect(
      imported.entries.map(\.id) == [
        "secure-design", "P1", "1.1", "1.1.1", "1.2", "P2", "2.1", "2.1.1", "2.2",
      ])
    #expect(imported.entry("1.1")?.statement == "Builders shall do this.")
    #expect(imported.entry("1.1")?.footnoteMarkers == ["1"])
    #expect(imported.entry("1.1.1")?.statement == "They should do that: first second")
    #expect(imported.entry("2.1.1")?.statement == "They should nest.")
    #expect(imported.diagnostics.count == 3)
  }
}

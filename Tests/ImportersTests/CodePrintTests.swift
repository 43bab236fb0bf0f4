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

  @Test(
    "The published text, printed: 72 of 72, where it is at hand",
    .enabled(if: SharedFolder.isPresent, Comment(rawValue: SharedFolder.absence)),
    arguments: [true, false])
  func readsPublishedText(_ hasGaps: Bool) throws {
    let bytes = try SharedFolder.bytes("documents/dsit/code-of-practice-2025-principles.txt")
    try check(String(decoding: bytes, as: UTF8.self), hasGaps: hasGaps)
  }
}

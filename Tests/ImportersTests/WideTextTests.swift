import ControlModel
import Diagnostics
import Importers
import Testing

@Suite("Files in UTF-16 give what they give in UTF-8")
struct WideTextTests {
  enum Order: CaseIterable {
    case littleEndian, bigEndian, littleEndianWithoutMark, bigEndianWithoutMark

    func bytes(_ text: String) -> [UInt8] {
      let isLittle = self == .littleEndian || self == .littleEndianWithoutMark
      let hasMark = self == .littleEndian || self == .bigEndian
      return ((hasMark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit in
        let (high, low) = (UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit))
        return isLittle ? [low, high] : [high, low]
      }
    }
  }

  private static let metadata =
    "\"metadata\": {\"title\": \"Doors – ‘x’\", \"last-modified\": \"2024-01-01T00:00:00Z\", "
    + "\"version\": \"1\", \"oscal-version\": \"1.1.2\"}"
  private static let uuid = "74c8ba1e-5cd4-4ad1-bbfd-d888e2f6c724"

  static let files = [
    "{\"catalog\": {\"uuid\": \"\(uuid)\", \(metadata), \"controls\": [{\"id\": \"c-1\", \"title\": \"t\"}]}}",
    """
    <?xml version="1.0" encoding="UTF-16"?>
    <catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0" uuid="\(uuid)"><metadata><title>x – y</title>
    <last-modified>2024-01-01T00:00:00Z</last-modified><version>1</version>
    <oscal-version>1.1.2</oscal-version></metadata>
    <control id="c-1"><title>t</title></control></catalog>
    """,
    """
    catalog:
      uuid: \(uuid)
      metadata: {title: x, last-modified: "2024-01-01T00:00:00Z", version: "1", oscal-version: 1.1.2}
      controls:
      - id: c-1
        title: Ein Türschloß – 門

    """,
    CISOAssistantTests.framework + "\n", "id,title,text\nA.1,Türen,Schließen.\nA.2,x,y\n",
  ]

  private func read(_ bytes: [UInt8]) throws -> FieldImport {
    let file = FieldFile(name: "x", bytes: bytes)
    let format = try #require(FieldFormatRegistry.format(of: file))
    return try format.read(
      file, FieldRequest(today: try #require(CalendarDate("2026-01-01"))))
  }

  @Test("Formats of the field", arguments: files, Order.allCases)
  func readsWide(_ text: String, _ order: Order) throws {
    let plain = text.replacing("encoding=\"UTF-16\"", with: "encoding=\"UTF-8\"")
    let expected = try read(Array(plain.utf8))
    let wide = try read(order.bytes(text))
    #expect(wide.catalogs.map(\.controls) == expected.catalogs.map(\.controls))
    #expect(wide.catalogs.map(\.title) == expected.catalogs.map(\.title))
    #expect(wide.diagnostics == expected.diagnostics)
    // What is kept beside the catalog can be read again, and its digest is that of its bytes.
    #expect(wide.attachments.map(\.bytes) == expected.attachments.map(\.bytes))
    #expect(
      wide.catalogs.map(\.source.documentSHA256) == expected.catalogs.map(\.source.documentSHA256))
    #expect(wide.catalogs.map(\.source.sha256) != expected.catalogs.map(\.source.sha256))
  }

  @Test("UTF-16 that is broken is no text")
  func refusesBroken() {
    let bytes = Order.littleEndian.bytes("id,title\nA.1,x\n") + [0]
    #expect(FieldFile(name: "x", bytes: bytes).text == bytes)
    do {
      _ = try SourceDocument.read(fileName: "x", bytes: bytes)
      Issue.record("was read")
    } catch {
      #expect(error.diagnostics.map(\.id) == ["document-encoding"])
    }
  }
}

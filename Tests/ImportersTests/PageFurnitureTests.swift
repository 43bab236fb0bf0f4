import Testing

@testable import Importers

@Suite struct PageFurnitureTests {
  @Test("heads and feet go; the end of a sentence at the foot of several pages stays")
  func staysAtTheFoot() throws {
    let pages = (1...4).map { page in
      [
        LayoutFixture.text(40, 100, 0, "The title of the guide"),
        LayoutFixture.text(600, 100, 0, "Rule \(page) says that each key of the house"),
        LayoutFixture.text(1190, 100, 0, "is kept safe."),
        LayoutFixture.text(1230, 100, 0, "Page \(page)"),
      ]
    }
    var reader = PopplerReader(fileName: "guide.xml")
    try reader.take(Array(LayoutFixture.document(pages).utf8))
    let texts = try reader.finish().blocks.map(\.text)
    #expect(texts.count { $0.hasSuffix("is kept safe.") } == 4)
    #expect(!texts.contains { $0.contains("title of the guide") || $0.contains("Page") })
  }
}

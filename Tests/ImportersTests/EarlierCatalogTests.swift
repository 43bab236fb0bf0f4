import ControlModel
import FoundationEssentials
import NativeFormats
import Testing
import Workspace

@Suite("The catalog that an earlier import wrote")
struct EarlierCatalogTests {
  /// Digests begin with a letter or a digit, and YAML quotes them accordingly.
  @Test(
    "What came of the same document is not read again",
    arguments: ["cc6ca2bb9ed9e4861c9f7f0136fb8413", "46aa30f482d95505b4520ea5e014a398"])
  func knowsTheSame(sha256: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let source = Catalog.Source(sha256: sha256, importer: "a 1")
    let catalog = Catalog(
      id: "house", title: "House rules", conformance: .coverage, source: source)
    let path = folder.appending(path: "house.yaml").path
    // What follows would be an error, if somebody read it.
    try Data((CatalogFormat.encode(catalog) + "controls: 5\n").utf8).write(
      to: URL(filePath: path))
    #expect(try CatalogReading.earlier(at: path, otherThan: source) == nil)
    #expect(throws: (any Error).self) {
      try CatalogReading.earlier(
        at: path, otherThan: Catalog.Source(sha256: sha256, importer: "a 2"))
    }
  }
}

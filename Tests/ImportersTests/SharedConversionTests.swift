import FoundationEssentials
import Importers
import Testing

@testable import Workspace

@Suite("A PDF that two processes read")
struct SharedConversionTests {
  /// A PDF of pages with a line each, the odd ones in larger type.
  ///
  /// - Parameter count: how its tree of pages says how many there are.
  private func pdf(pages: Int, count: String, more: String = "") -> [UInt8] {
    var objects = ["<</Type/Catalog/Pages 2 0 R>>"]
    let kids = (0..<pages).map { "\(4 + 2 * $0) 0 R" }.joined(separator: " ")
    objects.append("<</Type/Pages \(count)/Kids[\(kids)]>>")
    objects.append("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
    for page in 1...pages {
      objects.append(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 3 0 R>>>>"
          + "/Contents \(objects.count + 2) 0 R>>")
      let size = page.isMultiple(of: 2) ? 11 : 17
      let stream = "BT /F1 \(size) Tf 72 700 Td (Page \(page) of the well-kept book) Tj ET"
      objects.append("<</Length \(stream.utf8.count)>>\nstream\n\(stream)\nendstream")
    }
    var text = "%PDF-1.4\n"
    var table = "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for (index, object) in objects.enumerated() {
      let place = String(text.utf8.count)
      table += String(repeating: "0", count: 10 - place.count) + place + " 00000 n \n"
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    text += table + "trailer\n<</Size \(objects.count + 1)/Root 1 0 R>>\n\(more)"
    text += "startxref\n\(start)\n%%EOF\n"
    return Array(text.utf8)
  }

  private func layout(_ bytes: [UInt8]) async throws -> LayoutDocument {
    let path = FileManager.default.temporaryDirectory.appending(path: "cw-\(UUID().uuidString)")
      .path
    try Data(bytes).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    guard case .layout(let layout) = try await DocumentReading.read(path: path).content else {
      Issue.record("is no PDF")
      return LayoutDocument(pages: [])
    }
    return layout
  }

  @Test("It is the document that one process reads", arguments: [7, 8, 9, 23])
  func isTheSame(pages: Int) async throws {
    // The second blank hides the count.
    let alone = try await layout(pdf(pages: pages, count: "/Count  \(pages)"))
    let shared = try await layout(pdf(pages: pages, count: "/Count \(pages)"))
    #expect(shared == alone)
    #expect(shared.pages.map(\.number) == Array(1...pages))
    #expect(
      shared.pages.map { $0.lines.map(\.text) }
        == (1...pages).map { ["Page \($0) of the well-kept book"] })
    #expect(Set(shared.pages.flatMap(\.lines).flatMap(\.runs).map(\.size)).count == 2)
  }

  @Test(
    "A wrong count costs time only",
    arguments: ["/Count 400", "/Count 99998", "/Count 8", "/Count 0"])
  func wrongCounts(count: String) async throws {
    let outline = "% an outline: \(count)\n"
    let bytes = pdf(pages: 12, count: "/Count  12", more: outline)
    #expect(try await layout(bytes).pages.map(\.number) == Array(1...12))
  }

  @Test("The number of pages, where a PDF says it")
  func counts() {
    func count(_ text: String) -> Int? { PDFSigns.pageCount(Array(text.utf8)) }
    #expect(count("%PDF-1.4\n<</Linearized 1/L 99/O 15/E 5/N 20/T 4/H [ 6 7]>> /Count 300") == 20)
    #expect(count("%PDF-1.4 /Count 5 /Count 20 /Count 15 /Count -70") == 20)
    #expect(count("%PDF-1.4 /Count ") == nil)
    #expect(count("%PDF-1.4 /Count 1234567890123456789012345") == 123_456)
    #expect(count("%PDF-1.6") == nil)
  }

  @Test("The processors that this program may use")
  func processors() {
    func count(_ mask: String) -> Int {
      Processors.count(inStatus: "Name:\tx\nCpus_allowed:\t\(mask)\nCpus_allowed_list:\t0-3\n")
    }
    #expect(count("3") == 2)
    #expect(count("00000000,000000ff") == 8)
    #expect(count("8000") == 1)
    #expect(count("") == 1)
    #expect(Processors.count(inStatus: "") == 1)
  }
}

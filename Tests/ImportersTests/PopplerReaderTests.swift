import Diagnostics
import Importers
import TestSupport
import Testing

@Suite("The XML of pdftohtml, page by page")
struct PopplerReaderTests {
  private func whole(_ bytes: [UInt8]) throws -> LayoutDocument {
    var reader = PopplerReader(fileName: "a.xml")
    try reader.take(bytes)
    return try reader.finish()
  }

  @Test("Cut anywhere, it gives the same document")
  func cutAnywhere() throws {
    let bytes = Array(GuidelinesFixture.xml.utf8)
    let expected = try whole(bytes)
    #expect(expected.pages.count == 5)
    var random = SplitMix64(seed: 20)
    for _ in 0..<200 {
      var reader = PopplerReader(fileName: "a.xml")
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = Int.random(in: 1...(Bool.random(using: &random) ? 12 : 3000), using: &random)
        try reader.take(Array(rest.prefix(count)))
        rest = rest.dropFirst(count)
      }
      #expect(try reader.finish() == expected)
    }
  }

  @Test("A type size holds for the pages that follow")
  func sizesGoOn() throws {
    let pages = try whole(
      Array(
        """
        <pdf2xml><page number="1" height="9" width="9"><fontspec id="0" size="17"/></page>
        <page number="2" height="9" width="9">
        <text top="1" left="1" width="5" height="2" font="0">Later</text></page></pdf2xml>
        """.utf8)
    ).pages
    #expect(pages.map(\.number) == [1, 2])
    #expect(pages[1].lines.flatMap(\.runs).map(\.size) == [17])
  }

  @Test("Lines of problems count from the beginning, and a cut-off document is told")
  func tellsLines() throws {
    let page = "<page number=\"1\">\n</page>\n"
    let broken = "<pdf2xml>\n" + page + page + "<page number=\"3\">\n<text></page>\n</pdf2xml>"
    let problem = try #require(throws: Refusal.self) { try whole(Array(broken.utf8)) }
    #expect(problem.diagnostics.first?.location?.line == 7)
    let cut = try #require(throws: Refusal.self) {
      try whole(Array(("<pdf2xml>\n" + page + "<page number=\"2\">").utf8))
    }
    #expect(cut.diagnostics.first?.hints == ["is the file complete?"])
    #expect(throws: Refusal.self) { try whole([]) }
  }

  @Test("The limits hold for all pages together")
  func limitsAddUp() throws {
    let page = "<page>" + String(repeating: "<text/>", count: 999) + "</page>"
    let many = "<pdf2xml>" + String(repeating: page, count: 101) + "</pdf2xml>"
    let problem = try #require(throws: Refusal.self) { try whole(Array(many.utf8)) }
    #expect(problem.diagnostics.first?.id == "markup-too-large")
    #expect(problem.diagnostics.first?.summary == "has more than 100000 elements")
    let few = "<pdf2xml>" + String(repeating: page, count: 90) + "</pdf2xml>"
    #expect(try whole(Array(few.utf8)).pages.count == 90)
  }

  @Test("Pages that two conversions gave are the document that one gives")
  func sharedPages() throws {
    let xml = GuidelinesFixture.xml
    let expected = try whole(Array(xml.utf8))
    let end = "</page>"
    let parts = xml.split(separator: "<page ", omittingEmptySubsequences: false)
    for count in 1..<expected.pages.count {
      // Each conversion declares the type sizes of its own pages.
      let head = parts[1...count].map { "<page " + $0 }.joined()
      let fonts = xml.split(separator: "\n").filter { $0.contains("<fontspec") }.joined()
      var tail = parts[(count + 1)...].map { "<page " + $0 }.joined()
      let opening = try #require(tail.firstIndex(of: ">"))
      tail.insert(contentsOf: fonts, at: tail.index(after: opening))
      var front = PopplerReader(fileName: "a.xml")
      var back = PopplerReader(fileName: "a.xml")
      try front.take(Array(("<pdf2xml>" + head + "</pdf2xml>").utf8))
      try back.take(Array(("<pdf2xml>" + tail).utf8))
      #expect(head.contains(end) && tail.contains(end))
      #expect(try front.finish(before: back) == expected)
    }
  }

  @Test("A document of more pages than any standard has")
  func pageLimit() throws {
    func pages(_ count: Int) -> [UInt8] {
      Array(("<pdf2xml>" + String(repeating: "<page></page>", count: count) + "</pdf2xml>").utf8)
    }
    #expect(try whole(pages(5000)).pages.count == 5000)
    let problem = try #require(throws: Refusal.self) { try whole(pages(5001)) }
    #expect(problem.diagnostics.first?.summary == "has more than 5000 pages")
    var front = PopplerReader(fileName: "a.xml")
    var back = PopplerReader(fileName: "a.xml")
    try front.take(pages(2501))
    try back.take(pages(2500))
    let both = try #require(throws: Refusal.self) { try front.finish(before: back) }
    #expect(both.diagnostics.first?.summary == "has more than 5000 pages")
  }

  @Test("The limits hold for the pages of two conversions together")
  func limitsOfBoth() throws {
    let page = "<page>" + String(repeating: "<text/>", count: 999) + "</page>"
    let half = Array(("<pdf2xml>" + String(repeating: page, count: 51) + "</pdf2xml>").utf8)
    var front = PopplerReader(fileName: "a.xml")
    var back = PopplerReader(fileName: "a.xml")
    try front.take(half)
    try back.take(half)
    let problem = try #require(throws: Refusal.self) { try front.finish(before: back) }
    #expect(problem.diagnostics.first?.id == "markup-too-large")
  }
}

import Markup
import Testing

@Suite("HTML and XML become values")
struct MarkupParserTests {
  private func html(_ text: String) throws(MarkupFailure) -> MarkupElement {
    try MarkupParser.html(Array(text.utf8))
  }

  private func xml(_ text: String) throws(MarkupFailure) -> MarkupElement {
    try MarkupParser.xml(Array(text.utf8))
  }

  private func reason(
    _ work: () throws(MarkupFailure) -> MarkupElement
  ) -> MarkupFailure.Reason? {
    do {
      _ = try work()
      return nil
    } catch {
      return error.reason
    }
  }

  @Test("Names, attributes, text and lines of HTML")
  func readsHTML() throws {
    let root = try html("<!DOCTYPE html>\n<p CLASS='one two'>a&nbsp;b\n<p id=x>c <b>d</b> e</p>")
    #expect(root.name == "html")
    let paragraphs = root.all { $0.name == "p" }
    #expect(paragraphs.map(\.text) == ["a\u{A0}b\n", "c d e"])
    #expect(paragraphs.map(\.line) == [2, 3])
    #expect(paragraphs.first?.hasClass("two") == true)
    #expect(paragraphs.last?.attribute("id") == "x")
  }

  @Test("The declared encoding of a page does not matter: the bytes are UTF-8")
  func ignoresDeclaredEncoding() throws {
    let page = try html("<meta charset=iso-8859-1><p>organisation’s £</p>")
    #expect(page.first { $0.name == "p" }?.text == "organisation’s £")
    let data = try xml("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>é’</a>")
    #expect(data.text == "é’")
  }

  @Test("Names, attributes, text and lines of XML; a document type is not loaded")
  func readsXML() throws {
    let root = try xml(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE pages SYSTEM "file:///etc/passwd">
      <pages><page n='1'>a &amp; b<![CDATA[ < c]]></page>
      <page n='2'/></pages>
      """)
    #expect(root.elements.map { $0.attribute("n") } == ["1", "2"])
    #expect(root.elements.map(\.line) == [3, 4])
    #expect(root.elements.first?.text == "a & b < c")
  }

  @Test("Broken XML says where")
  func saysWhereXMLIsBroken() {
    do throws(MarkupFailure) {
      _ = try xml("<a>\n<b>\n</a>")
      Issue.record("was read")
    } catch {
      #expect(error.reason == .malformed)
      #expect(error.line == 3)
      #expect(error.message.contains("not well-formed"))
    }
  }

  @Test(
    "Entities of the document's own are refused",
    arguments: [
      "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>",
      "<!DOCTYPE a SYSTEM 'a.dtd' [<!ENTITY % x SYSTEM 'http://example.org/'> %x;]><a/>",
      "<!DOCTYPE a SYSTEM 'a.dtd'><a>&undeclared;</a>",
    ])
  func refusesEntities(_ text: String) {
    #expect(reason { () throws(MarkupFailure) in try xml(text) } == .entities)
  }

  @Test("Nesting beyond the limit is refused, not cut off")
  func refusesDeepNesting() {
    let deep = String(repeating: "<div>", count: 300) + "lost"
    #expect(reason { () throws(MarkupFailure) in try html(deep) } == .tooDeep)
    let tags = String(repeating: "<a>", count: 300) + String(repeating: "</a>", count: 300)
    #expect(reason { () throws(MarkupFailure) in try xml(tags) } == .tooDeep)
    let fine = String(repeating: "<div>", count: 200) + "kept"
    #expect(reason { () throws(MarkupFailure) in try html(fine) } == nil)
  }

  @Test(
    "A tag with very many attributes is refused",
    arguments: [(100_000, " ", "='x'"), (300, "\n", ""), (300, "", "=\"x\"")])
  func refusesManyAttributes(count: Int, before: String, after: String) {
    let attributes = (0..<count).map { "\(before)a\($0)\(after)" }.joined()
    #expect(reason { () throws(MarkupFailure) in try html("<p \(attributes)>") } == .hugeTag)
    #expect(reason { () throws(MarkupFailure) in try xml("<p \(attributes)/>") } == .hugeTag)
  }

  @Test("Scripts, styles, comments and long data addresses are no tags with many attributes")
  func sparesScripts() throws {
    let words = (0..<400).map { "w\($0)" }.joined(separator: " ")
    let image = String(repeating: "A", count: 100_000)
    let root = try html(
      """
      <script>if (a<b \(words)) {}</script><style>a<b \(words)</style><!-- <b \(words) -->
      <img src="data:image/png;base64,\(image)"><p>kept</p>
      """)
    #expect(root.first { $0.name == "p" }?.text == "kept")
  }

  @Test("What is no text is refused")
  func refusesBytes() {
    #expect(
      reason { () throws(MarkupFailure) in try MarkupParser.html([0x3C, 0x70, 0x3E, 0xFF, 0xFE]) }
        == .encoding)
    #expect(
      reason { () throws(MarkupFailure) in try html("<p>a\0b</p>") } == .encoding)
    #expect(reason { () throws(MarkupFailure) in try html("") } == .empty)
    #expect(reason { () throws(MarkupFailure) in try xml("  ") } == .malformed)
    let limits = MarkupLimits(bytes: 10)
    #expect(
      reason { () throws(MarkupFailure) in
        try MarkupParser.html(Array("<p>0123456789</p>".utf8), limits: limits)
      } == .tooLarge)
  }
}

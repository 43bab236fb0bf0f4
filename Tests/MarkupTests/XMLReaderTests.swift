import Markup
import Testing

@Suite struct XMLReaderTests {
  /// What the reader tells of a document, one word for each event.
  private func events(_ text: String) throws -> [String] {
    var reader = try XMLReader(Array(text.utf8))
    var events: [String] = []
    while true {
      switch try reader.next() {
      case .start:
        let attributes = reader.attributes.map { " \($0.name)=\($0.value)" }.joined()
        events.append("<\(reader.name)\(attributes)>")
      case .end: events.append("</\(reader.name)>")
      case .text: events.append(reader.text)
      case .endOfDocument: return events
      }
    }
  }

  @Test func readsADocument() throws {
    #expect(
      try events(
        "<?xml version='1.0'?><!-- c --><a x='1' y=\"&lt;2\"><b/>t&amp;<![CDATA[<u>]]></a>\n")
        == ["<a x=1 y=<2>", "<b>", "</b>", "t&<u>", "</a>"])
    #expect(try events("<a>one<!-- c -->two<?p?>three</a>") == ["<a>", "onetwothree", "</a>"])
    #expect(try events("<a b='1&#10;2\n3'>x\r\ny&#13;</a>") == ["<a b=1\n2 3>", "x\ny\r", "</a>"])
  }

  @Test func knowsNamespacesAndLines() throws {
    var reader = try XMLReader(Array("<a xmlns='u'\n xmlns:p='v'><p:b/><c xmlns=''/><d/></a>".utf8))
    var found: [String] = []
    while true {
      let event = try reader.next()
      if event == .start { found.append("\(reader.name) \(reader.namespace) \(reader.line)") }
      if event == .endOfDocument { break }
    }
    #expect(found == ["a u 1", "b v 2", "c  2", "d u 2"])
  }

  @Test(arguments: [
    "", " ", "a", "<a", "<a>", "</a>", "<a></b>", "<a/><b/>", "<a/>x", "<a x/>", "<a x=1/>",
    "<a x='1' x='2'/>", "<a x='1'y='2'/>", "<a x='<'/>", "<a>&b;</a>", "<a>&</a>", "<a>&#0;</a>",
    "<a>\u{1}</a>", "<!DOCTYPE a><a/>", "<p:a/>", "<a><!-- </a>", "<a><![CDATA[</a>", "< a/>",
    "<?xml version='1.0' encoding='latin1'?><a/>", "<1/>",
  ]) func refuses(text: String) {
    #expect(throws: MarkupFailure.self) { _ = try events(text) }
  }

  @Test func isBounded() {
    let tag = "<a " + (0..<300).map { "x\($0)='' " }.joined() + "/>"
    #expect(throws: MarkupFailure.self) { _ = try events(tag) }
    #expect(throws: MarkupFailure.self) { _ = try events(String(repeating: "<a>", count: 1_000)) }
  }
}

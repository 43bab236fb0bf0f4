import HTMLTree
import TestSupport
import Testing

/// What is written is what was meant, whatever the text.
@Suite struct HTMLFormatterTests {
  private func text(_ html: HTML) -> String {
    String(decoding: HTMLFormatter.bytes(of: html), as: UTF8.self)
  }

  @Test func elementsAttributesAndText() {
    #expect(
      text(.tag(.p, [.class("a b"), .id("x-1"), .hidden], "1 < 2 ", .tag(.b, [], "& more")))
        == "\n<p class=\"a b\" id=x-1 hidden>1 &lt; 2 <b>&amp; more</b></p>")
    #expect(text(.tag(.rect, [Attribute(.width, "6")])) == "<rect width=6 />")
    #expect(text(.tag(.td, [], "1", .nothing)) == "<td>1")
  }

  @Test func nothingEndsAnAttribute() {
    for value in ["a\" onload=\"x", "a'b", "a b", "", "a>b", "a=b", "a`b", "a/", "a\u{0}b"] {
      let written = text(.tag(.b, [Attribute(.title, value)]))
      #expect(written.hasPrefix("<b title=\"") && written.hasSuffix("\"></b>"), "\(written)")
      #expect(!written.dropFirst(10).dropLast(6).contains { "\"<>\u{0}".contains($0) })
    }
  }

  /// Whatever the text is made of, no markup comes out of it, and the same text is read back.
  @Test func anyTextIsInert() {
    var random = SplitMix64(seed: 7)
    let pieces = [
      "<", ">", "&", "\"", "'", "</p>", "<script>", "]]>", "-->", "&amp;", "&#x3C;", "é", "–", "𝛼",
      "\u{202E}", "\u{0}", "\u{85}", "\n", "a", " ",
    ]
    for _ in 0..<500 {
      let source = (0..<random.number(1...12)).map { _ in random.one(of: pieces) }.joined()
      let written = text(.text(source))
      #expect(!written.contains { "<>\"\u{202E}\u{0}\u{85}".contains($0) })
      let read = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")]
        .reduce(written) { $0.replacing($1.0, with: $1.1) }
      let expected = String(
        String.UnicodeScalarView(
          source.unicodeScalars.map {
            "\u{202E}\u{0}\u{85}".unicodeScalars.contains($0) ? "\u{FFFD}" : $0
          }))
      #expect(read == expected)
    }
  }

  @Test func linksLeadIntoThePageOnly() {
    for id in ["javascript:alert(1)", "//x.example", "https://x", "a b\"><c", "%41", "ä"] {
      guard case .some(let value) = Attribute.link(to: id).value else { return }
      #expect(value.hasPrefix("#"))
      #expect(value.dropFirst().allSatisfy { $0.isASCII && !"\"<>&: #".contains($0) }, "\(value)")
    }
    #expect(Attribute.link(to: "rand/SL2.WS.1").value == "#rand/SL2.WS.1")
    #expect(Fragment.encoded("a b%") == "a%20b%25")
  }

  @Test func codeThatWouldEndItsElementIsLeftOut() {
    #expect(text(.tag(.style, [], "a > b")) == "\n<style>a > b</style>")
    #expect(text(.tag(.script, [], "'</script>'")) == "\n<script></script>")
  }
}

import Testing

@testable import Importers

@Suite("What stands between the signs of a tag in Markdown")
struct MarkdownTagTests {
  private static let cases: [(String, String)] = [
    ("They <em>shall</em> look.", "They shall look."),
    ("They <span class=\"a\">shall</span> look.", "They shall look."),
    ("See <https://example.org/a?b=1>.", "See https://example.org/a?b=1."),
    ("More than <x and y> of it.", "More than <x and y> of it."),
    ("One < two and b > a.", "One < two and b > a."),
    ("An <a id=\"x\"></a>anchor<wbr/>.", "An anchor."),
  ]

  @Test("Tags go; text and addresses stay", arguments: cases)
  func shown(_ text: String, _ expected: String) {
    let lines = ["# One", "# Two", "# Three", "# Four", "# Five", text]
    #expect(MarkdownText.plain(lines)?.last == expected)
    #expect(PagedMarkdown.plain(lines).last == expected)
  }
}

import OSCAL
import Testing

@Suite struct MarkdownTests {
  /// The prose of the only part of a catalog in JSON.
  private func prose(_ markdown: String) throws -> [OSCALBlock] {
    let escaped = markdown.map { character in
      switch character {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\n": "\\n"
      default: String(character)
      }
    }.joined()
    let json = """
      {"catalog": {"uuid": "u", "metadata": {"title": "T", "last-modified": "2026-01-01T00:00:00Z",
      "version": "1", "oscal-version": "1.1.2"}, "controls": [{"id": "a", "title": "A",
      "parts": [{"name": "statement", "prose": "\(escaped)"}]}]}}
      """
    let reading = try OSCALReader.read(Array(json.utf8), file: "a.json")
    guard case .catalog(let catalog) = reading.document else { return [] }
    return catalog.controls[0].parts[0].prose?.blocks ?? []
  }

  @Test func readsNISTsNotation() throws {
    #expect(
      try prose("Rotate {{ insert: param, a_1 }} as in [AC-2](#ac-2), the \"term\" and *this*.")
        == [
          .paragraph([
            .text("Rotate "), .insert(type: "param", idRef: "a_1"), .text(" as in "),
            .anchor(href: "#ac-2", title: nil, [.text("AC-2")]), .text(", the "),
            .phrase(.q, [.text("term")]), .text(" and "), .phrase(.em, [.text("this")]), .text("."),
          ])
        ])
  }

  @Test func readsBlocks() throws {
    #expect(
      try prose("One\n\n- a\n- b\n  1. c\n\n> said\n\n| h | i |\n|---|--:|\n| j | k |") == [
        .paragraph([.text("One")]),
        .bulletList([
          .init([.inlines([.text("a")])]),
          .init([
            .inlines([.text("b")]),
            .block(.orderedList(start: nil, [.init([.inlines([.text("c")])])])),
          ]),
        ]), .quote([.paragraph([.text("said")])]),
        .table([
          [
            .init(isHeader: true, [.text("h")]),
            .init(isHeader: true, align: "right", [.text("i")]),
          ],
          [.init([.text("j")]), .init(align: "right", [.text("k")])],
        ]),
      ])
  }

  @Test(arguments: [
    "5 * 3 * 2", "snake_case_name", "a ** b", "[not a link]", "{{ something }}", "a & b", "x < y",
    "back\\slash", "~", "^", "a `b",
  ]) func leavesTextAlone(text: String) throws {
    #expect(try prose(text) == [.paragraph([.text(text)])])
  }

  /// Marks that nothing closes must not cost more than their number.
  @Test(arguments: [
    "*", "_a ", "`", "[", "](", "<b>", "<a href=\"", "\"", "{{", "{{ insert", "~^", "> ", "- ",
  ])
  func endsOnHostileProse(mark: String) throws {
    let text = String(repeating: mark, count: 60_000 / mark.utf8.count)
    #expect(try !prose(text).isEmpty)
  }
}

import ControlModel
import Diagnostics
import Testing

@testable import Importers

@Suite("Settings of the ETSI standard that part, hide or join its provisions")
struct StandardPrintTests {
  private func standard(_ text: String) throws -> ImportedDocument {
    try SecuringAIImporter().read(
      SourceDocument.read(fileName: "standard", bytes: Array(text.utf8)))
  }

  private func provisions(_ document: ImportedDocument) -> [String] {
    document.entries.filter { $0.kind == .provision }.map { "\($0.id) \($0.statement)" }
  }

  @Test("Marks of points above each other take a point each, and nothing else")
  func readsStackedMarks() throws {
    let document = try standard(
      """
      ETSI EN 304 223 V2.1.1 (2025-12)
      5.1.1 Principle 1: Raise awareness
      Provision 5.1.1-1: Staff shall:
      •
      -

      train often;
      note all of it;
      and ask.

      Provision 5.1.1-2: Teams shall:
      a)
      b)

      keep up with
      all news;
      read; and
      NOTE:

      A remark.

      5.1.2

      Principle 2: Design
      Provision 5.1.2-1: Operators shall:
      –
      –

      assess.
      \u{C}ETSI EN 304 223 V2.1.1 (2025-12)
      Provision 5.1.2-2: Operators shall act.
      """)
    #expect(
      provisions(document) == [
        "5.1.1-1 Staff shall: train often; note all of it; and ask.",
        "5.1.1-2 Teams shall: a) keep up with all news; b) read; and",
        "5.1.2-1 Operators shall: assess.", "5.1.2-2 Operators shall act.",
      ])
    #expect(document.entry("5.1.1-2")?.notes == ["NOTE: A remark."])
    #expect(document.entry("5.1.2")?.title == "Design")
    #expect(document.unplaced.isEmpty)
    #expect(document.diagnostics.contains { $0.summary.hasPrefix("the marks of 1 points stand") })
  }

  @Test("A dash in a sentence is no point, and a list without a colon is its provision's")
  func tellsDashes() throws {
    let document = try standard(
      """
      5.1.1 Principle 1: Raise awareness
      Provision 5.1.1-1: Staff shall train (all of them)
      – at least once [i.
      11] a year.

      a) in theory;

      b) in practice
      – and well.

      Provision 5.1.1-2: Teams shall keep up.
      """)
    #expect(
      provisions(document) == [
        "5.1.1-1 Staff shall train (all of them) – at least once [i.11] a year. a) in theory; "
          + "b) in practice and well.",
        "5.1.1-2 Teams shall keep up.",
      ])
  }

  @Test("A number above the feet of its page is the page's, and an annex ends the clauses")
  func endsPages() throws {
    let pages = (1...4).map { number in
      """
      Provision 5.1.1-\(number): Teams shall do this and then, without
      an end
      \(number + 6)
      ETSI EN 304 223 V2.1.1 (2025-12)
      ETSI
      \u{C}of it, do that
      """
    }
    let document = try standard(
      "5.1.1 Principle 1: Raise awareness\n" + pages.joined(separator: "\n")
        + "\nAnnex A (informative):\nRelation\n5.1.1-1\n1.1\n")
    #expect(
      provisions(document)
        == (1...4).map {
          "5.1.1-\($0) Teams shall do this and then, without an end of it, do that"
        })
  }

  @Test("HTML in which each page is a document of its own")
  func readsSeries() throws {
    let page = { (number: Int, lines: [String]) in
      """
      <!DOCTYPE html>
      <html><head><title>x</title><style>.ft\(number)0{font-size:15px;}</style></head>
      <body><div id="page\(number)-div" style="position:relative;width:892px;height:1262px;">
      """
        + lines.enumerated().map {
          "<p style=\"position:absolute;top:\(200 + 20 * $0)px;left:94px\" class=\"ft\(number)0\">"
            + "\($1)</p>\n"
        }.joined() + "</div></body>\n</html>\n"
    }
    let document = try standard(
      page(1, ["5.1.1 Principle 1: Raise awareness", "Provision 5.1.1-1 Staff shall train."])
        + page(2, ["Provision 5.1.1-2 Teams shall keep up."]))
    #expect(
      provisions(document) == ["5.1.1-1 Staff shall train.", "5.1.1-2 Teams shall keep up."])
    #expect(HTMLSeries.joined("<html></html>\n") == "<html></html>\n")
    #expect(HTMLSeries.joined("a</html>b</html>c") == "ab</html>c")
  }
}

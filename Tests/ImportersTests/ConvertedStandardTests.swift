import ControlModel
import Diagnostics
import Testing

@testable import Importers

@Suite("What converters make of the ETSI standard")
struct ConvertedStandardTests {
  private func standard(_ text: String) throws -> ImportedDocument {
    let source = try SourceDocument.read(fileName: "standard", bytes: Array(text.utf8))
    #expect(SecuringAIImporter().recognises(source))
    return try SecuringAIImporter().read(source)
  }

  private func statements(_ document: ImportedDocument) -> [String] {
    document.entries.filter { $0.kind == .provision }
      .map { "\($0.id) \($0.statement)" }
  }

  private static let provisions = [
    "5.1.1-1 Staff shall train, and note it [i.3]:  a list; of two.",
    "5.1.1-1.1 Training should suit the role.",
    "5.1.1-2 Teams shall keep up (see clause 5.2.1).",
    "5.1.2-1 Operators shall assess first.",
  ].map { $0.replacing("  ", with: " ") }

  @Test("ETSI in Markdown of several converters")
  func readsMarkdown() throws {
    let forms = [
      """
      # ETSI EN 304 223 V2.1.1 (2025-12)

      ## []{#anchor-1}5.1 Secure Design {#secure .numbered}

      ### []{#anchor-2}5.1.1 Principle 1: Raise awareness

      **Primarily applies to:** Developers

      **Provision 5.1.1-1** Staff shall train, and note it \\[i.3\\]:

      -   a list;
      -   of two.

      **Provision 5.1.1\\-1.1** Training should suit
      the role.

      > NOTE: See \\[i.1\\].

      **Provision 5.1.1-2** Teams shall keep up (see clause 5.2.1).

      ### 5.1.2 Principle 2: Design

      **Provision 5.1.2-1** Operators shall assess first.
      """,
      """
      {0}------------------------------------------------

      ETSI EN 304 223 V2.1.1 (2025-12)

      # <span id="page-8-0"></span>**5.1 Secure Design**

      ## <span id="page-8-1"></span>**5.1.1 Principle 1: Raise awareness**

      **Primarily applies to:** Developers

      **Provision 5.1.1-1** Staff shall train, and note it [\\[i.3\\]](#page-5-0):

      - a list;
      - of two.

      {1}------------------------------------------------

      **Provision 5.1.1-1.1** Training should suit the _role_.<sup>2</sup>

      NOTE: See [i.1](#page-5-1).

      {2}------------------------------------------------

      **Provision 5.1.1-2** Teams shall keep up (see clause [5.2.1](#page-9-0)).

      ![](_page_9_Picture_1.jpeg)

      ## **5.1.2 Principle 2: Design**

      **Provision 5.1.2-1** Operators shall assess first.

      {3}------------------------------------------------
      """,
      """
      ETSI EN 304 223 V2.1.1 (2025-12)

      ## 5.1 Secure Design

      ## 5.1.1 Principle 1: Raise awareness

      Primarily applies to: Developers

      | Provision 5.1.1-1 | Staff shall train, and note it [i.3]: |
      |---|---|

      - • a list;
      - • of two.

      <!-- image -->

      | Provision 5.1.1-1.1 | Training should suit the role. |

      - NOTE: See [i.1].

      Provision 5.1.1-2 Teams shall keep up (see clause 5.2.1).

      ## 5.1.2 Principle 2: Design

      <table><tr><td>Provision 5.1.2-1</td><td>Operators shall assess first.</td></tr></table>
      """,
    ]
    for (index, form) in forms.enumerated() {
      let document = try standard(form)
      #expect(statements(document) == Self.provisions, "form \(index)")
      #expect(document.entry("5.1.1")?.title == "Raise awareness", "form \(index)")
      #expect(document.entry("5.1.1")?.roles == [.developer], "form \(index)")
      #expect(document.entry("5.1.1-1.1")?.notes == ["NOTE: See [i.1]."], "form \(index)")
      #expect(document.unplaced.isEmpty, "form \(index): \(document.unplaced)")
    }
  }

  @Test("ETSI in HTML: by paragraphs, by line breaks, in tables, and with each line at its place")
  func readsHTML() throws {
    let forms = [
      """
      <html><body><h1>ETSI EN 304 223 V2.1.1 (2025-12)</h1><h2>5.1 Secure Design</h2>
      <h3>5.1.1&#9;Principle 1: Raise awareness</h3><p><b>Primarily applies to:</b> Developers</p>
      <p><b>Provision&nbsp;5.1.1&#8209;1</b> Staff shall train, and note it [i.3]:</p>
      <ul><li>a list;<li>of two.</ul>
      <table><tr><td>Provision 5.1.1-1.1</td><td><p>Training should suit the role.<sup>4</sup></p>
      <p>NOTE:<span>&#9;</span>See [i.1].</p></td></tr></table>
      <p>Provision 5.1.1-2 Teams shall
      keep up (see clause 5.2.1).</p><h3>5.1.2 Principle 2: Design</h3>
      <p>Provision 5.1.2-1 Operators shall assess first.</p></body></html>
      """,
      """
      <html><body><a name=1></a>ETSI EN 304 223 V2.1.1 (2025-12)<br/><hr/>
      <a name=2></a><b>8</b><br/><b>ETSI EN 304 223 V2.1.1 (2025-12)</b><br/>
      5.1<br/>Secure Design<br/>5.1.1<br/>Principle 1: Raise&#160;awareness<br/>
      <b>Primarily&#160;applies&#160;to:&#160;</b>Developers<br/>
      <b>Provision&#160;5.1.1-1</b>&#160;Staff&#160;shall&#160;train,&#160;and note it [i.3]:<br/>
      •<br/>a list;<br/>•<br/>of two.<br/>
      <b>Provision&#160;5.1.1-1.1</b>&#160;Training should<br/><i><b>ETSI</b></i><br/><hr/>
      <a name=3></a><b>9</b><br/><b>ETSI EN 304 223 V2.1.1 (2025-12)</b><br/>
      suit the role.<br/>NOTE:<br/>See [i.1].<br/>
      <b>Provision 5.1.1-2</b> Teams shall keep up (see clause 5.2.1).<br/>
      5.1.2<br/>Principle 2: Design<br/><b>Provision 5.1.2-1</b> Operators shall assess first.<br/>
      <i><b>ETSI</b></i><br/><hr/></body></html>
      """,
      Self.positioned,
    ]
    for (index, form) in forms.enumerated() {
      let document = try standard(form)
      #expect(statements(document) == Self.provisions, "form \(index)")
      #expect(document.entry("5.1.1")?.title == "Raise awareness", "form \(index)")
      #expect(document.entry("5.1.1-1.1")?.notes == ["NOTE: See [i.1]."], "form \(index)")
      #expect(document.unplaced.isEmpty, "form \(index): \(document.unplaced)")
    }
  }

  /// As `pdftohtml -c`: headings last, fonts told where they come first.
  private static let positioned: String = {
    func line(_ top: Int, _ left: Int, _ font: String, _ text: String) -> String {
      "<p style=\"position:absolute;top:\(top)px;left:\(left)px;white-space:nowrap\" "
        + "class=\"\(font)\">\(text)</p>"
    }
    func page(_ number: Int, _ fonts: String, _ lines: [String]) -> String {
      "<a name=\"\(number)\"></a><style><!--\n\(fonts)\n--></style>"
        + "<div id=\"page\(number)-div\" style=\"position:relative;width:892px;height:1262px;\">\n"
        + lines.joined(separator: "\n") + "</div>\n"
    }
    return "<html><body>"
      + page(
        1,
        ".ft10{font-size:15px;font-family:A;}\n.ft11{font-size:15px;line-height:17px;}\n"
          + ".ft12{font-size:8px;}\n.ft13{font-size:21px;}\n.ft14{font-size:11px;}",
        [line(89, 300, "ft10", "<b>ETSI&#160;EN&#160;304&#160;223&#160;V2.1.1&#160;(2025-12)</b>")])
      + page(
        2, "",
        [
          line(300, 85, "ft20", "<b>Primarily applies to: </b>Developers"),
          line(330, 85, "ft20", "<b>Provision 5.1.1-1</b> Staff shall train, and note it [i.3]:"),
          line(350, 99, "ft20", "•"), line(350, 117, "ft20", "a list;"),
          line(370, 99, "ft20", "•"), line(370, 117, "ft20", "of two."),
          line(400, 85, "ft21", "<b>Provision 5.1.1-1.1</b> Training should<br/>suit the role."),
          line(415, 175, "ft22", "4"),
          line(440, 99, "ft20", "NOTE:"), line(440, 160, "ft20", "See [i.1]."),
          line(470, 85, "ft20", "<b>Provision 5.1.1-2</b> Teams shall keep up (see clause 5.2.1)."),
          line(560, 85, "ft20", "<b>Provision 5.1.2-1</b> Operators shall assess first."),
          line(1100, 85, "ft24", "4 A note on roles."),
          line(1200, 430, "ft20", "<i><b>ETSI</b></i>"),
          line(67, 442, "ft20", "<b>8</b>"),
          line(67, 569, "ft20", "<b>ETSI EN 304 223 V2.1.1 (2025-12)</b>"),
          line(200, 85, "ft23", "5.1"), line(200, 170, "ft23", "Secure Design"),
          line(250, 85, "ft23", "5.1.1"), line(250, 170, "ft23", "Principle 1: Raise awareness"),
          line(510, 85, "ft23", "5.1.2"), line(510, 170, "ft23", "Principle 2: Design"),
        ]) + "</body></html>"
  }()

  @Test("A page about the standard is not the standard")
  func refusesPageAbout() throws {
    let page = """
      <html><body><h1>ETSI EN 304 223 V2.1.1 (2025-12)</h1><p>Provision 5.1.1-1 is the first.</p>
      <a href="x.pdf">Download</a></body></html>
      """
    let source = try SourceDocument.read(fileName: "page", bytes: Array(page.utf8))
    #expect(!SecuringAIImporter().recognises(source))
  }

  @Test("Marks between pages and a licensee's name on every page are no text")
  func skipsMarks() throws {
    var text = "ETSI EN 304 223 V2.1.1 (2025-12)\n5.1 Secure Design\n"
    for page in 1...8 {
      text += "5.1.\(page) Principle \(page): A title\nProvision 5.1.\(page)-1 Teams shall keep\n"
      text += "Licensed to A. Reader, copy \(page)\nan eye on it.\n\n-- \(page) of 8 --\n\n"
    }
    let document = try standard(text)
    #expect(
      statements(document) == (1...8).map { "5.1.\($0)-1 Teams shall keep an eye on it." })
    #expect(document.unplaced.isEmpty)
  }

  @Test("Windows-1252 without a declaration, and not UTF-8 with a broken place")
  func readsWindows1252() throws {
    let head = "ETSI EN 304 223 V2.1.1 (2025-12)\n5.1.1 Principle 1: A title\nProvision 5.1.1-1 Caf"
    let latin = Array(head.utf8) + [0xE9] + Array("s shall keep the user".utf8) + [0x92]
    let source = try SourceDocument.read(
      fileName: "standard", bytes: latin + Array("s data.\n".utf8))
    #expect(
      statements(try SecuringAIImporter().read(source)) == [
        "5.1.1-1 Cafés shall keep the user’s data."
      ])
    #expect(throws: Refusal.self) {
      _ = try SourceDocument.read(
        fileName: "standard", bytes: Array("Cafés and th".utf8) + [0xC3] + Array("s.\n".utf8))
    }
  }
}

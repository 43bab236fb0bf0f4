import Archive
import ControlModel
import Diagnostics
import Importers
import Testing

@Suite("The Code as ODT")
struct OpenDocumentTests {
  private func read(_ bytes: [UInt8]) throws -> ImportedDocument {
    let document = try SourceDocument.read(fileName: "x.odt", bytes: bytes)
    #expect(document.form == .odt)
    return try ImporterRegistry.importer(for: document).read(document)
  }

  private func plain() throws -> ImportedDocument {
    let document = try SourceDocument.read(fileName: "x", bytes: CodeFixture.bytes)
    return try ImporterRegistry.importer(for: document).read(document)
  }

  /// The lines of the fixture, each as `write` has it.
  private func body(_ write: (_ line: String) -> String) -> String {
    CodeFixture.text.split(separator: "\n").map { write(String($0)) }.joined()
  }

  private func split(_ line: String, isClause: Bool) -> (level: Int, rest: String)? {
    let number = line.prefix { $0.isNumber || $0 == "." || $0 == ":" }
    guard isClause, !number.isEmpty else { return nil }
    return (
      number.split { !$0.isNumber }.count, String(line.dropFirst(number.count).drop { $0 == " " })
    )
  }

  private func expectSame(_ one: ImportedDocument, _ other: ImportedDocument) {
    #expect(one.entries.map(\.id) == other.entries.map(\.id))
    #expect(one.entries.map(\.title) == other.entries.map(\.title))
    #expect(one.entries.map(\.statement) == other.entries.map(\.statement))
    #expect(one.entries.map(\.roles) == other.entries.map(\.roles))
    #expect(one.entries.map(\.references) == other.entries.map(\.references))
    #expect(one.entries.map(\.modality) == other.entries.map(\.modality))
    #expect(one.entries.map(\.parent) == other.entries.map(\.parent))
    #expect(one.unplaced.isEmpty)
  }

  @Test("Numbers typed in the text")
  func readsTypedNumbers() throws {
    let body = body { line in
      line.hasPrefix("Secure ")
        ? OfficeText.heading(2, line)
        : line.hasPrefix("Principle ")
          ? OfficeText.heading(3, line) : OfficeText.paragraph(line)
    }
    let imported = try read(try OfficeText.file(body))
    expectSame(imported, try plain())
    #expect(imported.entries.last?.locator.text == "paragraph 18")
  }

  @Test("Headings that are paragraphs with the style of one, or with a style made from it")
  func readsHeadingsByStyle() throws {
    let styles =
      "<style:style style:name=\"Heading_20_2\" style:family=\"paragraph\"/>"
      + "<style:style style:name=\"Big\" style:family=\"paragraph\" style:default-outline-level=\"3\"/>"
      + "<style:style style:name=\"P7\" style:family=\"paragraph\" style:parent-style-name=\"Big\"/>"
      + "<style:style style:name=\"a\" style:family=\"paragraph\" style:parent-style-name=\"a\"/>"
    func styled(_ name: String, _ text: String) -> String {
      "<text:p text:style-name=\"\(name)\">\(text)</text:p>"
    }
    let body =
      styled("Heading_20_2", "The first things") + styled("P7", "Principle 1: Keep")
      + styled("a", "1.1 They shall keep it.") + styled("a", "1.2 They should say it.")
      + styled("P7", "Principle 2: Mend") + styled("a", "2.1 They shall mend.")
      + styled("a", "2.2 They may ask.") + styled("Heading_20_2", "What else there is")
      + styled("a", "Something else.")
    let imported = try read(try OfficeText.file(body, lists: styles))
    #expect(
      imported.entries.map(\.id)
        == ["the-first-things", "P1", "1.1", "1.2", "P2", "2.1", "2.2"])
    #expect(imported.unplaced.isEmpty)
  }

  @Test("Bold type shows where a style has it, or the style that it is made from")
  func readsBoldType() throws {
    func style(_ name: String, _ family: String, _ weight: String, parent: String = "") -> String {
      "<style:style style:name=\"\(name)\" style:family=\"\(family)\" "
        + (parent.isEmpty ? "" : "style:parent-style-name=\"\(parent)\"")
        + (weight.isEmpty
          ? "/>" : "><style:text-properties fo:font-weight=\"\(weight)\"/></style:style>")
    }
    let styles =
      style("T1", "text", "bold") + style("P1", "paragraph", "700")
      + style("P2", "paragraph", "", parent: "P1")
      + style("P3", "paragraph", "normal", parent: "P1") + style("Cell", "table-cell", "bold")
    func styled(_ name: String, _ text: String) -> String {
      "<text:p text:style-name=\"\(name)\">\(text)</text:p>"
    }
    let body =
      OfficeText.heading(3, "1.1 Raise awareness of ML threats and risks")
      + OfficeText.paragraph("<text:span text:style-name=\"T1\">Goals:</text:span>")
      + "<text:list><text:list-item><text:p>Somebody knows.</text:p></text:list-item></text:list>"
      + styled("P2", "How could this principle be implemented?") + styled("P1", "Tell them")
      + styled("P3", "This is not bold") + styled("Cell", "Nor is this")
      + OfficeText.paragraph("Words of <text:span text:style-name=\"T1\">one</text:span> more.")
    let imported = try read(try OfficeText.file(body, lists: styles))
    #expect(imported.entries.map(\.id) == ["1.1", "1.1.g1", "1.1.m1"])
    #expect(imported.entries.last?.title == "Tell them")
    #expect(
      imported.entries.last?.statement == "This is not bold Nor is this Words of one more.")
  }

  @Test("Numbers that only the list has, in one list over the whole text")
  func readsListNumbers() throws {
    let lists = OfficeText.style(
      "L1", OfficeText.level(1, "style:num-prefix=\"Principle \" style:num-suffix=\":\""),
      OfficeText.level(2, "text:display-levels=\"2\" style:num-suffix=\".\""),
      OfficeText.level(3, "text:display-levels=\"3\""))
    let body = body { line in
      if line.hasPrefix("Secure ") { return OfficeText.heading(2, line) }
      if line.hasPrefix("Principle "), let colon = line.firstIndex(of: ":") {
        let title = String(line[line.index(after: colon)...])
        return OfficeText.point(1, OfficeText.heading(3, title))
      }
      guard let (level, rest) = split(line, isClause: true) else {
        return OfficeText.paragraph(line)
      }
      return OfficeText.point(level, OfficeText.paragraph(rest))
    }
    expectSame(try read(try OfficeText.file(body, lists: lists)), try plain())
  }

  @Test("Plain counts under each principle give the clauses their places")
  func readsPlainCounts() throws {
    let lists = ["L1", "L2", "L3"].map {
      OfficeText.style($0, OfficeText.level(1), OfficeText.level(2))
    }
    var principle = 0
    let body = body { line in
      if line.hasPrefix("Secure ") { return OfficeText.heading(2, line) }
      if line.hasPrefix("Principle ") {
        principle += 1
        return OfficeText.heading(3, line)
      }
      guard let (level, rest) = split(line, isClause: true) else {
        return OfficeText.paragraph(line)
      }
      return OfficeText.point(level - 1, OfficeText.paragraph(rest), style: "L\(principle)")
    }
    expectSame(try read(try OfficeText.file(body, lists: lists.joined())), try plain())
  }

  @Test("Headings numbered by the outline")
  func readsOutline() throws {
    let outline =
      "<text:outline-style>"
      + "<text:outline-level-style text:level=\"2\" style:num-format=\"\"/>"
      + "<text:outline-level-style text:level=\"1\" style:num-format=\"1\" "
      + "style:num-prefix=\"Principle \" style:num-suffix=\":\"/></text:outline-style>"
    let body = body { line in
      if line.hasPrefix("Secure ") { return OfficeText.paragraph(line) }
      guard line.hasPrefix("Principle "), let colon = line.firstIndex(of: ":") else {
        return OfficeText.paragraph(line)
      }
      return OfficeText.heading(1, String(line[line.index(after: colon)...]))
    }
    expectSame(try read(try OfficeText.file(body, outline: outline)), try plain())
  }

  @Test("Start values, restarts and interruptions count as office programs count")
  func countsLists() throws {
    let lists = OfficeText.style(
      "L1", OfficeText.level(1, "style:num-prefix=\"4.\" text:start-value=\"3\""))
    func item(_ text: String, _ attributes: String = "") -> String {
      "<text:list-item \(attributes)><text:p>\(text)</text:p></text:list-item>"
    }
    let body =
      OfficeText.heading(3, "Principle 3: Words") + OfficeText.paragraph("3.1 They shall speak.")
      + OfficeText.paragraph("3.2 They shall hear.") + OfficeText.heading(3, "Principle 4: Deeds")
      + "<text:list xml:id=\"a\" text:style-name=\"L1\"><text:list-header><text:p>Some lines.</text:p>"
      + "</text:list-header>" + item("They shall act.")
      + item("They should rest.</text:p><text:p>And sleep.", "text:start-value=\"6\"")
      + "</text:list><text:list text:continue-list=\"a\" text:style-name=\"L1\">"
      + item("They may go.") + "</text:list>"
    let entries = try read(try OfficeText.file(body, lists: lists)).entries
    #expect(entries.map(\.id) == ["P3", "3.1", "3.2", "P4", "4.3", "4.6", "4.7"])
    #expect(entries[3].statement == "Some lines.")
    #expect(entries[5].statement == "They should rest. And sleep.")
  }

  @Test("Notes, deleted text, reviewers' remarks, blanks and frames")
  func readsInlines() throws {
    let deleted =
      "<text:tracked-changes><text:changed-region><text:deletion><text:p>1.9 They shall go.</text:p>"
      + "</text:deletion></text:changed-region></text:tracked-changes>"
    let clause =
      "1.1<text:tab/><text:bookmark-start text:name=\"b\"/>They<text:s text:c=\"3\"/><text:span>sh"
      + "</text:span>all<office:annotation><text:p>1.8 Really?</text:p></office:annotation> keep"
      + "<text:line-break/>it.\(OfficeText.note("7"))<text:soft-page-break/>"
    let contents =
      "<text:table-of-content><text:index-body><text:p>Principle 1: Keep</text:p></text:index-body>"
      + "</text:table-of-content>"
    let body =
      deleted + contents + OfficeText.heading(3, "Principle 1: Keep")
      + OfficeText.paragraph(clause)
      + OfficeText.paragraph(
        "1.2 They should say it.<draw:frame><draw:text-box>"
          + "<text:p>A box.</text:p></draw:text-box></draw:frame>")
      + OfficeText.heading(3, "Principle 2: Mend") + OfficeText.paragraph("2.1 They shall mend.")
      + OfficeText.paragraph("2.2 They may ask.")
    let imported = try read(try OfficeText.file(body))
    #expect(imported.entries.map(\.id) == ["P1", "1.1", "1.2", "P2", "2.1", "2.2"])
    #expect(imported.entries[1].statement == "They shall keep it.")
    #expect(imported.entries[1].footnoteMarkers == ["7"])
    #expect(imported.entries[2].statement == "They should say it.")
    #expect(imported.unplaced.map(\.text) == ["A box."])
  }

  private func refusal(_ bytes: [UInt8]) -> String? {
    do {
      let document = try SourceDocument.read(fileName: "x", bytes: bytes)
      _ = try ImporterRegistry.importer(for: document)
      return nil
    } catch {
      return error.diagnostics.first?.id
    }
  }

  @Test("Broken and other archives end in a clear message")
  func refusesBrokenFiles() throws {
    func archive(_ name: String, _ text: String) throws -> [UInt8] {
      try ArchiveWriter.archive(of: [.init(name: name, bytes: Array(text.utf8))])
    }
    let whole = try OfficeText.file(OfficeText.paragraph("x"))
    #expect(refusal(Array(whole.prefix(whole.count / 2))) == "archive-truncated")
    #expect(refusal(whole) == "import-unrecognised")
    #expect(refusal(try archive("word/other.xml", "<a/>")) == "document-form")
    #expect(refusal(try archive("a.pdf", "%PDF-")) == "document-form")
    #expect(refusal(try archive("content.xml", "<a><b>")) == "markup-malformed")
    #expect(
      refusal(try archive("content.xml", "<a><body><spreadsheet/></body></a>")) == "odt-no-text")
    #expect(
      refusal(try archive("content.xml", "<a><body><text/></body></a>")) == "import-unrecognised")
    #expect(
      refusal(try archive("content.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"))
        == "markup-entities")
    let blanks = String(repeating: " ", count: 9 << 20)
    #expect(refusal(try archive("content.xml", blanks)) == "archive-bomb")
    let locked = try ArchiveWriter.archive(of: [
      .init(name: "content.xml", bytes: [1, 2, 3]),
      .init(
        name: "META-INF/manifest.xml",
        bytes: Array("<manifest><file-entry><encryption-data/></file-entry></manifest>".utf8)),
    ])
    #expect(refusal(locked) == "odt-encrypted")
  }

  @Test("Lists nested to the limit, and numbers without end")
  func boundsLists() throws {
    let opening = String(repeating: "<text:list><text:list-item>", count: 120)
    let closing = String(repeating: "</text:list-item></text:list>", count: 120)
    #expect(
      refusal(try OfficeText.file(opening + OfficeText.paragraph("x") + closing))
        == "import-unrecognised")
    let huge = "\(Int.max)"
    let lists = OfficeText.style(
      "L1", OfficeText.level(1, "text:start-value=\"\(huge)\" text:display-levels=\"-5\""))
    let item = "<text:list-item text:start-value=\"-\(huge)\"><text:p>x</text:p></text:list-item>"
    let body = "<text:list text:style-name=\"L1\">\(item)\(item)</text:list>"
    #expect(refusal(try OfficeText.file(body, lists: lists)) == "import-unrecognised")
  }
}

import Archive
import ControlModel
import Diagnostics
import Importers
import Testing

@Suite("Documents as DOCX")
struct WordDocumentTests {
  private func read(_ bytes: [UInt8]) throws -> ImportedDocument {
    let document = try SourceDocument.read(fileName: "x.docx", bytes: bytes)
    #expect(document.form == .docx)
    return try ImporterRegistry.importer(for: document).read(document)
  }

  /// The lines of the fixture, each as `write` has it.
  private func body(_ write: (_ line: String) -> String) -> String {
    CodeFixture.text.split(separator: "\n").map { write(String($0)) }.joined()
  }

  /// The level of a clause's number in the Code, and what follows it.
  private func split(_ line: String) -> (level: Int, rest: String)? {
    let number = line.prefix { $0.isNumber || $0 == "." || $0 == ":" }
    guard !number.isEmpty else { return nil }
    return (
      number.split { !$0.isNumber }.count, String(line.dropFirst(number.count).drop { $0 == " " })
    )
  }

  private func expectSameAsText(_ one: ImportedDocument) throws {
    let document = try SourceDocument.read(fileName: "x", bytes: CodeFixture.bytes)
    let other = try ImporterRegistry.importer(for: document).read(document)
    #expect(one.entries.map(\.id) == other.entries.map(\.id))
    #expect(one.entries.map(\.title) == other.entries.map(\.title))
    #expect(one.entries.map(\.statement) == other.entries.map(\.statement))
    #expect(one.entries.map(\.roles) == other.entries.map(\.roles))
    #expect(one.entries.map(\.references) == other.entries.map(\.references))
    #expect(one.entries.map(\.modality) == other.entries.map(\.modality))
    #expect(one.entries.map(\.parent) == other.entries.map(\.parent))
    #expect(one.unplaced.isEmpty)
  }

  /// A heading's style may leave its level to its name.
  private let headings = WordText.style("Heading2", name: "Heading 2") + WordText.heading(3)

  @Test("Numbers typed in the text")
  func readsTypedNumbers() throws {
    let body = body { line in
      let style =
        line.hasPrefix("Secure ") ? "Heading2" : line.hasPrefix("Principle ") ? "Heading3" : ""
      return WordText.paragraph(line, style.isEmpty ? "" : WordText.styled(style))
    }
    let imported = try read(try WordText.file(body, styles: headings))
    try expectSameAsText(imported)
    #expect(imported.entries.last?.locator.text == "paragraph 18")
  }

  @Test(
    "Numbers that only the list has, in one list over the whole text; Roman ones as digits",
    arguments: [("decimal", false), ("decimal", true), ("upperRoman", true)])
  func readsListNumbers(_ format: String, _ isLegal: Bool) throws {
    let lists =
      WordText.definition(
        "4", "Principle %1:", "%1.%2.", "%1.%2.%3", format: format, isLegal: isLegal)
      + WordText.list("9", of: "4")
    let body = body { line in
      if line.hasPrefix("Secure ") { return WordText.paragraph(line, WordText.styled("Heading2")) }
      if line.hasPrefix("Principle "), let colon = line.firstIndex(of: ":") {
        return WordText.paragraph(
          String(line[line.index(after: colon)...]),
          WordText.styled("Heading3") + WordText.inList("9", 1))
      }
      guard let (level, rest) = split(line) else { return WordText.paragraph(line) }
      return WordText.paragraph(rest, WordText.inList("9", level))
    }
    try expectSameAsText(try read(try WordText.file(body, styles: headings, lists: lists)))
  }

  @Test("Lists that styles name, with levels that name their styles, by way of a linked list")
  func readsListsOfStyles() throws {
    let levels = [("Heading3", "Principle %1:"), ("Clause", "%1.%2"), ("Part", "%1.%2.%3")]
    let definition =
      levels.enumerated().map { index, level in
        "<w:lvl w:ilvl=\"\(index)\"><w:pStyle w:val=\"\(level.0)\"/><w:numFmt w:val=\"decimal\"/>"
          + "<w:lvlText w:val=\"\(level.1)\"/></w:lvl>"
      }.joined()
    let lists =
      "<w:abstractNum w:abstractNumId=\"1\">\(definition)</w:abstractNum>"
      + "<w:abstractNum w:abstractNumId=\"2\"><w:numStyleLink w:val=\"Outline\"/></w:abstractNum>"
      + WordText.list("1", of: "1") + WordText.list("2", of: "2")
    func numbered(_ list: String) -> String { "<w:numPr><w:numId w:val=\"\(list)\"/></w:numPr>" }
    let styles =
      WordText.heading(2)
      + WordText.style("Outline", paragraph: numbered("1"), type: "numbering")
      + WordText.style("Heading3", paragraph: numbered("2") + WordText.outline(3))
      + WordText.style("Clause", paragraph: numbered("2"))
      + WordText.style("Part", paragraph: numbered("2"))
    let body = body { line in
      if line.hasPrefix("Secure ") { return WordText.paragraph(line, WordText.styled("Heading2")) }
      if line.hasPrefix("Principle "), let colon = line.firstIndex(of: ":") {
        let title = String(line[line.index(after: colon)...])
        return WordText.paragraph(title, WordText.styled("Heading3"))
      }
      guard let (level, rest) = split(line) else {
        return WordText.paragraph(line, numbered("0"))
      }
      return WordText.paragraph(rest, WordText.styled(levels[level - 1].0))
    }
    try expectSameAsText(try read(try WordText.file(body, styles: styles, lists: lists)))
  }

  @Test(
    "Plain counts that begin anew under each principle give the clauses their places",
    arguments: [false, true])
  func readsPlainCounts(hasOwnLevels: Bool) throws {
    // A list may have a level of its own in place of its definition's.
    let shared = WordText.definition("1", "%1.", "%2)", format: hasOwnLevels ? "bullet" : "decimal")
    let own = (0...1).map {
      "<w:lvlOverride w:ilvl=\"\($0)\"><w:startOverride w:val=\"1\"/>"
        + "<w:lvl w:ilvl=\"\($0)\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/>"
        + "<w:lvlText w:val=\"%\($0 + 1).\"/></w:lvl></w:lvlOverride>"
    }
    let lists =
      shared
      + [1, 2, 3].map { list in
        hasOwnLevels
          ? "<w:num w:numId=\"\(list)\"><w:abstractNumId w:val=\"1\"/>\(own.joined())</w:num>"
          : WordText.list("\(list)", of: "1", start: 1)
      }.joined()
    var principle = 0
    let body = body { line in
      if line.hasPrefix("Secure ") { return WordText.paragraph(line, WordText.styled("Heading2")) }
      if line.hasPrefix("Principle ") {
        principle += 1
        return WordText.paragraph(line, WordText.styled("Heading3"))
      }
      guard let (level, rest) = split(line) else { return WordText.paragraph(line) }
      return WordText.paragraph(rest, WordText.inList("\(principle)", level - 1))
    }
    try expectSameAsText(try read(try WordText.file(body, styles: headings, lists: lists)))
  }

  @Test("Contents, deleted and hidden text, fields, notes, blanks, links and boxes")
  func readsInlines() throws {
    let styles =
      headings + WordText.style("TOC1", name: "toc 1")
      + WordText.style("Secret", run: "<w:vanish/>", type: "character")
    func note(_ id: Int) -> String { "<w:r><w:footnoteReference w:id=\"\(id)\"/></w:r>" }
    let clause =
      WordText.run("1.1") + "<w:r><w:tab/></w:r><w:bookmarkStart w:name=\"b\"/>"
      + "<w:hyperlink>\(WordText.run("They sh"))</w:hyperlink><w:ins>\(WordText.run("all"))</w:ins>"
      + "<w:del><w:r><w:delText> 1.8 never</w:delText></w:r></w:del>"
      + WordText.run(" not", "<w:vanish/>") + WordText.run(" ever", "<w:rStyle w:val=\"Secret\"/>")
      + "<w:r><w:fldChar/><w:instrText>HYPERLINK x</w:instrText></w:r>"
      + WordText.run(" keep", "<w:vanish w:val=\"false\"/>")
      + "<w:r><w:br/><w:t>it non</w:t><w:noBreakHyphen/><w:t>stop.</w:t></w:r>" + note(5)
    let box = "<w:txbxContent>\(WordText.paragraph("A box."))</w:txbxContent>"
    let boxed =
      "<w:r><mc:AlternateContent xmlns:mc=\"m\"><mc:Choice><w:drawing>\(box)</w:drawing></mc:Choice>"
      + "<mc:Fallback><w:pict>\(box)</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    let contents =
      "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj>"
      + "</w:sdtPr><w:sdtContent>\(WordText.paragraph("Contents"))</w:sdtContent></w:sdt>"
    let kept = WordText.paragraph("2.2 They may ask.")
    let body =
      contents + WordText.paragraph("Principle 1: Keep 3", WordText.styled("TOC1"))
      + WordText.paragraph("Principle 1: Keep", WordText.styled("Heading3"))
      + WordText.runs(clause)
      + WordText.runs(WordText.run("1.2 They should say it.") + note(6) + boxed)
      + WordText.paragraph("Principle 2: Mend", WordText.styled("Heading3"))
      + WordText.paragraph("2.1 They shall mend.")
      + "<w:sdt><w:sdtContent>\(kept)</w:sdtContent></w:sdt>"
    let imported = try read(try WordText.file(body, styles: styles))
    #expect(imported.entries.map(\.id) == ["P1", "1.1", "1.2", "P2", "2.1", "2.2"])
    #expect(imported.entries[1].statement == "They shall keep it non-stop.")
    #expect(imported.entries.map(\.footnoteMarkers) == [[], ["1"], ["2"], [], [], []])
    #expect(imported.entries[2].statement == "They should say it.")
    #expect(imported.unplaced.map(\.text) == ["A box."])
  }

  @Test("Bold type, headings and points of the Machine learning principles")
  func readsBoldType() throws {
    let styles =
      WordText.heading(3) + WordText.style("Strong", run: "<w:b/>", type: "character")
      + WordText.style("Bold", run: "<w:b w:val=\"1\"/>") + WordText.style("More", parent: "Bold")
      + WordText.style("Plain", parent: "Bold", run: "<w:b w:val=\"0\"/>")
    let lists =
      WordText.definition("1", "•", format: "bullet") + WordText.list("1", of: "1")
    let body =
      WordText.paragraph("1.1 Raise awareness of ML threats and risks", WordText.styled("Heading3"))
      + WordText.runs(WordText.run("Goals:", "<w:rStyle w:val=\"Strong\"/>"))
      + WordText.paragraph("Somebody knows.", WordText.inList("1", 1))
      + WordText.paragraph("How could this principle be implemented?", WordText.styled("More"))
      + WordText.paragraph("Tell them", WordText.styled("Bold"))
      + WordText.paragraph("This is not bold", WordText.styled("Plain"))
      + WordText.runs(
        WordText.run("Words of ") + WordText.run("one", "<w:b/>") + WordText.run(" more."))
    let imported = try read(try WordText.file(body, styles: styles, lists: lists))
    #expect(imported.entries.map(\.id) == ["1.1", "1.1.g1", "1.1.m1"])
    #expect(imported.entries.last?.title == "Tell them")
    #expect(imported.entries.last?.statement == "This is not bold Words of one more.")
  }

  @Test("Tables of the Cyber Assessment Framework")
  func readsTables() throws {
    let heads = ["Not achieved", "Achieved"]
    let rules = [
      "At least one of the following statements is true", "All the following statements are true",
    ]
    let body =
      WordText.paragraph("A2.b Understanding Threat", WordText.styled("Heading3"))
      + WordText.paragraph("You do as you should.")
      + WordText.table([heads, rules, ["Nobody asks.", "Somebody asks."], ["", "All hear it."]])
    let imported = try read(try WordText.file(body, styles: headings))
    #expect(
      imported.entries.filter { $0.kind == .indicator }.map(\.statement)
        == ["Nobody asks.", "Somebody asks.", "All hear it."])
  }

  @Test("The main part has whatever name the archive gives it")
  func findsMainPart() throws {
    let body = body { WordText.paragraph($0) }
    try expectSameAsText(try read(try WordText.file(body, main: "document2.xml")))
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
    let whole = try WordText.file(WordText.paragraph("x"))
    #expect(refusal(whole) == "import-unrecognised")
    #expect(refusal(Array(whole.prefix(whole.count / 2))) == "archive-truncated")
    #expect(refusal(try WordText.file("", root: "workbook")) == "document-form")
    #expect(refusal(try archive("word/document.xml", "<a/>")) == "document-form")
    #expect(refusal(try archive("word/document.xml", "<document/>")) == "docx-no-text")
    #expect(refusal(try archive("word/document.xml", "<document><a>")) == "markup-malformed")
    #expect(
      refusal(try archive("word/document.xml", "<document><body/></document>"))
        == "import-unrecognised")
  }

  @Test("Styles and lists that go in circles or count without end")
  func boundsStyles() throws {
    let styles =
      WordText.style("a", parent: "b") + WordText.style("b", parent: "a")
      + WordText.style("L", paragraph: WordText.inList("2", 1), type: "numbering")
    let huge = "\(Int.max)"
    let lists =
      "<w:abstractNum w:abstractNumId=\"1\"><w:numStyleLink w:val=\"L\"/></w:abstractNum>"
      + WordText.definition("2", "%1%2%3%4%5%6%7%8%9") + WordText.list("2", of: "1")
      + "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"2\"/><w:lvlOverride w:ilvl=\"0\">"
      + "<w:startOverride w:val=\"\(huge)\"/></w:lvlOverride></w:num>"
    let body =
      WordText.paragraph("x", WordText.styled("a"))
      + [2, 3].map { WordText.paragraph("x", WordText.inList("\($0)", 9)) }.joined()
      + WordText.paragraph("x", WordText.inList("3", -4))
    #expect(
      refusal(try WordText.file(body, styles: styles, lists: lists)) == "import-unrecognised")
  }
}

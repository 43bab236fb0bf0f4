import Archive

/// Writes DOCX texts as office programs do.
enum WordText {
  /// A file with that body, styles and lists.
  ///
  /// - Parameters:
  ///   - main: the name of the part that holds the body, in `word/`.
  ///   - root: the name of that part's root element.
  static func file(
    _ body: String, styles: String = "", lists: String = "", main: String = "document.xml",
    root: String = "document"
  ) throws -> [UInt8] {
    func part(_ name: String, _ content: String) -> [UInt8] {
      let space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
      return Array(
        "<?xml version=\"1.0\"?><w:\(name) xmlns:w=\"\(space)\">\(content)</w:\(name)>".utf8)
    }
    return try ArchiveWriter.archive(of: [
      .init(name: "[Content_Types].xml", bytes: Array("<Types/>".utf8)),
      .init(name: "_rels/.rels", bytes: relations(["officeDocument": "/word/" + main])),
      .init(
        name: "word/_rels/\(main).rels",
        bytes: relations(["styles": "styles.xml", "numbering": "numbering.xml"])),
      .init(name: "word/" + main, bytes: part(root, "<w:body>\(body)</w:body>")),
      .init(name: "word/styles.xml", bytes: part("styles", styles)),
      .init(name: "word/numbering.xml", bytes: part("numbering", lists)),
    ])
  }

  private static func relations(_ targets: [String: String]) -> [UInt8] {
    let space = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let all = targets.sorted { $0.key < $1.key }.map {
      "<Relationship Type=\"\(space)/\($0.key)\" Target=\"\($0.value)\"/>"
    }
    return Array(
      "<Relationships>\(all.joined())<Relationship Type=\"\(space)/hyperlink\" Target=\"https://example.org/styles\" TargetMode=\"External\"/></Relationships>"
        .utf8)
  }

  /// A run of text.
  static func run(_ text: String, _ properties: String = "") -> String {
    "<w:r>" + (properties.isEmpty ? "" : "<w:rPr>\(properties)</w:rPr>")
      + "<w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
  }

  /// A paragraph of runs.
  static func runs(_ runs: String, _ properties: String = "") -> String {
    "<w:p>" + (properties.isEmpty ? "" : "<w:pPr>\(properties)</w:pPr>") + runs + "</w:p>"
  }

  /// A paragraph.
  static func paragraph(_ text: String, _ properties: String = "") -> String {
    runs(run(text), properties)
  }

  /// The property that gives a paragraph a style.
  static func styled(_ name: String) -> String { "<w:pStyle w:val=\"\(name)\"/>" }

  /// The property that puts a paragraph into a list, on a level from 1.
  static func inList(_ list: String, _ level: Int) -> String {
    "<w:numPr><w:ilvl w:val=\"\(level - 1)\"/><w:numId w:val=\"\(list)\"/></w:numPr>"
  }

  /// A style with properties of paragraphs and runs.
  static func style(
    _ id: String, name: String = "", parent: String = "", paragraph: String = "", run: String = "",
    type: String = "paragraph"
  ) -> String {
    "<w:style w:type=\"\(type)\" w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/>"
      + (parent.isEmpty ? "" : "<w:basedOn w:val=\"\(parent)\"/>")
      + "<w:pPr>\(paragraph)</w:pPr><w:rPr>\(run)</w:rPr></w:style>"
  }

  /// A heading's style of a level from 1.
  static func heading(_ level: Int) -> String {
    style("Heading\(level)", name: "heading \(level)", paragraph: outline(level))
  }

  /// The property of a heading's level from 1.
  static func outline(_ level: Int) -> String { "<w:outlineLvl w:val=\"\(level - 1)\"/>" }

  /// The levels of lists, each with what it prints: `%1.%2`.
  static func definition(
    _ id: String, _ texts: String..., format: String = "decimal", isLegal: Bool = false
  ) -> String {
    let levels = texts.enumerated().map { index, text in
      "<w:lvl w:ilvl=\"\(index)\"><w:start w:val=\"1\"/><w:numFmt w:val=\"\(format)\"/>"
        + (isLegal ? "<w:isLgl/>" : "") + "<w:lvlText w:val=\"\(text)\"/></w:lvl>"
    }
    return "<w:abstractNum w:abstractNumId=\"\(id)\">\(levels.joined())</w:abstractNum>"
  }

  /// A list of a definition's levels, which may begin anew on its first.
  static func list(_ id: String, of definition: String, start: Int? = nil) -> String {
    "<w:num w:numId=\"\(id)\"><w:abstractNumId w:val=\"\(definition)\"/>"
      + (start.map {
        "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"\($0)\"/></w:lvlOverride>"
      } ?? "") + "</w:num>"
  }

  /// A table of paragraphs.
  static func table(_ rows: [[String]]) -> String {
    let written = rows.map { row in
      "<w:tr>" + row.map { "<w:tc><w:tcPr/>\(paragraph($0))</w:tc>" }.joined() + "</w:tr>"
    }
    return "<w:tbl><w:tblPr/>\(written.joined())</w:tbl>"
  }
}

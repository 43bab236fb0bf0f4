import Archive

/// The main part of an office program's file. Its archive is made anew around the fuzzer's bytes: a
/// changed archive would be refused for its checksums, and its parts never be read.
enum PackedPart {
  /// A DOCX text with that body, styles of headings and a list of three levels.
  static func word(_ body: [UInt8]) throws -> [UInt8] {
    let space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let headings = (1...3).map {
      "<w:style w:type=\"paragraph\" w:styleId=\"Heading\($0)\"><w:name w:val=\"heading \($0)\"/>"
        + "<w:pPr><w:outlineLvl w:val=\"\($0 - 1)\"/></w:pPr></w:style>"
    }
    let levels = (0...2).map {
      "<w:lvl w:ilvl=\"\($0)\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/>"
        + "<w:lvlText w:val=\"%\($0 + 1).\"/></w:lvl>"
    }
    return try archive(
      [
        "_rels/.rels": "<Relationships><Relationship Type=\"\(office)/officeDocument\" "
          + "Target=\"/word/document.xml\"/></Relationships>",
        "word/_rels/document.xml.rels": "<Relationships><Relationship Type=\"\(office)/styles\" "
          + "Target=\"styles.xml\"/><Relationship Type=\"\(office)/numbering\" "
          + "Target=\"numbering.xml\"/></Relationships>",
        "word/styles.xml": "<w:styles \(space)>\(headings.joined())</w:styles>",
        "word/numbering.xml": "<w:numbering \(space)><w:abstractNum w:abstractNumId=\"1\">"
          + levels.joined() + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/>"
          + "</w:num></w:numbering>",
      ], with: ArchiveWriter.Entry(name: "word/document.xml", bytes: body))
  }

  /// An ODT text with that content.
  static func openDocument(_ content: [UInt8]) throws -> [UInt8] {
    try archive(
      ["mimetype": "application/vnd.oasis.opendocument.text"],
      with: ArchiveWriter.Entry(name: "content.xml", bytes: content))
  }

  /// A workbook of one such sheet.
  static func sheet(_ sheet: [UInt8]) throws -> [UInt8] {
    let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return try archive(
      [
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": "<Relationships><Relationship Id=\"a\" Type=\"\(office)/officeDocument\" "
          + "Target=\"xl/workbook.xml\"/></Relationships>",
        "xl/workbook.xml": "<workbook \(main) xmlns:r=\"\(office)\"><sheets><sheet name=\"One\" "
          + "sheetId=\"1\" r:id=\"a\"/></sheets></workbook>",
        "xl/_rels/workbook.xml.rels": "<Relationships><Relationship Id=\"a\" "
          + "Type=\"\(office)/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"b\" "
          + "Type=\"\(office)/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>",
        "xl/sharedStrings.xml": "<sst \(main)><si><t>id</t></si><si><t>title</t></si></sst>",
      ], with: ArchiveWriter.Entry(name: "xl/worksheets/sheet1.xml", bytes: sheet))
  }

  private static func archive(
    _ parts: [String: String], with main: ArchiveWriter.Entry
  ) throws -> [UInt8] {
    try ArchiveWriter.archive(
      of: parts.sorted { $0.key < $1.key }.map {
        ArchiveWriter.Entry(name: $0.key, bytes: Array($0.value.utf8))
      } + [main])
  }
}

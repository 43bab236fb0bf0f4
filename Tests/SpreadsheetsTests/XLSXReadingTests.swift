import Diagnostics
import Spreadsheets
import TestSupport
import Testing

@Suite("Workbooks are read as a person reads them")
struct XLSXReadingTests {
  private func cells(_ book: WorkbookFixture, sheet: Int = 0) throws -> [String: SheetCell] {
    let reading = try XLSXReading(book.bytes, file: "book.xlsx")
    let content = try reading.content(of: reading.sheets[sheet])
    return Dictionary(
      content.rows.flatMap(\.cells).map { ($0.address.description, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  private func book(_ data: String) -> WorkbookFixture {
    var book = WorkbookFixture()
    book.sheets = [("One", "visible", "<sheetData>\(data)</sheetData>")]
    return book
  }

  private func refusal(_ bytes: [UInt8]) -> String? {
    do throws(Refusal) {
      let reading = try XLSXReading(bytes, file: "book.xlsx")
      for sheet in reading.sheets { _ = try reading.content(of: sheet) }
      return nil
    } catch {
      return error.diagnostics.first?.id
    }
  }

  @Test("Shared, rich and inline texts, without the readings of words")
  func readsTexts() throws {
    var book = book(
      """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>
      <c r="D1" t="inlineStr"><is><r><t>in</t></r><r><t xml:space="preserve"> line</t></r></is></c>
      <c r="E1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c></row>
      """)
    book.strings = """
      <si><t>plain_x000D__x0041_</t></si>
      <si><r><t>ri</t></r><r><rPr><b/></rPr><t>ch</t></r><rPh sb="0" eb="1"><t>no</t></rPh></si>
      """
    let cells = try cells(book)
    #expect(cells["A1"]?.text == "plain\rA")
    #expect(cells["B1"]?.text == "rich")
    #expect(cells["C1"] == nil)
    #expect(cells["D1"]?.text == "in line")
    #expect(cells["E1"]?.text == "ab")
    #expect(cells["E1"]?.formula == "\"a\"&\"b\"")
    #expect(cells.values.allSatisfy { $0.kind == .text })
  }

  @Test(
    "Numbers are told from texts, and never get a point that nobody typed",
    arguments: [
      ("5", "5"), ("5.0999999999999996", "5.1"), ("5.1", "5.1"), ("0.5", "0.5"), ("1E3", "1000"),
      ("-7", "-7"), ("0", "0"),
    ])
  func readsNumbers(_ stored: String, _ shown: String) throws {
    let cell = try cells(book("<row><c><v>\(stored)</v></c></row>"))["A1"]
    #expect(cell?.text == shown)
    #expect(cell?.kind == .number)
  }

  @Test("Dates by the format of the cell, in both calendars")
  func readsDates() throws {
    var book = book(
      """
      <row r="2"><c r="A2" s="1"><v>45323</v></c><c r="B2" s="2"><v>45323.75</v></c>
      <c r="C2" s="3"><v>45323</v></c><c r="D2" s="1"><v>1</v></c><c r="E2" s="1"><v>60</v></c>
      <c r="F2" s="1"><v>61</v></c></row>
      """)
    book.styles = """
      <numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd hh:mm"/>
      <numFmt numFmtId="165" formatCode="0.00&quot; days&quot;"/></numFmts>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>
      """
    let cells = try cells(book)
    #expect(cells["A2"]?.text == "2024-02-01")
    #expect(cells["A2"]?.kind == .date)
    #expect(cells["B2"]?.text == "2024-02-01 18:00")
    #expect(cells["C2"]?.text == "45323")
    #expect(cells["C2"]?.kind == .number)
    #expect(cells["D2"]?.text == "1900-01-01")
    #expect(cells["E2"]?.kind == .number, "the 29th of February 1900 never was")
    #expect(cells["F2"]?.text == "1900-03-01")
    book.properties = "date1904=\"1\""
    #expect(try self.cells(book)["A2"]?.text == "2028-02-02")
  }

  @Test("Truth values, errors, formulas without a result, and values from other workbooks")
  func readsOthers() throws {
    let cells = try cells(
      book(
        """
        <row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="e"><v>#REF!</v></c>
        <c r="C1"><f>A1</f></c><c r="D1"><f>[1]Other!A1</f><v>5</v></c><c r="E1"/></row>
        """))
    #expect(cells["A1"]?.text == "TRUE")
    #expect(cells["A1"]?.kind == .boolean)
    #expect(cells["B1"]?.kind == .error)
    #expect(cells["C1"]?.kind == .error)
    #expect(cells["D1"]?.isExternal == true)
    #expect(cells["A1"]?.isExternal == false)
    #expect(cells["E1"] == nil)
  }

  @Test("Hidden sheets, rows and columns, merged cells")
  func knowsWhatIsHidden() throws {
    var book = WorkbookFixture()
    let data = """
      <cols><col min="2" max="3" hidden="1"/></cols><sheetData>
      <row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>
      <row r="2" hidden="1"><c r="B2"><v>1</v></c></row></sheetData>
      <mergeCells><mergeCell ref="A1:A2"/></mergeCells>
      """
    book.sheets = [("One", "visible", data), ("Two", "hidden", ""), ("Three", "veryHidden", "")]
    let reading = try XLSXReading(book.bytes, file: "book.xlsx")
    #expect(reading.sheets.map(\.name) == ["One", "Two", "Three"])
    #expect(reading.sheets.map(\.isHidden) == [false, true, true])
    let content = try reading.content(of: reading.sheets[0])
    #expect(content.rows.map(\.isHidden) == [false, true])
    #expect(content.hiddenColumns == [2, 3])
    #expect(content.cell(1, in: content.rows[1])?.text == "a")
    #expect(content.cell(4, in: content.rows[1]) == nil)
  }

  @Test("Macros and links to other workbooks are told")
  func tellsOfMacros() throws {
    var book = WorkbookFixture([["a"]])
    book.parts = [
      ("xl/vbaProject.bin", "x"), ("xl/externalLinks/externalLink1.xml", "<externalLink/>"),
    ]
    let notes = try XLSXReading(book.bytes, file: "book.xlsx").notes
    #expect(notes.map(\.id) == ["xlsx-macros", "xlsx-external-links"])
    #expect(notes.map(\.severity) == [.note, .warning])
  }

  @Test("Other archives, and workbooks that are broken, are refused with a reason")
  func refusesOthers() {
    #expect(refusal(Array("text".utf8)) == "archive-not-an-archive")
    #expect(refusal(RawArchive([.init("word/document.xml", "")]).bytes) == "xlsx-not-a-workbook")
    #expect(refusal(RawArchive([.init("a", "")]).bytes) == "xlsx-not-a-workbook")
    #expect(refusal(book("<row><c t=\"s\"><v>7</v></c></row>").bytes) == "xlsx-damaged")
    #expect(refusal(book("<row><c><v>seven</v></c></row>").bytes) == "xlsx-damaged")
    #expect(refusal(book("<row r=\"1\"><c r=\"B2\"><v>1</v></c></row>").bytes) == "xlsx-damaged")
    #expect(refusal(book("<row r=\"2\"/><row r=\"1\"/>").bytes) == "xlsx-damaged")
    #expect(refusal(book("<row>").bytes) == "xlsx-malformed")
    var entity = WorkbookFixture([["a"]])
    entity.strings = "</sst><!DOCTYPE x [<!ENTITY a \"b\">]><sst>"
    #expect(refusal(entity.bytes) == "xlsx-entities")
    let long = WorkbookFixture([
      [String](repeating: "a", count: 3), [String(repeating: "x", count: 9 << 20)],
    ])
    #expect(refusal(long.bytes) == "xlsx-too-large")
  }

  @Test(
    "Addresses",
    arguments: [("A1", 1, 1), ("Z9", 26, 9), ("AA10", 27, 10), ("XFD1048576", 16_384, 1_048_576)])
  func readsAddresses(_ text: String, _ column: Int, _ row: Int) {
    #expect(CellAddress(text) == CellAddress(column: column, row: row))
    #expect(CellAddress(column: column, row: row).description == text)
  }

  @Test(
    "No addresses", arguments: ["", "A", "1", "A0", "1A", "A1B", "XFE1", "A1048577", "É1", "A-1"])
  func refusesAddresses(_ text: String) { #expect(CellAddress(text) == nil) }
}

import Spreadsheets
import TestSupport
import Testing

@Suite struct WorkbookWritingTests {
  private func workbook(_ rows: [Sheet.Row]) -> Workbook {
    Workbook(
      title: "T & <T>", created: .init(year: 2026, month: 11, day: 27),
      sheets: [Sheet(name: "A/B", columns: [.init(width: 20)], rows: rows)])
  }

  /// The texts of the first sheet, as our own reader finds them.
  private func texts(_ bytes: [UInt8]) throws -> [String] {
    let reading = try XLSXReading(bytes, file: "w.xlsx")
    let sheet = try #require(reading.sheets.first)
    return try reading.content(of: sheet).rows.flatMap(\.cells).map(\.text)
  }

  @Test func theSameValueGivesTheSameBytes() throws {
    let book = workbook([Sheet.Row([Cell("=1+1"), Cell(.number(0.5)), Cell(.share(0.5))])])
    #expect(try book.encoded() == book.encoded())
  }

  @Test(arguments: [
    "=1+1", "+1", "-2+3", "@SUM(A1)", "=cmd|' /C calc'!A0", "=HYPERLINK(\"http://x\",\"y\")",
    "http://example.org/a", "mailto:a@b", "internal:Sheet1!A1", "{=1}", "5.10", "1-2", "TRUE",
    "007",
    "'quoted", "\"", "<b>&amp;</b>", "]]>", "_x0041_", "_x005F_x0041_", "a\tb", "line\nline", " a ",
    "漢字 🙂 é",
  ])
  func textStaysText(_ text: String) throws {
    let bytes = try workbook([Sheet.Row([Cell(text)])]).encoded()
    #expect(try texts(bytes) == [text])
    let reading = try XLSXReading(bytes, file: "w.xlsx")
    let sheet = try #require(reading.sheets.first)
    let content = try reading.content(of: sheet)
    let cell = try #require(content.rows.first?.cells.first)
    #expect(cell.kind == .text && cell.formula == nil)
    #expect(reading.notes.isEmpty)
  }

  @Test(arguments: 0..<200) func anyTextIsReadBackAsItShows(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let parts = [
      "a", "_x", "005F", "_", "\r\n", "\r", "\u{0}", "\u{B}", "\u{85}", "\u{FFFF}", "é", "🙂",
    ]
    let text = "x" + (0..<random.number(0...30)).map { _ in random.one(of: parts) }.joined() + "x"
    #expect(try texts(workbook([Sheet.Row([Cell(text)])]).encoded()) == [CellText.shown(text)])
  }

  @Test(arguments: ["a", "🙂", "é"]) func whatIsTooLongIsCutAndSaysSo(_ piece: String) throws {
    let whole = String(repeating: piece, count: 32_767 / piece.utf16.count)
    #expect(CellText.shown(whole) == whole)
    let cut = CellText.shown(whole + piece)
    #expect(cut.utf16.count <= CellText.limit)
    #expect(cut.hasSuffix(CellText.cutMark))
    #expect(try texts(workbook([Sheet.Row([Cell(whole + piece)])]).encoded()) == [cut])
  }

  @Test func aSheetThatIsTooWideIsRefused() {
    let row = Sheet.Row(Array(repeating: Cell(.number(1)), count: 16_385))
    #expect(throws: (any Error).self) { try workbook([row]).encoded() }
  }
}

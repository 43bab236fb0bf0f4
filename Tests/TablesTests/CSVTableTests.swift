import Tables
import TestSupport
import Testing

@Suite struct CSVTableTests {
  private func text(_ cells: CSVTable.Cell...) -> String {
    var table = CSVTable(["a", "b"])
    table.append(cells)
    return String(decoding: table.encoded(), as: UTF8.self)
  }

  @Test func rowsEndWithCarriageReturnAndLineFeed() {
    #expect(text(.text("x"), .count(5)) == "a,b\r\nx,5\r\n")
  }

  @Test func shortRowsAreFilledUpAndLongOnesCut() {
    #expect(text(.text("x")) == "a,b\r\nx,\r\n")
    #expect(text(.text("x"), .empty, .text("y")) == "a,b\r\nx,\r\n")
  }

  @Test(arguments: [
    ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""), ("a\r\nb", "\"a\r\nb\""),
    ("a;b", "\"a;b\""), ("a\tb", "\"a\tb\""), (" a", "\" a\""), ("a ", "\"a \""), ("", ""),
    ("plain words", "plain words"), ("é日本", "é日本"), ("'", "'"),
  ])
  func quotesWhereNeeded(_ value: String, _ field: String) {
    #expect(text(.text(value), .empty) == "a,b\r\n\(field),\r\n")
  }

  @Test(
    arguments: [
      (0.0, "0"), (1.0, "1"), (0.5, "0.5"), (2.0 / 3, "0.6667"), (1.0 / 3, "0.3333"),
      (0.999_999, "0.9999"), (0.000_001, "0.0001"), (0.1 + 0.2, "0.3"), (1234.5, "1234.5"),
      (-0.25, "-0.25"),
    ] as [(Double, String)])
  func numbersNeverFlatter(_ number: Double, _ field: String) {
    #expect(text(.number(number), .empty) == "a,b\r\n\(field),\r\n")
  }

  @Test func onlyExcelGetsAByteOrderMark() {
    let table = CSVTable(["a"])
    #expect(table.encoded() == Array("a\r\n".utf8))
    #expect(table.encoded(forExcel: true) == [0xEF, 0xBB, 0xBF] + Array("a\r\n".utf8))
  }

  /// Random cells, read back by a reader that knows nothing of the writer.
  @Test func everyTableCanBeReadBack() throws {
    var random = SplitMix64(seed: 4180)
    let pieces = [
      "a", "=", "+", "-", "@", "\t", "\r", "\n", "\"", "\"\"", ",", ";", " ", "'", "5.10", "é",
      "\u{200B}", "＝", "日", "\u{1F600}", "-1 day", "|", "\u{0}",
    ]
    for _ in 0..<3_000 {
      let width = random.number(1...4)
      var table = CSVTable((0..<width).map { "c\($0)" })
      var expected = [(0..<width).map { "c\($0)" }]
      for _ in 0..<random.number(0...4) {
        let row = (0..<width).map { _ in
          (0..<random.number(0...5)).map { _ in random.one(of: pieces) }.joined()
        }
        let isID = random.chance(30)
        table.append(row.map { isID ? .id($0) : .text($0) })
        expected.append(
          row.map {
            isID ? SpreadsheetText.identifier($0) : SpreadsheetText.neutralised($0)
          })
      }
      #expect(try CSVReading.rows(table.encoded()) == expected)
      #expect(table.encoded() == table.encoded())
    }
  }
}

@Suite struct SpreadsheetTextTests {
  @Test(arguments: [
    "=1+1", "=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\tx", "\rx",
    "+cmd|x", "-cmd|x", "-2+3+cmd|' /C calc'!A0", "-A1", "+A1", "-1*A1", "-1 A1", "-(1)", "--1",
    "+-1", "-", "=", "-=1", "-1day", "-1,5;x", "-1e5", "- item",
    // After quotes, blanks and what does not show
    " =1", "\"=1", "'=1", "\" =1", "\n=1", "\u{A0}=1", "\u{200B}=1", "\u{FEFF}=1", "\u{2060}+1+1",
    "“=1", "‘@x", "\u{3000}=1", "\u{0}=1", "\u{7F}=1", "\u{202E}=1", "\u{AD}=1", "''=1",
    "\u{2028}=1", "  \"  '=1", "\u{B}=1", "\u{C}=1",
    // Wide forms, and the minus sign
    "＝1+1", "＋1", "－1", "＠x", "−1+1", "−A1", " ＝1",
  ])
  func dangerousTextIsNeutralised(_ text: String) {
    #expect(SpreadsheetText.neutralised(text) == "'" + text)
    #expect(SpreadsheetText.identifier(text).first == "'")
  }

  @Test(arguments: [
    "", "-1 day", "+5 %", "+5%", "-1", "+1", "-3.5 points", "-1,000 users", "−1 day", "+49 days",
    "a=b", "a-b", "weights", "x@y", "1+1", "A1", "5.10", "(=1)", "–1", "* =1", "/=1", "\"x\"",
    "'x'", "“x”", " x", "é", "日本", "<=", "100 %", "[=1]",
  ])
  func honestTextIsNotDamaged(_ text: String) {
    #expect(SpreadsheetText.neutralised(text) == text)
  }

  @Test(arguments: [
    "5.10", "1-2", "1E5", "1e5", "MAR-1", "mar-1", "5.4.1", "1/2", "12:30", "007", "3", "0.1",
    ".5", "1.", "Jan-25", "SEPT2", "1-Dec", "2-may-2025", "DECEMBER-1", "TRUE", "false",
    "2025-01-01", "1,5", "5%", "1E-5", "1 1", "-1.10", "+5.10", "−5", "(5)", "(5.10)", "$5.10",
    "£5", "€5", "-MAR-1",
  ])
  func idsThatLookLikeValuesAreKept(_ id: String) {
    #expect(SpreadsheetText.identifier(id) == "'" + id)
  }

  @Test(arguments: [
    "A1.a", "P1", "SL3.WS.INT.1", "AV-01", "AC-2(3)", "R1", "weights-encrypted", "5.1.1-1a",
    "1.1.a", "1.1.g1", "MARK-1", "market-1", "x5.10", "A-1", "(a)", "E5", "decoys-2", "",
  ])
  func otherIDsStayAsTheyAre(_ id: String) {
    #expect(SpreadsheetText.identifier(id) == id)
  }

  /// Whatever is written, nothing dangerous comes first.
  @Test func nothingDangerousIsLeft() {
    var random = SplitMix64(seed: 7)
    let pieces = [
      "=", "+", "-", "@", "\t", "\r", "\n", " ", "\"", "'", "\u{200B}", "\u{FEFF}", "1", "A", "(",
      "|", "＝", "day", "%", ".",
    ]
    for _ in 0..<20_000 {
      let text = (0..<random.number(1...6)).map { _ in random.one(of: pieces) }.joined()
      for safe in [SpreadsheetText.neutralised(text), SpreadsheetText.identifier(text)] {
        #expect(safe == text || safe == "'" + text)
        // A spreadsheet trims what does not show, and quotes that a careless import leaves.
        let shown = safe.unicodeScalars.drop { scalar in
          scalar.properties.isWhitespace && scalar != "\t" && scalar != "\r"
            || scalar.properties.generalCategory == .format || scalar == "\""
        }
        guard let first = shown.first, "=@\t\r＝＠".unicodeScalars.contains(first) else { continue }
        Issue.record("\(safe.debugDescription)")
        return
      }
    }
  }
}

import Tables
import TestSupport
import Testing

@Suite("CSV files are read, strictly and with help")
struct CSVReaderTests {
  private func rows(_ text: String) throws(CSVProblem) -> [[String]] {
    try CSVReader.read(Array(text.utf8)).rows.map(\.fields)
  }

  private func problem(_ text: String) -> CSVProblem? {
    do throws(CSVProblem) {
      return try CSVReader.read(Array(text.utf8)).problems.first
    } catch {
      return error
    }
  }

  @Test("Quotes, separators and line ends inside fields")
  func readsQuotes() throws {
    #expect(
      try rows("a,b\r\n\"x \"\"y\"\", z\",\"1\n2\"\r\n,\r\n")
        == [["a", "b"], ["x \"y\", z", "1\n2"], ["", ""]])
    #expect(try rows("a,b\n1,\"\"") == [["a", "b"], ["1", ""]])
    #expect(try rows("") == [])
  }

  @Test("Every line end, and none at the last", arguments: ["\r\n", "\n", "\r"])
  func readsLineEnds(_ end: String) throws {
    let read = try CSVReader.read(Array(["a,b", "1,2", "", "3,4"].joined(separator: end).utf8))
    #expect(read.rows.map(\.fields) == [["a", "b"], ["1", "2"], ["3", "4"]])
    #expect(read.rows.map(\.line) == [1, 2, 4])
  }

  @Test("What spreadsheets write elsewhere: semicolons, tabs, a first line that says so")
  func knowsSeparators() throws {
    #expect(try rows("a;b\n1,5;2\n") == [["a", "b"], ["1,5", "2"]])
    #expect(try rows("a\tb\n1;2\t3\n") == [["a", "b"], ["1;2", "3"]])
    #expect(try rows("\"a;b\",c\n1,2\n") == [["a;b", "c"], ["1", "2"]])
    let named = try CSVReader.read(Array("sep=;\r\na,b;c\r\n".utf8))
    #expect(named.rows.map(\.fields) == [["a,b", "c"]])
    #expect(named.rows.map(\.line) == [2])
  }

  @Test("Byte-order marks: UTF-8 and both kinds of UTF-16")
  func readsEncodings() throws {
    let text = "ä,b\r\n1,€\r\n"
    let units = Array(text.utf16)
    let little: [UInt8] =
      [0xFF, 0xFE] + units.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let big: [UInt8] =
      [0xFE, 0xFF] + units.flatMap { unit -> [UInt8] in [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
    for bytes in [Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), little, big] {
      #expect(try CSVReader.read(bytes).rows.map(\.fields) == [["ä", "b"], ["1", "€"]])
    }
    #expect(throws: CSVProblem.self) { try CSVReader.read([0xFF, 0xFE, 0x41]) }
    #expect(throws: CSVProblem.self) { try CSVReader.read([0x61, 0x2C, 0xE4, 0x0A]) }
    #expect(throws: CSVProblem.self) { try CSVReader.read([0x61, 0x2C, 0x00, 0x0A]) }
  }

  @Test(
    "What is wrong is told by line and field",
    arguments: [
      ("a,b\n1,\"2", 2, 2), ("a,b\n1,2\"3\n", 2, 2), ("a,b\n\"1\"2,3\n", 2, 1),
      ("a,b\n\"1\n2\",3\n4\n", 4, 1), ("a,b\n1,2,3\n", 2, 3), ("a,b\n\n\n1\n", 4, 1),
    ])
  func tellsWhere(_ text: String, _ line: Int, _ column: Int) throws {
    let found = try #require(problem(text))
    #expect([found.line, found.column] == [line, column])
    #expect(!found.hints.isEmpty)
  }

  @Test("Empty fields at the end of a row are no problem")
  func allowsTrailingFields() {
    #expect(problem("a,b\n1,2,,\n") == nil)
  }

  @Test("What the writer writes is read back, without its apostrophes")
  func roundTrip() throws {
    var random = SplitMix64(seed: 4181)
    let pieces = [
      "a", "=", "+", "-", "@", "\t", "\r", "\n", "\"", "\"\"", ",", ";", " ", "'", "5.10", "é",
      "\u{200B}", "＝", "日", "\u{1F600}", "-1 day", "|",
    ]
    for _ in 0..<3_000 {
      let width = random.number(2...4)
      var table = CSVTable((0..<width).map { "c\($0)" })
      var expected: [[String]] = []
      for _ in 0..<random.number(1...4) {
        let row = (0..<width).map { _ in
          (0..<random.number(0...5)).map { _ in random.one(of: pieces) }.joined()
        }
        // An apostrophe of the text's own before what is not dangerous after it can stay; one
        // before a formula is the writer's or gets a second one.
        table.append(row.map { .text($0) })
        expected.append(row)
      }
      let read = try CSVReader.read(table.encoded(), separator: .comma)
      #expect(read.problems.isEmpty)
      let texts = read.rows.dropFirst().map { $0.fields.map(SpreadsheetText.original) }
      #expect(Array(texts) == expected)
    }
  }

  @Test("Ids come back", arguments: ["5.10", "1-2", "MAR-1", "007", "A.5.1", "AC-2", "=x", "true"])
  func readsIdentifiersBack(_ id: String) throws {
    var table = CSVTable(["id", "x"])
    table.append([.id(id), .text("y")])
    let read = try CSVReader.read(table.encoded())
    #expect(read.rows.last.map { SpreadsheetText.originalIdentifier($0.fields[0]) } == id)
    #expect(SpreadsheetText.originalIdentifier("'tis") == "'tis")
    #expect(SpreadsheetText.original("'5.10") == "'5.10")
  }

  @Test("Noise ends in an answer")
  func survivesNoise() {
    var random = SplitMix64(seed: 9)
    for _ in 0..<20_000 {
      let bytes = (0..<random.number(0...30)).map { _ in
        random.one(
          of: [0x22, 0x2C, 0x0D, 0x0A, 0x61, 0x3B, 0x09, 0xC3, 0xA9, 0xFF, 0xFE, 0] as [UInt8])
      }
      _ = try? CSVReader.read(bytes)
    }
  }
}

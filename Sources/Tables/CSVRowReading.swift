/// One pass over the bytes of a CSV file.
struct CSVRowReading {
  private let bytes: [UInt8]
  private let separator: UInt8
  private var index = 0
  private var line = 1

  init(_ bytes: [UInt8], separator: UInt8) {
    self.bytes = bytes
    self.separator = separator
  }

  mutating func rows() throws(CSVProblem) -> [CSVDocument.Row] {
    var rows: [CSVDocument.Row] = []
    var count = 0
    while index < bytes.count {
      let row = try row()
      if row.fields != [""] { rows.append(row) }
      count += row.fields.count
      guard rows.count <= CSVReader.rowLimit, count <= CSVReader.fieldLimit else {
        let bound =
          rows.count > CSVReader.rowLimit
          ? "\(CSVReader.rowLimit) rows" : "\(CSVReader.fieldLimit) fields"
        throw CSVProblem(
          line: row.line, "has more than \(bound)",
          hints: ["is it the right file? If it is, split it, or leave columns out"])
      }
    }
    return rows
  }

  private mutating func row() throws(CSVProblem) -> CSVDocument.Row {
    let start = line
    var fields: [String] = []
    while true {
      fields.append(try field(column: fields.count + 1))
      guard fields.count <= CSVReader.columnLimit else {
        throw CSVProblem(
          line: start, "has more than \(CSVReader.columnLimit) fields",
          hints: ["is a quote not closed?"])
      }
      guard index < bytes.count, bytes[index] == separator else { break }
      index += 1
    }
    endLine()
    return CSVDocument.Row(line: start, fields: fields)
  }

  private mutating func field(column: Int) throws(CSVProblem) -> String {
    if index < bytes.count, bytes[index] == 0x22 { return try quotedField(column) }
    let start = index
    while index < bytes.count, bytes[index] != separator, bytes[index] != 0x0D,
      bytes[index] != 0x0A
    {
      guard bytes[index] != 0x22 else {
        throw CSVProblem(
          line: line, column: column, "has a quote in the middle of a field without quotes",
          hints: ["put the whole field in quotes, and double each quote inside it: \"a \"\"b\"\"\""]
        )
      }
      index += 1
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func quotedField(_ column: Int) throws(CSVProblem) -> String {
    let start = line
    var field: [UInt8] = []
    index += 1
    while true {
      guard index < bytes.count else {
        throw CSVProblem(
          line: start, column: column, "has a quote that is never closed",
          hints: ["a quote inside a field is doubled: \"a \"\"b\"\"\""])
      }
      let byte = bytes[index]
      if byte == 0x22 {
        index += 1
        guard index < bytes.count, bytes[index] == 0x22 else { break }
      } else if byte == 0x0A || (byte == 0x0D && !isFollowedByLineFeed) {
        line += 1
      }
      field.append(byte)
      index += 1
    }
    guard
      index == bytes.count || bytes[index] == separator || bytes[index] == 0x0D
        || bytes[index] == 0x0A
    else {
      throw CSVProblem(
        line: line, column: column, "has text after a closing quote",
        hints: ["a quote inside a field is doubled: \"a \"\"b\"\"\""])
    }
    return String(decoding: field, as: UTF8.self)
  }

  private var isFollowedByLineFeed: Bool {
    index + 1 < bytes.count && bytes[index + 1] == 0x0A
  }

  private mutating func endLine() {
    guard index < bytes.count else { return }
    if bytes[index] == 0x0D, isFollowedByLineFeed { index += 1 }
    index += 1
    line += 1
  }
}

/// Turns the bytes of a CSV file into UTF-8 without a mark.
enum CSVEncoding {
  static func utf8(_ bytes: [UInt8]) throws(CSVProblem) -> [UInt8] {
    if bytes.starts(with: [0xFF, 0xFE]) { return try utf16(bytes, high: 1) }
    if bytes.starts(with: [0xFE, 0xFF]) { return try utf16(bytes, high: 0) }
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    guard String(validating: text, as: UTF8.self) != nil else {
      throw CSVProblem(
        line: firstBadLine(text), "is not valid UTF-8",
        hints: ["in Excel: save as 'CSV UTF-8 (comma delimited)'"])
    }
    if let zero = text.firstIndex(of: 0) {
      let line = text[..<zero].count { $0 == 0x0A } + 1
      throw CSVProblem(
        line: line, "holds a NUL character, so it is not text",
        hints: ["in Excel: save as 'CSV UTF-8 (comma delimited)'"])
    }
    return text
  }

  private static func utf16(_ bytes: [UInt8], high: Int) throws(CSVProblem) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for index in stride(from: 2, to: bytes.count - 1, by: 2) {
      units.append(UInt16(bytes[index + high]) << 8 | UInt16(bytes[index + 1 - high]))
    }
    guard bytes.count.isMultiple(of: 2), let text = String(validating: units, as: UTF16.self)
    else {
      throw CSVProblem(
        "has the mark of UTF-16 but is not valid UTF-16", hints: ["save it again as UTF-8"])
    }
    return Array(text.utf8)
  }

  private static func firstBadLine(_ bytes: [UInt8]) -> Int {
    var line = 1
    for part in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if String(validating: part, as: UTF8.self) == nil { return line }
      line += 1
    }
    return 0
  }
}

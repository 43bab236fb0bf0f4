internal import Diagnostics

/// Turns the bytes of a text into a string: UTF-8, UTF-16 with a byte order mark, or Windows-1252 and
/// Latin-1, which a page declares and a text shows by its quotes, dashes and letters.
enum TextDecoding {
  static func decode(_ bytes: [UInt8], fileName: String) throws(Refusal) -> String {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return try utf8(Array(bytes.dropFirst(3)), fileName: fileName)
    }
    if bytes.starts(with: [0xFF, 0xFE]) {
      return try utf16(bytes, high: 1, low: 0, fileName: fileName)
    }
    if bytes.starts(with: [0xFE, 0xFF]) {
      return try utf16(bytes, high: 0, low: 1, fileName: fileName)
    }
    if let order = bareUTF16(bytes) {
      return try utf16(
        [0, 0] + bytes, high: order.high, low: order.low, fileName: fileName)
    }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    if declaresWindows1252(bytes) || readsAsWindows1252(bytes) { return windows1252(bytes) }
    return try utf8(bytes, fileName: fileName)
  }

  /// A text in UTF-16, with its mark or without, as UTF-8; nil for other bytes, and for UTF-16 that
  /// is broken. What XML declares of its encoding is put right.
  static func utf8(ofUTF16 bytes: [UInt8]) -> [UInt8]? {
    let hasMark = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    // Four bytes of zero and mark are UTF-32.
    guard hasMark ? !bytes.dropFirst(2).starts(with: [0, 0]) : bareUTF16(bytes) != nil,
      let text = try? decode(bytes, fileName: "")
    else { return nil }
    guard text.hasPrefix("<?xml"), let end = text.firstRange(of: "?>") else {
      return Array(text.utf8)
    }
    let declaration = text[..<end.lowerBound]
    guard let encoding = declaration.firstRange(of: "encoding=") else { return Array(text.utf8) }
    let value = declaration[encoding.upperBound...].dropFirst().prefix { $0 != "\"" && $0 != "'" }
    return Array((text[..<value.startIndex] + "UTF-8" + text[value.endIndex...]).utf8)
  }

  /// The order of the bytes of UTF-16 that has lost its mark: in Latin letters every second byte is
  /// zero. Nil for other bytes.
  static func bareUTF16(_ bytes: [UInt8]) -> (high: Int, low: Int)? {
    let head = bytes.prefix(4096)
    guard head.count >= 16, bytes.count.isMultiple(of: 2) else { return nil }
    var zeros = [0, 0]
    for index in head.indices where head[index] == 0 { zeros[index % 2] += 1 }
    let half = head.count / 2
    if zeros[1] * 10 >= half * 8, zeros[0] * 50 < half { return (1, 0) }
    return zeros[0] * 10 >= half * 8 && zeros[1] * 50 < half ? (0, 1) : nil
  }

  private static func utf8(_ bytes: [UInt8], fileName: String) throws(Refusal) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    throw Refusal(
      "document-encoding", "is not valid UTF-8",
      at: SourceLocation(file: fileName, line: firstBadLine(bytes)),
      hints: [
        "save it again as UTF-8, or as a page that declares windows-1252",
        "a text of Windows: iconv -f WINDOWS-1252 -t UTF-8 FILE > NEW",
      ])
  }

  private static func utf16(
    _ bytes: [UInt8], high: Int, low: Int, fileName: String
  ) throws(Refusal) -> String {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = 2
    while index + 1 < bytes.count {
      units.append(UInt16(bytes[index + high]) << 8 | UInt16(bytes[index + low]))
      index += 2
    }
    if index == bytes.count, let text = String(validating: units, as: UTF16.self) { return text }
    throw Refusal(
      "document-encoding", "has the mark of UTF-16 but is not valid UTF-16",
      at: SourceLocation(file: fileName), hints: ["save it again as UTF-8"])
  }

  private static func firstBadLine(_ bytes: [UInt8]) -> Int {
    var line = 1
    for part in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if String(validating: part, as: UTF8.self) == nil { return line }
      line += 1
    }
    return 0
  }

  private static func declaresWindows1252(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(4096), as: UTF8.self).lowercased()
    return ["windows-1252", "cp1252", "iso-8859-1", "latin-1"].contains { name in
      ["charset=", "charset=\"", "charset='", "encoding=\"", "encoding='"].contains {
        head.contains($0 + name)
      }
    }
  }

  /// Whether all that is not ASCII is a mark of print or a letter inside a word, and nothing is
  /// written as UTF-8 writes it: a text in UTF-8 with a broken place is something else.
  private static func readsAsWindows1252(_ bytes: [UInt8]) -> Bool {
    let marks: Set<UInt8> = [
      0x80, 0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0xA0, 0xA3, 0xA7, 0xA9, 0xAB,
      0xAD, 0xAE, 0xB0, 0xB7, 0xBB,
    ]
    var count = 0
    for index in bytes.indices where bytes[index] >= 0x80 {
      let before = index > 0 ? bytes[index - 1] : 0x20
      let after = index + 1 < bytes.count ? bytes[index + 1] : 0x20
      let isLetter = bytes[index] >= 0xC0 && (isASCIILetter(before) || isASCIILetter(after))
      guard marks.contains(bytes[index]) || isLetter else { return false }
      if bytes[index] >= 0xC2, (0x80...0xBF).contains(after) { return false }
      count += 1
    }
    return count * 10 <= bytes.count
  }

  private static func isASCIILetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) && byte < 0x80
  }

  /// As browsers do, Latin-1 is read as Windows-1252 too.
  private static func windows1252(_ bytes: [UInt8]) -> String {
    let special: [UInt16] = [
      0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
      0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
    ]
    let units = bytes.map { byte in
      (0x80...0x9F).contains(byte) ? special[Int(byte) - 0x80] : UInt16(byte)
    }
    return String(decoding: units, as: UTF16.self)
  }
}

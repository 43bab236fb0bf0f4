internal import YAMLEvents

/// The bytes of a YAML file, with an eye for its lines.
struct YAMLSourceText {
  let bytes: [UInt8]
  /// How the file ends its lines.
  let newline: String

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let first = bytes.firstIndex(of: 0x0A) ?? 0
    newline = first > 0 && bytes[first - 1] == 0x0D ? "\r\n" : "\n"
  }

  /// Where a value ends.
  func end(_ span: YAMLSpan) -> Int { span.place.bytes.upperBound }

  /// The column of a place in characters, from 0.
  func column(of place: Int) -> Int {
    bytes[lineStart(of: place)..<place].count { $0 & 0xC0 != 0x80 }
  }

  /// Where the line of a place starts.
  func lineStart(of place: Int) -> Int {
    let start = bytes[..<place].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return start == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) && place >= 3 ? 3 : start
  }

  /// Where the line after that of a place starts; a place at the start of a line ends none.
  func lineEnd(after place: Int) -> Int {
    if place > 0, bytes[place - 1] == 0x0A { return place }
    return bytes[place...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
  }

  /// Where the visible part of a line ends, without its line break.
  func textEnd(after place: Int) -> Int {
    var end = bytes[place...].firstIndex(of: 0x0A) ?? bytes.count
    if end > place, bytes[end - 1] == 0x0D { end -= 1 }
    return end
  }

  /// Whether only blanks stand before a place on its line.
  func startsLine(_ place: Int) -> Bool {
    bytes[lineStart(of: place)..<place].allSatisfy(Self.isBlank)
  }

  /// Whether nothing but blanks and line breaks stands in a range.
  func isBlank(_ range: Range<Int>) -> Bool {
    bytes[range].allSatisfy { Self.isBlank($0) || $0 == 0x0A || $0 == 0x0D }
  }

  /// The blanks with which a line starts.
  func indentation(from line: Int) -> String {
    String(decoding: bytes[line...].prefix(while: Self.isBlank), as: UTF8.self)
  }

  /// The first thing after a place that is neither blank nor comment, when it is `byte`.
  func find(_ byte: UInt8, from place: Int) -> Int? {
    var index = place
    while index < bytes.count {
      switch bytes[index] {
      case byte: return index
      case 0x20, 0x09, 0x0A, 0x0D, 0x2C: index += 1
      case 0x23: index = lineEnd(after: index + 1)
      default: return nil
      }
    }
    return nil
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}

/// Cuts a text into lines where editors do: at LF, CR, CR LF, and Unicode's own line ends.
///
/// A form feed opens a page of a text that was made from a PDF; it stays in its line.
enum TextLines {
  /// The lines without their ends; nil when there are more than `limit`.
  static func split(_ text: String, limit: Int) -> [String]? {
    let bytes = Array(text.utf8)
    var lines: [String] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      let length = lengthOfEnd(bytes, at: index)
      guard length > 0 else {
        index += 1
        continue
      }
      lines.append(String(decoding: bytes[start..<index], as: UTF8.self))
      guard lines.count < limit else { return nil }
      index += length
      start = index
    }
    lines.append(String(decoding: bytes[start...], as: UTF8.self))
    return lines
  }

  /// Bytes of the line end at a place; 0: none.
  private static func lengthOfEnd(_ bytes: [UInt8], at index: Int) -> Int {
    func byte(_ offset: Int) -> UInt8 {
      index + offset < bytes.count ? bytes[index + offset] : 0
    }
    switch bytes[index] {
    case 0x0A, 0x0B: return 1
    case 0x0D: return byte(1) == 0x0A ? 2 : 1
    case 0xC2: return byte(1) == 0x85 ? 2 : 0
    case 0xE2: return byte(1) == 0x80 && (byte(2) == 0xA8 || byte(2) == 0xA9) ? 3 : 0
    default: return 0
    }
  }
}

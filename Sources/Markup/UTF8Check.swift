/// Tells whether bytes are UTF-8.
///
/// Published documents are nearly all ASCII, which is gone over eight bytes at a time; only the
/// stretches between are looked at closely.
enum UTF8Check {
  static func isValid(_ bytes: Span<UInt8>) -> Bool {
    let raw = unsafe bytes.bytes
    let highBits: UInt64 = 0x8080_8080_8080_8080
    var index = 0
    while index < bytes.count {
      if index + 8 <= bytes.count,
        unsafe raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self) & highBits == 0
      {
        index += 8
      } else if bytes[index] < 0x80 {
        index += 1
      } else {
        // A stretch ends before an ASCII byte, where no character goes on.
        let start = index
        while index < bytes.count, bytes[index] >= 0x80 { index += 1 }
        guard (try? UTF8Span(validating: bytes.extracting(start..<index))) != nil else {
          return false
        }
      }
    }
    return true
  }
}

/// Numbers in the byte order of ZIP, never beyond the end.
struct LittleEndian {
  let bytes: [UInt8]

  /// Reads the number of `width` bytes at `position`; nil when it does not stand there whole, or
  /// is larger than any archive.
  func number(at position: Int, width: Int) -> Int? {
    guard position >= 0, position <= bytes.count - width else { return nil }
    var value: UInt64 = 0
    for index in (position..<position + width).reversed() {
      value = value << 8 | UInt64(bytes[index])
    }
    return Int(exactly: value)
  }

  /// Whether `signature` stands at `position`.
  func has(_ signature: UInt32, at position: Int) -> Bool {
    number(at: position, width: 4) == Int(signature)
  }
}

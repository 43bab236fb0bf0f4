/// The names of a document, each made into a string only once.
struct XMLNames {
  private var table: [[(raw: [UInt8], prefix: String, local: String)]]

  init() { table = Array(repeating: [], count: 256) }

  /// A name as prefix and local name.
  mutating func split(_ bytes: [UInt8], _ range: Range<Int>) -> (prefix: String, local: String) {
    var hash: UInt32 = 2_166_136_261
    for index in range { hash = (hash ^ UInt32(bytes[index])) &* 16_777_619 }
    let slot = Int((hash ^ (hash >> 16)) & 255)
    for entry in table[slot] where entry.raw.count == range.count {
      if entry.raw.elementsEqual(bytes[range]) { return (entry.prefix, entry.local) }
    }
    let parts = bytes[range].split(
      separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
    let local = String(decoding: parts.last ?? [], as: UTF8.self)
    let prefix = parts.count == 2 ? String(decoding: parts[0], as: UTF8.self) : ""
    // A hostile document may have a million names; the table need not hold them.
    if table[slot].count < 16 { table[slot].append((Array(bytes[range]), prefix, local)) }
    return (prefix, local)
  }

  static func isNameStart(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || byte == 0x5F || byte >= 0x80
  }

  static func isNameByte(_ byte: UInt8) -> Bool {
    isNameStart(byte) || (0x30...0x3A).contains(byte) || byte == 0x2D || byte == 0x2E
  }
}

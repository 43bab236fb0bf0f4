/// The names of a document, each made into a string only once.
struct XMLNames {
  private struct Entry {
    /// Where the name stands first in the document.
    var start: Int
    var count: Int
    var prefix: String
    var local: String
  }

  private var entries: [Entry] = []
  /// Where the search for a hash begins: one more than an index of `entries`; 0: nowhere.
  private var slots = [UInt16](repeating: 0, count: 1024)
  /// A hostile document may have a million names; the table need not hold them.
  private static let limit = 512

  /// A name as prefix and local name.
  mutating func split(_ bytes: [UInt8], _ range: Range<Int>) -> (prefix: String, local: String) {
    var hash: UInt32 = 2_166_136_261
    for index in range { hash = (hash ^ UInt32(bytes[index])) &* 16_777_619 }
    var slot = Int((hash ^ (hash >> 16)) & 1023)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if entries[index].count == range.count,
        Self.agree(bytes, entries[index].start, range.lowerBound, range.count)
      {
        return (entries[index].prefix, entries[index].local)
      }
      slot = (slot + 1) & 1023
    }
    let parts = bytes[range].split(
      separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
    let local = String(decoding: parts.last ?? [], as: UTF8.self)
    let prefix = parts.count == 2 ? String(decoding: parts[0], as: UTF8.self) : ""
    if entries.count < Self.limit {
      entries.append(
        Entry(start: range.lowerBound, count: range.count, prefix: prefix, local: local))
      slots[slot] = UInt16(entries.count)
    }
    return (prefix, local)
  }

  private static func agree(_ bytes: [UInt8], _ one: Int, _ other: Int, _ count: Int) -> Bool {
    for offset in 0..<count where bytes[one + offset] != bytes[other + offset] { return false }
    return true
  }

  static func isNameStart(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte == 0x5F || byte >= 0x80
  }

  static func isNameByte(_ byte: UInt8) -> Bool {
    isNameStart(byte) || byte &- 0x30 < 11 || byte == 0x2D || byte == 0x2E
  }
}

/// Writes ZIP archives by hand, right or wrong in every place, with entries that are stored.
public struct RawArchive: Sendable {
  /// An entry, and what is said of it.
  public struct Entry: Sendable {
    /// The name in the directory.
    public var name: [UInt8]
    /// The name in the entry's own header; nil: the same.
    public var localName: [UInt8]?
    /// What stands in the archive.
    public var content: [UInt8]
    /// The flags of the header.
    public var flags = 0
    /// The compression method.
    public var method = 0
    /// The length that is said; nil: the true one.
    public var size: Int?
    /// The checksum that is said; nil: the true one.
    public var checksum: UInt32?
    /// Where the directory says that it stands; nil: where it does.
    public var offset: Int?

    /// Makes an honest entry.
    public init(_ name: String, _ content: String = "") {
      self.name = Array(name.utf8)
      self.content = Array(content.utf8)
    }
  }

  /// The entries in order.
  public var entries: [Entry]
  /// The number of entries that is said; nil: the true one.
  public var count: Int?
  /// The number of the disk that is said.
  public var disk = 0
  /// The comment at the end.
  public var comment = ""

  /// Makes an archive.
  public init(_ entries: [Entry]) { self.entries = entries }

  /// The bytes.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let start = bytes.count
      let checksum = entry.checksum ?? Self.checksum(entry.content)
      let size = entry.size ?? entry.content.count
      let shared =
        Self.number(20, 2) + Self.number(entry.flags, 2) + Self.number(entry.method, 2)
        + Self.number(0x21_0000, 4) + Self.number(Int(checksum), 4)
        + Self.number(entry.content.count, 4) + Self.number(size, 4)
      let localName = entry.localName ?? entry.name
      bytes += [0x50, 0x4B, 3, 4] + shared + Self.number(localName.count, 2) + [0, 0]
      bytes += localName + entry.content
      directory += [0x50, 0x4B, 1, 2] + Self.number(20, 2) + shared
      directory += Self.number(entry.name.count, 2) + Self.number(0, 12)
      directory += Self.number(entry.offset ?? start, 4) + entry.name
    }
    let said = Self.number(count ?? entries.count, 2)
    let start = bytes.count
    bytes += directory
    bytes += [0x50, 0x4B, 5, 6] + Self.number(disk, 2) + Self.number(disk, 2) + said + said
    bytes += Self.number(directory.count, 4) + Self.number(start, 4)
    return bytes + Self.number(comment.utf8.count, 2) + Array(comment.utf8)
  }

  private static func number(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> (8 * $0)) : 0 }
  }

  /// CRC-32 of ZIP.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var value: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      value ^= UInt32(byte)
      for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }
    return ~value
  }
}

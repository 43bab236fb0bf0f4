/// What the directory of a ZIP archive says of one entry.
struct CentralHeader {
  let name: ArraySlice<UInt8>
  let size: Int
  let compressedSize: Int
  /// Where the entry's own header stands.
  let localHeader: Int
  /// Where the next header of the directory stands.
  let end: Int

  init(_ data: LittleEndian, at position: Int, before limit: Int) throws(ArchiveFailure) {
    let broken = ArchiveFailure(
      .inconsistent, "has a directory with an unreadable entry",
      hints: ["the file is damaged; get it again"])
    guard data.has(0x0201_4B50, at: position),
      let flags = data.number(at: position + 8, width: 2),
      let method = data.number(at: position + 10, width: 2),
      let nameLength = data.number(at: position + 28, width: 2),
      let extraLength = data.number(at: position + 30, width: 2),
      let commentLength = data.number(at: position + 32, width: 2)
    else { throw broken }
    let nameStart = position + 46
    let extraStart = nameStart + nameLength
    end = extraStart + extraLength + commentLength
    guard end <= limit else { throw broken }
    name = data.bytes[nameStart..<extraStart]
    var long = LongValues(data, in: extraStart..<extraStart + extraLength)
    guard let size = long.value(at: position + 24),
      let compressedSize = long.value(at: position + 20),
      let localHeader = long.value(at: position + 42)
    else { throw broken }
    (self.size, self.compressedSize, self.localHeader) = (size, compressedSize, localHeader)
    // Bits 0, 6 and 13: encrypted, strongly encrypted, with its header masked.
    if flags & 0b10_0000_0100_0001 != 0 {
      throw ArchiveFailure(
        .encrypted, "is behind a password: '\(EntryName.printable(name))' is encrypted",
        hints: ["save a copy without a password"])
    }
    guard method == 0 || method == 8 else {
      throw ArchiveFailure(
        .unsupported,
        "has an entry compressed by method \(method): '\(EntryName.printable(name))'",
        hints: ["expected deflate, as in office documents; save the file again"])
    }
    if method == 0, size != compressedSize { throw inconsistent("has two lengths") }
  }

  func inconsistent(_ what: String) -> ArchiveFailure {
    ArchiveFailure(
      .inconsistent, "has an entry that \(what): '\(EntryName.printable(name))'",
      hints: ["the file is damaged, or made to mislead; get it again"])
  }

  /// Values of 32 bits, or of 64 bits in the ZIP64 field, where they stand in the order in which
  /// they are asked for.
  private struct LongValues {
    private let data: LittleEndian
    private var position: Int
    private let limit: Int

    init(_ data: LittleEndian, in extra: Range<Int>) {
      self.data = data
      var position = extra.lowerBound
      while position + 4 <= extra.upperBound,
        let id = data.number(at: position, width: 2),
        let length = data.number(at: position + 2, width: 2)
      {
        if id == 1, position + 4 + length <= extra.upperBound {
          (self.position, limit) = (position + 4, position + 4 + length)
          return
        }
        position += 4 + length
      }
      (self.position, limit) = (0, 0)
    }

    mutating func value(at place: Int) -> Int? {
      guard let short = data.number(at: place, width: 4) else { return nil }
      guard short == 0xFFFF_FFFF else { return short }
      guard position + 8 <= limit else { return nil }
      defer { position += 8 }
      return data.number(at: position, width: 8)
    }
  }
}

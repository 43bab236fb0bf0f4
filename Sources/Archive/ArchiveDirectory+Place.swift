extension ArchiveDirectory {
  /// Where the directory stands, as the record at the end of the archive says.
  struct Place {
    let start: Int
    let end: Int
    let count: Int

    init(_ data: LittleEndian) throws(ArchiveFailure) {
      guard let record = Self.endRecord(data) else {
        throw ArchiveFailure(
          .truncated, "is a ZIP archive without its end",
          hints: ["the file is not complete; get it again"])
      }
      guard let disk = data.number(at: record + 4, width: 2),
        var count = data.number(at: record + 10, width: 2),
        var size = data.number(at: record + 12, width: 4),
        var start = data.number(at: record + 16, width: 4)
      else { throw Self.wrong }
      var limit = record
      if count == 0xFFFF || size == 0xFFFF_FFFF || start == 0xFFFF_FFFF,
        data.has(0x0706_4B50, at: record - 20)
      {
        guard let large = data.number(at: record - 12, width: 8),
          data.has(0x0606_4B50, at: large),
          let largeCount = data.number(at: large + 32, width: 8),
          let largeSize = data.number(at: large + 40, width: 8),
          let largeStart = data.number(at: large + 48, width: 8)
        else { throw Self.wrong }
        (count, size, start, limit) = (largeCount, largeSize, largeStart, large)
      } else if disk != 0 {
        throw ArchiveFailure(
          .unsupported, "is one of several parts of an archive", hints: ["join the parts first"])
      }
      guard start <= limit, size == limit - start, size / 46 >= count else { throw Self.wrong }
      (self.start, end, self.count) = (start, limit, count)
    }

    private static let wrong = ArchiveFailure(
      .inconsistent, "has a directory that is not where its end says",
      hints: ["the file is damaged, or is not complete; get it again"])

    /// The record ends the archive, but for a comment of at most 65,535 bytes.
    private static func endRecord(_ data: LittleEndian) -> Int? {
      var position = data.bytes.count - 22
      let first = max(0, position - 0xFFFF)
      while position >= first {
        if data.has(0x0605_4B50, at: position),
          data.number(at: position + 20, width: 2) == data.bytes.count - position - 22
        {
          return position
        }
        position -= 1
      }
      return nil
    }
  }
}

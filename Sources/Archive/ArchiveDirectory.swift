/// The directory at the end of a ZIP archive, read and checked before anything is inflated.
///
/// libzip reads it again. It does not tell where entries lie, so it cannot say whether they
/// overlap, and it shows a name only up to its first NUL.
struct ArchiveDirectory {
  /// The entries in the order of the directory.
  private(set) var entries: [Record] = []

  struct Record {
    let name: ArraySlice<UInt8>
    let size: Int
    let compressedSize: Int
    /// The bytes of the archive that belong to it, its local header among them.
    let extent: Range<Int>
  }

  private let data: LittleEndian
  private let limits: ArchiveLimits

  init(_ bytes: [UInt8], limits: ArchiveLimits) throws(ArchiveFailure) {
    data = LittleEndian(bytes: bytes)
    self.limits = limits
    if bytes.count > limits.archiveBytes {
      throw ArchiveFailure(.tooLarge, "is longer than \(limits.archiveBytes) bytes")
    }
    guard bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6]) else {
      throw ArchiveFailure(
        .notAnArchive, "is not a ZIP archive",
        hints: ["ODT, DOCX and XLSX files are ZIP archives; older DOC and XLS files are not"])
    }
    try read(Place(data))
    try checkNames()
    try checkSizes()
    try checkExtents()
  }

  private mutating func read(_ place: Place) throws(ArchiveFailure) {
    guard place.count <= limits.entries else {
      throw ArchiveFailure(
        .tooLarge, "has \(place.count) entries, more than \(limits.entries)")
    }
    var position = place.start
    for _ in 0..<place.count {
      let header = try CentralHeader(data, at: position, before: place.end)
      entries.append(
        Record(
          name: header.name, size: header.size, compressedSize: header.compressedSize,
          extent: try extent(of: header, before: place.start)))
      position = header.end
    }
    guard position == place.end else {
      throw ArchiveFailure(.inconsistent, "has a directory that does not end where it says")
    }
  }

  /// Where the entry lies; its own header has to agree with the directory.
  private func extent(
    of header: CentralHeader, before limit: Int
  ) throws(ArchiveFailure) -> Range<Int> {
    let start = header.localHeader
    guard data.has(0x0403_4B50, at: start),
      let nameLength = data.number(at: start + 26, width: 2),
      let extraLength = data.number(at: start + 28, width: 2)
    else { throw header.inconsistent("does not stand where the directory says") }
    let content = start + 30 + nameLength + extraLength
    guard header.compressedSize <= limit - content else {
      throw header.inconsistent("reaches into the directory")
    }
    guard data.bytes[start + 30..<start + 30 + nameLength].elementsEqual(header.name) else {
      throw header.inconsistent("has another name than the directory says")
    }
    return start..<content + header.compressedSize
  }

  private func checkNames() throws(ArchiveFailure) {
    var seen: Set<ArraySlice<UInt8>> = []
    for entry in entries {
      try EntryName.check(entry.name)
      guard seen.insert(entry.name).inserted else {
        throw ArchiveFailure(
          .duplicateName, "has two entries named '\(EntryName.printable(entry.name))'",
          hints: ["programs would read different ones of the two; make the file again"])
      }
    }
  }

  private func checkSizes() throws(ArchiveFailure) {
    var total = 0
    for entry in entries {
      let name = EntryName.printable(entry.name)
      guard entry.size <= limits.entryBytes else {
        throw ArchiveFailure(
          .tooLarge,
          "has an entry of \(entry.size) bytes, more than \(limits.entryBytes): '\(name)'")
      }
      if entry.size > 1 << 20, entry.size / max(1, entry.compressedSize) >= limits.ratio {
        throw ArchiveFailure(
          .bomb,
          "has an entry that becomes \(entry.size / max(1, entry.compressedSize)) times longer, "
            + "as in ZIP bombs: '\(name)'")
      }
      total += entry.size
      guard total <= limits.totalBytes else {
        throw ArchiveFailure(
          .tooLarge, "becomes longer than \(limits.totalBytes) bytes when it is unpacked")
      }
    }
  }

  private func checkExtents() throws(ArchiveFailure) {
    var end = 0
    for entry in entries.sorted(by: { $0.extent.lowerBound < $1.extent.lowerBound }) {
      guard entry.extent.lowerBound >= end else {
        throw ArchiveFailure(
          .overlap,
          "has entries that share bytes, as in ZIP bombs: '\(EntryName.printable(entry.name))'")
      }
      end = entry.extent.upperBound
    }
  }
}

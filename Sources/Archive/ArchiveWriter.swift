internal import CLibZip

/// Makes ZIP archives that are the same, byte by byte, each time they are made of the same entries.
///
/// Every entry is deflated, dated 1980-01-01 (the first day that ZIP knows), readable by its owner
/// alone, and stands where the list has it.
public enum ArchiveWriter {
  /// A file to put into an archive.
  public struct Entry: Sendable, Hashable {
    /// The name with `/` between folders.
    public var name: String
    /// The content.
    public var bytes: [UInt8]

    /// Makes an entry.
    public init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// The archive of `entries`, in their order.
  ///
  /// - Throws: when a name is unsafe or given twice, or there is not enough memory.
  public static func archive(of entries: [Entry]) throws(ArchiveFailure) -> [UInt8] {
    try check(entries)
    guard let target = unsafe zip_source_buffer_create(nil, 0, 0, nil) else { throw outOfMemory }
    defer { unsafe zip_source_free(target) }
    // One hold for the archive, which lets go of it when it is closed, and one for us.
    unsafe zip_source_keep(target)
    guard let archive = unsafe zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, nil) else {
      unsafe zip_source_free(target)
      throw outOfMemory
    }
    do {
      for entry in entries { try unsafe add(entry, to: archive) }
    } catch {
      unsafe zip_discard(archive)
      throw error
    }
    guard unsafe zip_close(archive) == 0 else {
      unsafe zip_discard(archive)
      throw outOfMemory
    }
    return try unsafe content(of: target)
  }

  private static let outOfMemory = ArchiveFailure(.system, "needs more memory than there is")

  private static func check(_ entries: [Entry]) throws(ArchiveFailure) {
    if entries.isEmpty { throw ArchiveFailure(.noEntry, "would be an archive without an entry") }
    var seen: Set<String> = []
    for entry in entries {
      try EntryName.check(entry.name.utf8)
      guard seen.insert(entry.name).inserted, !entry.name.hasSuffix("/") else {
        throw ArchiveFailure(
          entry.name.hasSuffix("/") ? .unsafeName : .duplicateName,
          "cannot have the entry '\(EntryName.printable(entry.name.utf8))'")
      }
    }
  }

  private static func add(
    _ entry: Entry, to archive: OpaquePointer
  ) throws(ArchiveFailure) {
    let source = try unsafe ArchiveSource.copying(entry.bytes)
    let added = unsafe zip_file_add(archive, entry.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard added >= 0 else {
      unsafe zip_source_free(source)
      throw outOfMemory
    }
    let index = UInt64(added)
    // A date of ZIP: years since 1980, months and days, in 7, 4 and 5 bits.
    let firstDay: UInt16 = 0 << 9 | 1 << 5 | 1
    let ownerOnly: UInt32 = 0o100600 << 16
    let statuses = unsafe [
      zip_set_file_compression(archive, index, ZIP_CM_DEFLATE, 9),
      zip_file_set_dostime(archive, index, 0, firstDay, 0),
      zip_file_set_external_attributes(
        archive, index, 0, UInt8(ZIP_OPSYS_UNIX), ownerOnly),
    ]
    guard statuses.allSatisfy({ $0 == 0 }) else { throw outOfMemory }
  }

  private static func content(of source: OpaquePointer) throws(ArchiveFailure) -> [UInt8] {
    var stat = unsafe zip_stat_t()
    guard unsafe zip_source_stat(source, &stat) == 0, unsafe zip_source_open(source) == 0 else {
      throw outOfMemory
    }
    defer { unsafe zip_source_close(source) }
    let size = unsafe Int(stat.size)
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      guard let base = buffer.baseAddress else { return }
      let read = unsafe zip_source_read(source, base, UInt64(buffer.count))
      count = max(0, Int(read))
    }
    guard bytes.count == size else { throw outOfMemory }
    return bytes
  }
}

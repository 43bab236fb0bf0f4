internal import CLibZip

/// A ZIP archive in memory: its entries are known at once, and inflated when they are asked for.
///
/// What the directory says is checked before anything is inflated, and no entry gives more bytes
/// than the directory says. Nothing is written to a disk.
@safe public struct ArchiveReader: ~Copyable {
  /// The entries in the order of the archive's directory.
  public let entries: [ArchiveEntry]
  private let indices: [String: Int]
  private let archive: OpaquePointer

  /// Opens an archive.
  ///
  /// - Parameters:
  ///   - bytes: the archive.
  ///   - limits: what it may cost.
  /// - Throws: what makes the archive unreadable or dangerous.
  public init(_ bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits()) throws(ArchiveFailure) {
    let directory = try ArchiveDirectory(bytes, limits: limits)
    let source = try unsafe ArchiveSource.copying(bytes)
    guard let opened = unsafe zip_open_from_source(source, ZIP_RDONLY, nil) else {
      unsafe zip_source_free(source)
      throw ArchiveFailure(
        .inconsistent, "has an unreadable directory", hints: ["the file is damaged; get it again"])
    }
    do {
      entries = try unsafe Self.entries(of: opened, as: directory)
    } catch {
      unsafe zip_discard(opened)
      throw error
    }
    indices = Dictionary(
      entries.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    unsafe archive = opened
  }

  deinit { unsafe zip_discard(archive) }

  /// Whether there is an entry of that name.
  public func has(_ name: String) -> Bool { indices[name] != nil }

  /// The content of an entry.
  ///
  /// - Throws: when there is no such entry, or its content does not fit its length or checksum.
  public func bytes(of name: String) throws(ArchiveFailure) -> [UInt8] {
    guard let index = indices[name] else {
      throw ArchiveFailure(.noEntry, "has no entry '\(EntryName.printable(name.utf8))'")
    }
    let entry = entries[index]
    let damaged = ArchiveFailure(
      .damaged, "has a damaged entry: '\(EntryName.printable(name.utf8))'",
      hints: ["the file is damaged; get it again"])
    guard let file = unsafe zip_fopen_index(archive, UInt64(index), 0) else { throw damaged }
    defer { unsafe zip_fclose(file) }
    // One more byte than said: only at the end does libzip compare length and checksum.
    let content = unsafe [UInt8](unsafeUninitializedCapacity: entry.size + 1) { buffer, count in
      while count < buffer.count {
        let rest = unsafe UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
        guard let start = rest.baseAddress else { return }
        let read = unsafe zip_fread(file, start, UInt64(rest.count))
        if read < 0 { count = 0 }
        if read <= 0 { return }
        count += Int(read)
      }
    }
    guard content.count == entry.size, unsafe zip_error_code_zip(zip_file_get_error(file)) == 0
    else { throw damaged }
    return content
  }

  private static func entries(
    of archive: OpaquePointer, as directory: ArchiveDirectory
  ) throws(ArchiveFailure) -> [ArchiveEntry] {
    let differs = ArchiveFailure(
      .inconsistent, "has more than one directory",
      hints: ["programs would read different ones of them; make the file again"])
    guard unsafe Int(zip_get_num_entries(archive, 0)) == directory.entries.count else {
      throw differs
    }
    var entries: [ArchiveEntry] = []
    for (index, record) in directory.entries.enumerated() {
      var stat = unsafe zip_stat_t()
      let status = unsafe zip_stat_index(archive, UInt64(index), 0, &stat)
      guard status == 0, unsafe stat.size == UInt64(record.size),
        unsafe stat.comp_size == UInt64(record.compressedSize),
        let name = unsafe stat.name.map({ unsafe String(cString: $0) })
      else { throw differs }
      // Names that are not UTF-8 are in the code page of DOS, which libzip knows.
      let isUTF8 = String(validating: record.name, as: UTF8.self) != nil
      entries.append(
        ArchiveEntry(
          name: isUTF8 ? String(decoding: record.name, as: UTF8.self) : name, size: record.size,
          compressedSize: record.compressedSize))
    }
    return entries
  }
}

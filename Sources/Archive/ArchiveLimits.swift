/// What a ZIP archive may cost. Everything beyond is refused before it is inflated.
public struct ArchiveLimits: Sendable, Hashable {
  /// Length of the archive in bytes.
  public var archiveBytes: Int
  /// How many entries it may have.
  public var entries: Int
  /// Length of one entry when inflated, in bytes.
  public var entryBytes: Int
  /// Length of all entries together when inflated, in bytes.
  public var totalBytes: Int
  /// How many times longer an entry may become. Asked only of entries above 1 MiB: short ones of
  /// one repeated line are honest and cost nothing.
  ///
  /// Deflate cannot go beyond 1,032. Large sheets of mostly empty cells reach about 100.
  public var ratio: Int

  /// Makes limits; the defaults suit office documents.
  public init(
    archiveBytes: Int = 64 << 20, entries: Int = 10_000, entryBytes: Int = 64 << 20,
    totalBytes: Int = 256 << 20, ratio: Int = 250
  ) {
    self.archiveBytes = archiveBytes
    self.entries = entries
    self.entryBytes = entryBytes
    self.totalBytes = totalBytes
    self.ratio = ratio
  }
}

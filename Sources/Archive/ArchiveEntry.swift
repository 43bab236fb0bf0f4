/// An entry of a ZIP archive, as its directory describes it.
public struct ArchiveEntry: Sendable, Hashable {
  /// The name with `/` between folders; a folder's ends in `/`.
  public let name: String
  /// Length when inflated, in bytes.
  public let size: Int
  /// Length in the archive, in bytes.
  public let compressedSize: Int

  /// Makes an entry.
  public init(name: String, size: Int, compressedSize: Int) {
    self.name = name
    self.size = size
    self.compressedSize = compressedSize
  }

  /// Whether it is a folder.
  public var isFolder: Bool { name.hasSuffix("/") }
}

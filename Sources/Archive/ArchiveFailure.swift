/// Why an archive could not be read or made.
public struct ArchiveFailure: Error, Sendable, Hashable {
  /// What sort of failure it is.
  public let reason: Reason
  /// What is wrong, in one line, without the name of the file.
  public let message: String
  /// What to do, one line each.
  public let hints: [String]

  /// Makes a failure.
  public init(_ reason: Reason, _ message: String, hints: [String] = []) {
    self.reason = reason
    self.message = message
    self.hints = hints
  }

  /// The sorts of failure.
  public enum Reason: String, Sendable, Hashable, CaseIterable {
    /// Does not begin as a ZIP archive does.
    case notAnArchive = "not-an-archive"
    /// The directory at the end is missing or incomplete.
    case truncated
    /// The directory and the entries contradict each other.
    case inconsistent
    /// In several parts, or compressed in a way that office documents are not.
    case unsupported
    /// An entry, or all, is behind a password.
    case encrypted
    /// A name that leads out of the archive's folder, or that no file can have.
    case unsafeName = "unsafe-name"
    /// Two entries of one name.
    case duplicateName = "duplicate-name"
    /// Two entries that share bytes, as in ZIP bombs.
    case overlap
    /// More or longer entries than `ArchiveLimits` allows.
    case tooLarge = "too-large"
    /// An entry that becomes more times longer than `ArchiveLimits` allows.
    case bomb
    /// An entry whose content does not fit its checksum or length.
    case damaged
    /// No entry of that name.
    case noEntry = "no-entry"
    /// Not enough memory, or the library failed otherwise.
    case system
  }
}

/// Why a document could not be read as markup.
public struct MarkupFailure: Error, Sendable, Hashable {
  /// What sort of failure it is.
  public let reason: Reason
  /// What is wrong, in one line, without the name of the file.
  public let message: String
  /// The line where it was noticed, from 1; 0 when it concerns the whole document.
  public let line: Int
  /// What to do, one line each.
  public let hints: [String]

  /// Makes a failure.
  public init(_ reason: Reason, _ message: String, line: Int = 0, hints: [String] = []) {
    self.reason = reason
    self.message = message
    self.line = line
    self.hints = hints
  }

  /// The sorts of failure.
  public enum Reason: String, Sendable, Hashable, CaseIterable {
    /// No element at all.
    case empty
    /// Longer than `MarkupLimits.bytes`.
    case tooLarge = "too-large"
    /// Elements nested deeper than `MarkupLimits.depth`.
    case tooDeep = "too-deep"
    /// A tag with more bytes or attributes than `MarkupLimits` allows.
    case hugeTag = "huge-tag"
    /// Not valid UTF-8, or with NUL characters.
    case encoding
    /// Declares or uses entities of its own.
    case entities
    /// XML that is not well-formed.
    case malformed
  }
}

public import Diagnostics

/// One entry of an assessment that names the old edition, and what became of it.
public struct MigrationEntry: Sendable {
  /// What became of an entry.
  public enum Outcome: String, Sendable, CaseIterable {
    /// It speaks of the new edition now.
    case carried
    /// It speaks of the new edition now, but something is different there.
    case carriedToReview = "carried-to-review"
    /// It stays with the old edition until somebody decides.
    case left
  }

  /// What became of it.
  public var outcome: Outcome
  /// What it is: `determination 5.1.2`.
  public var what: String
  /// Where it went and on what ground, or why it stays.
  public var detail: String
  /// Where it stands in the file as it was read.
  public var location: SourceLocation
  /// The line on which it stands afterwards.
  public var newLine: Int
}

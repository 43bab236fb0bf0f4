/// Who or what made a statement, when, and how far it can be trusted.
public struct Provenance: Sendable, Hashable {
  /// Who or what made it.
  public var by: String
  /// When, `YYYY-MM-DD`.
  public var date: String
  /// What it rests on.
  public var basis: Basis
  /// Whether somebody else has looked at it.
  public var isReviewed: Bool
  /// What else there is to say.
  public var note: String

  /// Makes a provenance; the default claims nothing.
  public init(
    by: String = "", date: String = "", basis: Basis = .ownReading, isReviewed: Bool = false,
    note: String = ""
  ) {
    self.by = by
    self.date = date
    self.basis = basis
    self.isReviewed = isReviewed
    self.note = note
  }

  /// What a statement rests on.
  public enum Basis: String, Sendable, Hashable, CaseIterable {
    /// The publisher says so.
    case official
    /// Somebody else published it.
    case thirdParty = "third-party"
    /// We read it so.
    case ownReading = "own-reading"
    /// It follows from other statements.
    case derived
  }
}

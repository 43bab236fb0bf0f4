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
  /// What readers found apart from each other, before anybody compared.
  public var readings: [Reading]
  /// Why the pair is as it is, where the readings differ.
  public var adjudication: String

  /// Makes a provenance; the default claims nothing.
  public init(
    by: String = "", date: String = "", basis: Basis = .ownReading, isReviewed: Bool = false,
    note: String = "", readings: [Reading] = [], adjudication: String = ""
  ) {
    self.by = by
    self.date = date
    self.basis = basis
    self.isReviewed = isReviewed
    self.note = note
    self.readings = readings
    self.adjudication = adjudication
  }

  /// What one reader found, from the clause and the practice alone.
  public struct Reading: Sendable, Hashable {
    /// Who: `first`, `second` …
    public var reader: String
    /// The relation that he saw; `none`: no pair.
    public var relation: Relation
    /// 0…1; 0 with `none`.
    public var share: Double

    /// Makes a reading.
    public init(reader: String, relation: Relation, share: Double) {
      self.reader = reader
      self.relation = relation
      self.share = share
    }
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

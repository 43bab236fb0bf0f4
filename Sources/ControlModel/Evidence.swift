/// Something that shows that an answer is true.
public struct Evidence: Sendable, Hashable {
  /// Short, in the team's own scheme.
  public var id: EvidenceID
  /// A short name.
  public var title: String
  /// `policy`, `configuration`, `report`, `certificate`, `log` …
  public var kind: String
  /// Path relative to the assessment, when it is a file.
  public var file: String?
  /// Address, when it is kept elsewhere.
  public var url: String?
  /// SHA-256 of the file when it was recorded, in lower-case hex.
  public var sha256: String
  /// The day of what it shows, not of its upload.
  public var shows: CalendarDate?
  /// The last day on which it is valid; nil: no end.
  public var validUntil: CalendarDate?
  /// The contexts that it shows something of; empty: all.
  public var contexts: [ContextID]
  /// What was found when the file was looked at.
  public var integrity: Integrity
  /// Where it was read.
  public var origin: Origin

  /// Makes a piece of evidence.
  public init(
    id: EvidenceID, title: String = "", kind: String = "", file: String? = nil,
    url: String? = nil, sha256: String = "", shows: CalendarDate? = nil,
    validUntil: CalendarDate? = nil, contexts: [ContextID] = [],
    integrity: Integrity = .unchecked, origin: Origin = Origin()
  ) {
    self.id = id
    self.title = title
    self.kind = kind
    self.file = file
    self.url = url
    self.sha256 = sha256
    self.shows = shows
    self.validUntil = validUntil
    self.contexts = contexts
    self.integrity = integrity
    self.origin = origin
  }

  /// What was found when the file was looked at.
  public enum Integrity: Sendable, Hashable {
    /// Nobody has looked, or it is an address and the program uses no network.
    case unchecked
    /// The file is there and has the recorded digest.
    case intact
    /// The file is not there.
    case missing
    /// The file has another digest.
    case changed
    /// No digest was recorded.
    case noDigest
  }

  /// How good a piece of evidence is on a date.
  public enum State: String, Sendable, Hashable, CaseIterable {
    /// Intact and within its dates.
    case valid
    /// Its validity has run out.
    case expired
    /// It shows something that lies after the date.
    case notYet = "not-yet"
    /// The file is not there.
    case missing
    /// The file is not the recorded one.
    case changed
    /// No digest was recorded.
    case noDigest = "no-digest"
    /// It could not be looked at.
    case unchecked
  }

  /// Whether it counts in `context` on `date`.
  public func counts(in context: ContextID, on date: CalendarDate) -> Bool {
    (contexts.isEmpty || contexts.contains(context)) && state(on: date) == .valid
  }

  /// How good it is on `date`. Only `valid` counts.
  public func state(on date: CalendarDate) -> State {
    switch integrity {
    case .unchecked: return .unchecked
    case .missing: return .missing
    case .changed: return .changed
    case .noDigest: return .noDigest
    case .intact: break
    }
    if let shows, date < shows { return .notYet }
    if let validUntil, validUntil < date { return .expired }
    return .valid
  }
}

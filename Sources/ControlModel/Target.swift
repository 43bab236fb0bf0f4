/// A precise statement of what a team means to reach, which a machine can check.
public struct Target: Sendable, Hashable {
  /// Short, in the team's own scheme.
  public var id: TargetID
  /// The statement for people.
  public var statement: String
  /// The catalog.
  public var catalog: CatalogID
  /// What is to be reached in it.
  public var goal: Goal
  /// Only these groups of the catalog; empty: all.
  public var groups: [GroupID]
  /// Only in these contexts; empty: everywhere.
  public var contexts: [ContextID]
  /// The day by which it is to be reached; nil: now.
  public var by: CalendarDate?
  /// Whether the answers are enough, or only those with evidence count.
  public var track: Track
  /// Why: the risk threshold or threat model that it comes from.
  public var because: String
  /// Where it was read.
  public var origin: Origin

  /// Makes a target.
  public init(
    id: TargetID, statement: String = "", catalog: CatalogID, goal: Goal, groups: [GroupID] = [],
    contexts: [ContextID] = [], by: CalendarDate? = nil, track: Track = .claimed,
    because: String = "", origin: Origin = Origin()
  ) {
    self.id = id
    self.statement = statement
    self.catalog = catalog
    self.goal = goal
    self.groups = groups
    self.contexts = contexts
    self.by = by
    self.track = track
    self.because = because
    self.origin = origin
  }

  /// What a target asks of its catalog.
  public enum Goal: Sendable, Hashable {
    /// This level, in every group that the target names.
    case level(String)
    /// Every applicable control of this modality (and of a stronger one) is met.
    case modality(Control.Modality)
    /// The lower bound of the coverage is at least this share, 0…1.
    case coverage(Double)
    /// Every outcome is at least this, with exceptions by outcome.
    case outcomes(OutcomeGrade, exceptions: [ControlID: OutcomeGrade])
  }
}

/// Which answers count.
public enum Track: String, Sendable, Hashable, CaseIterable {
  /// Only those with valid evidence.
  case assured
  /// All.
  case claimed
  /// All, as if every plan were done.
  case planned
}

/// How far a CAF outcome is reached.
public enum OutcomeGrade: String, Sendable, Hashable, CaseIterable, Comparable {
  case notAchieved = "not-achieved"
  case partiallyAchieved = "partially-achieved"
  case achieved

  /// Orders from not achieved to achieved.
  public static func < (left: OutcomeGrade, right: OutcomeGrade) -> Bool {
    guard let first = allCases.firstIndex(of: left), let second = allCases.firstIndex(of: right)
    else { return false }
    return first < second
  }
}

/// A decision on a single requirement, apart from what the answers say.
public struct Determination: Sendable, Hashable {
  /// The catalog.
  public var catalog: CatalogID
  /// The requirement.
  public var requirement: ControlID
  /// What was decided.
  public var decision: Decision
  /// Where it holds; empty: everywhere.
  public var contexts: [ContextID]
  /// Why.
  public var rationale: String
  /// Who answers for it.
  public var approver: String
  /// The day it was made.
  public var date: CalendarDate?
  /// The last day on which it holds.
  public var expires: CalendarDate?
  /// What shows it.
  public var evidence: [EvidenceID]
  /// Where it was read.
  public var origin: Origin

  /// Makes a determination.
  public init(
    catalog: CatalogID, requirement: ControlID, decision: Decision, contexts: [ContextID] = [],
    rationale: String = "", approver: String = "", date: CalendarDate? = nil,
    expires: CalendarDate? = nil, evidence: [EvidenceID] = [], origin: Origin = Origin()
  ) {
    self.catalog = catalog
    self.requirement = requirement
    self.decision = decision
    self.contexts = contexts
    self.rationale = rationale
    self.approver = approver
    self.date = date
    self.expires = expires
    self.evidence = evidence
    self.origin = origin
  }

  /// What can be decided on a requirement.
  public enum Decision: String, Sendable, Hashable, CaseIterable {
    /// It does not apply here.
    case notApplicable = "not-applicable"
    /// Another measure reaches the same end.
    case metByEquivalent = "met-by-equivalent"
    /// The gap is known and accepted; it stays a gap.
    case riskAccepted = "risk-accepted"
  }

  /// Whether it holds in `context` on `date`.
  public func holds(in context: ContextID, on date: CalendarDate) -> Bool {
    if !contexts.isEmpty, !contexts.contains(context) { return false }
    if let made = self.date, date < made { return false }
    return !isExpired(on: date)
  }

  /// Whether its last day lies before `date`.
  public func isExpired(on date: CalendarDate) -> Bool { expires.map { $0 < date } ?? false }
}

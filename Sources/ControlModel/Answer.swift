/// What a team says of one practice.
public struct Answer: Sendable, Hashable {
  /// The practice.
  public var practice: PracticeID
  /// What holds in every context that says nothing of its own.
  public var finding: Finding
  /// Who owns it here.
  public var owner: String
  /// Whose product or service it rests on.
  public var supplier: String
  /// For people.
  public var notes: String
  /// What holds in single contexts instead.
  public var contexts: [ContextID: Finding]
  /// Where it was read.
  public var origin: Origin

  /// Makes an answer.
  public init(
    practice: PracticeID, finding: Finding, owner: String = "", supplier: String = "",
    notes: String = "", contexts: [ContextID: Finding] = [:], origin: Origin = Origin()
  ) {
    self.practice = practice
    self.finding = finding
    self.owner = owner
    self.supplier = supplier
    self.notes = notes
    self.contexts = contexts
    self.origin = origin
  }

  /// What holds in `context`. A finding for a context stands alone: it inherits neither value nor
  /// evidence, because what was shown in one place shows nothing of another.
  public func finding(in context: ContextID) -> Finding { contexts[context] ?? finding }
}

/// The state of one practice in one place.
public struct Finding: Sendable, Hashable {
  /// How far it works.
  public var status: Status
  /// The value of the practice's parameter today; for a planned practice, the one to be reached.
  public var value: String?
  /// The value that will be reached by the due date, where it is better than today's.
  public var plannedValue: String?
  /// The day by which what is missing will be done.
  public var due: CalendarDate?
  /// Why it is not applicable.
  public var rationale: String
  /// What shows it.
  public var evidence: [EvidenceID]
  /// Where it was read.
  public var origin: Origin

  /// Makes a finding.
  public init(
    _ status: Status, value: String? = nil, plannedValue: String? = nil,
    due: CalendarDate? = nil, rationale: String = "", evidence: [EvidenceID] = [],
    origin: Origin = Origin()
  ) {
    self.status = status
    self.value = value
    self.plannedValue = plannedValue
    self.due = due
    self.rationale = rationale
    self.evidence = evidence
    self.origin = origin
  }

  /// How far a practice works.
  public enum Status: Sendable, Hashable {
    /// Wholly.
    case implemented
    /// To an extent between 0 and 1, both excluded.
    case partial(extent: Double)
    /// Not yet, but by the due date.
    case planned
    /// Not.
    case absent
    /// It makes no sense here.
    case notApplicable
    /// Nobody has said.
    case unanswered

    /// The word that the YAML uses.
    public var word: String {
      switch self {
      case .implemented: "implemented"
      case .partial: "partial"
      case .planned: "planned"
      case .absent: "absent"
      case .notApplicable: "not-applicable"
      case .unanswered: "unanswered"
      }
    }

    /// Every word that the YAML may use.
    public static let words = [
      "implemented", "partial", "planned", "absent", "not-applicable", "unanswered",
    ]
  }
}

/// Whether an indicator of a CAF outcome holds.
public struct IndicatorAnswer: Sendable, Hashable {
  /// The catalog.
  public var catalog: CatalogID
  /// `A1.a.NA.1`, `A1.a.PA.1`, `A1.a.A.1`
  public var id: String
  /// Whether the statement is true.
  public var holds: Bool
  /// Where it holds; empty: everywhere.
  public var contexts: [ContextID]
  /// What shows it.
  public var evidence: [EvidenceID]
  /// Where it was read.
  public var origin: Origin

  /// Makes an indicator answer.
  public init(
    catalog: CatalogID, id: String, holds: Bool, contexts: [ContextID] = [],
    evidence: [EvidenceID] = [], origin: Origin = Origin()
  ) {
    self.catalog = catalog
    self.id = id
    self.holds = holds
    self.contexts = contexts
    self.evidence = evidence
    self.origin = origin
  }
}

/// What a team says of its own practices: a directory or a file in its own git.
public struct Assessment: Sendable, Hashable {
  /// Who is assessed.
  public var organisation: String
  /// What is assessed.
  public var system: String
  /// The parts that the organisation plays.
  public var roles: [Role]
  /// The day as of which everything is computed, when the assessment fixes it.
  public var asOf: CalendarDate?
  /// The catalogs to be scored; empty: all that the program knows.
  public var catalogs: [CatalogID]
  /// The places where weights live or are used; never empty after reading.
  public var contexts: [Context]
  /// What the team means to reach.
  public var targets: [Target]
  /// One for each practice.
  public var answers: [Answer]
  /// Decisions on single requirements.
  public var determinations: [Determination]
  /// Which indicators hold (CAF).
  public var indicators: [IndicatorAnswer]
  /// What shows that an answer is true.
  public var evidence: [Evidence]
  /// Practices that the library lacks.
  public var practices: [Practice]
  /// Pairs from own or shipped practices, by catalog.
  public var pairs: [CatalogID: [MappingPair]]
  /// Where it was read.
  public var origin: Origin

  /// Makes an assessment.
  public init(
    organisation: String, system: String = "", roles: [Role] = [], asOf: CalendarDate? = nil,
    catalogs: [CatalogID] = [], contexts: [Context] = [], targets: [Target] = [],
    answers: [Answer] = [], determinations: [Determination] = [],
    indicators: [IndicatorAnswer] = [], evidence: [Evidence] = [], practices: [Practice] = [],
    pairs: [CatalogID: [MappingPair]] = [:], origin: Origin = Origin()
  ) {
    self.organisation = organisation
    self.system = system
    self.roles = roles
    self.asOf = asOf
    self.catalogs = catalogs
    self.contexts = contexts
    self.targets = targets
    self.answers = answers
    self.determinations = determinations
    self.indicators = indicators
    self.evidence = evidence
    self.practices = practices
    self.pairs = pairs
    self.origin = origin
  }
}

/// A place where weights live or are used.
public struct Context: Sendable, Hashable {
  /// Kebab-case.
  public var id: ContextID
  /// A short name.
  public var title: String
  /// Whether the deployment is internal or external.
  public var exposure: Exposure
  /// What it is.
  public var summary: String
  /// Where it was read.
  public var origin: Origin

  /// Makes a context.
  public init(
    id: ContextID, title: String = "", exposure: Exposure = .internal, summary: String = "",
    origin: Origin = Origin()
  ) {
    self.id = id
    self.title = title
    self.exposure = exposure
    self.summary = summary
    self.origin = origin
  }

  /// Who can reach a deployment.
  public enum Exposure: String, Sendable, Hashable, CaseIterable {
    /// Only the organisation itself.
    case `internal`
    /// Customers, partners or the public.
    case external
  }
}

public import ControlModel

/// Everything that a score depends on. Two equal inputs have equal results, whatever the order of
/// their rows.
public struct ScoringInput: Sendable {
  /// The catalogs to be scored.
  public var catalogs: [Catalog]
  /// The practices: those of the library and the user's own.
  public var practices: [Practice]
  /// The pairs practice → control, by catalog.
  public var pairs: [CatalogID: [PracticePair]]
  /// The answers, determinations, targets and evidence; the evidence has been looked at.
  public var assessment: Assessment
  /// The day as of which everything is computed.
  public var asOf: CalendarDate

  /// Makes an input.
  public init(
    catalogs: [Catalog], practices: [Practice], pairs: [CatalogID: [PracticePair]],
    assessment: Assessment, asOf: CalendarDate
  ) {
    self.catalogs = catalogs
    self.practices = practices
    self.pairs = pairs
    self.assessment = assessment
    self.asOf = asOf
  }

  /// The evidence that counts in `context` on the as-of date.
  func validEvidence(in context: ContextID) -> Set<EvidenceID> {
    Set(assessment.evidence.filter { $0.counts(in: context, on: asOf) }.map(\.id))
  }
}

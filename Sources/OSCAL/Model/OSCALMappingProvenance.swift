/// How mappings came to be.
public struct OSCALMappingProvenance: Sendable, Hashable {
  /// `human`, `automation` or `hybrid`.
  public var method: String?
  /// `syntactic`, `semantic` or `functional`.
  public var matchingRationale: String?
  /// `complete`, `not-complete`, `draft`, `deprecated`, `superseded`.
  public var status: String?
  /// How sure the makers are.
  public var confidenceScore: OSCALConfidenceScore?
  /// How much of the target is covered.
  public var coverage: OSCALCoverage?
  /// In words.
  public var mappingDescription: OSCALMarkupMultiline?
  /// `responsible-party` elements.
  public var responsibleParties: [OSCALNode]
  /// Characteristics with a name and a value.
  public var props: [OSCALProperty]
  /// References to other resources.
  public var links: [OSCALLink]
  /// Commentary on the object that holds it.
  public var remarks: OSCALMarkupMultiline?

  /// Makes one; what is not given is absent.
  public init(
    method: String? = nil, matchingRationale: String? = nil, status: String? = nil,
    confidenceScore: OSCALConfidenceScore? = nil, coverage: OSCALCoverage? = nil,
    mappingDescription: OSCALMarkupMultiline? = nil, responsibleParties: [OSCALNode] = [],
    props: [OSCALProperty] = [], links: [OSCALLink] = [], remarks: OSCALMarkupMultiline? = nil
  ) {
    self.method = method
    self.matchingRationale = matchingRationale
    self.status = status
    self.confidenceScore = confidenceScore
    self.coverage = coverage
    self.mappingDescription = mappingDescription
    self.responsibleParties = responsibleParties
    self.props = props
    self.links = links
    self.remarks = remarks
  }
}

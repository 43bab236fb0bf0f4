/// A relation between controls.
public struct OSCALMap: Sendable, Hashable {
  /// Identifies the relation.
  public var uuid: String
  /// The vocabulary that the relationship is of.
  public var ns: String?
  /// As in the provenance; goes before it.
  public var matchingRationale: String?
  /// What the sources are to the targets: `subset-of`.
  public var relationship: String
  /// What is mapped.
  public var sources: [OSCALMappingItem]
  /// What it is mapped to.
  public var targets: [OSCALMappingItem]
  /// On what conditions it holds.
  public var qualifiers: [OSCALMappingQualifier]
  /// How sure the makers are.
  public var confidenceScore: OSCALConfidenceScore?
  /// How much of the target is covered.
  public var coverage: OSCALCoverage?
  /// Characteristics with a name and a value.
  public var props: [OSCALProperty]
  /// References to other resources.
  public var links: [OSCALLink]
  /// Commentary on the object that holds it.
  public var remarks: OSCALMarkupMultiline?
  /// Where it was read.
  public var origin: OSCALOrigin

  /// Makes one; what is not given is absent.
  public init(
    uuid: String, ns: String? = nil, matchingRationale: String? = nil, relationship: String,
    sources: [OSCALMappingItem] = [], targets: [OSCALMappingItem] = [],
    qualifiers:
      [OSCALMappingQualifier] = [], confidenceScore: OSCALConfidenceScore? = nil,
    coverage:
      OSCALCoverage? = nil, props: [OSCALProperty] = [], links: [OSCALLink] = [],
    remarks:
      OSCALMarkupMultiline? = nil, origin: OSCALOrigin = OSCALOrigin()
  ) {
    self.uuid = uuid
    self.ns = ns
    self.matchingRationale = matchingRationale
    self.relationship = relationship
    self.sources = sources
    self.targets = targets
    self.qualifiers = qualifiers
    self.confidenceScore = confidenceScore
    self.coverage = coverage
    self.props = props
    self.links = links
    self.remarks = remarks
    self.origin = origin
  }
}

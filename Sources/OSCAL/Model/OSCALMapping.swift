/// Relations between the controls of two documents.
public struct OSCALMapping: Sendable, Hashable {
  /// Identifies the mapping.
  public var uuid: String
  /// As in the provenance; goes before it.
  public var method: String?
  /// As in the provenance; goes before it.
  public var matchingRationale: String?
  /// As in the provenance; goes before it.
  public var status: String?
  /// The document that is mapped from.
  public var sourceResource: OSCALMappingResource
  /// The document that is mapped to.
  public var targetResource: OSCALMappingResource
  /// The relations.
  public var maps: [OSCALMap]
  /// Characteristics with a name and a value.
  public var props: [OSCALProperty]
  /// References to other resources.
  public var links: [OSCALLink]
  /// Commentary on the object that holds it.
  public var remarks: OSCALMarkupMultiline?
  /// In words.
  public var mappingDescription: OSCALMarkupMultiline?
  /// Controls of the source that have no relation.
  public var sourceGapSummary: OSCALGapSummary?
  /// Controls of the target that have no relation.
  public var targetGapSummary: OSCALGapSummary?
  /// How sure the makers are.
  public var confidenceScore: OSCALConfidenceScore?
  /// How much of the target is covered.
  public var coverage: OSCALCoverage?
  /// Where it was read.
  public var origin: OSCALOrigin

  /// Makes one; what is not given is absent.
  public init(
    uuid: String, method: String? = nil, matchingRationale: String? = nil,
    status: String? =
      nil, sourceResource: OSCALMappingResource, targetResource: OSCALMappingResource,
    maps:
      [OSCALMap] = [], props: [OSCALProperty] = [], links: [OSCALLink] = [],
    remarks:
      OSCALMarkupMultiline? = nil, mappingDescription: OSCALMarkupMultiline? = nil,
    sourceGapSummary: OSCALGapSummary? = nil, targetGapSummary: OSCALGapSummary? = nil,
    confidenceScore: OSCALConfidenceScore? = nil, coverage: OSCALCoverage? = nil,
    origin:
      OSCALOrigin = OSCALOrigin()
  ) {
    self.uuid = uuid
    self.method = method
    self.matchingRationale = matchingRationale
    self.status = status
    self.sourceResource = sourceResource
    self.targetResource = targetResource
    self.maps = maps
    self.props = props
    self.links = links
    self.remarks = remarks
    self.mappingDescription = mappingDescription
    self.sourceGapSummary = sourceGapSummary
    self.targetGapSummary = targetGapSummary
    self.confidenceScore = confidenceScore
    self.coverage = coverage
    self.origin = origin
  }
}

/// Relations between the controls of documents.
public struct OSCALMappingCollection: Sendable, Hashable {
  /// Changes whenever the content does.
  public var uuid: String
  /// About the document.
  public var metadata: OSCALMetadata
  /// How the mappings came to be. OSCAL 1.2 demands it.
  public var provenance: OSCALMappingProvenance?
  /// In document order.
  public var mappings: [OSCALMapping]
  /// What the document refers to.
  public var backMatter: OSCALBackMatter?

  /// Makes one; what is not given is absent.
  public init(
    uuid: String, metadata: OSCALMetadata, provenance: OSCALMappingProvenance? = nil,
    mappings:
      [OSCALMapping] = [], backMatter: OSCALBackMatter? = nil
  ) {
    self.uuid = uuid
    self.metadata = metadata
    self.provenance = provenance
    self.mappings = mappings
    self.backMatter = backMatter
  }
}

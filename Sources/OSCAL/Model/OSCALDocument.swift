/// A document of one of the models that are read here.
public enum OSCALDocument: Sendable, Hashable {
  /// A catalog.
  case catalog(OSCALCatalog)
  /// A profile.
  case profile(OSCALProfile)
  /// A mapping collection.
  case mappingCollection(OSCALMappingCollection)

  /// What the document says about itself.
  public var metadata: OSCALMetadata {
    switch self {
    case .catalog(let catalog): catalog.metadata
    case .profile(let profile): profile.metadata
    case .mappingCollection(let collection): collection.metadata
    }
  }
}

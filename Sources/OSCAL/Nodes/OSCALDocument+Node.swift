extension OSCALDocument {
  /// Takes a document out of its root element; nil for any other element.
  ///
  /// - Parameter groups: those of a catalog that are values already, and have only a placeholder
  ///   among the elements.
  init?(_ node: OSCALNode, groups: [OSCALGroup] = []) {
    switch node.name {
    case "catalog": self = .catalog(OSCALCatalog(node, groups: groups))
    case "profile": self = .profile(OSCALProfile(node))
    case "mapping-collection": self = .mappingCollection(OSCALMappingCollection(node))
    default: return nil
    }
  }

  /// The root element.
  var node: OSCALNode {
    switch self {
    case .catalog(let catalog): catalog.node("catalog")
    case .profile(let profile): profile.node("profile")
    case .mappingCollection(let collection): collection.node("mapping-collection")
    }
  }
}

extension OSCALDocument {
  /// The document with the white space of all its prose folded: two documents say the same when they
  /// are equal so.
  public var folded: OSCALDocument { OSCALDocument(node.folded) ?? self }
}

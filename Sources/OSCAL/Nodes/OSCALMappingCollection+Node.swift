extension OSCALMappingCollection {
  /// Takes the values out of an element.
  init(_ node: OSCALNode) {
    self.init(
      uuid: node.flag("uuid") ?? "", metadata: OSCALMetadata(OSCALNode("metadata")))
    for child in node.children {
      switch child.name {
      case "metadata": metadata = OSCALMetadata(child)
      case "provenance": provenance = OSCALMappingProvenance(child)
      case "mapping": mappings.append(OSCALMapping(child))
      case "back-matter": backMatter = OSCALBackMatter(child)
      default: break
      }
    }
  }

  /// The same as an element of this name.
  func node(_ element: String) -> OSCALNode {
    var node = OSCALNode(element)
    node.add("uuid", uuid)
    node.children.append(metadata.node("metadata"))
    if let provenance { node.children.append(provenance.node("provenance")) }
    node.children += mappings.map { $0.node("mapping") }
    if let backMatter { node.children.append(backMatter.node("back-matter")) }
    return node
  }
}

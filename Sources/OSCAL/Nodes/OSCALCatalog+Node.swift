extension OSCALCatalog {
  /// Takes the values out of an element.
  ///
  /// - Parameter made: the groups, when they are values already.
  init(_ node: OSCALNode, groups made: [OSCALGroup] = []) {
    self.init(
      uuid: node.flag("uuid") ?? "", metadata: OSCALMetadata(OSCALNode("metadata")))
    // Groups hold nearly all of a catalog.
    groups =
      made.isEmpty
      ? node.children.filter { $0.name == "group" }.concurrentMap { OSCALGroup($0) } : made
    for child in node.children {
      switch child.name {
      case "metadata": metadata = OSCALMetadata(child)
      case "param": params.append(OSCALParameter(child))
      case "control": controls.append(OSCALControl(child))
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
    node.children += params.map { $0.node("param") }
    node.children += controls.map { $0.node("control") }
    node.children += groups.map { $0.node("group") }
    if let backMatter { node.children.append(backMatter.node("back-matter")) }
    return node
  }
}

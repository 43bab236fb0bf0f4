extension OSCALRemove {
  /// Takes the values out of an element.
  init(_ node: OSCALNode) {
    self.init(
      byName: node.flag("by-name"), byClass: node.flag("by-class"), byID: node.flag("by-id"),
      byItemName: node.flag("by-item-name"), byNs: node.flag("by-ns"), origin: node.origin)
    for child in node.children {
      switch child.name {
      case "remarks": remarks = child.multiline
      default: break
      }
    }
  }

  /// The same as an element of this name.
  func node(_ element: String) -> OSCALNode {
    var node = OSCALNode(element)
    node.add("by-name", byName)
    node.add("by-class", byClass)
    node.add("by-id", byID)
    node.add("by-item-name", byItemName)
    node.add("by-ns", byNs)
    node.add("remarks", content: remarks.map { .multiline($0) })
    node.origin = origin
    return node
  }
}

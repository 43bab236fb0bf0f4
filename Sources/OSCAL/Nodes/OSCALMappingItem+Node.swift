extension OSCALMappingItem {
  /// Takes the values out of an element.
  init(_ node: OSCALNode) {
    self.init(
      type: node.flag("type") ?? "", idRef: node.flag("id-ref") ?? "", origin: node.origin)
    for child in node.children {
      switch child.name {
      case "prop": props.append(OSCALProperty(child))
      case "link": links.append(OSCALLink(child))
      case "remarks": remarks = child.multiline
      default: break
      }
    }
  }

  /// The same as an element of this name.
  func node(_ element: String) -> OSCALNode {
    var node = OSCALNode(element)
    node.add("type", type)
    node.add("id-ref", idRef)
    node.children += props.map { $0.node("prop") }
    node.children += links.map { $0.node("link") }
    node.add("remarks", content: remarks.map { .multiline($0) })
    node.origin = origin
    return node
  }
}

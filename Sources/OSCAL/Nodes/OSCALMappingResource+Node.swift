extension OSCALMappingResource {
  /// Takes the values out of an element.
  init(_ node: OSCALNode) {
    self.init(
      ns: node.flag("ns"), type: node.flag("type") ?? "", href: node.flag("href") ?? "")
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
    node.add("ns", ns)
    node.add("type", type)
    node.add("href", href)
    node.children += props.map { $0.node("prop") }
    node.children += links.map { $0.node("link") }
    node.add("remarks", content: remarks.map { .multiline($0) })
    return node
  }
}

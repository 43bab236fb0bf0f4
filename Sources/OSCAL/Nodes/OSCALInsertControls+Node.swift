extension OSCALInsertControls {
  /// Takes the values out of an element.
  init(_ node: OSCALNode) {
    self.init(
      order: node.flag("order"), origin: node.origin)
    for child in node.children {
      switch child.name {
      case "include-all": includeAll = true
      case "include-controls": includeControls.append(OSCALSelectControlByID(child))
      case "exclude-controls": excludeControls.append(OSCALSelectControlByID(child))
      default: break
      }
    }
  }

  /// The same as an element of this name.
  func node(_ element: String) -> OSCALNode {
    var node = OSCALNode(element)
    node.add("order", order)
    if includeAll { node.children.append(OSCALNode("include-all")) }
    node.children += includeControls.map { $0.node("include-controls") }
    node.children += excludeControls.map { $0.node("exclude-controls") }
    node.origin = origin
    return node
  }
}

extension OSCALBackMatter {
  /// Takes the values out of an element.
  init(_ node: OSCALNode) {
    self.init()
    for child in node.children {
      switch child.name {
      case "resource": resources.append(OSCALResource(child))
      default: break
      }
    }
  }

  /// The same as an element of this name.
  func node(_ element: String) -> OSCALNode {
    var node = OSCALNode(element)
    node.children += resources.map { $0.node("resource") }
    return node
  }
}

extension OSCALModify {
  /// Takes the values out of an element.
  init(_ node: OSCALNode) {
    self.init()
    for child in node.children {
      switch child.name {
      case "set-parameter": setParameters.append(OSCALSetParameter(child))
      case "alter": alters.append(OSCALAlter(child))
      default: break
      }
    }
  }

  /// The same as an element of this name.
  func node(_ element: String) -> OSCALNode {
    var node = OSCALNode(element)
    node.children += setParameters.map { $0.node("set-parameter") }
    node.children += alters.map { $0.node("alter") }
    return node
  }
}

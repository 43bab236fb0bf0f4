extension OSCALAlter {
  /// Takes the values out of an element.
  init(_ node: OSCALNode) {
    self.init(
      controlID: node.flag("control-id") ?? "", origin: node.origin)
    for child in node.children {
      switch child.name {
      case "remove": removes.append(OSCALRemove(child))
      case "add": adds.append(OSCALAdd(child))
      default: break
      }
    }
  }

  /// The same as an element of this name.
  func node(_ element: String) -> OSCALNode {
    var node = OSCALNode(element)
    node.add("control-id", controlID)
    node.children += removes.map { $0.node("remove") }
    node.children += adds.map { $0.node("add") }
    node.origin = origin
    return node
  }
}

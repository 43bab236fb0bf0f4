extension OSCALParameterSelection {
  /// Takes the values out of an element.
  init(_ node: OSCALNode) {
    self.init(
      howMany: node.flag("how-many"))
    for child in node.children {
      switch child.name {
      case "choice": choices.append(child.line)
      default: break
      }
    }
  }

  /// The same as an element of this name.
  func node(_ element: String) -> OSCALNode {
    var node = OSCALNode(element)
    node.add("how-many", howMany)
    node.children += choices.map { OSCALNode("choice", content: .line($0)) }
    return node
  }
}

extension OSCALSelectControlByID {
  /// Takes the values out of an element.
  init(_ node: OSCALNode) {
    self.init(
      withChildControls: node.flag("with-child-controls"), origin: node.origin)
    for child in node.children {
      switch child.name {
      case "with-id": withIDs.append(child.text)
      case "matching": matching.append(OSCALMatching(child))
      default: break
      }
    }
  }

  /// The same as an element of this name.
  func node(_ element: String) -> OSCALNode {
    var node = OSCALNode(element)
    node.add("with-child-controls", withChildControls)
    node.children += withIDs.map { OSCALNode("with-id", content: .text($0)) }
    node.children += matching.map { $0.node("matching") }
    node.origin = origin
    return node
  }
}

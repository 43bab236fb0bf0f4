extension OSCALCustomMerge {
  /// Takes the values out of an element.
  init(_ node: OSCALNode) {
    self.init()
    for child in node.children {
      switch child.name {
      case "group": groups.append(OSCALProfileGroup(child))
      case "insert-controls": insertControls.append(OSCALInsertControls(child))
      default: break
      }
    }
  }

  /// The same as an element of this name.
  func node(_ element: String) -> OSCALNode {
    var node = OSCALNode(element)
    node.children += groups.map { $0.node("group") }
    node.children += insertControls.map { $0.node("insert-controls") }
    return node
  }
}

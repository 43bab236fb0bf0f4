extension OSCALParameterConstraint {
  /// Takes the values out of an element.
  init(_ node: OSCALNode) {
    self.init()
    for child in node.children {
      switch child.name {
      case "description": description = child.multiline
      case "test": tests.append(OSCALConstraintTest(child))
      default: break
      }
    }
  }

  /// The same as an element of this name.
  func node(_ element: String) -> OSCALNode {
    var node = OSCALNode(element)
    node.add("description", content: description.map { .multiline($0) })
    node.children += tests.map { $0.node("test") }
    return node
  }
}

extension OSCALConstraintTest {
  /// Takes the values out of an element.
  init(_ node: OSCALNode) {
    self.init(
      expression: "")
    for child in node.children {
      switch child.name {
      case "expression": expression = child.text
      case "remarks": remarks = child.multiline
      default: break
      }
    }
  }

  /// The same as an element of this name.
  func node(_ element: String) -> OSCALNode {
    var node = OSCALNode(element)
    node.add("expression", content: .text(expression))
    node.add("remarks", content: remarks.map { .multiline($0) })
    return node
  }
}

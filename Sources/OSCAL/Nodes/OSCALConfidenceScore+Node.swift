extension OSCALConfidenceScore {
  /// Takes the values out of an element.
  init(_ node: OSCALNode) {
    self.init()
    for child in node.children {
      switch child.name {
      case "category": category = child.text
      case "percentage": percentage = child.text
      default: break
      }
    }
  }

  /// The same as an element of this name.
  func node(_ element: String) -> OSCALNode {
    var node = OSCALNode(element)
    node.add("category", content: category.map { .text($0) })
    node.add("percentage", content: percentage.map { .text($0) })
    return node
  }
}

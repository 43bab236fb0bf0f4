extension OSCALMatching {
  /// Takes the values out of an element.
  init(_ node: OSCALNode) {
    self.init(
      pattern: node.flag("pattern"))
    for child in node.children {
      switch child.name {
      case "remarks": remarks = child.multiline
      default: break
      }
    }
  }

  /// The same as an element of this name.
  func node(_ element: String) -> OSCALNode {
    var node = OSCALNode(element)
    node.add("pattern", pattern)
    node.add("remarks", content: remarks.map { .multiline($0) })
    return node
  }
}

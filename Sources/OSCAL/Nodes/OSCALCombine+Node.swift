extension OSCALCombine {
  /// Takes the values out of an element.
  init(_ node: OSCALNode) {
    self.init(
      method: node.flag("method"))
  }

  /// The same as an element of this name.
  func node(_ element: String) -> OSCALNode {
    var node = OSCALNode(element)
    node.add("method", method)
    return node
  }
}

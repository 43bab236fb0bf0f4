extension OSCALCoverage {
  /// Takes the values out of an element.
  init(_ node: OSCALNode) {
    self.init(
      generationMethod: node.flag("generation-method"), targetCoverage: node.text)
  }

  /// The same as an element of this name.
  func node(_ element: String) -> OSCALNode {
    var node = OSCALNode(element)
    node.add("generation-method", generationMethod)
    node.content = .text(targetCoverage)
    return node
  }
}

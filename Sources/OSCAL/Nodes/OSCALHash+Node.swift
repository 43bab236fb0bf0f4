extension OSCALHash {
  /// Takes the values out of an element.
  init(_ node: OSCALNode) {
    self.init(
      algorithm: node.flag("algorithm") ?? "", value: node.text)
  }

  /// The same as an element of this name.
  func node(_ element: String) -> OSCALNode {
    var node = OSCALNode(element)
    node.add("algorithm", algorithm)
    node.content = .text(value)
    return node
  }
}

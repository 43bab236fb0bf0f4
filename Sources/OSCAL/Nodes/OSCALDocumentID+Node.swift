extension OSCALDocumentID {
  /// Takes the values out of an element.
  init(_ node: OSCALNode) {
    self.init(
      scheme: node.flag("scheme"), identifier: node.text)
  }

  /// The same as an element of this name.
  func node(_ element: String) -> OSCALNode {
    var node = OSCALNode(element)
    node.add("scheme", scheme)
    node.content = .text(identifier)
    return node
  }
}

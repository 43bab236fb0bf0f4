extension OSCALBase64 {
  /// Takes the values out of an element.
  init(_ node: OSCALNode) {
    self.init(
      filename: node.flag("filename"), mediaType: node.flag("media-type"), value: node.text)
  }

  /// The same as an element of this name.
  func node(_ element: String) -> OSCALNode {
    var node = OSCALNode(element)
    node.add("filename", filename)
    node.add("media-type", mediaType)
    node.content = .text(value)
    return node
  }
}

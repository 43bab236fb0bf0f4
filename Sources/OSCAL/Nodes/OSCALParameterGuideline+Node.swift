extension OSCALParameterGuideline {
  /// Takes the values out of an element.
  init(_ node: OSCALNode) {
    self.init()
    for child in node.children {
      switch child.name {
      case "prose": prose = child.multiline
      default: break
      }
    }
  }

  /// The same as an element of this name.
  func node(_ element: String) -> OSCALNode {
    var node = OSCALNode(element)
    node.add("prose", content: prose.map { .multiline($0) })
    return node
  }
}

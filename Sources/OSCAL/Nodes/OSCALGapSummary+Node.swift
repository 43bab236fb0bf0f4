extension OSCALGapSummary {
  /// Takes the values out of an element.
  init(_ node: OSCALNode) {
    self.init(
      uuid: node.flag("uuid") ?? "")
    for child in node.children {
      switch child.name {
      case "unmapped-controls": unmappedControls.append(OSCALSelectControlByID(child))
      default: break
      }
    }
  }

  /// The same as an element of this name.
  func node(_ element: String) -> OSCALNode {
    var node = OSCALNode(element)
    node.add("uuid", uuid)
    node.children += unmappedControls.map { $0.node("unmapped-controls") }
    return node
  }
}

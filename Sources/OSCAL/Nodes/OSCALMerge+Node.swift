extension OSCALMerge {
  /// Takes the values out of an element.
  init(_ node: OSCALNode) {
    self.init()
    for child in node.children {
      switch child.name {
      case "combine": combine = OSCALCombine(child)
      case "flat": structure = .flat
      case "as-is": structure = .asIs(child.text != "false" && child.text != "0")
      case "custom": structure = .custom(OSCALCustomMerge(child))
      default: break
      }
    }
  }

  /// The same as an element of this name.
  func node(_ element: String) -> OSCALNode {
    var node = OSCALNode(element)
    if let combine { node.children.append(combine.node("combine")) }
    switch structure {
    case .flat?: node.children.append(OSCALNode("flat"))
    case .asIs(let isAsIs)?:
      node.add("as-is", content: .text(isAsIs ? "true" : "false"))
    case .custom(let custom)?: node.children.append(custom.node("custom"))
    case nil: break
    }
    return node
  }
}

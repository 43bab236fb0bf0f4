extension OSCALAdd {
  /// Takes the values out of an element.
  init(_ node: OSCALNode) {
    self.init(
      position: node.flag("position"), byID: node.flag("by-id"), origin: node.origin)
    for child in node.children {
      switch child.name {
      case "title": title = child.line
      case "param": params.append(OSCALParameter(child))
      case "prop": props.append(OSCALProperty(child))
      case "link": links.append(OSCALLink(child))
      case "part": parts.append(OSCALPart(child))
      default: break
      }
    }
  }

  /// The same as an element of this name.
  func node(_ element: String) -> OSCALNode {
    var node = OSCALNode(element)
    node.add("position", position)
    node.add("by-id", byID)
    node.add("title", content: title.map { .line($0) })
    node.children += params.map { $0.node("param") }
    node.children += props.map { $0.node("prop") }
    node.children += links.map { $0.node("link") }
    node.children += parts.map { $0.node("part") }
    node.origin = origin
    return node
  }
}

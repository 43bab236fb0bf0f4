extension OSCALCitation {
  /// Takes the values out of an element.
  init(_ node: OSCALNode) {
    self.init(
      text: OSCALMarkupLine())
    for child in node.children {
      switch child.name {
      case "text": text = child.line
      case "prop": props.append(OSCALProperty(child))
      case "link": links.append(OSCALLink(child))
      default: break
      }
    }
  }

  /// The same as an element of this name.
  func node(_ element: String) -> OSCALNode {
    var node = OSCALNode(element)
    node.add("text", content: .line(text))
    node.children += props.map { $0.node("prop") }
    node.children += links.map { $0.node("link") }
    return node
  }
}

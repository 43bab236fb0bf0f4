extension OSCALPart {
  /// Takes the values out of an element.
  init(_ node: OSCALNode) {
    self.init(
      id: node.flag("id"), name: node.flag("name") ?? "", ns: node.flag("ns"),
      class:
        node.flag("class"), origin: node.origin)
    for child in node.children {
      switch child.name {
      case "title": title = child.line
      case "prop": props.append(OSCALProperty(child))
      case "prose": prose = child.multiline
      case "part": parts.append(OSCALPart(child))
      case "link": links.append(OSCALLink(child))
      default: break
      }
    }
  }

  /// The same as an element of this name.
  func node(_ element: String) -> OSCALNode {
    var node = OSCALNode(element)
    node.add("id", id)
    node.add("name", name)
    node.add("ns", ns)
    node.add("class", `class`)
    node.add("title", content: title.map { .line($0) })
    node.children += props.map { $0.node("prop") }
    node.add("prose", content: prose.map { .multiline($0) })
    node.children += parts.map { $0.node("part") }
    node.children += links.map { $0.node("link") }
    node.origin = origin
    return node
  }
}

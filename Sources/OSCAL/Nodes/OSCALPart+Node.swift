extension OSCALPart {
  /// Takes the values out of an element.
  init(_ node: OSCALNode) {
    self.init(
      id: node.flag("id"), name: node.flag("name") ?? "", ns: node.flag("ns"),
      class:
        node.flag("class"), origin: node.origin)
    // A span, because most of the time went into copies of elements.
    let children = node.children.span
    for index in children.indices {
      switch children[index].name {
      case "title": title = children[index].line
      case "prop": props.append(OSCALProperty(children[index]))
      case "prose": prose = children[index].multiline
      case "part": parts.append(OSCALPart(children[index]))
      case "link": links.append(OSCALLink(children[index]))
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

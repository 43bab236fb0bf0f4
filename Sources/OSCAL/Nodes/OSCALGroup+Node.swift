extension OSCALGroup {
  /// Takes the values out of an element.
  init(_ node: OSCALNode) {
    self.init(
      id: node.flag("id"), class: node.flag("class"), origin: node.origin)
    let children = node.children.span
    for index in children.indices {
      switch children[index].name {
      case "title": title = children[index].line
      case "param": params.append(OSCALParameter(children[index]))
      case "prop": props.append(OSCALProperty(children[index]))
      case "link": links.append(OSCALLink(children[index]))
      case "part": parts.append(OSCALPart(children[index]))
      case "group": groups.append(OSCALGroup(children[index]))
      case "control": controls.append(OSCALControl(children[index]))
      default: break
      }
    }
  }

  /// The same as an element of this name.
  func node(_ element: String) -> OSCALNode {
    var node = OSCALNode(element)
    node.add("id", id)
    node.add("class", `class`)
    node.add("title", content: title.map { .line($0) })
    node.children += params.map { $0.node("param") }
    node.children += props.map { $0.node("prop") }
    node.children += links.map { $0.node("link") }
    node.children += parts.map { $0.node("part") }
    node.children += groups.map { $0.node("group") }
    node.children += controls.map { $0.node("control") }
    node.origin = origin
    return node
  }
}

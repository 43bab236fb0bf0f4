extension OSCALParameter {
  /// Takes the values out of an element.
  init(_ node: OSCALNode) {
    self.init(
      id: node.flag("id") ?? "", class: node.flag("class"),
      dependsOn:
        node.flag("depends-on"), origin: node.origin)
    let children = node.children.span
    for index in children.indices {
      switch children[index].name {
      case "prop": props.append(OSCALProperty(children[index]))
      case "link": links.append(OSCALLink(children[index]))
      case "label": label = children[index].line
      case "usage": usage = children[index].multiline
      case "constraint": constraints.append(OSCALParameterConstraint(children[index]))
      case "guideline": guidelines.append(OSCALParameterGuideline(children[index]))
      case "value": values.append(children[index].text)
      case "select": select = OSCALParameterSelection(children[index])
      case "remarks": remarks = children[index].multiline
      default: break
      }
    }
  }

  /// The same as an element of this name.
  func node(_ element: String) -> OSCALNode {
    var node = OSCALNode(element)
    node.add("id", id)
    node.add("class", `class`)
    node.add("depends-on", dependsOn)
    node.children += props.map { $0.node("prop") }
    node.children += links.map { $0.node("link") }
    node.add("label", content: label.map { .line($0) })
    node.add("usage", content: usage.map { .multiline($0) })
    node.children += constraints.map { $0.node("constraint") }
    node.children += guidelines.map { $0.node("guideline") }
    node.children += values.map { OSCALNode("value", content: .text($0)) }
    if let select { node.children.append(select.node("select")) }
    node.add("remarks", content: remarks.map { .multiline($0) })
    node.origin = origin
    return node
  }
}

extension OSCALProperty {
  /// Takes the values out of an element.
  init(_ node: OSCALNode) {
    self.init(
      name: node.flag("name") ?? "", uuid: node.flag("uuid"), ns: node.flag("ns"),
      value:
        node.flag("value") ?? "", class: node.flag("class"), group: node.flag("group"))
    let children = node.children.span
    for index in children.indices {
      switch children[index].name {
      case "remarks": remarks = children[index].multiline
      default: break
      }
    }
  }

  /// The same as an element of this name.
  func node(_ element: String) -> OSCALNode {
    var node = OSCALNode(element)
    node.add("name", name)
    node.add("uuid", uuid)
    node.add("ns", ns)
    node.add("value", value)
    node.add("class", `class`)
    node.add("group", group)
    node.add("remarks", content: remarks.map { .multiline($0) })
    return node
  }
}

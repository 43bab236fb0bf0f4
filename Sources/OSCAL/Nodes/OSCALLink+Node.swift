extension OSCALLink {
  /// Takes the values out of an element.
  init(_ node: OSCALNode) {
    self.init(
      href: node.flag("href") ?? "", rel: node.flag("rel"),
      mediaType:
        node.flag("media-type"), resourceFragment: node.flag("resource-fragment"))
    let children = node.children.span
    for index in children.indices {
      switch children[index].name {
      case "text": text = children[index].line
      default: break
      }
    }
  }

  /// The same as an element of this name.
  func node(_ element: String) -> OSCALNode {
    var node = OSCALNode(element)
    node.add("href", href)
    node.add("rel", rel)
    node.add("media-type", mediaType)
    node.add("resource-fragment", resourceFragment)
    node.add("text", content: text.map { .line($0) })
    return node
  }
}

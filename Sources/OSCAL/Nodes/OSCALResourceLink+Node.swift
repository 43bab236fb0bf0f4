extension OSCALResourceLink {
  /// Takes the values out of an element.
  init(_ node: OSCALNode) {
    self.init(
      href: node.flag("href") ?? "", mediaType: node.flag("media-type"))
    for child in node.children {
      switch child.name {
      case "hash": hashes.append(OSCALHash(child))
      default: break
      }
    }
  }

  /// The same as an element of this name.
  func node(_ element: String) -> OSCALNode {
    var node = OSCALNode(element)
    node.add("href", href)
    node.add("media-type", mediaType)
    node.children += hashes.map { $0.node("hash") }
    return node
  }
}

extension OSCALProfile {
  /// Takes the values out of an element.
  init(_ node: OSCALNode) {
    self.init(
      uuid: node.flag("uuid") ?? "", metadata: OSCALMetadata(OSCALNode("metadata")))
    for child in node.children {
      switch child.name {
      case "metadata": metadata = OSCALMetadata(child)
      case "import": imports.append(OSCALImport(child))
      case "merge": merge = OSCALMerge(child)
      case "modify": modify = OSCALModify(child)
      case "back-matter": backMatter = OSCALBackMatter(child)
      default: break
      }
    }
  }

  /// The same as an element of this name.
  func node(_ element: String) -> OSCALNode {
    var node = OSCALNode(element)
    node.add("uuid", uuid)
    node.children.append(metadata.node("metadata"))
    node.children += imports.map { $0.node("import") }
    if let merge { node.children.append(merge.node("merge")) }
    if let modify { node.children.append(modify.node("modify")) }
    if let backMatter { node.children.append(backMatter.node("back-matter")) }
    return node
  }
}

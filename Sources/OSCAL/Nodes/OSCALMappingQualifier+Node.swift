extension OSCALMappingQualifier {
  /// Takes the values out of an element.
  init(_ node: OSCALNode) {
    self.init(
      subject: node.flag("subject") ?? "", predicate: node.flag("predicate") ?? "",
      category:
        node.flag("category") ?? "")
    for child in node.children {
      switch child.name {
      case "description": description = child.multiline
      case "remarks": remarks = child.multiline
      default: break
      }
    }
  }

  /// The same as an element of this name.
  func node(_ element: String) -> OSCALNode {
    var node = OSCALNode(element)
    node.add("subject", subject)
    node.add("predicate", predicate)
    node.add("category", category)
    node.add("description", content: description.map { .multiline($0) })
    node.add("remarks", content: remarks.map { .multiline($0) })
    return node
  }
}

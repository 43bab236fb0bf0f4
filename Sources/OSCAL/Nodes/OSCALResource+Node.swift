extension OSCALResource {
  /// Takes the values out of an element.
  init(_ node: OSCALNode) {
    self.init(
      uuid: node.flag("uuid") ?? "", origin: node.origin)
    for child in node.children {
      switch child.name {
      case "title": title = child.line
      case "description": description = child.multiline
      case "prop": props.append(OSCALProperty(child))
      case "document-id": documentIDs.append(OSCALDocumentID(child))
      case "citation": citation = OSCALCitation(child)
      case "rlink": rlinks.append(OSCALResourceLink(child))
      case "base64": base64 = OSCALBase64(child)
      case "remarks": remarks = child.multiline
      default: break
      }
    }
  }

  /// The same as an element of this name.
  func node(_ element: String) -> OSCALNode {
    var node = OSCALNode(element)
    node.add("uuid", uuid)
    node.add("title", content: title.map { .line($0) })
    node.add("description", content: description.map { .multiline($0) })
    node.children += props.map { $0.node("prop") }
    node.children += documentIDs.map { $0.node("document-id") }
    if let citation { node.children.append(citation.node("citation")) }
    node.children += rlinks.map { $0.node("rlink") }
    if let base64 { node.children.append(base64.node("base64")) }
    node.add("remarks", content: remarks.map { .multiline($0) })
    node.origin = origin
    return node
  }
}

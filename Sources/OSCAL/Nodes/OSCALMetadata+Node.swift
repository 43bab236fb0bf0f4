extension OSCALMetadata {
  /// Takes the values out of an element.
  init(_ node: OSCALNode) {
    self.init(
      title: OSCALMarkupLine(), lastModified: "", version: "", oscalVersion: "")
    for child in node.children {
      switch child.name {
      case "title": title = child.line
      case "published": published = child.text
      case "last-modified": lastModified = child.text
      case "version": version = child.text
      case "oscal-version": oscalVersion = child.text
      case "revision": revisions.append(child)
      case "document-id": documentIDs.append(OSCALDocumentID(child))
      case "prop": props.append(OSCALProperty(child))
      case "link": links.append(OSCALLink(child))
      case "role": roles.append(child)
      case "location": locations.append(child)
      case "party": parties.append(child)
      case "responsible-party": responsibleParties.append(child)
      case "action": actions.append(child)
      case "remarks": remarks = child.multiline
      default: break
      }
    }
  }

  /// The same as an element of this name.
  func node(_ element: String) -> OSCALNode {
    var node = OSCALNode(element)
    node.add("title", content: .line(title))
    node.add("published", content: published.map { .text($0) })
    node.add("last-modified", content: .text(lastModified))
    node.add("version", content: .text(version))
    node.add("oscal-version", content: .text(oscalVersion))
    node.children += revisions
    node.children += documentIDs.map { $0.node("document-id") }
    node.children += props.map { $0.node("prop") }
    node.children += links.map { $0.node("link") }
    node.children += roles
    node.children += locations
    node.children += parties
    node.children += responsibleParties
    node.children += actions
    node.add("remarks", content: remarks.map { .multiline($0) })
    return node
  }
}

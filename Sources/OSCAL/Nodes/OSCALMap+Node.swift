extension OSCALMap {
  /// Takes the values out of an element.
  init(_ node: OSCALNode) {
    self.init(
      uuid: node.flag("uuid") ?? "", ns: node.flag("ns"),
      matchingRationale:
        node.flag("matching-rationale"), relationship: "", origin: node.origin)
    for child in node.children {
      switch child.name {
      case "relationship": relationship = child.text
      case "source": sources.append(OSCALMappingItem(child))
      case "target": targets.append(OSCALMappingItem(child))
      case "qualifier": qualifiers.append(OSCALMappingQualifier(child))
      case "confidence-score": confidenceScore = OSCALConfidenceScore(child)
      case "coverage": coverage = OSCALCoverage(child)
      case "prop": props.append(OSCALProperty(child))
      case "link": links.append(OSCALLink(child))
      case "remarks": remarks = child.multiline
      default: break
      }
    }
  }

  /// The same as an element of this name.
  func node(_ element: String) -> OSCALNode {
    var node = OSCALNode(element)
    node.add("uuid", uuid)
    node.add("ns", ns)
    node.add("matching-rationale", matchingRationale)
    node.add("relationship", content: .text(relationship))
    node.children += sources.map { $0.node("source") }
    node.children += targets.map { $0.node("target") }
    node.children += qualifiers.map { $0.node("qualifier") }
    if let confidenceScore { node.children.append(confidenceScore.node("confidence-score")) }
    if let coverage { node.children.append(coverage.node("coverage")) }
    node.children += props.map { $0.node("prop") }
    node.children += links.map { $0.node("link") }
    node.add("remarks", content: remarks.map { .multiline($0) })
    node.origin = origin
    return node
  }
}

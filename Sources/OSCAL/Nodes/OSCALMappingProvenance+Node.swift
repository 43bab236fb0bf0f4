extension OSCALMappingProvenance {
  /// Takes the values out of an element.
  init(_ node: OSCALNode) {
    self.init(
      method: node.flag("method"), matchingRationale: node.flag("matching-rationale"),
      status:
        node.flag("status"))
    for child in node.children {
      switch child.name {
      case "confidence-score": confidenceScore = OSCALConfidenceScore(child)
      case "coverage": coverage = OSCALCoverage(child)
      case "mapping-description": mappingDescription = child.multiline
      case "responsible-party": responsibleParties.append(child)
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
    node.add("method", method)
    node.add("matching-rationale", matchingRationale)
    node.add("status", status)
    if let confidenceScore { node.children.append(confidenceScore.node("confidence-score")) }
    if let coverage { node.children.append(coverage.node("coverage")) }
    node.add("mapping-description", content: mappingDescription.map { .multiline($0) })
    node.children += responsibleParties
    node.children += props.map { $0.node("prop") }
    node.children += links.map { $0.node("link") }
    node.add("remarks", content: remarks.map { .multiline($0) })
    return node
  }
}

extension OSCALMapping {
  /// Takes the values out of an element.
  init(_ node: OSCALNode) {
    self.init(
      uuid: node.flag("uuid") ?? "", method: node.flag("method"),
      matchingRationale:
        node.flag("matching-rationale"), status: node.flag("status"),
      sourceResource:
        OSCALMappingResource(OSCALNode("source-resource")),
      targetResource:
        OSCALMappingResource(OSCALNode("target-resource")), origin: node.origin)
    for child in node.children {
      switch child.name {
      case "source-resource": sourceResource = OSCALMappingResource(child)
      case "target-resource": targetResource = OSCALMappingResource(child)
      case "map": maps.append(OSCALMap(child))
      case "prop": props.append(OSCALProperty(child))
      case "link": links.append(OSCALLink(child))
      case "remarks": remarks = child.multiline
      case "mapping-description": mappingDescription = child.multiline
      case "source-gap-summary": sourceGapSummary = OSCALGapSummary(child)
      case "target-gap-summary": targetGapSummary = OSCALGapSummary(child)
      case "confidence-score": confidenceScore = OSCALConfidenceScore(child)
      case "coverage": coverage = OSCALCoverage(child)
      default: break
      }
    }
  }

  /// The same as an element of this name.
  func node(_ element: String) -> OSCALNode {
    var node = OSCALNode(element)
    node.add("uuid", uuid)
    node.add("method", method)
    node.add("matching-rationale", matchingRationale)
    node.add("status", status)
    node.children.append(sourceResource.node("source-resource"))
    node.children.append(targetResource.node("target-resource"))
    node.children += maps.map { $0.node("map") }
    node.children += props.map { $0.node("prop") }
    node.children += links.map { $0.node("link") }
    node.add("remarks", content: remarks.map { .multiline($0) })
    node.add("mapping-description", content: mappingDescription.map { .multiline($0) })
    if let sourceGapSummary { node.children.append(sourceGapSummary.node("source-gap-summary")) }
    if let targetGapSummary { node.children.append(targetGapSummary.node("target-gap-summary")) }
    if let confidenceScore { node.children.append(confidenceScore.node("confidence-score")) }
    if let coverage { node.children.append(coverage.node("coverage")) }
    node.origin = origin
    return node
  }
}

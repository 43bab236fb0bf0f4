internal import Digests

/// Ids of controls out of the nodes of a framework: what the standard prints where that is one
/// name for one node, else the end of the node's URN.
struct RequirementIDs {
  private(set) var byURN: [LibraryURN: String] = [:]
  /// Nodes whose id is not what the library prints.
  private(set) var synthetic: Set<LibraryURN> = []

  init(_ nodes: [RequirementNode]) {
    let printed = Dictionary(grouping: nodes) { Self.identifier($0.reference) }
    var used: Set<String> = []
    for node in nodes {
      let id = Self.identifier(node.reference)
      guard !id.isEmpty, printed[id]?.count == 1 else { continue }
      byURN[node.urn] = id
      used.insert(id)
    }
    var numbers: [String: Int] = [:]
    for node in nodes where byURN[node.urn] == nil {
      let tail = node.urn.tail.isEmpty ? node.urn.text : node.urn.tail
      let plain = Self.identifier(tail)
      var id = plain
      // Two of one id would otherwise become possible: an end that is another's printed number, or
      // that of a node of another framework.
      while !used.insert(id).inserted {
        numbers[plain, default: 1] += 1
        id = Self.identifier("\(plain)~\(numbers[plain, default: 1])")
      }
      byURN[node.urn] = id
      synthetic.insert(node.urn)
    }
  }

  /// `text` without blanks and characters that do not show; at most 120 characters.
  static func identifier(_ text: String) -> String {
    let bytes = text.utf8
    if bytes.allSatisfy({ (0x21...0x7E).contains($0) }) {
      return bytes.count > 120 ? shortened(text) : text
    }
    var id = ""
    for scalar in text.unicodeScalars {
      let category = scalar.properties.generalCategory
      if scalar.properties.isWhitespace {
        id += "-"
      } else if category != .control, category != .format {
        id.unicodeScalars.append(scalar)
      }
    }
    return id.count > 120 ? shortened(id) : id
  }

  private static func shortened(_ id: String) -> String {
    "\(id.prefix(100))~\(SHA256.hex(of: id).prefix(8))"
  }
}

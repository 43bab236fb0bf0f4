internal import Diagnostics

extension OSCALNode {
  /// Puts the children into the order of the schema, and reports what is missing or there twice.
  mutating func complete(
    by definition: OSCALDefinition, kinds: [Int], _ problems: inout OSCALProblems
  ) {
    for flag in definition.flags where flag.isRequired && self.flag(flag.name) == nil {
      problems.error(
        "oscal-missing", "<\(name)> has no '\(flag.name)'", line: origin.line)
    }
    var counts = Array(repeating: 0, count: definition.children.count)
    var isOrdered = true
    for (index, kind) in kinds.enumerated() {
      counts[kind] += 1
      if index > 0, kinds[index - 1] > kind { isOrdered = false }
    }
    for (kind, child) in definition.children.enumerated() {
      if counts[kind] == 0, child.isRequired {
        problems.error(
          "oscal-missing", "<\(name)> has no '\(child.isList ? child.key : child.element)'",
          line: origin.line)
      }
      if counts[kind] > 1, !child.isList {
        problems.error(
          "oscal-twice", "<\(name)> has more than one '\(child.element)'", line: origin.line)
      }
    }
    guard !isOrdered else { return }
    let order = kinds.indices.sorted { (kinds[$0], $0) < (kinds[$1], $1) }
    children = order.map { children[$0] }
  }
}

internal import Diagnostics

extension OSCALNode {
  /// Puts the children into the order of the schema, and reports what is missing or there twice.
  mutating func complete(
    by definition: OSCALDefinition, kinds: OSCALChildKinds, _ problems: inout OSCALProblems
  ) {
    let asked = definition.flags
    for index in asked.indices where asked[index].isRequired && !hasFlag(asked[index].name) {
      problems.error(
        "oscal-missing", "<\(name)> has no '\(asked[index].name)'", line: origin.line)
    }
    let isComplete = kinds.seen & definition.requiredChildren == definition.requiredChildren
    let isDoubled = kinds.repeated & definition.singleChildren != 0
    for kind in definition.children.indices where !isComplete || isDoubled {
      if !kinds.has(kind), definition.children[kind].isRequired {
        let child = definition.children[kind]
        problems.error(
          "oscal-missing", "<\(name)> has no '\(child.isList ? child.key : child.element)'",
          line: origin.line)
      }
      if kinds.hasSeveral(kind), !definition.children[kind].isList {
        if name == "add", definition.children[kind].element == "title" {
          keepLast("title", &problems)
          continue
        }
        problems.error(
          "oscal-twice", "<\(name)> has more than one '\(definition.children[kind].element)'",
          line: origin.line)
      }
    }
    if name == "merge" { checkStructure(&problems) }
    guard !kinds.areOrdered else { return }
    children = definition.children.flatMap { child in
      children.filter { $0.name == child.element }
    }
  }

  private func hasFlag(_ name: String) -> Bool {
    let flags = flags.span
    for index in flags.indices where flags[index].name == name { return true }
    return false
  }

  /// What a profile makes is flat, or as it was, or has a structure of its own.
  private func checkStructure(_ problems: inout OSCALProblems) {
    let structures = children.filter { child in
      switch child.name {
      case "flat", "custom": true
      case "as-is": child.text != "false" && child.text != "0"
      default: false
      }
    }
    guard structures.count > 1 else { return }
    let names = structures.map { "'\($0.name)'" }.joined(separator: " and ")
    problems.error(
      "oscal-twice", "<merge> has \(names), and there can be one of them only",
      line: origin.line)
  }

  /// A title that a profile adds takes the place of the one before it; NIST's own test set has two
  /// in one addition, and resolves them.
  private mutating func keepLast(_ element: String, _ problems: inout OSCALProblems) {
    problems.warning(
      "oscal-twice", "<\(name)> has more than one '\(element)': the last one is taken",
      line: origin.line)
    guard let last = children.lastIndex(where: { $0.name == element }) else { return }
    children = children.indices.filter { $0 == last || children[$0].name != element }
      .map { children[$0] }
  }
}

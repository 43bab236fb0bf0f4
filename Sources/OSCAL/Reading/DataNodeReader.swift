internal import Diagnostics

/// Makes elements out of JSON or YAML, by the schema.
struct DataNodeReader {
  var problems: OSCALProblems

  init(file: String) { problems = OSCALProblems(file: file) }

  /// Reads the root object: one key that names the model.
  mutating func document(_ root: DataNode) -> OSCALNode? {
    guard case .object(let entries, let line) = root else {
      problems.error(
        "oscal-root", "holds \(root.kindName), where an object was expected", line: root.line)
      return nil
    }
    let named = entries.filter { $0.key != "$schema" }
    guard let entry = named.first else {
      problems.error("oscal-root", "holds nothing", line: line)
      return nil
    }
    guard let child = OSCALSchema.roots.first(where: { $0.key == entry.key }) else {
      OSCALRootProblem.report(entry.key, namespace: nil, line: entry.line, &problems)
      return nil
    }
    for other in named.dropFirst() {
      problems.error(
        "oscal-root", "has the key '\(other.key)' beside '\(entry.key)'", line: other.line,
        hints: ["a document holds one model"])
    }
    return element(child, entry.value)
  }

  /// Reads a group of a catalog by itself.
  mutating func group(_ value: DataNode) -> OSCALNode? {
    OSCALSchema.group.flatMap { element($0, value) }
  }

  private mutating func element(
    _ child: OSCALDefinition.Child, _ value: DataNode
  ) -> OSCALNode? {
    if case .readElsewhere = value {
      problems.keepPlace()
      return OSCALGroupReading.placeholder
    }
    let definition = OSCALSchema.definitions[child.definition]
    var node = OSCALNode(child.element, origin: OSCALOrigin(line: value.line))
    guard definition.content == .assembly || definition.valueKey != nil else {
      guard let text = text(value, of: child.key, isLiteral: definition.content == .literal)
      else { return nil }
      node.content = content(text, definition.content)
      return node
    }
    guard case .object(let entries, _) = value else {
      // A field that could have flags may stand there as its value alone.
      if definition.valueKey != nil, case .scalar(let scalar) = value, scalar.kind != .null {
        node.content = .text(scalar.text)
        return node
      }
      reportWrongKind(child.key, value, expected: "an object")
      return nil
    }
    var kinds = OSCALChildKinds()
    for entry in entries { add(entry, definition, to: &node, &kinds) }
    if node.flags.count > 1 { order(&node.flags, by: definition) }
    if case .none = node.content, let key = definition.valueKey {
      problems.error("oscal-missing", "'\(child.key)' has no '\(key)'", line: value.line)
    }
    node.complete(by: definition, kinds: kinds, &problems)
    return node
  }

  private mutating func add(
    _ entry: DataNode.Entry, _ definition: OSCALDefinition, to node: inout OSCALNode,
    _ kinds: inout OSCALChildKinds
  ) {
    if entry.key == definition.valueKey {
      if let text = text(entry.value, of: entry.key, isLiteral: definition.content == .literal) {
        node.content = .text(text)
      }
    } else if let kind = definition.children.firstIndex(where: { $0.key == entry.key }) {
      let child = definition.children[kind]
      let count = node.children.count
      if child.isList {
        guard case .list(let items, _) = entry.value else {
          return reportWrongKind(entry.key, entry.value, expected: "a list")
        }
        for item in items { if let made = element(child, item) { node.children.append(made) } }
      } else if let made = element(child, entry.value) {
        node.children.append(made)
      }
      for _ in count..<node.children.count { kinds.add(kind) }
    } else if definition.flags.contains(where: { $0.name == entry.key }) {
      if let text = text(entry.value, of: entry.key, isLiteral: false) {
        node.flags.append(OSCALNode.Flag(entry.key, text))
      }
    } else {
      let known =
        definition.flags.map(\.name) + definition.children.map(\.key)
        + (definition.valueKey.map { [$0] } ?? [])
      problems.warning(
        "oscal-unknown", "'\(node.name)' cannot have '\(entry.key)', which is left out",
        line: entry.line, hints: OSCALUnknown.hints(entry.key, in: known))
    }
  }

  private func order(_ flags: inout [OSCALNode.Flag], by definition: OSCALDefinition) {
    var ordered: [OSCALNode.Flag] = []
    for flag in definition.flags {
      for given in flags where given.name == flag.name { ordered.append(given) }
    }
    flags = ordered
  }

  private func content(_ text: String, _ content: OSCALDefinition.Content) -> OSCALNode.Content {
    switch content {
    case .line: .line(MarkdownReader.line(text))
    case .multiline: .multiline(MarkdownReader.multiline(text))
    case .text, .literal, .assembly: .text(text)
    }
  }

  private mutating func text(_ value: DataNode, of key: String, isLiteral: Bool) -> String? {
    guard case .scalar(let scalar) = value, scalar.kind != .null else {
      reportWrongKind(key, value, expected: "a value")
      return nil
    }
    if !isLiteral, scalar.kind != .string {
      problems.warning(
        "oscal-not-text",
        "'\(key)' is \(value.kindName), and is taken as the text '\(scalar.text)'",
        line: scalar.line, hints: ["put it into quotes"])
    }
    if scalar.text.hasByte({ $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }) {
      problems.error(
        "oscal-control", "'\(key)' holds a control character", line: scalar.line,
        hints: ["XML cannot hold it, so no document of OSCAL can"])
    }
    return scalar.text
  }

  private mutating func reportWrongKind(_ key: String, _ value: DataNode, expected: String) {
    problems.error(
      "oscal-wrong-kind", "'\(key)' is \(value.kindName), where \(expected) was expected",
      line: value.line)
  }
}

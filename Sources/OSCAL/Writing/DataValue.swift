/// What JSON and YAML write for an element.
indirect enum DataValue {
  case string(String)
  /// True, false or a number, as it is written.
  case literal(String)
  case list([DataValue])
  case object([(key: String, value: DataValue)])

  /// The root object.
  init(_ node: OSCALNode, _ root: OSCALDefinition.Child) {
    self = .object([(root.key, Self.value(node, root))])
  }

  private static func value(_ node: OSCALNode, _ child: OSCALDefinition.Child) -> DataValue {
    let definition = OSCALSchema.definitions[child.definition]
    guard definition.content == .assembly || definition.valueKey != nil else {
      return content(node, definition.content)
    }
    var entries: [(key: String, value: DataValue)] = []
    for flag in node.flags { entries.append((flag.name, .string(flag.value))) }
    if let key = definition.valueKey {
      entries.append((key, content(node, definition.content)))
    }
    for inner in definition.children {
      let found = node.children.lazy.filter { $0.name == inner.element }
      guard let first = found.first else { continue }
      entries.append(
        (inner.key, inner.isList ? .list(found.map { value($0, inner) }) : value(first, inner)))
    }
    return .object(entries)
  }

  private static func content(
    _ node: OSCALNode, _ content: OSCALDefinition.Content
  ) -> DataValue {
    switch content {
    case .line: .string(MarkdownWriter.text(node.line))
    case .multiline: .string(MarkdownWriter.text(node.multiline))
    case .literal: isLiteral(node.text) ? .literal(node.text) : .string(node.text)
    case .text, .assembly: .string(node.text)
    }
  }

  /// Whether JSON can have the text without quotes.
  private static func isLiteral(_ text: String) -> Bool {
    if text == "true" || text == "false" { return true }
    var reader = JSONReader(Array(text.utf8), file: "")
    guard case .scalar(let scalar)? = try? reader.document() else { return false }
    return scalar.kind == .number
  }
}

extension OSCALNode {
  /// The value of a field; empty when it has none.
  var text: String {
    if case .text(let text) = content { return text }
    return ""
  }

  /// The line of prose; empty when there is none.
  var line: OSCALMarkupLine {
    if case .line(let line) = content { return line }
    return OSCALMarkupLine()
  }

  /// The prose; empty when there is none.
  var multiline: OSCALMarkupMultiline {
    if case .multiline(let multiline) = content { return multiline }
    return OSCALMarkupMultiline()
  }

  /// Adds a flag that has a value.
  mutating func add(_ flag: String, _ value: String?) {
    if let value { flags.append(Flag(flag, value)) }
  }

  /// Adds an element that says something.
  mutating func add(_ element: String, content: Content?) {
    if let content { children.append(OSCALNode(element, content: content)) }
  }
}

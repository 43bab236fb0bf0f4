/// A checker for the part of JSON Schema that our schemas use; a keyword that it does not know is
/// itself a finding, so that nothing passes unchecked.
public struct JSONSchema {
  private let root: JSON
  private static let silent: Set<String> = ["$schema", "$id", "$defs", "title", "description"]

  /// Takes a schema.
  public init(_ root: JSON) { self.root = root }

  /// What is wrong with a document, by path; at most a few findings.
  public func problems(of document: JSON) -> [String] {
    var problems: [String] = []
    check(document, root, "$", &problems)
    return problems
  }

  private func check(_ value: JSON, _ schema: JSON, _ path: String, _ problems: inout [String]) {
    guard problems.count < 20 else { return }
    for (keyword, rule) in schema.members.sorted(by: { $0.key < $1.key }) {
      if !holds(keyword, rule, value, schema, path, &problems) {
        problems.append("\(path): \(keyword) \(rule)")
      }
    }
  }

  private func holds(
    _ keyword: String, _ rule: JSON, _ value: JSON, _ schema: JSON, _ path: String,
    _ problems: inout [String]
  ) -> Bool {
    switch keyword {
    case _ where Self.silent.contains(keyword): return true
    case "$ref":
      let name = String(rule.text.dropFirst("#/$defs/".count))
      check(value, root["$defs"][name], path, &problems)
      return root["$defs"].members[name] != nil
    case "type":
      let types = rule.items.isEmpty ? [rule.text] : rule.items.map(\.text)
      return types.contains { Self.isOf($0, value) }
    case "const": return value == rule
    case "enum": return rule.items.contains(value)
    case "anyOf":
      return rule.items.contains { part in
        var inner: [String] = []
        check(value, part, path, &inner)
        return inner.isEmpty
      }
    case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum":
      guard case .number(let number) = value, case .number(let bound) = rule else { return true }
      switch keyword {
      case "minimum": return number >= bound
      case "maximum": return number <= bound
      case "exclusiveMinimum": return number > bound
      default: return number < bound
      }
    case "pattern":
      // The only pattern is that of a day.
      guard case .text(let text) = value else { return true }
      return text.count == 10 && text.filter { $0 == "-" }.count == 2
    case "required": return rule.items.allSatisfy { value.members[$0.text] != nil }
    case "properties":
      for (name, part) in rule.members {
        if let member = value.members[name] { check(member, part, "\(path).\(name)", &problems) }
      }
      return true
    case "additionalProperties":
      let known = schema["properties"].members
      for (name, member) in value.members where known[name] == nil {
        if rule == .bool(false) { return false }
        check(member, rule, "\(path).\(name)", &problems)
      }
      return true
    case "propertyNames":
      for name in value.members.keys { check(.text(name), rule, "\(path).\(name)", &problems) }
      return true
    case "items":
      for (position, item) in value.items.enumerated() {
        check(item, rule, "\(path)[\(position)]", &problems)
      }
      return true
    default: return false
    }
  }

  private static func isOf(_ type: String, _ value: JSON) -> Bool {
    switch (type, value) {
    case ("null", .null), ("boolean", .bool), ("string", .text), ("array", .list),
      ("object", .object), ("number", .number):
      true
    case ("integer", .number(let number)): number == number.rounded()
    default: false
    }
  }
}

/// NIST's catalog, profile and mapping models (OSCAL 1.0 to 1.2): which elements there are, in which
/// order, and how XML and JSON name them. Everything that reads or writes a document goes by it.
enum OSCALSchema {
  /// The namespace of every element.
  static let namespace = "http://csrc.nist.gov/ns/oscal/1.0"

  /// All definitions; children refer to them by index.
  static let definitions: [OSCALDefinition] = tables.definitions

  /// The root elements that are known, with their definitions.
  static let roots: [OSCALDefinition.Child] =
    ["catalog", "profile", "mapping-collection"].map { name in
      OSCALDefinition.Child(
        element: name, key: name, isList: false, isRequired: true,
        definition: tables.index[name] ?? 0)
    }

  /// Documents of OSCAL that are not read here; they deserve a better message than "unknown".
  static let otherRoots = [
    "component-definition", "system-security-plan", "assessment-plan", "assessment-results",
    "plan-of-action-and-milestones",
  ]

  /// A group, as it stands in a catalog.
  static let group = definition("catalog")?.children.first { $0.element == "group" }

  /// The definition of an element that stands in a document's metadata.
  static func definition(_ name: String) -> OSCALDefinition? {
    tables.index[name].map { definitions[$0] }
  }

  private static let tables = OSCALSchemaTables()
}

/// Puts the definitions together; names become indices.
private struct OSCALSchemaTables {
  var definitions: [OSCALDefinition] = []
  var index: [String: Int] = [:]

  /// An element within: `title` once, `prop*` in a list, `!` for what must be there,
  /// `element=type` where the two have different names, `/key` where JSON's key is not the element's.
  init() {
    let values: [(String, OSCALDefinition.Content)] = [
      ("text", .text), ("literal", .literal), ("line", .line), ("multiline", .multiline),
    ]
    // Names first, so that definitions may refer to each other in any order.
    for name in values.map(\.0) + OSCALSchemaEntry.all.map(\.name) { index[name] = index.count }
    definitions = values.map { OSCALDefinition(content: $0.1) }
    for entry in OSCALSchemaEntry.all {
      definitions.append(
        OSCALDefinition(
          content: entry.content,
          flags: entry.flags.split(separator: " ").map { flag in
            OSCALDefinition.Flag(
              name: String(flag.prefix { $0 != "!" }), isRequired: flag.hasSuffix("!"))
          }, valueKey: entry.valueKey,
          children: entry.children.split(separator: " ").map(child)))
    }
  }

  private func child(_ text: Substring) -> OSCALDefinition.Child {
    var rest = text
    let isRequired = rest.last == "!"
    if isRequired { rest.removeLast() }
    let wrapperParts = rest.split(separator: "^")
    let wrapper = wrapperParts.count == 2 ? String(wrapperParts[1]) : nil
    rest = wrapperParts[0]
    let keyParts = rest.split(separator: "/")
    rest = keyParts[0]
    let typeParts = rest.split(separator: "=")
    rest = typeParts[0]
    let isList = rest.last == "*"
    if isList { rest.removeLast() }
    let element = String(rest)
    let type = typeParts.count == 2 ? String(typeParts[1]) : element
    let key = keyParts.count == 2 ? String(keyParts[1]) : isList ? element + "s" : element
    precondition(index[type] != nil, "the schema has no '\(type)'")
    return OSCALDefinition.Child(
      element: element, key: key, isList: isList, wrapper: wrapper, isRequired: isRequired,
      definition: index[type] ?? 0)
  }
}

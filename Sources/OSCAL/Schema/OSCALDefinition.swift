/// What may stand in an element, and how XML and JSON write it.
///
/// A class: the readers look one up for each of tens of thousands of elements, and copying a struct
/// with all its strings would cost more than the reading.
final class OSCALDefinition: Sendable {
  /// What the element itself says.
  enum Content: Sendable {
    /// Nothing: it holds flags and elements.
    case assembly
    /// A value; in JSON a string.
    case text
    /// A value that JSON writes without quotes: true, false, numbers.
    case literal
    /// A line of prose.
    case line
    /// Paragraphs of prose.
    case multiline
  }

  /// A flag: an attribute in XML, a key in JSON.
  struct Flag: Sendable {
    var name: String
    var isRequired: Bool
  }

  /// An element within.
  final class Child: Sendable {
    /// The name of the XML element; `prose` for blocks that stand there without one.
    let element: String
    /// The JSON key.
    let key: String
    /// Whether JSON has a list.
    let isList: Bool
    /// The XML element around all elements of the list.
    let wrapper: String?
    let isRequired: Bool
    /// The index of the definition in `OSCALSchema.definitions`.
    let definition: Int

    init(
      element: String, key: String, isList: Bool, wrapper: String? = nil, isRequired: Bool,
      definition: Int
    ) {
      self.element = element
      self.key = key
      self.isList = isList
      self.wrapper = wrapper
      self.isRequired = isRequired
      self.definition = definition
    }
  }

  let content: Content
  let flags: [Flag]
  /// The JSON key of the value of a field that has flags.
  let valueKey: String?
  /// In the order of the schema.
  let children: [Child]
  /// Where blocks of prose belong that stand there without an element around them.
  let prose: Int?
  /// A bit for each child that must be there.
  let requiredChildren: UInt64
  /// A bit for each child that may be there once only.
  let singleChildren: UInt64

  init(content: Content, flags: [Flag] = [], valueKey: String? = nil, children: [Child] = []) {
    self.content = content
    self.flags = flags
    self.valueKey = valueKey
    self.children = children
    prose = children.firstIndex { $0.element == "prose" }
    func bits(_ isMeant: (Child) -> Bool) -> UInt64 {
      children.indices.reduce(0) { $0 | (isMeant(children[$1]) ? 1 << UInt64($1) : 0) }
    }
    requiredChildren = bits(\.isRequired)
    singleChildren = bits { !$0.isList }
  }
}

/// What may stand in an element, and how XML and JSON write it.
struct OSCALDefinition: Sendable {
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
  struct Child: Sendable {
    /// The name of the XML element; `prose` for blocks that stand there without one.
    var element: String
    /// The JSON key.
    var key: String
    /// Whether JSON has a list.
    var isList: Bool
    /// The XML element around all elements of the list.
    var wrapper: String?
    var isRequired: Bool
    /// The index of the definition in `OSCALSchema.definitions`.
    var definition: Int
  }

  var content: Content
  var flags: [Flag]
  /// The JSON key of the value of a field that has flags.
  var valueKey: String?
  /// In the order of the schema.
  var children: [Child]
  /// Where blocks of prose belong that stand there without an element around them.
  var prose: Int?
}

/// An element of a document that nothing is computed with: a party, a role, a revision. It loses
/// nothing, in any of the formats; `OSCALSchema` says what may stand in it.
public struct OSCALNode: Sendable, Hashable {
  /// The name of the XML element; the schema gives the JSON key.
  public var name: String
  /// The flags (XML attributes), in the order of the schema.
  public var flags: [Flag]
  /// What it says.
  public var content: Content
  /// The elements within it, in the order of the schema.
  public var children: [OSCALNode]
  /// Where it was read.
  public var origin: OSCALOrigin

  /// Makes an element.
  public init(
    _ name: String, flags: [Flag] = [], content: Content = .none, children: [OSCALNode] = [],
    origin: OSCALOrigin = OSCALOrigin()
  ) {
    self.name = name
    self.flags = flags
    self.content = content
    self.children = children
    self.origin = origin
  }

  /// A name with a value.
  public struct Flag: Sendable, Hashable {
    /// The name of the XML attribute, which is also the JSON key.
    public var name: String
    /// As it is written.
    public var value: String

    /// Makes a flag.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// What an element says beside its flags and children.
  public enum Content: Sendable, Hashable {
    /// Nothing: it is an assembly.
    case none
    /// A plain value, as it is written.
    case text(String)
    /// A line of prose.
    case line(OSCALMarkupLine)
    /// Paragraphs of prose.
    case multiline(OSCALMarkupMultiline)
  }

  /// The value of a flag, or nil when it is absent.
  public func flag(_ name: String) -> String? {
    let flags = flags.span
    for index in flags.indices where flags[index].name == name { return flags[index].value }
    return nil
  }

  /// The children of a name, in order.
  public func children(_ name: String) -> [OSCALNode] {
    children.filter { $0.name == name }
  }
}

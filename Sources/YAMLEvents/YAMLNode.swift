public import Diagnostics

/// A YAML document as a tree in which every scalar is still text and knows its place.
///
/// Text, because YAML's own typing changes what people mean: `no`, `1:30` and `1.10` stay what
/// they are; the schema of the format gives each field its type.
public indirect enum YAMLNode: Sendable, Hashable {
  /// A single value.
  case scalar(Scalar)
  /// Keys and values in file order.
  case mapping(Mapping)
  /// Values in file order.
  case sequence(Sequence)

  /// A single value.
  public struct Scalar: Sendable, Hashable {
    /// The text after folding and unescaping.
    public var text: String
    /// Whether it stands there without quotes.
    public var isPlain: Bool
    /// Where it starts.
    public var location: SourceLocation

    /// Whether it stands for nothing: empty, `~` or `null`, without quotes.
    public var isNull: Bool { isPlain && (text.isEmpty || text == "~" || text == "null") }
  }

  /// Keys and values in file order.
  public struct Mapping: Sendable, Hashable {
    /// The entries; no key stands twice.
    public var entries: [Entry]
    /// Where it starts.
    public var location: SourceLocation
  }

  /// A key with its value.
  public struct Entry: Sendable, Hashable {
    /// The key's text.
    public var key: String
    /// Where the key starts.
    public var location: SourceLocation
    /// The value.
    public var value: YAMLNode
  }

  /// Values in file order.
  public struct Sequence: Sendable, Hashable {
    /// The values.
    public var items: [YAMLNode]
    /// Where it starts.
    public var location: SourceLocation
  }

  /// Where it starts.
  public var location: SourceLocation {
    switch self {
    case .scalar(let scalar): scalar.location
    case .mapping(let mapping): mapping.location
    case .sequence(let sequence): sequence.location
    }
  }

  /// What it is, for messages.
  public var kindName: String {
    switch self {
    case .scalar(let scalar): scalar.isNull ? "nothing" : "a single value"
    case .mapping: "a mapping (key: value)"
    case .sequence: "a list"
    }
  }
}

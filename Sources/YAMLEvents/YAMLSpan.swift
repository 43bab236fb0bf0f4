/// A YAML document as a tree of the bytes that its values take up, for those who change the text
/// and leave the rest of it as it is.
public indirect enum YAMLSpan: Sendable {
  /// A single value.
  case scalar(Scalar)
  /// Keys and values in file order.
  case mapping(Mapping)
  /// Values in file order.
  case sequence(Sequence)

  /// Where a value stands.
  public struct Place: Sendable, Hashable {
    /// From its first byte up to where the next thing may stand. Of a block scalar (`|`, `>`) the
    /// end is the start of a line; of a value that is not written out, the range is empty.
    public var bytes: Range<Int>
    /// The line of its start, from 1.
    public var line: Int
    /// The column of its start in characters, from 1.
    public var column: Int
  }

  /// A single value.
  public struct Scalar: Sendable {
    /// The text after folding and unescaping.
    public var text: String
    /// How it is written.
    public var style: Style
    /// Where it stands.
    public var place: Place
  }

  /// How a single value is written.
  public enum Style: Sendable, Hashable { case plain, singleQuoted, doubleQuoted, block }

  /// A key with its value.
  public struct Entry: Sendable {
    /// The key's text.
    public var key: String
    /// Where the key stands.
    public var keyPlace: Place
    /// The value.
    public var value: YAMLSpan
  }

  /// Keys and values in file order.
  public struct Mapping: Sendable {
    /// The entries.
    public var entries: [Entry]
    /// Whether it is written in braces.
    public var isFlow: Bool
    /// Where it stands.
    public var place: Place
  }

  /// Values in file order.
  public struct Sequence: Sendable {
    /// The values.
    public var items: [YAMLSpan]
    /// Whether it is written in brackets.
    public var isFlow: Bool
    /// Where it stands.
    public var place: Place
  }

  /// Where it stands.
  public var place: Place {
    switch self {
    case .scalar(let scalar): scalar.place
    case .mapping(let mapping): mapping.place
    case .sequence(let sequence): sequence.place
    }
  }
}

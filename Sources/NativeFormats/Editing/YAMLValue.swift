internal import YAMLEvents

/// What can be written into a YAML file.
public indirect enum YAMLValue: Sendable, Hashable {
  /// Text; it stands in quotes where YAML could read it in another way.
  case text(String)
  /// A number, a day or a truth value: without quotes, where its characters allow that.
  case bare(String)
  /// Keys and values in this order.
  case mapping([Entry])
  /// Values in this order.
  case sequence([YAMLValue])

  /// A key with its value.
  public struct Entry: Sendable, Hashable {
    /// The key.
    public var key: String
    /// The value.
    public var value: YAMLValue

    /// Makes an entry.
    public init(_ key: String, _ value: YAMLValue) {
      self.key = key
      self.value = value
    }
  }

  /// A list of texts.
  public static func texts(_ values: [String]) -> YAMLValue { .sequence(values.map { .text($0) }) }

  /// Whether it says the same; how a single value is written does not count.
  public func isSame(as other: YAMLValue) -> Bool {
    switch (self, other) {
    case (.text(let one), .text(let two)), (.text(let one), .bare(let two)),
      (.bare(let one), .text(let two)), (.bare(let one), .bare(let two)):
      // By scalar values: two spellings of one character are two texts.
      one.unicodeScalars.elementsEqual(two.unicodeScalars)
    case (.mapping(let one), .mapping(let two)):
      one.count == two.count
        && zip(one, two).allSatisfy { $0.key == $1.key && $0.value.isSame(as: $1.value) }
    case (.sequence(let one), .sequence(let two)):
      one.count == two.count && zip(one, two).allSatisfy { $0.isSame(as: $1) }
    default: false
    }
  }

  init(_ node: YAMLNode) {
    switch node {
    case .scalar(let scalar): self = .text(scalar.text)
    case .mapping(let mapping):
      self = .mapping(mapping.entries.map { Entry($0.key, YAMLValue($0.value)) })
    case .sequence(let sequence): self = .sequence(sequence.items.map { YAMLValue($0) })
    }
  }

  init(_ span: YAMLSpan) {
    switch span {
    case .scalar(let scalar): self = .text(scalar.text)
    case .mapping(let mapping):
      self = .mapping(mapping.entries.map { Entry($0.key, YAMLValue($0.value)) })
    case .sequence(let sequence): self = .sequence(sequence.items.map { YAMLValue($0) })
    }
  }

  var isEmptyCollection: Bool {
    switch self {
    case .mapping(let entries): entries.isEmpty
    case .sequence(let items): items.isEmpty
    case .text, .bare: false
    }
  }

  var isScalar: Bool {
    switch self {
    case .text, .bare: true
    case .mapping, .sequence: false
    }
  }
}

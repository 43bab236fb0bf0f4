internal import FoundationEssentials

/// A JSON document, read without a schema.
public enum JSON: Decodable, Sendable, Hashable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case list([JSON])
  case object([String: JSON])

  /// Reads any value.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode([JSON].self) {
      self = .list(value)
    } else {
      self = .object(try container.decode([String: JSON].self))
    }
  }

  /// Reads a document.
  public init(_ bytes: [UInt8]) throws {
    self = try JSONDecoder().decode(JSON.self, from: Data(bytes))
  }

  /// A member of an object; null when there is none.
  public subscript(key: String) -> JSON {
    if case .object(let members) = self { return members[key] ?? .null }
    return .null
  }

  /// The items of a list; none when it is no list.
  public var items: [JSON] {
    if case .list(let items) = self { return items }
    return []
  }

  /// The members of an object; none when it is no object.
  public var members: [String: JSON] {
    if case .object(let members) = self { return members }
    return [:]
  }

  /// The text; empty when it is none.
  public var text: String {
    if case .text(let text) = self { return text }
    return ""
  }

  /// The whole number; nil when it is none.
  public var count: Int? {
    if case .number(let number) = self { return Int(exactly: number) }
    return nil
  }

  /// Whether it is `true`.
  public var isTrue: Bool { self == .bool(true) }
}

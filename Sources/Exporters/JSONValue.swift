internal import FoundationEssentials

/// A JSON document as a value; objects are written with sorted keys.
public enum JSONValue: Encodable, Sendable, Hashable {
  case null
  case bool(Bool)
  case number(Double)
  case count(Int)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  /// Writes the value; a nil is left out of its object before it gets here.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .count(let value): try container.encode(value)
    case .text(let value): try container.encode(value)
    case .list(let values): try container.encode(values)
    case .object(let members): try container.encode(members)
    }
  }

  /// The document, indented, with a line break at its end.
  ///
  /// - Throws: when a number is not finite, which no result is.
  public func document() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self)) + [0x0A]
  }
}

extension JSONValue {
  /// A list of texts.
  public static func texts(_ all: some Sequence<String>) -> JSONValue {
    .list(all.map { .text($0) })
  }

  /// A text, or null when it is empty.
  public static func optional(_ text: String?) -> JSONValue {
    guard let text, !text.isEmpty else { return .null }
    return .text(text)
  }
}

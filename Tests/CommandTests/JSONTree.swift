import FoundationEssentials

/// A JSON document, as any other program reads it.
enum JSONTree: Decodable, Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case list([JSONTree])
  case object([String: JSONTree])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode([JSONTree].self) {
      self = .list(value)
    } else {
      self = .object(try container.decode([String: JSONTree].self))
    }
  }

  /// Reads the standard output of a run.
  static func read(_ outcome: Program.Outcome) throws -> JSONTree {
    try JSONDecoder().decode(JSONTree.self, from: Data(outcome.bytes))
  }

  /// The member of an object; null where there is none.
  subscript(_ key: String) -> JSONTree {
    guard case .object(let members) = self else { return .null }
    return members[key] ?? .null
  }

  /// The items of a list.
  var items: [JSONTree] {
    guard case .list(let items) = self else { return [] }
    return items
  }

  var text: String? {
    guard case .text(let text) = self else { return nil }
    return text
  }

  var count: Int? {
    guard case .number(let number) = self else { return nil }
    return Int(exactly: number)
  }
}

/// What JSON and YAML have in common: values, lists and objects, with their lines.
enum DataNode: Sendable {
  case scalar(Scalar)
  case list([DataNode], line: Int)
  case object([Entry], line: Int)
  /// A group of a catalog that `OSCALGroupReading` has.
  case readElsewhere(line: Int)

  /// A single value as it is written.
  struct Scalar: Sendable {
    var text: String
    var kind: Kind
    var line: Int
  }

  /// What sort of value it is.
  enum Kind: Sendable {
    case string
    case number
    case boolean
    case null
  }

  /// A key with its value.
  struct Entry: Sendable {
    var key: String
    var line: Int
    var value: DataNode
  }

  var line: Int {
    switch self {
    case .scalar(let scalar): scalar.line
    case .list(_, let line), .object(_, let line), .readElsewhere(let line): line
    }
  }

  /// What it is, for messages.
  var kindName: String {
    switch self {
    case .scalar(let scalar):
      switch scalar.kind {
      case .string: "a string"
      case .number: "a number"
      case .boolean: "true or false"
      case .null: "null"
      }
    case .list: "a list"
    case .object, .readElsewhere: "an object"
    }
  }
}

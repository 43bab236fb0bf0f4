internal import Diagnostics

/// Reads JSON (RFC 8259) strictly: nothing beside it, no key twice in an object, bounded depth.
/// Numbers stay text.
struct JSONReader {
  private let bytes: [UInt8]
  private let file: String
  private var position = 0
  private var line = 1
  private var lineStart = 0
  /// Keys that stand twice: the reading goes on, so that all are told.
  private(set) var problems: OSCALProblems
  /// Where the groups of a catalog go; nil: they stay.
  private let groups: OSCALGroupReading?
  /// The key of the root object whose value is read, and the key within that.
  private var path = ("", "")

  private var values = 0

  /// Objects and lists within each other.
  private static let depthLimit = 128

  init(_ bytes: [UInt8], file: String, groups: OSCALGroupReading? = nil) {
    self.bytes = bytes
    self.file = file
    self.groups = groups
    problems = OSCALProblems(file: file)
  }

  /// Reads the document.
  mutating func document() throws(Refusal) -> DataNode {
    guard Self.isUTF8(bytes) else {
      throw Refusal(
        "not-utf8", "the file is not readable as UTF-8 text", at: SourceLocation(file: file),
        hints: ["save it as UTF-8"])
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    skipSpace()
    let root = try value(depth: 0)
    skipSpace()
    guard position == bytes.count else { throw syntax("has something after its end") }
    return root
  }

  /// Whether bytes are UTF-8, told without a copy of them.
  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return true
    } catch {
      return false
    }
  }

  private mutating func value(depth: Int) throws(Refusal) -> DataNode {
    guard depth < Self.depthLimit else {
      throw syntax("nests more than \(Self.depthLimit) levels within each other")
    }
    guard position < bytes.count else { throw syntax("ends where a value was expected") }
    values += 1
    guard values <= OSCALLimits.values else {
      throw Refusal(
        "json-too-many-values", "has more than \(OSCALLimits.values) values",
        at: SourceLocation(file: file, line: line),
        hints: ["is this the document as published?"])
    }
    let start = line
    switch bytes[position] {
    case UInt8(ascii: "{"): return .object(try entries(depth: depth), line: start)
    case UInt8(ascii: "["): return .list(try items(depth: depth), line: start)
    case UInt8(ascii: "\""):
      return .scalar(DataNode.Scalar(text: try string(), kind: .string, line: start))
    case UInt8(ascii: "t"): return try word("true", .boolean)
    case UInt8(ascii: "f"): return try word("false", .boolean)
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), 0x30...0x39: return try number()
    default: throw syntax("has a value that is none of JSON's")
    }
  }

  private mutating func entries(depth: Int) throws(Refusal) -> [DataNode.Entry] {
    position += 1
    var entries: [DataNode.Entry] = []
    var keys: Set<String> = []
    skipSpace()
    if take(UInt8(ascii: "}")) { return entries }
    while true {
      guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
        throw syntax("has something else where a key in quotes was expected")
      }
      let keyLine = line
      let key = try string()
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw syntax("has no ':' after the key '\(key)'") }
      skipSpace()
      if depth == 0 { path = (key, "") } else if depth == 1 { path.1 = key }
      let value = try value(depth: depth + 1)
      if isKnown(key, in: entries, &keys) {
        problems.error(
          "json-duplicate-key", "the key '\(key)' stands twice in one object", line: keyLine,
          hints: ["remove one of them"])
      } else {
        entries.append(DataNode.Entry(key: key, line: keyLine, value: value))
      }
      skipSpace()
      if take(UInt8(ascii: ",")) {
        skipSpace()
      } else {
        guard take(UInt8(ascii: "}")) else { throw syntax("has no ',' or '}' after a value") }
        return entries
      }
    }
  }

  /// Few objects have many keys: a set of them is made only then.
  private func isKnown(
    _ key: String, in entries: [DataNode.Entry], _ keys: inout Set<String>
  ) -> Bool {
    guard entries.count > 16 else { return entries.contains { $0.key == key } }
    if keys.count < entries.count { for entry in entries { keys.insert(entry.key) } }
    return !keys.insert(key).inserted
  }

  private mutating func items(depth: Int) throws(Refusal) -> [DataNode] {
    position += 1
    var items: [DataNode] = []
    skipSpace()
    if take(UInt8(ascii: "]")) { return items }
    let groups = depth == 2 && path == ("catalog", "groups") ? groups : nil
    while true {
      let item = try value(depth: depth + 1)
      if let groups {
        groups.take(item)
        items.append(.readElsewhere(line: item.line))
      } else {
        items.append(item)
      }
      skipSpace()
      if take(UInt8(ascii: ",")) {
        skipSpace()
      } else {
        guard take(UInt8(ascii: "]")) else { throw syntax("has no ',' or ']' after a value") }
        return items
      }
    }
  }

  private mutating func word(_ word: String, _ kind: DataNode.Kind) throws(Refusal) -> DataNode {
    guard bytes[position...].starts(with: word.utf8) else {
      throw syntax("has a value that is none of JSON's")
    }
    position += word.utf8.count
    return .scalar(DataNode.Scalar(text: word, kind: kind, line: line))
  }

  private mutating func number() throws(Refusal) -> DataNode {
    let start = position
    take(UInt8(ascii: "-"))
    let startsWithZero = position < bytes.count && bytes[position] == UInt8(ascii: "0")
    let whole = digits()
    guard whole > 0 else { throw syntax("has a number without digits") }
    guard whole == 1 || !startsWithZero else { throw syntax("has a number that starts with 0") }
    if take(UInt8(ascii: ".")) {
      guard digits() > 0 else { throw syntax("has a number that ends in '.'") }
    }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { take(UInt8(ascii: "-")) }
      guard digits() > 0 else { throw syntax("has a number without an exponent") }
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    return .scalar(DataNode.Scalar(text: text, kind: .number, line: line))
  }

  private mutating func digits() -> Int {
    let start = position
    while position < bytes.count, (0x30...0x39).contains(bytes[position]) { position += 1 }
    return position - start
  }

  @discardableResult private mutating func take(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x0A:
        line += 1
        position += 1
        lineStart = position
      case 0x20, 0x09, 0x0D: position += 1
      default: return
      }
    }
  }
}

// MARK: - Strings

extension JSONReader {
  private mutating func string() throws(Refusal) -> String {
    position += 1
    let start = position
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        position = index + 1
        return String(decoding: bytes[start..<index], as: UTF8.self)
      }
      if byte == UInt8(ascii: "\\") || byte < 0x20 { break }
      index += 1
    }
    position = index
    var text = Array(bytes[start..<position])
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(into: &text)
      case 0..<0x20: throw syntax("has a control character or a line break within a string")
      default:
        var end = position + 1
        while end < bytes.count, bytes[end] >= 0x20, bytes[end] != UInt8(ascii: "\""),
          bytes[end] != UInt8(ascii: "\\")
        {
          end += 1
        }
        text.append(contentsOf: bytes[position..<end])
        position = end
      }
    }
    throw syntax("ends within a string", hints: ["is the file complete?"])
  }

  private mutating func escape(into text: inout [UInt8]) throws(Refusal) {
    position += 1
    guard position < bytes.count else { throw syntax("ends within a string") }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      var code = try hexadecimal()
      if (0xD800...0xDBFF).contains(code) {
        guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
          throw syntax("has half a character in \\u notation")
        }
        let low = try hexadecimal()
        guard (0xDC00...0xDFFF).contains(low) else {
          throw syntax("has half a character in \\u notation")
        }
        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else {
        throw syntax("has half a character in \\u notation")
      }
      text.append(contentsOf: String(Character(scalar)).utf8)
    default: throw syntax("has a '\\' in a string that starts none of JSON's escapes")
    }
  }

  private mutating func hexadecimal() throws(Refusal) -> UInt32 {
    // A number may have a sign, and an escape may not.
    guard position + 4 <= bytes.count, bytes[position] != UInt8(ascii: "+"),
      let code = UInt32(
        String(decoding: bytes[position..<(position + 4)], as: UTF8.self), radix: 16)
    else { throw syntax("has \\u without four hexadecimal digits") }
    position += 4
    return code
  }

  private func syntax(_ message: String, hints: [String] = []) -> Refusal {
    Refusal(
      "json-syntax", "is not valid JSON: it \(message)",
      at: SourceLocation(file: file, line: line, column: position - lineStart + 1),
      hints: position >= bytes.count ? ["is the file complete?"] : hints)
  }
}

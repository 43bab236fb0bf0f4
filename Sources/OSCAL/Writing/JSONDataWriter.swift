/// Writes JSON, indented by two blanks.
struct JSONDataWriter {
  private var bytes: [UInt8] = []

  mutating func document(_ value: DataValue) -> [UInt8] {
    write(value, depth: 0)
    bytes.append(0x0A)
    return bytes
  }

  private mutating func write(_ value: DataValue, depth: Int) {
    switch value {
    case .string(let text): Self.appendQuoted(text, to: &bytes)
    case .literal(let text): bytes.append(contentsOf: text.utf8)
    case .list(let items):
      block("[", "]", items, depth: depth) { $0.write($1, depth: depth + 1) }
    case .object(let entries):
      block("{", "}", entries, depth: depth) { writer, entry in
        Self.appendQuoted(entry.key, to: &writer.bytes)
        writer.bytes.append(contentsOf: ": ".utf8)
        writer.write(entry.value, depth: depth + 1)
      }
    }
  }

  private mutating func block<Item>(
    _ open: String, _ close: String, _ items: [Item], depth: Int,
    _ body: (inout JSONDataWriter, Item) -> Void
  ) {
    bytes.append(contentsOf: open.utf8)
    for (index, item) in items.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      line(depth + 1)
      body(&self, item)
    }
    if !items.isEmpty { line(depth) }
    bytes.append(contentsOf: close.utf8)
  }

  private mutating func line(_ depth: Int) {
    bytes.append(0x0A)
    for _ in 0..<depth { bytes.append(contentsOf: [0x20, 0x20]) }
  }

  /// The text in quotes, so that both JSON and YAML read it.
  static func appendQuoted(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(contentsOf: [0x5C, byte])
      case 0x0A: bytes.append(contentsOf: "\\n".utf8)
      case 0x09: bytes.append(contentsOf: "\\t".utf8)
      case 0x0D: bytes.append(contentsOf: "\\r".utf8)
      case 0..<0x20, 0x7F:
        let digits = String(byte, radix: 16)
        bytes.append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count)).utf8)
        bytes.append(contentsOf: digits.utf8)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

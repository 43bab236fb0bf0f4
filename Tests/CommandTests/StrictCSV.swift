/// Reads CSV exactly as RFC 4180 has it, and refuses whatever it does not allow.
enum StrictCSV {
  struct Fault: Error, CustomStringConvertible {
    let description: String
  }

  /// The rows; all have as many cells as the first.
  static func rows(_ bytes: [UInt8]) throws -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      row.append(try cell(&rest))
      switch rest.first {
      case 0x2C:
        rest = rest.dropFirst()
      case 0x0D:
        guard rest.dropFirst().first == 0x0A else { throw Fault(description: "CR without LF") }
        rest = rest.dropFirst(2)
        rows.append(row)
        guard row.count == rows[0].count else {
          throw Fault(description: "row \(rows.count) has \(row.count) cells")
        }
        row = []
      default: throw Fault(description: "neither comma nor CRLF after a cell")
      }
    }
    guard row.isEmpty else { throw Fault(description: "the last row has no end") }
    return rows
  }

  private static func cell(_ rest: inout ArraySlice<UInt8>) throws -> String {
    var content: [UInt8] = []
    guard rest.first == 0x22 else {
      while let byte = rest.first, byte != 0x2C, byte != 0x0D {
        guard byte != 0x22, byte != 0x0A else {
          throw Fault(description: "a quote or a line break in a cell without quotes")
        }
        content.append(byte)
        rest = rest.dropFirst()
      }
      return try text(content)
    }
    rest = rest.dropFirst()
    while true {
      guard let byte = rest.first else { throw Fault(description: "quotes that do not end") }
      rest = rest.dropFirst()
      if byte == 0x22 {
        guard rest.first == 0x22 else { return try text(content) }
        rest = rest.dropFirst()
      }
      content.append(byte)
    }
  }

  private static func text(_ bytes: [UInt8]) throws -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Fault(description: "not UTF-8")
    }
    return text
  }
}

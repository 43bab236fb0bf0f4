/// Writes YAML in blocks; a text that YAML could read in another way stands in double quotes.
struct YAMLDataWriter {
  private var bytes: [UInt8] = []

  mutating func document(_ value: DataValue) -> [UInt8] {
    if case .object(let entries) = value { self.entries(entries, depth: 0, startsItem: false) }
    return bytes
  }

  private mutating func entries(
    _ entries: [(key: String, value: DataValue)], depth: Int, startsItem: Bool
  ) {
    for (index, entry) in entries.enumerated() {
      if index > 0 || !startsItem { indent(depth) }
      put(entry.key)
      put(":")
      write(entry.value, depth: depth)
    }
  }

  /// Writes what follows a key or a dash, with the line break.
  private mutating func write(_ value: DataValue, depth: Int) {
    switch value {
    case .string(let text):
      put(" ")
      string(text)
      put("\n")
    case .literal(let text): put(" \(text)\n")
    case .list(let items):
      guard !items.isEmpty else { return put(" []\n") }
      put("\n")
      for item in items {
        indent(depth + 1)
        put("-")
        if case .object(let entries) = item, !entries.isEmpty {
          put(" ")
          self.entries(entries, depth: depth + 2, startsItem: true)
        } else {
          write(item, depth: depth + 1)
        }
      }
    case .object(let entries):
      guard !entries.isEmpty else { return put(" {}\n") }
      put("\n")
      self.entries(entries, depth: depth + 1, startsItem: false)
    }
  }

  private mutating func indent(_ depth: Int) {
    for _ in 0..<depth { bytes.append(contentsOf: [0x20, 0x20]) }
  }

  private mutating func put(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func string(_ text: String) {
    guard !Self.isPlain(text) else { return put(text) }
    let hidesNothing = text.unicodeScalars.allSatisfy { !Self.isHidden($0) }
    guard !hidesNothing else { return JSONDataWriter.appendQuoted(text, to: &bytes) }
    // Characters that do not show, or that YAML does not allow, become escapes.
    var shown: [UInt8] = []
    put("\"")
    for scalar in text.unicodeScalars {
      guard Self.isHidden(scalar) else {
        shown.removeAll(keepingCapacity: true)
        JSONDataWriter.appendQuoted(String(Character(scalar)), to: &shown)
        bytes.append(contentsOf: shown.dropFirst().dropLast())
        continue
      }
      let digits = String(scalar.value, radix: 16, uppercase: true)
      let width = scalar.value > 0xFFFF ? 8 : 4
      put(width == 8 ? "\\U" : "\\u")
      put(String(repeating: "0", count: width - digits.count) + digits)
    }
    put("\"")
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x7F else { return false }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse:
      return true
    default: return scalar.value == 0xA0 || scalar.value == 0xFEFF
    }
  }

  /// Whether the text can stand without quotes: it starts with a letter and has nothing in it that
  /// means something to YAML.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first, MarkdownInlines.isLetter(first), text.utf8.last != 0x20,
      !typedWords.contains(text.lowercased())
    else { return false }
    var previous: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: ":"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), 0..<0x20,
        0x7F...:
        return false
      case UInt8(ascii: "#") where previous == 0x20: return false
      default: previous = byte
      }
    }
    return true
  }

  private static let typedWords: Set<String> = [
    "null", "true", "false", "yes", "no", "on", "off", "y", "n",
  ]
}

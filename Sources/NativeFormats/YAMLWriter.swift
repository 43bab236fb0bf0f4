/// Writes block-style YAML; empty values are left out. Text that YAML could read in another way
/// stands in double quotes.
struct YAMLWriter {
  private(set) var text = ""
  private var indentation = 0
  /// Set while the next line is the first of a list item and starts with the dash.
  private var startsItem = false

  mutating func field(_ key: String, _ value: String) {
    guard !value.isEmpty else { return }
    startLine()
    append(key)
    text += ": "
    append(value)
    text += "\n"
  }

  mutating func flag(_ key: String, _ value: Bool) {
    if value { line("\(key): true") }
  }

  mutating func list(_ key: String, _ values: [String]) {
    guard !values.isEmpty else { return }
    line("\(key):")
    indentation += 1
    for value in values {
      startLine()
      text += "- "
      append(value)
      text += "\n"
    }
    indentation -= 1
  }

  mutating func mapping(_ key: String, _ body: (inout YAMLWriter) -> Void) {
    line("\(key):")
    indentation += 1
    body(&self)
    indentation -= 1
  }

  mutating func items<Item>(
    _ key: String, _ items: [Item], _ body: (inout YAMLWriter, Item) -> Void
  ) {
    guard !items.isEmpty else { return }
    line("\(key):")
    indentation += 2
    let items = items.span
    for index in items.indices {
      startsItem = true
      body(&self, items[index])
    }
    indentation -= 2
  }

  private mutating func line(_ content: String) {
    startLine()
    text += content
    text += "\n"
  }

  private mutating func startLine() {
    for _ in 0..<(startsItem ? max(0, indentation - 1) : indentation) { text += "  " }
    if startsItem { text += "- " }
    startsItem = false
  }

  /// Large catalogs have tens of thousands of values: none is put together but in the text itself.
  private mutating func append(_ value: String) {
    if Self.isPlain(value) {
      text += value
    } else if Self.needsNoEscape(value.utf8.span) {
      text += "\""
      text += value
      text += "\""
    } else {
      text += Self.quoted(value)
    }
  }

  /// Plain when it is made of harmless characters and starts with a letter, else quoted.
  static func quotedIfNeeded(_ value: String) -> String {
    isPlain(value) ? value : quoted(value)
  }

  private static func isPlain(_ value: String) -> Bool {
    isHarmless(value.utf8.span)
      && !(value.utf8.count <= longestTypedWord && typedWords.contains(value.lowercased()))
  }

  private static func isHarmless(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count > 0, isLetter(bytes[0]), bytes[bytes.count - 1] != 0x20 else { return false }
    for index in 0..<bytes.count {
      switch bytes[index] {
      case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x20, 0x2D, 0x2E, 0x2F, 0x5F: continue
      default: return false
      }
    }
    return true
  }

  /// Words that YAML itself takes for nothing or for a truth value.
  private static let typedWords: Set<String> = [
    "null", "true", "false", "yes", "no", "on", "off", "y", "n",
  ]
  private static let longestTypedWord = 5

  /// In double quotes, with escapes.
  static func quoted(_ value: String) -> String {
    if needsNoEscape(value.utf8.span) { return "\"" + value + "\"" }
    var text: [UInt8] = []
    text.reserveCapacity(value.utf8.count + 2)
    text.append(UInt8(ascii: "\""))
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"", "\\": text += [UInt8(ascii: "\\"), UInt8(ascii: scalar)]
      case "\n": text += Array("\\n".utf8)
      case "\t": text += Array("\\t".utf8)
      case "\r": text += Array("\\r".utf8)
      case " "..."~": text.append(UInt8(ascii: scalar))
      default:
        if isHidden(scalar) {
          let digits = String(scalar.value, radix: 16, uppercase: true)
          let width = scalar.value > 0xFFFF ? 8 : 4
          let zeros = String(repeating: "0", count: width - digits.count)
          text += Array(((width == 8 ? "\\U" : "\\u") + zeros + digits).utf8)
        } else {
          text += Array(String(Character(scalar)).utf8)
        }
      }
    }
    text.append(UInt8(ascii: "\""))
    return String(decoding: text, as: UTF8.self)
  }

  private static func needsNoEscape(_ bytes: Span<UInt8>) -> Bool {
    for index in 0..<bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): return false
      case 0x20...0x7E: continue
      default: return false
      }
    }
    return true
  }

  /// Whether a character does not show, or is one that YAML does not allow.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned: true
    default: scalar.value == 0xA0
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}

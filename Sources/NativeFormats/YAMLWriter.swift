/// Writes block-style YAML; empty values are left out. Text that YAML could read in another way
/// stands in double quotes.
struct YAMLWriter {
  private(set) var text = ""
  private var indentation = 0
  /// Set while the next line is the first of a list item and starts with the dash.
  private var startsItem = false

  mutating func field(_ key: String, _ value: String) {
    guard !value.isEmpty else { return }
    line("\(Self.quotedIfNeeded(key)): \(Self.quotedIfNeeded(value))")
  }

  mutating func flag(_ key: String, _ value: Bool) {
    if value { line("\(key): true") }
  }

  mutating func list(_ key: String, _ values: [String]) {
    guard !values.isEmpty else { return }
    line("\(key):")
    indentation += 1
    for value in values { line("- \(Self.quotedIfNeeded(value))") }
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
    for item in items {
      startsItem = true
      body(&self, item)
    }
    indentation -= 2
  }

  private mutating func line(_ content: String) {
    if startsItem {
      text += String(repeating: "  ", count: max(0, indentation - 1)) + "- "
      startsItem = false
    } else {
      text += String(repeating: "  ", count: indentation)
    }
    text += content + "\n"
  }

  /// Plain when it is made of harmless characters and starts with a letter, else quoted.
  static func quotedIfNeeded(_ value: String) -> String {
    let bytes = Array(value.utf8)
    let isPlain =
      bytes.first.map(isLetter) == true && bytes.last != 0x20
      && !typedWords.contains(value.lowercased())
      && bytes.allSatisfy { byte in
        isLetter(byte) || isDigit(byte) || [0x20, 0x2D, 0x2E, 0x2F, 0x5F].contains(byte)
      }
    return isPlain ? value : quoted(value)
  }

  /// Words that YAML itself takes for nothing or for a truth value.
  private static let typedWords: Set<String> = [
    "null", "true", "false", "yes", "no", "on", "off", "y", "n",
  ]

  /// In double quotes, with escapes.
  static func quoted(_ value: String) -> String {
    var text = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\t": text += "\\t"
      case "\r": text += "\\r"
      default:
        // Characters that do not show, or that YAML does not allow, become escapes.
        let category = scalar.properties.generalCategory
        if category == .control || category == .format || category == .lineSeparator
          || category == .paragraphSeparator || category == .unassigned || scalar.value == 0xA0
        {
          let digits = String(scalar.value, radix: 16, uppercase: true)
          let width = scalar.value > 0xFFFF ? 8 : 4
          text += width == 8 ? "\\U" : "\\u"
          text += String(repeating: "0", count: width - digits.count) + digits
        } else {
          text.unicodeScalars.append(scalar)
        }
      }
    }
    return text + "\""
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

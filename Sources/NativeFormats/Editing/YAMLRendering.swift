/// Writes values as YAML lines, to be put into a text that stands already.
struct YAMLRendering {
  /// The quotes of the value in whose place another one is written.
  enum Quotes { case asNeeded, single, double }

  /// A single value on one line.
  static func scalar(_ value: YAMLValue, _ quotes: Quotes = .asNeeded) -> String {
    switch value {
    case .text(let text):
      switch quotes {
      case .asNeeded: YAMLWriter.quotedIfNeeded(text)
      case .single where isEasy(text):
        "'\(text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'"
      case .single, .double: YAMLWriter.quoted(text)
      }
    case .bare(let text):
      isBare(text) ? text : YAMLWriter.quotedIfNeeded(text)
    case .mapping, .sequence:
      flow(value)
    }
  }

  /// A value on one line, also within brackets.
  static func flow(_ value: YAMLValue) -> String {
    switch value {
    case .text, .bare: scalar(value)
    case .sequence(let items): "[\(items.map(flow).joined(separator: ", "))]"
    case .mapping(let entries):
      "{\(entries.map { "\(key($0.key)): \(flow($0.value))" }.joined(separator: ", "))}"
    }
  }

  static func key(_ key: String) -> String { YAMLWriter.quotedIfNeeded(key) }

  /// An entry of a mapping; the first line has no indentation, the others have that of the key.
  static func entry(_ key: String, _ value: YAMLValue, indent: Int) -> [String] {
    after("\(Self.key(key)):", value, indent: indent)
  }

  /// What follows a key's colon, on its line and below.
  static func after(_ head: String, _ value: YAMLValue, indent: Int) -> [String] {
    if let lines = literal(value, indent: indent + 2) {
      return ["\(head) \(lines[0])"] + lines[1...]
    }
    if let line = inline(value) { return ["\(head) \(line)"] }
    let lines = block(value, indent: indent + 2)
    return [head, pad(indent + 2) + lines[0]] + lines[1...]
  }

  /// An item of a list, with its dash.
  static func item(_ value: YAMLValue, indent: Int) -> [String] {
    if let lines = literal(value, indent: indent + 2) { return ["- \(lines[0])"] + lines[1...] }
    if let line = inline(value) { return ["- \(line)"] }
    let lines = block(value, indent: indent + 2)
    return ["- \(lines[0])"] + lines[1...]
  }

  /// A collection that is not empty; the first line has no indentation.
  static func block(_ value: YAMLValue, indent: Int) -> [String] {
    let parts: [[String]]
    switch value {
    case .mapping(let entries): parts = entries.map { entry($0.key, $0.value, indent: indent) }
    case .sequence(let items): parts = items.map { item($0, indent: indent) }
    case .text, .bare: return [scalar(value)]
    }
    return parts.enumerated().flatMap { index, lines in
      index == 0 ? lines : [pad(indent) + lines[0]] + lines[1...]
    }
  }

  /// The one line that a value needs, or nil when it is better written on several.
  static func inline(_ value: YAMLValue) -> String? {
    switch value {
    case .text, .bare: return scalar(value)
    case .mapping(let entries): return entries.isEmpty ? "{}" : nil
    case .sequence(let items):
      guard items.allSatisfy(\.isScalar) else { return nil }
      let line = flow(value)
      return line.utf8.count <= 72 ? line : nil
    }
  }

  /// Text of several lines as it is, after `|`; nil where quotes are needed.
  static func literal(_ value: YAMLValue, indent: Int) -> [String]? {
    guard case .text(let text) = value, text.contains("\n"), text.last != nil else { return nil }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let endsLine = lines.last == ""
    if endsLine { lines.removeLast() }
    guard let first = lines.first, let last = lines.last, !first.isEmpty, first.first != " ",
      !last.isEmpty, lines.allSatisfy({ isEasy($0) && $0.last != " " })
    else { return nil }
    return [endsLine ? "|" : "|-"] + lines.map { $0.isEmpty ? "" : pad(indent) + $0 }
  }

  static func comment(_ line: some StringProtocol) -> String {
    let text = String(line)
    let clean = String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { isShown($0) ? $0 : " " }))
    return clean.isEmpty ? "#" : "# \(clean)"
  }

  static func pad(_ columns: Int) -> String { String(repeating: " ", count: max(0, columns)) }

  /// Whether text can stand in single quotes or a literal block: every character shows.
  private static func isEasy(_ text: String) -> Bool { text.unicodeScalars.allSatisfy(isShown) }

  private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value >= 0x20 && scalar.value < 0x7F }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse,
      .surrogate:
      return false
    default: return scalar.value != 0xFEFF
    }
  }

  /// Whether a number, day or truth value can do without quotes.
  private static func isBare(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return false }
    func isWord(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
    return isWord(first) && isWord(last)
      && text.utf8.allSatisfy { isWord($0) || $0 == 0x2D || $0 == 0x2E || $0 == 0x5F }
      && !["null"].contains(text)
  }
}

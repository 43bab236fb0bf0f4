/// Reads XML that holds data, piece by piece and without a tree: for files of megabytes that become
/// values of their own.
///
/// It is stricter than `MarkupParser`: no document type at all, hence no entities but XML's five;
/// UTF-8 only; names and attributes are checked; everything is bounded by `MarkupLimits`. Nothing
/// outside of the bytes is ever looked at.
public struct XMLReader {
  /// What was read.
  public enum Event: Sendable, Hashable {
    /// The start of an element: see `name`, `namespace`, `attributes`.
    case start
    /// The end of the element `name`.
    case end
    /// Characters: see `text`. Comments and processing instructions do not part them.
    case text
    /// The end of the document.
    case endOfDocument
  }

  /// The local name of the element that starts or ends.
  public private(set) var name = ""
  /// The namespace of the element that starts; empty: none.
  public private(set) var namespace = ""
  /// The attributes of the element that starts, without those that declare namespaces.
  public private(set) var attributes: [Attribute] = []
  /// The line of the event, from 1.
  public private(set) var line = 1
  /// Whether the text has nothing but white space.
  public private(set) var isBlank = true
  /// How many comments and processing instructions went by; the XML declaration is none.
  public private(set) var remarks = 0

  /// A name with a value.
  public struct Attribute: Sendable, Hashable {
    /// The local name.
    public var name: String
    /// Whether it has a prefix, and so belongs to a namespace of its own.
    public var hasPrefix: Bool
    /// The value, with references decoded.
    public var value: String
  }

  private struct Open {
    var name: String
    /// Bytes of the name with its prefix.
    var raw: Range<Int>
    /// How many namespace declarations there were outside of it.
    var declarations: Int
  }

  private struct Declaration {
    var prefix: String
    var uri: String
  }

  private let bytes: [UInt8]
  private let limits: MarkupLimits
  private var position = 0
  private var currentLine = 1
  private var open: [Open] = []
  private var declarations: [Declaration] = []
  private var defaultNamespace = ""
  private var elementCount = 0
  private var attributeCount = 0
  private var closesAtOnce = false
  private var hasRoot = false
  private var names = XMLNames()
  private var textRange = 0..<0
  /// Text that could not be taken as it stands in the bytes.
  private var decoded: [UInt8]?

  /// Makes a reader.
  ///
  /// - Throws: when the document is empty, too large, or not UTF-8.
  public init(_ bytes: [UInt8], limits: MarkupLimits = MarkupLimits()) throws(MarkupFailure) {
    if bytes.isEmpty { throw MarkupFailure(.empty, "is empty") }
    if bytes.count > limits.bytes {
      throw MarkupFailure(
        .tooLarge, "is longer than \(limits.bytes) bytes",
        hints: ["is this the document as published?"])
    }
    if !UTF8Check.isValid(bytes.span) {
      throw MarkupFailure(
        .encoding, "is not valid UTF-8", hints: ["save the document again as UTF-8"])
    }
    self.bytes = bytes
    self.limits = limits
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    try readDeclaration()
  }

  /// The characters of a text event.
  public var text: String {
    if let decoded { return String(decoding: decoded, as: UTF8.self) }
    return String(decoding: bytes[textRange], as: UTF8.self)
  }

  /// How many elements are open.
  public var depth: Int { open.count }

  /// Reads on.
  ///
  /// - Throws: where the document is not well-formed or goes beyond the limits.
  public mutating func next() throws(MarkupFailure) -> Event {
    if closesAtOnce {
      closesAtOnce = false
      return close()
    }
    decoded = nil
    isBlank = true
    var start = position
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "<") else {
        try readCharacters(from: &start)
        continue
      }
      guard position + 1 < bytes.count else { break }
      switch bytes[position + 1] {
      case UInt8(ascii: "!") where starts(with: "<![CDATA["):
        takeUp(start..<position)
        try readCDATA()
        start = position
      case UInt8(ascii: "!"):
        takeUp(start..<position)
        try skipComment()
        start = position
      case UInt8(ascii: "?"):
        takeUp(start..<position)
        try skipInstruction()
        start = position
      default:
        if position > start || decoded?.isEmpty == false {
          if decoded != nil { takeUp(start..<position) } else { textRange = start..<position }
          guard !open.isEmpty || isBlank else { throw malformed("has text outside of its root") }
          if !open.isEmpty {
            line = currentLine
            return .text
          }
          decoded = nil
        }
        return bytes[position + 1] == UInt8(ascii: "/") ? try readEndTag() : try readStartTag()
      }
    }
    line = currentLine
    if let last = open.last {
      throw MarkupFailure(
        .malformed, "ends before <\(last.name)> is closed", line: currentLine,
        hints: ["is the file complete?"])
    }
    guard isBlank, position >= bytes.count else { throw malformed("has text outside of its root") }
    guard hasRoot else { throw MarkupFailure(.empty, "holds no element") }
    return .endOfDocument
  }
}

// MARK: - Text

extension XMLReader {
  /// Goes over text; what cannot stay as it is goes to `decoded`.
  private mutating func readCharacters(from start: inout Int) throws(MarkupFailure) {
    passPlainText()
    guard position < bytes.count else { return }
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: "<"): return
    case 0x0D:
      takeUp(start..<position)
      position += 1
      if position >= bytes.count || bytes[position] != 0x0A { decoded?.append(0x0A) }
      start = position
    case UInt8(ascii: "&"):
      takeUp(start..<position)
      isBlank = false
      var character: [UInt8] = []
      try readReference(into: &character)
      decoded?.append(contentsOf: character)
      start = position
    default:
      throw control(byte)
    }
  }

  /// Goes over what stays as it is, up to a tag, a reference, a carriage return or what may not
  /// stand there.
  private mutating func passPlainText() {
    var index = position
    var line = currentLine
    var hasOnlySpace = true
    while index < bytes.count {
      if let word = PlainWord(bytes, at: index) {
        if !word.isBlank { hasOnlySpace = false }
        index += 8
        continue
      }
      let byte = bytes[index]
      if byte > 0x20 {
        if byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") { break }
        hasOnlySpace = false
      } else if byte == 0x0A {
        line += 1
      } else if byte != 0x20, byte != 0x09 {
        break
      }
      index += 1
    }
    position = index
    currentLine = line
    if !hasOnlySpace { isBlank = false }
  }

  /// From here on the text stands in `decoded`.
  private mutating func takeUp(_ range: Range<Int>) {
    if decoded == nil { decoded = [] }
    decoded?.append(contentsOf: bytes[range])
  }

  private mutating func readReference(into result: inout [UInt8]) throws(MarkupFailure) {
    let start = position + 1
    var end = start
    while end < bytes.count, end - start < 12, bytes[end] != UInt8(ascii: ";") { end += 1 }
    guard end < bytes.count, bytes[end] == UInt8(ascii: ";") else {
      throw malformed("has a bare '&'", hints: ["write &amp; for it"])
    }
    let name = String(decoding: bytes[start..<end], as: UTF8.self)
    position = end + 1
    switch name {
    case "lt": result.append(UInt8(ascii: "<"))
    case "gt": result.append(UInt8(ascii: ">"))
    case "amp": result.append(UInt8(ascii: "&"))
    case "quot": result.append(UInt8(ascii: "\""))
    case "apos": result.append(UInt8(ascii: "'"))
    default:
      guard name.hasPrefix("#") else {
        throw MarkupFailure(
          .entities, "uses the entity &\(name); which it may not", line: currentLine)
      }
      let isHex = name.hasPrefix("#x")
      let number = UInt32(name.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10)
      guard let number, let scalar = Unicode.Scalar(number),
        number >= 0x20 || [0x09, 0x0A, 0x0D].contains(number)
      else { throw malformed("has &\(name); which is no character") }
      result.append(contentsOf: String(Character(scalar)).utf8)
    }
  }

  private mutating func readCDATA() throws(MarkupFailure) {
    position += 9
    let start = position
    try skip(past: "]]>", what: "a CDATA section")
    let content = bytes[start..<(position - 3)]
    if !content.allSatisfy({ $0 <= 0x20 }) { isBlank = false }
    decoded?.append(contentsOf: content)
  }
}

// MARK: - Tags

extension XMLReader {
  private mutating func readStartTag() throws(MarkupFailure) -> Event {
    line = currentLine
    let start = position
    position += 1
    let raw = try readName()
    guard !hasRoot || !open.isEmpty else { throw malformed("has a second root element") }
    hasRoot = true
    guard open.count < limits.depth else {
      throw MarkupFailure(
        .tooDeep, "nests elements deeper than \(limits.depth) levels", line: line,
        hints: ["is this the document as published?"])
    }
    attributes.removeAll(keepingCapacity: true)
    let outside = declarations.count
    while true {
      let hadSpace = skipSpace()
      guard position < bytes.count else { throw malformed("ends within a tag") }
      let byte = bytes[position]
      if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") { break }
      guard hadSpace else { throw malformed("has no space before an attribute") }
      guard position - start <= limits.bytesPerTag else { throw hugeTag(raw, "bytes") }
      try readAttribute()
      guard attributes.count <= limits.attributesPerTag,
        declarations.count - outside <= limits.attributesPerTag
      else { throw hugeTag(raw, "attributes") }
    }
    if bytes[position] == UInt8(ascii: "/") {
      position += 1
      guard position < bytes.count, bytes[position] == UInt8(ascii: ">") else {
        throw malformed("has a '/' in a tag")
      }
      closesAtOnce = true
    }
    position += 1
    elementCount += 1
    attributeCount += attributes.count
    guard elementCount <= limits.elements, attributeCount <= limits.attributes else {
      throw MarkupFailure(
        .tooLarge,
        elementCount > limits.elements
          ? "has more than \(limits.elements) elements"
          : "has more than \(limits.attributes) attributes", line: line,
        hints: ["is this the document as published?"])
    }
    let (prefix, local) = names.split(bytes, raw)
    name = local
    if declarations.count > outside {
      defaultNamespace = declarations.last { $0.prefix.isEmpty }?.uri ?? ""
    }
    namespace = try prefix.isEmpty ? defaultNamespace : uri(of: prefix)
    open.append(Open(name: local, raw: raw, declarations: outside))
    return .start
  }

  private func uri(of prefix: String) throws(MarkupFailure) -> String {
    if prefix == "xml" { return "http://www.w3.org/XML/1998/namespace" }
    guard let found = declarations.last(where: { $0.prefix == prefix }) else {
      throw malformed("uses the prefix '\(prefix):' without declaring it")
    }
    return found.uri
  }

  private mutating func readAttribute() throws(MarkupFailure) {
    let raw = try readName()
    skipSpace()
    guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else {
      throw malformed("has an attribute without a value")
    }
    position += 1
    skipSpace()
    let value = try readValue()
    let (prefix, local) = names.split(bytes, raw)
    if prefix.isEmpty, local == "xmlns" {
      declarations.append(Declaration(prefix: "", uri: value))
    } else if prefix == "xmlns" {
      declarations.append(Declaration(prefix: local, uri: value))
    } else {
      let hasPrefix = !prefix.isEmpty
      guard !hasAttribute(local, hasPrefix) else {
        throw malformed("has the attribute '\(local)' twice in one tag")
      }
      attributes.append(Attribute(name: local, hasPrefix: hasPrefix, value: value))
    }
  }

  private func hasAttribute(_ name: String, _ hasPrefix: Bool) -> Bool {
    let attributes = attributes.span
    for index in attributes.indices
    where attributes[index].name == name && attributes[index].hasPrefix == hasPrefix { return true }
    return false
  }

  private mutating func readValue() throws(MarkupFailure) -> String {
    guard position < bytes.count,
      bytes[position] == UInt8(ascii: "\"") || bytes[position] == UInt8(ascii: "'")
    else { throw malformed("has an attribute value without quotes") }
    let quote = bytes[position]
    position += 1
    let start = position
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x20 || byte == quote || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") {
        break
      }
      index += 1
    }
    position = index
    if position < bytes.count, bytes[position] == quote {
      position += 1
      return String(decoding: bytes[start..<(position - 1)], as: UTF8.self)
    }
    var value = Array(bytes[start..<position])
    while position < bytes.count, bytes[position] != quote {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "&"):
        try readReference(into: &value)
        continue
      case UInt8(ascii: "<"): throw malformed("has a '<' in an attribute", hints: ["write &lt;"])
      case 0x0D where position + 1 < bytes.count && bytes[position + 1] == 0x0A: break
      case 0x09, 0x0A, 0x0D:
        if byte == 0x0A { currentLine += 1 }
        value.append(0x20)
      case 0..<0x20: throw control(byte)
      default: value.append(byte)
      }
      position += 1
    }
    guard position < bytes.count else { throw malformed("ends within an attribute") }
    position += 1
    return String(decoding: value, as: UTF8.self)
  }

  private mutating func readEndTag() throws(MarkupFailure) -> Event {
    line = currentLine
    position += 2
    let raw = try readName()
    skipSpace()
    guard position < bytes.count, bytes[position] == UInt8(ascii: ">") else {
      throw malformed("has an end tag that is not closed")
    }
    position += 1
    guard let last = open.last, Self.isSame(bytes, last.raw, raw) else {
      let found = String(decoding: bytes[raw], as: UTF8.self)
      let expected = open.last.map { "where </\($0.name)> was expected" } ?? "that was not opened"
      throw malformed("closes </\(found)> \(expected)")
    }
    return close()
  }

  private static func isSame(_ bytes: [UInt8], _ one: Range<Int>, _ other: Range<Int>) -> Bool {
    guard one.count == other.count else { return false }
    for offset in 0..<one.count
    where bytes[one.lowerBound + offset] != bytes[other.lowerBound + offset] {
      return false
    }
    return true
  }

  private mutating func close() -> Event {
    guard let last = open.popLast() else { return .end }
    if declarations.count > last.declarations {
      declarations.removeLast(declarations.count - last.declarations)
      defaultNamespace = declarations.last { $0.prefix.isEmpty }?.uri ?? ""
    }
    name = last.name
    line = currentLine
    return .end
  }

  private mutating func readName() throws(MarkupFailure) -> Range<Int> {
    let start = position
    var index = start
    while index < bytes.count, XMLNames.isNameByte(bytes[index]) { index += 1 }
    position = index
    guard position > start, XMLNames.isNameStart(bytes[start]) else {
      throw malformed("has a '<' or an attribute without a name", hints: ["write &lt; for '<'"])
    }
    return start..<position
  }
}

// MARK: - What is passed over

extension XMLReader {
  private mutating func readDeclaration() throws(MarkupFailure) {
    guard starts(with: "<?xml "), let end = bytes[position...].firstIndex(of: UInt8(ascii: ">"))
    else { return }
    let text = String(decoding: bytes[position...end], as: UTF8.self)
    if let found = text.firstRange(of: "encoding") {
      let value = text[found.upperBound...].drop { $0 == " " || $0 == "=" }
      let name = value.dropFirst().prefix { $0 != "\"" && $0 != "'" }.lowercased()
      guard ["utf-8", "utf8", "us-ascii"].contains(name) else {
        throw MarkupFailure(
          .encoding, "declares the encoding '\(name)', and only UTF-8 is read", line: 1,
          hints: ["save the document again as UTF-8"])
      }
    }
    currentLine += bytes[position...end].count { $0 == 0x0A }
    position = end + 1
  }

  private mutating func skipComment() throws(MarkupFailure) {
    guard starts(with: "<!--") else {
      throw MarkupFailure(
        .entities, "declares a document type, which could hold entities", line: currentLine,
        hints: ["remove <!DOCTYPE …>"])
    }
    position += 4
    try skip(past: "-->", what: "a comment")
    remarks += 1
  }

  private mutating func skipInstruction() throws(MarkupFailure) {
    position += 2
    try skip(past: "?>", what: "a processing instruction")
    remarks += 1
  }

  private mutating func skip(past end: StaticString, what: String) throws(MarkupFailure) {
    let begin = currentLine
    while position < bytes.count {
      if starts(with: end) {
        position += end.utf8CodeUnitCount
        return
      }
      if bytes[position] == 0x0A { currentLine += 1 }
      position += 1
    }
    throw MarkupFailure(
      .malformed, "ends within \(what)", line: begin, hints: ["is the file complete?"])
  }

  @discardableResult private mutating func skipSpace() -> Bool {
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      guard byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D else { break }
      if byte == 0x0A { currentLine += 1 }
      position += 1
    }
    return position > start
  }

  private func starts(with text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard position + count <= bytes.count else { return false }
    return text.withUTF8Buffer { buffer in
      for index in 0..<count where unsafe buffer[index] != bytes[position + index] { return false }
      return true
    }
  }
}

// MARK: - Failures

extension XMLReader {
  private func malformed(_ message: String, hints: [String] = []) -> MarkupFailure {
    MarkupFailure(
      .malformed, "is not well-formed XML: it \(message)", line: currentLine, hints: hints)
  }

  private func control(_ byte: UInt8) -> MarkupFailure {
    MarkupFailure(
      .encoding, "holds the control character U+\(String(byte, radix: 16, uppercase: true))",
      line: currentLine, hints: ["save the document again as text"])
  }

  private func hugeTag(_ raw: Range<Int>, _ what: String) -> MarkupFailure {
    let name = String(decoding: bytes[raw].prefix(40), as: UTF8.self)
    return MarkupFailure(
      .hugeTag, "has too many \(what) in the tag <\(name)>", line: line,
      hints: ["is this the document as published?"])
  }
}

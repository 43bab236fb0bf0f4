/// Writes HTML. This is the only place where text becomes markup.
public struct HTMLFormatter {
  private var bytes: [UInt8] = []

  /// Starts with nothing.
  public init() {}

  /// The document: its doctype, and the element.
  public static func document(_ root: HTML) -> [UInt8] {
    var formatter = HTMLFormatter()
    formatter.bytes.append(contentsOf: "<!DOCTYPE html>".utf8)
    formatter.append(root)
    formatter.bytes.append(0x0A)
    return formatter.bytes
  }

  /// What a piece of HTML is written as.
  public static func bytes(of html: HTML) -> [UInt8] {
    var formatter = HTMLFormatter()
    formatter.append(html)
    return formatter.bytes
  }

  private mutating func append(_ html: HTML) {
    switch html {
    case .text(let text): appendEscaped(text)
    case .list(let all): for html in all { append(html) }
    case .element(let tag, let attributes, let content): append(tag, attributes, content)
    }
  }

  private mutating func append(_ tag: Tag, _ attributes: [Attribute], _ content: [HTML]) {
    if tag.startsLine { bytes.append(0x0A) }
    bytes.append(0x3C)
    bytes.append(contentsOf: tag.rawValue.utf8)
    for attribute in attributes { append(attribute) }
    if tag.isShape, content.isEmpty {
      // With a blank before it, or an attribute without quotes would swallow the slash.
      bytes.append(0x20)
      bytes.append(0x2F)
      bytes.append(0x3E)
      return
    }
    bytes.append(0x3E)
    guard !tag.isVoid else { return }
    if tag.holdsCode {
      appendCode(content)
    } else {
      for html in content { append(html) }
    }
    guard !tag.needsNoEnd else { return }
    bytes.append(0x3C)
    bytes.append(0x2F)
    bytes.append(contentsOf: tag.rawValue.utf8)
    bytes.append(0x3E)
  }

  private mutating func append(_ attribute: Attribute) {
    bytes.append(0x20)
    bytes.append(contentsOf: attribute.name.rawValue.utf8)
    guard let value = attribute.value else { return }
    bytes.append(0x3D)
    // HTML needs no quotes around a plain word, and a large page has a hundred thousand of them.
    let isPlain = !value.isEmpty && value.utf8.allSatisfy(Self.isPlain)
    if !isPlain { bytes.append(0x22) }
    appendEscaped(value)
    if !isPlain { bytes.append(0x22) }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2C, 0x2D, 0x2E, 0x5F, 0x23: true
    default: false
    }
  }

  /// Code comes with the program and is written as it is; an end tag in it would end it early, so
  /// there such code is left out.
  private mutating func appendCode(_ content: [HTML]) {
    for case .text(let code) in content where !code.contains("</") {
      bytes.append(contentsOf: code.utf8)
    }
  }

  /// Text and values of attributes alike, which stand in double quotes or need none: what could end or start markup becomes a reference; what
  /// HTML does not allow, and what would turn the order of what is read, becomes `�`.
  private mutating func appendEscaped(_ text: String) {
    guard !text.utf8.allSatisfy(Self.isHarmless) else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: bytes.append(contentsOf: "&amp;".utf8)
      case 0x3C: bytes.append(contentsOf: "&lt;".utf8)
      case 0x3E: bytes.append(contentsOf: "&gt;".utf8)
      case 0x22: bytes.append(contentsOf: "&quot;".utf8)
      case 0x09, 0x0A: bytes.append(UInt8(scalar.value))
      case 0x00..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069:
        bytes.append(contentsOf: "\u{FFFD}".utf8)
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }

  /// Whether a byte needs no second look; the lead bytes are those of the characters above.
  private static func isHarmless(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x26, 0x3C, 0x3E, 0x22, 0x7F, 0xC2, 0xE2: false
    case 0x09, 0x0A: true
    default: byte >= 0x20
    }
  }
}

/// Reads the pieces of a line of Markdown.
///
/// Closing marks are looked for before what lies between is read, and a mark that was once looked for
/// in vain is not looked for again: the time is linear but for nesting, which is bounded.
struct MarkdownInlines {
  private let bytes: ArraySlice<UInt8>
  private let depth: Int
  private var position: Int
  private var pending: [UInt8] = []
  private var result: [OSCALInline] = []
  /// Marks without an end after the place where they were looked for.
  private var isMissing: Set<UInt8> = []
  /// The same for tags.
  private var missingTags: Set<String> = []
  private static let depthLimit = 24

  private init(_ bytes: ArraySlice<UInt8>, depth: Int) {
    self.bytes = bytes
    self.depth = depth
    position = bytes.startIndex
  }

  /// The pieces of a line.
  static func read(_ text: String) -> [OSCALInline] {
    var text = text
    return text.withUTF8 { buffer in
      if unsafe !buffer.contains(where: { isSpecial($0) }) {
        return buffer.isEmpty ? [] : [.text(unsafe String(decoding: buffer, as: UTF8.self))]
      }
      return unsafe read(Array(buffer)[...], depth: 0)
    }
  }

  fileprivate static func read(_ bytes: ArraySlice<UInt8>, depth: Int) -> [OSCALInline] {
    var reader = MarkdownInlines(bytes, depth: depth)
    reader.run()
    return reader.result
  }

  private mutating func run() {
    while position < bytes.endIndex {
      let byte = bytes[position]
      guard Self.isSpecial(byte), take(byte) else {
        pending.append(byte)
        position += 1
        continue
      }
    }
    flush()
  }

  private mutating func flush() {
    guard !pending.isEmpty else { return }
    result.append(.text(String(decoding: pending, as: UTF8.self)))
    pending.removeAll(keepingCapacity: true)
  }

  private mutating func append(_ inline: OSCALInline, upTo end: Int) -> Bool {
    flush()
    result.append(inline)
    position = end
    return true
  }

  /// Takes what a special character starts; false when it starts nothing.
  private mutating func take(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"): takeEscape()
    case UInt8(ascii: "&"): takeReference()
    case UInt8(ascii: "{"): takeInsert()
    case UInt8(ascii: "<"): takeTag()
    case UInt8(ascii: "["): takeLink()
    case UInt8(ascii: "!"): takeImage()
    case UInt8(ascii: "`"): takeCode()
    case UInt8(ascii: "*"), UInt8(ascii: "_"): takeEmphasis(byte)
    case UInt8(ascii: "\""): takeSpan(byte, .q)
    case UInt8(ascii: "~"): takeSpan(byte, .sub)
    case UInt8(ascii: "^"): takeSpan(byte, .sup)
    default: false
    }
  }

  static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "&"), UInt8(ascii: "{"), UInt8(ascii: "<"),
      UInt8(ascii: "["), UInt8(ascii: "!"), UInt8(ascii: "`"), UInt8(ascii: "*"),
      UInt8(ascii: "_"), UInt8(ascii: "\""), UInt8(ascii: "~"), UInt8(ascii: "^"):
      true
    default: false
    }
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
  }

  static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
      || (0x7B...0x7E).contains(byte)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte) || byte >= 0x80
  }
}

// MARK: - Escapes, references, inserts

extension MarkdownInlines {
  private mutating func takeEscape() -> Bool {
    guard position + 1 < bytes.endIndex else { return false }
    let next = bytes[position + 1]
    if next == 0x0A { return append(.lineBreak, upTo: position + 2) }
    guard Self.isPunctuation(next) else { return false }
    pending.append(next)
    position += 2
    return true
  }

  private mutating func takeReference() -> Bool {
    guard let end = bytes[position...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else {
      return false
    }
    let name = String(decoding: bytes[(position + 1)..<end], as: UTF8.self)
    guard let text = Self.character(name) else { return false }
    pending.append(contentsOf: text.utf8)
    position = end + 1
    return true
  }

  /// The character that a reference names; nil when it names none.
  static func character(_ name: String) -> String? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    case "nbsp": return "\u{A0}"
    default:
      guard name.hasPrefix("#") else { return nil }
      let isHex = name.hasPrefix("#x") || name.hasPrefix("#X")
      guard let number = UInt32(name.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10),
        number >= 0x20 || number == 9 || number == 10, let scalar = Unicode.Scalar(number)
      else { return nil }
      return String(Character(scalar))
    }
  }

  private mutating func takeInsert() -> Bool {
    let rest = bytes[position...].prefix(400)
    guard rest.starts(with: "{{".utf8) else { return false }
    var end = position + 2
    while end + 1 < rest.endIndex,
      !(bytes[end] == UInt8(ascii: "}") && bytes[end + 1] == UInt8(ascii: "}"))
    {
      guard bytes[end] != UInt8(ascii: "{") else { return false }
      end += 1
    }
    guard end + 1 < rest.endIndex else { return false }
    let content = String(decoding: bytes[(position + 2)..<end], as: UTF8.self).trimmed
    guard content.hasPrefix("insert:") else { return false }
    let parts = content.dropFirst(7).split(separator: ",", maxSplits: 1)
    guard parts.count == 2 else { return false }
    return append(
      .insert(type: String(parts[0]).trimmed, idRef: String(parts[1]).trimmed), upTo: end + 2)
  }
}

// MARK: - Spans

extension MarkdownInlines {
  private mutating func takeSpan(_ mark: UInt8, _ phrase: OSCALInline.Phrase) -> Bool {
    guard !isMissing.contains(mark), depth < Self.depthLimit else { return false }
    guard let end = self.end(of: mark, from: position + 1) else {
      isMissing.insert(mark)
      return false
    }
    let inner = bytes[(position + 1)..<end]
    guard let first = inner.first, let last = inner.last else { return false }
    if mark != UInt8(ascii: "\""), inner.contains(where: Self.isSpace) { return false }
    guard !Self.isSpace(first), !Self.isSpace(last) else { return false }
    return append(.phrase(phrase, Self.read(inner, depth: depth + 1)), upTo: end + 1)
  }

  /// The next mark, passing over escapes, code, inserts and tags.
  private func end(of mark: UInt8, from start: Int) -> Int? {
    var index = start
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte == mark { return index }
      index = self.next(after: index)
    }
    return nil
  }

  /// The place after one unit: an escape, an insert, a tag or a byte.
  private func next(after index: Int) -> Int {
    switch bytes[index] {
    case UInt8(ascii: "\\"): return min(index + 2, bytes.endIndex)
    case UInt8(ascii: "{"):
      guard bytes[index...].starts(with: "{{ insert".utf8) else { return index + 1 }
      let end = bytes[index...].prefix(400).firstIndex(of: UInt8(ascii: "}"))
      return end.map { $0 + 1 } ?? index + 1
    case UInt8(ascii: "<"):
      return MarkdownTag(bytes[index...])?.end ?? index + 1
    case UInt8(ascii: "("):
      // The address of a link may hold anything.
      guard index > bytes.startIndex, bytes[index - 1] == UInt8(ascii: "]") else {
        return index + 1
      }
      let end = bytes[index...].prefix(2_000).firstIndex {
        $0 == UInt8(ascii: ")") || $0 == UInt8(ascii: "[")
      }
      guard let end, bytes[end] == UInt8(ascii: ")") else { return index + 1 }
      return end + 1
    default: return index + 1
    }
  }

  private mutating func takeCode() -> Bool {
    var open = position
    while open < bytes.endIndex, bytes[open] == UInt8(ascii: "`") { open += 1 }
    let length = open - position
    let key = 0x80 + UInt8(min(length, 0x7F))
    var index = isMissing.contains(key) ? bytes.endIndex : open
    while index < bytes.endIndex {
      guard bytes[index] == UInt8(ascii: "`") else {
        index += 1
        continue
      }
      let start = index
      while index < bytes.endIndex, bytes[index] == UInt8(ascii: "`") { index += 1 }
      guard index - start == length else { continue }
      var text = bytes[open..<start]
      if text.count > 2, text.first == 0x20, text.last == 0x20 {
        text = text.dropFirst().dropLast()
      }
      return append(
        .code(class: nil, [.text(String(decoding: text, as: UTF8.self))]), upTo: index)
    }
    isMissing.insert(key)
    pending.append(contentsOf: bytes[position..<open])
    position = open
    return true
  }

  private mutating func takeEmphasis(_ mark: UInt8) -> Bool {
    var open = position
    while open < bytes.endIndex, bytes[open] == mark { open += 1 }
    let run = open - position
    let width = min(run, 3)
    if run <= 3, depth < Self.depthLimit, canOpen(mark, at: position, after: open) {
      let key = mark &+ UInt8(width)
      if !isMissing.contains(key) {
        if let close = endOfEmphasis(mark, width, from: open) {
          let inner = Self.read(bytes[open..<close], depth: depth + 1)
          let inline: OSCALInline =
            switch width {
            case 1: .phrase(.em, inner)
            case 2: .phrase(.strong, inner)
            default: .phrase(.strong, [.phrase(.em, inner)])
            }
          return append(inline, upTo: close + width)
        }
        isMissing.insert(key)
      }
    }
    pending.append(contentsOf: bytes[position..<open])
    position = open
    return true
  }

  private func canOpen(_ mark: UInt8, at start: Int, after end: Int) -> Bool {
    guard end < bytes.endIndex, !Self.isSpace(bytes[end]) else { return false }
    guard mark == UInt8(ascii: "_"), start > bytes.startIndex else { return true }
    return !Self.isWord(bytes[start - 1])
  }

  private func endOfEmphasis(_ mark: UInt8, _ width: Int, from start: Int) -> Int? {
    var index = start
    while index < bytes.endIndex {
      guard bytes[index] == mark else {
        index = next(after: index)
        continue
      }
      let first = index
      while index < bytes.endIndex, bytes[index] == mark { index += 1 }
      let length = index - first
      guard !Self.isSpace(bytes[first - 1]) else { continue }
      if mark == UInt8(ascii: "_"), index < bytes.endIndex, Self.isWord(bytes[index]) { continue }
      if length == width { return first }
      // The end of `**a *b***`: what is inside ends first.
      if length == 3, width < 3, first > start { return width == 2 ? first + 1 : first }
    }
    return nil
  }
}

// MARK: - Links and tags

extension MarkdownInlines {
  private mutating func takeLink() -> Bool {
    guard depth < Self.depthLimit, let link = MarkdownLink(bytes[position...], Self.isSpace) else {
      return false
    }
    return append(
      .anchor(href: link.address, title: link.title, Self.read(link.text, depth: depth + 1)),
      upTo: link.end)
  }

  private mutating func takeImage() -> Bool {
    guard position + 1 < bytes.endIndex, bytes[position + 1] == UInt8(ascii: "["),
      let link = MarkdownLink(bytes[(position + 1)...], Self.isSpace)
    else { return false }
    let alt = OSCALMarkupLine(Self.read(link.text, depth: Self.depthLimit)).plainText
    return append(
      .image(OSCALImage(src: link.address, alt: alt.isEmpty ? nil : alt, title: link.title)),
      upTo: link.end)
  }

  private mutating func takeTag() -> Bool {
    guard let tag = MarkdownTag(bytes[position...]), !tag.isEnd else { return false }
    switch tag.name {
    case "br": return append(.lineBreak, upTo: tag.end)
    case "img":
      return append(
        .image(
          OSCALImage(
            src: tag.attributes["src"] ?? "", alt: tag.attributes["alt"],
            title: tag.attributes["title"])), upTo: tag.end)
    case "insert":
      guard tag.isEmpty else { return false }
      return append(
        .insert(type: tag.attributes["type"] ?? "", idRef: tag.attributes["id-ref"] ?? ""),
        upTo: tag.end)
    default: break
    }
    guard depth < Self.depthLimit else { return false }
    if tag.isEmpty {
      guard let inline = Self.inline(tag, []) else { return false }
      return append(inline, upTo: tag.end)
    }
    guard !missingTags.contains(tag.name) else { return false }
    guard let close = endTag(of: tag.name, from: tag.end) else {
      missingTags.insert(tag.name)
      return false
    }
    guard let inline = Self.inline(tag, Self.read(bytes[tag.end..<close.start], depth: depth + 1))
    else { return false }
    return append(inline, upTo: close.end)
  }

  private static func inline(_ tag: MarkdownTag, _ content: [OSCALInline]) -> OSCALInline? {
    if let phrase = OSCALInline.Phrase(rawValue: tag.name) { return .phrase(phrase, content) }
    switch tag.name {
    case "code": return .code(class: tag.attributes["class"], content)
    case "a":
      return .anchor(
        href: tag.attributes["href"], title: tag.attributes["title"], content)
    default: return nil
    }
  }

  private func endTag(of name: String, from start: Int) -> (start: Int, end: Int)? {
    var index = start
    var open = 1
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      guard bytes[index] == UInt8(ascii: "<"), let tag = MarkdownTag(bytes[index...]) else {
        index += 1
        continue
      }
      if tag.name == name, !tag.isEmpty { open += tag.isEnd ? -1 : 1 }
      if open == 0 { return (index, tag.end) }
      index = tag.end
    }
    return nil
  }
}

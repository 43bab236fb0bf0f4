/// Looks at the raw bytes before libxml2 does, and refuses what would cost it too much.
///
/// It reads tags as libxml2 does or more strictly: where the two could disagree (comments and
/// scripts that end oddly), the scan leaves the skipped region at the first chance, so that it
/// looks at more bytes as tags, never at fewer.
struct TagScan {
  private let bytes: [UInt8]
  private let limits: MarkupLimits
  private let language: Language
  private var position = 0
  private var line = 1
  private var elements = 0
  private var attributes = 0

  enum Language {
    case html
    case xml
  }

  init(_ bytes: [UInt8], limits: MarkupLimits, language: Language) {
    self.bytes = bytes
    self.limits = limits
    self.language = language
  }

  /// Looks at the whole document.
  mutating func check() throws(MarkupFailure) {
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\n") { line += 1 }
      if byte == 0 {
        throw MarkupFailure(
          .encoding, "holds a NUL character, so it is not text", line: line,
          hints: ["save the document again as UTF-8"])
      }
      guard byte == UInt8(ascii: "<"), position + 1 < bytes.count else {
        position += 1
        continue
      }
      let next = bytes[position + 1]
      if next == UInt8(ascii: "!") {
        try skipDeclaration()
      } else if isNameStart(next) {
        try readTag()
      } else {
        position += 1
      }
    }
  }

  private mutating func skipDeclaration() throws(MarkupFailure) {
    if starts(with: "<!--") {
      position += 4
      if starts(with: ">") || starts(with: "->") { return }
      skip(past: ["-->", "--!>"])
    } else if language == .xml, starts(with: "<![CDATA[") {
      skip(past: ["]]>"])
    } else if language == .xml, starts(with: "<!DOCTYPE") {
      // A document type of its own could declare entities that multiply. None of the documents
      // that we read has one.
      let start = line
      while position < bytes.count, bytes[position] != UInt8(ascii: ">") {
        if bytes[position] == UInt8(ascii: "[") {
          throw MarkupFailure(
            .entities, "declares a document type of its own, which could hold entities",
            line: start, hints: ["remove the part in [ ] from <!DOCTYPE …>"])
        }
        advance()
      }
    } else if language == .xml, starts(with: "<!ENTITY") {
      throw MarkupFailure(.entities, "declares an entity", line: line)
    } else {
      position += 1
    }
  }

  private mutating func readTag() throws(MarkupFailure) {
    let start = position
    let startLine = line
    position += 1
    while position < bytes.count, !isSpace(bytes[position]), bytes[position] != UInt8(ascii: ">"),
      bytes[position] != UInt8(ascii: "/")
    {
      position += 1
    }
    let name = String(decoding: bytes[(start + 1)..<min(position, start + 32)], as: UTF8.self)
    var attributes = 0
    var isInWord = false
    var isEmpty = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: ">") { break }
      isEmpty = byte == UInt8(ascii: "/")
      if position - start > limits.bytesPerTag {
        throw MarkupFailure(
          .hugeTag, "the tag <\(name)> is longer than \(limits.bytesPerTag) bytes",
          line: startLine, hints: ["is this the document as published?"])
      }
      if isSpace(byte) {
        isInWord = false
      } else if byte == UInt8(ascii: "=") {
        advance()
        skipValue()
        isInWord = false
        continue
      } else if !isInWord, !isEmpty {
        isInWord = true
        attributes += 1
        if attributes > limits.attributesPerTag {
          throw MarkupFailure(
            .hugeTag, "the tag <\(name)> has more than \(limits.attributesPerTag) attributes",
            line: startLine, hints: ["is this the document as published?"])
        }
      }
      advance()
    }
    elements += 1
    self.attributes += attributes
    try checkNumbers(line: startLine)
    let lower = name.lowercased()
    if language == .html, !isEmpty, lower == "script" || lower == "style" {
      skipRawText(of: lower)
    }
  }

  private func checkNumbers(line: Int) throws(MarkupFailure) {
    let what =
      elements > limits.elements
      ? "\(limits.elements) elements"
      : attributes > limits.attributes ? "\(limits.attributes) attributes" : nil
    guard let what else { return }
    throw MarkupFailure(
      .tooLarge, "has more than \(what)", line: line,
      hints: ["is this the document as published?"])
  }

  private mutating func skipValue() {
    while position < bytes.count, isSpace(bytes[position]) { advance() }
    guard position < bytes.count else { return }
    let quote = bytes[position]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      advance()
      while position < bytes.count, bytes[position] != quote { advance() }
      if position < bytes.count { advance() }
    } else {
      while position < bytes.count, !isSpace(bytes[position]),
        bytes[position] != UInt8(ascii: ">")
      {
        advance()
      }
    }
  }

  private mutating func skipRawText(of name: String) {
    let end = Array(name.utf8)
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "<"), position + 2 + end.count <= bytes.count,
        bytes[position + 1] == UInt8(ascii: "/"),
        zip(bytes[(position + 2)...], end).allSatisfy({ $0 | 0x20 == $1 })
      {
        return
      }
      advance()
    }
  }

  private mutating func skip(past ends: [StaticString]) {
    while position < bytes.count {
      if let end = ends.first(where: { starts(with: $0) }) {
        position += end.utf8CodeUnitCount
        return
      }
      advance()
    }
  }

  private mutating func advance() {
    if bytes[position] == UInt8(ascii: "\n") { line += 1 }
    position += 1
  }

  private func starts(with text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard position + count <= bytes.count else { return false }
    return text.withUTF8Buffer { buffer in
      for index in 0..<count where unsafe buffer[index] != bytes[position + index] { return false }
      return true
    }
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private func isNameStart(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F || byte == 0x3A
      || byte >= 0x80
  }
}

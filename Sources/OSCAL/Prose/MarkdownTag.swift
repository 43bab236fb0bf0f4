/// A tag of HTML within Markdown, of an element that OSCAL's prose knows.
struct MarkdownTag {
  let name: String
  var attributes: [String: String] = [:]
  let isEnd: Bool
  private(set) var isEmpty = false
  private(set) var end: Int

  private static let known: Set<String> = [
    "a", "b", "br", "code", "em", "i", "img", "insert", "q", "strong", "sub", "sup",
  ]
  private static let reach = 4_000

  /// Reads the tag that starts with the first byte; nil when it is none.
  init?(_ bytes: ArraySlice<UInt8>) {
    let window = bytes.prefix(Self.reach)
    var index = window.startIndex + 1
    isEnd = index < window.endIndex && window[index] == UInt8(ascii: "/")
    if isEnd { index += 1 }
    let start = index
    while index < window.endIndex, MarkdownInlines.isLetter(window[index]) { index += 1 }
    name = String(decoding: window[start..<index], as: UTF8.self).lowercased()
    end = index
    guard index - start <= 6, Self.known.contains(name) else { return nil }
    while index < window.endIndex {
      let byte = window[index]
      if byte == UInt8(ascii: ">") {
        end = index + 1
        return
      }
      if byte == UInt8(ascii: "/") {
        isEmpty = true
        index += 1
      } else if byte == 0x20 || byte == 0x0A || byte == 0x09 {
        index += 1
      } else if !isEnd, let next = readAttribute(window, from: index) {
        index = next
      } else {
        return nil
      }
    }
    return nil
  }

  private mutating func readAttribute(_ bytes: ArraySlice<UInt8>, from start: Int) -> Int? {
    guard let equals = bytes[start...].prefix(40).firstIndex(of: UInt8(ascii: "=")),
      equals + 1 < bytes.endIndex
    else { return nil }
    let key = bytes[start..<equals]
    guard key.allSatisfy({ MarkdownInlines.isLetter($0) || $0 == 0x2D }) else { return nil }
    let quote = bytes[equals + 1]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
      let close = bytes[(equals + 2)...].firstIndex(where: {
        $0 == quote || $0 == UInt8(ascii: "<")
      }), bytes[close] == quote
    else { return nil }
    attributes[String(decoding: key, as: UTF8.self)] = Self.decoded(bytes[(equals + 2)..<close])
    return close + 1
  }

  private static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
    var result = ""
    var rest = Substring(String(decoding: bytes, as: UTF8.self))
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      rest = rest[start...]
      if let end = rest.prefix(12).firstIndex(of: ";"),
        let text = MarkdownInlines.character(String(rest[rest.index(after: start)..<end]))
      {
        result += text
        rest = rest[rest.index(after: end)...]
      } else {
        result += "&"
        rest = rest.dropFirst()
      }
    }
    return result + rest
  }
}

/// `[text](address "title")`, from its first bracket.
struct MarkdownLink {
  let text: ArraySlice<UInt8>
  let address: String
  let title: String?
  let end: Int

  /// How far the text and the address of a link may reach: a bracket that opens nothing must not
  /// cost the whole document.
  private static let reach = 4_000

  init?(_ bytes: ArraySlice<UInt8>, _ isSpace: (UInt8) -> Bool) {
    let window = bytes.prefix(Self.reach)
    guard let close = Self.close(of: UInt8(ascii: "["), UInt8(ascii: "]"), in: window),
      close + 1 < window.endIndex, window[close + 1] == UInt8(ascii: "(")
    else { return nil }
    let inside = window[(close + 1)...]
    guard let last = Self.close(of: UInt8(ascii: "("), UInt8(ascii: ")"), in: inside) else {
      return nil
    }
    text = window[(window.startIndex + 1)..<close]
    end = last + 1
    var target = window[(close + 2)..<last]
    while let first = target.first, isSpace(first) { target.removeFirst() }
    while let final = target.last, isSpace(final) { target.removeLast() }
    if target.last == UInt8(ascii: "\""),
      let quote = target.dropLast().firstIndex(of: UInt8(ascii: "\"")),
      quote > target.startIndex, isSpace(target[quote - 1])
    {
      title = Self.unescaped(target[(quote + 1)..<(target.endIndex - 1)])
      target = target[..<quote]
      while let final = target.last, isSpace(final) { target.removeLast() }
    } else {
      title = nil
    }
    if target.first == UInt8(ascii: "<"), target.last == UInt8(ascii: ">") {
      target = target.dropFirst().dropLast()
    } else if target.contains(where: isSpace) {
      return nil
    }
    address = Self.unescaped(target)
  }

  private static func close(
    of open: UInt8, _ close: UInt8, in bytes: ArraySlice<UInt8>
  ) -> Int? {
    var depth = 0
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      if byte == open {
        depth += 1
        // So that a row of brackets does not look again and again at what follows.
        if depth > 8 { return nil }
      }
      if byte == close {
        depth -= 1
        if depth == 0 { return index }
      }
      index += 1
    }
    return nil
  }

  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.endIndex,
        MarkdownInlines.isPunctuation(bytes[index + 1])
      {
        index += 1
      }
      result.append(bytes[index])
      index += 1
    }
    return String(decoding: result, as: UTF8.self)
  }
}

/// Splits running text into sentences.
enum Sentences {
  /// A sentence ends at `.`, `!` or `?` (closing quotes and brackets included) before a blank and
  /// a capital letter or an opening quote. A full stop inside brackets does not end one.
  static func split(_ text: String) -> [String] {
    let folded = FoldedText.fold(text)
    // By bytes: to find the characters of a text takes twenty times as long.
    let bytes = folded.utf8.span
    var sentences: [String] = []
    var start = 0
    var depth = 0
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth = max(0, depth - 1)
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
        let end = depth == 0 ? endOfClosing(bytes, from: index + 1) : index + 1
        if depth == 0, end + 1 < bytes.count, bytes[end] == UInt8(ascii: " "),
          opensSentence(folded, at: end + 1), !isAbbreviation(folded, endingAt: index)
        {
          sentences.append(piece(of: folded, start..<end))
          start = end + 1
          index = end
        }
      default: break
      }
      index += 1
    }
    if start < bytes.count { sentences.append(piece(of: folded, start..<bytes.count)) }
    return sentences
  }

  /// Passes over closing quotes and brackets: `"`, `)`, and U+2019 and U+201D.
  private static func endOfClosing(_ bytes: Span<UInt8>, from begin: Int) -> Int {
    var end = begin
    while end < bytes.count {
      if bytes[end] == UInt8(ascii: "\"") || bytes[end] == UInt8(ascii: ")") {
        end += 1
      } else if end + 2 < bytes.count, bytes[end] == 0xE2, bytes[end + 1] == 0x80,
        bytes[end + 2] == 0x99 || bytes[end + 2] == 0x9D
      {
        end += 3
      } else {
        break
      }
    }
    return end
  }

  private static func opensSentence(_ text: String, at offset: Int) -> Bool {
    let letter = text[text.utf8.index(text.startIndex, offsetBy: offset)]
    return letter.isUppercase || "“‘\"(".contains(letter)
  }

  private static func isAbbreviation(_ text: String, endingAt stop: Int) -> Bool {
    let bytes = text.utf8.span
    var start = stop
    while start > 0, bytes[start - 1] != UInt8(ascii: " "), bytes[start - 1] != UInt8(ascii: "(") {
      start -= 1
    }
    return ["e.g", "i.e", "etc", "cf", "vs", "Dr", "Mr", "No"].contains(
      piece(of: text, start..<stop))
  }

  private static func piece(of text: String, _ range: Range<Int>) -> String {
    let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
    let end = text.utf8.index(text.startIndex, offsetBy: range.upperBound)
    return String(text[start..<end])
  }
}

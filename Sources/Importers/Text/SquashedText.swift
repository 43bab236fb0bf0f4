/// Headings as they are compared over line breaks, lost hyphens and loose spelling: letters only, in
/// lower case, without `and`.
enum SquashedText {
  static func squash(_ text: some StringProtocol) -> String {
    if let plain = squashPlain(text.utf8) { return plain }
    var result = ""
    for word in text.lowercased().split(whereSeparator: { !$0.isLetter }) where word != "and" {
      result += word
    }
    return result
  }

  /// The same by bytes, for ASCII with the usual quotes and dashes; nil for anything else. Every
  /// line of a text is asked for, and asking Unicode takes many times as long.
  private static func squashPlain(_ text: some Collection<UInt8>) -> String? {
    var letters: [UInt8] = []
    letters.reserveCapacity(text.count)
    var word = 0
    func close() {
      if letters.count == word + 3, letters[word...].elementsEqual("and".utf8) {
        letters.removeLast(3)
      }
      word = letters.count
    }
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      let small = byte | 0x20
      if (0x61...0x7A).contains(small), byte < 0x80 {
        letters.append(small)
      } else if byte < 0x80 {
        close()
      } else {
        // From U+2010 to U+2026: hyphens, dashes, quotes, bullets and dots.
        let rest = text[index...].prefix(3)
        guard rest.count == 3, rest.starts(with: [0xE2, 0x80]),
          let last = rest.dropFirst(2).first, (0x90...0xA6).contains(last)
        else { return nil }
        close()
        index = text.index(index, offsetBy: 2)
      }
      index = text.index(after: index)
    }
    close()
    return String(decoding: letters, as: UTF8.self)
  }
}

/// Looks for plain words in bytes: quick looks before a document is read in full.
enum ByteSearch {
  /// Where `word` stands first, at `start` or behind it; nil: nowhere.
  static func first(_ word: [UInt8], in bytes: Span<UInt8>, from start: Int = 0) -> Int? {
    guard let head = word.first, bytes.count >= word.count else { return nil }
    let last = bytes.count - word.count
    var index = start
    while index <= last {
      if bytes[index] == head, stands(word, in: bytes, at: index) { return index }
      index += 1
    }
    return nil
  }

  private static func stands(_ word: [UInt8], in bytes: Span<UInt8>, at index: Int) -> Bool {
    for offset in 1..<max(1, word.count) where bytes[index + offset] != word[offset] {
      return false
    }
    return true
  }

  /// Whether a word of small ASCII letters stands in a text, however its letters are written there.
  static func holdsIgnoringCase(_ word: [UInt8], in text: String) -> Bool {
    let bytes = text.utf8.span
    guard let head = word.first, bytes.count >= word.count else { return false }
    var index = 0
    while index <= bytes.count - word.count {
      if small(bytes[index]) == head {
        var offset = 1
        while offset < word.count, small(bytes[index + offset]) == word[offset] { offset += 1 }
        if offset == word.count { return true }
      }
      index += 1
    }
    return false
  }

  private static func small(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}

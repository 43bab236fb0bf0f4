/// Words of a text, as far as they matter for how alike two texts are.
enum Words {
  /// Longest text that is looked at, in bytes; no control of a standard comes near.
  static let limit = 20_000

  /// The words that carry meaning, and neighbouring ones as pairs.
  static func features(of text: String) -> [String] {
    let all = plain(text)
    let meant = all.filter { !empty.contains($0) }
    let words = meant.isEmpty ? all : meant
    return words + zip(words, words.dropFirst()).map { "\($0) \($1)" }
  }

  /// Lower-case words without punctuation, in one spelling and number.
  static func plain(_ text: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    func end() {
      if !word.isEmpty { words.append(String(decoding: folded(word), as: UTF8.self)) }
      word.removeAll(keepingCapacity: true)
    }
    for byte in text.lowercased().utf8.prefix(limit) {
      let isWord = (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte >= 0x80
      if isWord { word.append(byte) } else { end() }
    }
    end()
    return words
  }

  /// One form for singular and plural, and for British and American spelling.
  private static func folded(_ word: [UInt8]) -> [UInt8] {
    var word = word
    if word.count > 3, word.last == 0x73, word[word.count - 2] != 0x73 { word.removeLast() }
    for (british, american) in [("isation", "ization"), ("ising", "izing"), ("ised", "ized")]
    where word.count > british.utf8.count + 2
      && word.suffix(british.utf8.count).elementsEqual(
        british.utf8)
    {
      word.replaceSubrange((word.count - british.utf8.count)..., with: Array(american.utf8))
    }
    return word
  }

  /// Words that stand in every sentence. The modal verbs are among them: how binding a control is
  /// is compared by itself.
  private static let empty: Set<String> = [
    "a", "an", "and", "are", "as", "at", "be", "by", "can", "for", "from", "in", "into", "is", "it",
    "its", "may", "must", "of", "on", "or", "shall", "should", "that", "the", "their", "them",
    "they", "this", "to", "when", "where", "which", "who", "with",
  ]

  /// Whether two texts differ only in white space.
  static func sameWording(_ one: String, _ two: String) -> Bool {
    one.split(whereSeparator: \.isWhitespace) == two.split(whereSeparator: \.isWhitespace)
  }
}

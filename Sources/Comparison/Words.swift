/// Words of a text, as far as they matter for how alike two texts are.
enum Words {
  /// Longest text that is looked at, in characters; no control of a standard comes near.
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
    var word = String.UnicodeScalarView()
    func end() {
      if !word.isEmpty { words.append(folded(String(word))) }
      word = String.UnicodeScalarView()
    }
    for scalar in text.lowercased().unicodeScalars.prefix(limit) {
      // A straight and a curly apostrophe make no other word.
      if scalar == "'" || scalar == "\u{2019}" { continue }
      if isLetterOrDigit(scalar) { word.append(scalar) } else { end() }
    }
    end()
    return words
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
    }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || scalar.properties.generalCategory == .nonspacingMark
  }

  /// One form for singular and plural, and for British and American spelling.
  private static func folded(_ text: String) -> String {
    var word = Array(text.utf8)
    if word.count > 3, word.last == 0x73, word[word.count - 2] != 0x73 { word.removeLast() }
    for (british, american) in [("isation", "ization"), ("ising", "izing"), ("ised", "ized")]
    where word.count > british.utf8.count + 2
      && word.suffix(british.utf8.count).elementsEqual(
        british.utf8)
    {
      word.replaceSubrange((word.count - british.utf8.count)..., with: Array(american.utf8))
    }
    return String(decoding: word, as: UTF8.self)
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
    one == two || split(one) == split(two)
  }

  /// The words of a text as they are written, without the white space between them.
  static func split(_ text: String) -> [Substring] {
    text.unicodeScalars.split { scalar in
      scalar.isASCII
        ? scalar.value == 0x20 || (0x09...0x0D).contains(scalar.value)
        : scalar.properties.isWhitespace
    }.map { Substring($0) }
  }
}

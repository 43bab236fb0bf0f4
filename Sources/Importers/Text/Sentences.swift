/// Splits running text into sentences.
enum Sentences {
  /// A sentence ends at `.`, `!` or `?` (closing quotes and brackets included) before a blank and
  /// a capital letter or an opening quote. A full stop inside brackets does not end one.
  static func split(_ text: String) -> [String] {
    let letters = Array(FoldedText.fold(text))
    var sentences: [String] = []
    var start = 0
    var depth = 0
    var index = 0
    while index < letters.count {
      switch letters[index] {
      case "(": depth += 1
      case ")": depth = max(0, depth - 1)
      case ".", "!", "?":
        var end = index + 1
        while end < letters.count, "”’\")".contains(letters[end]), depth == 0 { end += 1 }
        if depth == 0, end + 1 < letters.count, letters[end] == " ",
          letters[end + 1].isUppercase || "“‘\"(".contains(letters[end + 1]),
          !isAbbreviation(letters, endingAt: index)
        {
          sentences.append(String(letters[start..<end]))
          start = end + 1
          index = end
        }
      default: break
      }
      index += 1
    }
    if start < letters.count { sentences.append(String(letters[start...])) }
    return sentences
  }

  private static func isAbbreviation(_ letters: [Character], endingAt stop: Int) -> Bool {
    var start = stop
    while start > 0, letters[start - 1] != " ", letters[start - 1] != "(" { start -= 1 }
    return ["e.g", "i.e", "etc", "cf", "vs", "Dr", "Mr", "No"].contains(
      String(letters[start..<stop]))
  }
}

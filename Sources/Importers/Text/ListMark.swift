/// The mark that a list prints before its points: `1.`, `(a)`, `•`.
enum ListMark {
  /// The text without the mark, where the printed number of a clause stands behind it: browsers and
  /// converters count a list that has numbers in its text, and give `2. 1.2. Text`.
  static func removed(fromClause text: String) -> String {
    guard let gap = text.firstIndex(of: " "), isMark(text[..<gap]) else { return text }
    let rest = String(text[text.index(after: gap)...])
    return ClauseNumber.split(rest) == nil ? text : rest
  }

  /// Whether a text begins with the count of a list: `2. Text`.
  static func counts(_ text: String) -> Bool {
    let word = text.prefix { $0 != " " }
    return text.first?.isNumber == true && isMark(word)
  }

  private static func isMark(_ word: Substring) -> Bool {
    guard word.utf8.count <= 5 else { return false }
    if word.count == 1, "•◦▪*-–+".contains(word) { return true }
    let inner = word.drop { $0 == "(" }.dropLast()
    guard let last = word.last, last == "." || last == ")", !inner.isEmpty else { return false }
    return inner.allSatisfy(\.isNumber) || inner.count == 1 && inner.allSatisfy(\.isLetter)
  }
}

/// Makes short ids out of long titles.
public enum OSCALCatalogName {
  private static let longest = 60
  /// Words that have a short form where a number follows: `Revision 4`, `Special Publication 800`.
  private static let shortForms: [(words: [String], short: String)] = [
    (["special", "publication"], "sp"), (["revision"], "rev"), (["version"], "v"),
  ]
  /// What publishers write before the name of a document.
  private static let openings = [
    ["electronic", "oscal", "version", "of"], ["electronic", "version", "of"], ["the"],
  ]
  /// Words that no name ends with when it had to be cut.
  private static let loose: Set<String> = [
    "a", "an", "and", "for", "in", "of", "on", "or", "the", "to",
  ]

  /// An id in kebab case: `nist-sp-800-53-rev-4` for NIST's title. What follows a colon is left out.
  public static func id(title: String) -> String {
    let all = title.prefix { $0 != ":" }.lowercased().split { !isPart($0) }.map(trimmed)
      .filter { !$0.isEmpty }
    var rest = all[...]
    for opening in openings where rest.starts(with: opening) && rest.count > opening.count {
      rest = rest.dropFirst(opening.count)
    }
    var words: [String] = []
    var length = 0
    while let word = next(of: &rest) {
      length += word.count + 1
      if length > longest, !words.isEmpty {
        while words.count > 1, let last = words.last, loose.contains(last) { words.removeLast() }
        break
      }
      words.append(String(word.prefix(longest)))
    }
    return words.isEmpty ? "oscal-catalog" : words.joined(separator: "-")
  }

  private static func next(of rest: inout ArraySlice<String>) -> String? {
    for (words, short) in shortForms where rest.starts(with: words) {
      guard rest.dropFirst(words.count).first?.first?.isNumber == true else { continue }
      rest = rest.dropFirst(words.count)
      return short
    }
    return rest.popFirst()
  }

  private static func trimmed(_ word: Substring) -> String {
    var word = word.drop { $0 == "." || $0 == "-" }
    while let last = word.last, last == "." || last == "-" { word.removeLast() }
    return String(word)
  }

  /// Letters of any script; files are named after it, so no character is a long heap of marks.
  private static func isPart(_ character: Character) -> Bool {
    if character.isASCII {
      return character.isLetter || character.isNumber || character == "." || character == "-"
    }
    return character.isLetter && character.utf8.count <= 8
  }
}

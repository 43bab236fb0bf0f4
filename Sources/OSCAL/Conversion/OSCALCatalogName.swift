/// Makes short ids out of long titles.
public enum OSCALCatalogName {
  private static let longest = 60
  private static let shortForms = [
    "special publication": "sp", "revision": "rev", "version": "v",
  ]

  /// An id in kebab case: `nist-sp-800-53-rev-4` for NIST's title. What follows a colon is left out.
  public static func id(title: String) -> String {
    var name = title.prefix { $0 != ":" }.lowercased()
    for (long, short) in shortForms.sorted(by: { $0.key < $1.key }) {
      name = name.split(separator: long, omittingEmptySubsequences: false).joined(separator: short)
    }
    var words: [String] = []
    var length = 0
    for word in name.split(whereSeparator: { !isPart($0) }) {
      let trimmed = word.drop { $0 == "." || $0 == "-" }
      var kept = String(trimmed)
      while let last = kept.last, last == "." || last == "-" { kept.removeLast() }
      guard !kept.isEmpty else { continue }
      length += kept.count + 1
      if length > longest, !words.isEmpty { break }
      words.append(String(kept.prefix(longest)))
    }
    return words.isEmpty ? "oscal-catalog" : words.joined(separator: "-")
  }

  private static func isPart(_ character: Character) -> Bool {
    character.isASCII
      && (character.isLetter || character.isNumber || character == "." || character == "-")
  }
}

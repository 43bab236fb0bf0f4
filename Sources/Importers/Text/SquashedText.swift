/// Headings as they are compared over line breaks, lost hyphens and loose spelling: letters only, in
/// lower case, without `and`.
enum SquashedText {
  static func squash(_ text: some StringProtocol) -> String {
    var result = ""
    for word in text.lowercased().split(whereSeparator: { !$0.isLetter }) where word != "and" {
      result += word
    }
    return result
  }
}

/// Several HTML documents in one file, one behind the other, as `pdftohtml -c -s` writes the pages of a
/// PDF: a parser ends at the end of the first.
enum HTMLSeries {
  private static let end = "</html>"

  /// One document that holds what all of them do, with its lines where they were.
  static func joined(_ text: String) -> String {
    let parts = text.split(separator: end, omittingEmptySubsequences: false)
    guard parts.count > 2 else { return text }
    return parts.dropLast().joined() + end + parts[parts.count - 1]
  }
}

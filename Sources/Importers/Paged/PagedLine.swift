/// A line of a document that has pages: of a PDF's layout, or of the text that was made of one.
struct PagedLine: Hashable {
  /// White space folded, footnote markers out.
  var text: String
  /// The same with the markers.
  var rawText: String
  /// The markers that were taken out.
  var footnoteMarkers: [String] = []
  /// How far the line stands in: characters in a text, halves of the type size in a layout.
  var indent: Double
  /// The page, from 1.
  var page: Int
  /// The line of the file, from 1; nil in a layout and in an office text.
  var line: Int?
  /// The paragraph of an office text, from 1.
  var paragraph: Int?
  /// Type size; 0 in a text.
  var size = 0.0
  /// Whether all that shows is bold; false in a text.
  var isBold = false
  /// Whether more room than usual, or a blank line, stands before it on its page.
  var hasGap = false
  /// Whether it is the first line of its page that belongs to the text.
  var opensPage = false
  /// What it may hold that is not the text's own.
  var doubt: Doubt?
  /// What part of the page it is.
  var role = Role.body

  /// The parts of a page.
  enum Role: Hashable {
    /// The text itself.
    case body
    /// Running heads, feet and page numbers.
    case furniture
    /// Notes at the foot of the page.
    case footnote
  }

  /// What may stand in a text that is a footnote's.
  enum Doubt: Hashable {
    /// The number of a note.
    case marker
    /// A note.
    case note
    /// The rest of a note, which goes on from another page.
    case restOfNote
    /// Nothing: some of the text may have been taken for the end of a note.
    case notesEnd
    /// A line that does not go on from the one before it.
    case outOfOrder
    /// The start of a sentence, and not its end.
    case brokenOff
  }

  /// Whether a text ends a sentence, with or without a marker behind it, and not in an abbreviation.
  static func endsSentence(_ text: String) -> Bool {
    var rest = text.suffix(80)
    while let last = rest.last, last.isNumber { rest = rest.dropLast() }
    while let last = rest.last, "”\")".contains(last) { rest = rest.dropLast() }
    guard let mark = rest.last, ".!?".contains(mark) else { return false }
    let word = rest.split(separator: " ").last?.dropLast() ?? ""
    return word.count >= 3 && !word.contains(".") && word != "etc" && word != "(etc"
  }

  /// Whether the line cannot come next: it goes on in a sentence, and the text before it is at the
  /// end of one; or it is the year that ends a note.
  func isOutOfOrder(after text: String) -> Bool {
    guard let first = self.text.first, Self.endsSentence(text) else { return false }
    if first.isNumber {
      return self.text.utf8.count == 5 && self.text.last == "."
        && self.text.dropLast().allSatisfy(\.isNumber)
    }
    // `iOS`
    return first.isLowercase && self.text.dropFirst().first?.isUppercase != true
  }

  /// Whether a paragraph may start here, given how the text before it ends.
  func mayOpenParagraph(after text: String) -> Bool {
    if hasGap && !opensPage { return true }
    // Only the end of the text is looked at: a paragraph may be long.
    let end = text.suffix(2)
    guard let last = end.last, let before = end.first else { return true }
    return ".!?:;".contains(last) || ".!?".contains(before) && "”\")".contains(last)
  }
}

/// Folds and aligns text for a terminal of 80 columns.
enum TextLayout {
  /// `text` folded to `width` columns; lines after the first start with `indent` blanks.
  static func folded(
    _ text: String, first: String = "", indent: Int = 0, width: Int = Console.width
  ) -> String {
    let pad = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = first
    var isEmpty = true
    for word in Console.clean(text).split(whereSeparator: \.isWhitespace) {
      if !isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = pad
        isEmpty = true
      }
      line += isEmpty ? String(word) : " \(word)"
      isEmpty = false
    }
    lines.append(line)
    return lines.joined(separator: "\n")
  }

  /// The same, where `text` has lines of its own, such as the points of a list.
  static func foldedLines(_ text: String, first: String = "", indent: Int = 0) -> String {
    let lines = text.split(whereSeparator: \.isNewline)
    let pad = String(repeating: " ", count: indent)
    return lines.enumerated().map { number, line in
      folded(String(line), first: number == 0 ? first : pad, indent: indent)
    }.joined(separator: "\n")
  }

  /// `1 error`, `2 errors`
  static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  /// `text` cut to `width` columns, with `…` where something was cut.
  static func cut(_ text: String, _ width: Int) -> String {
    let clean = Console.clean(text)
    return clean.count <= width ? clean : String(clean.prefix(max(0, width - 1))) + "…"
  }

  /// `text` filled up with blanks to `width` columns.
  static func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  /// `text` with blanks before it up to `width` columns.
  static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}

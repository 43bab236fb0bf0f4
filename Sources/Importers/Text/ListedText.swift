/// Text of a cell or a field with its white space folded, where paragraphs and the points of lists
/// keep a line each. Other line ends are those of the page or column that it was copied from.
enum ListedText {
  /// `text` in as many lines as it has paragraphs and points.
  static func fold(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) else {
      return FoldedText.foldSpaces(text)
    }
    var lines: [String] = []
    var begins = true
    for part in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let line = FoldedText.foldSpaces(part)
      if line.isEmpty {
        begins = true
      } else if begins || isPoint(line) {
        lines.append(line)
        begins = false
      } else {
        lines[lines.count - 1] += " \(line)"
      }
    }
    return lines.joined(separator: "\n")
  }

  /// Whether `line` opens with a bullet, or with a number or letter as lists have them: `1.`, `b)`,
  /// `(iv)`.
  private static func isPoint(_ line: String) -> Bool {
    if line.hasPrefix("+ ") { return true }
    // A lone `o` is a word in many languages.
    if let (mark, rest) = BulletMark.split(line), !rest.isEmpty, line.first != "o" {
      if case .other(let glyph) = mark { return glyph == "*" || glyph == "➢" || glyph == "✓" }
      return true
    }
    var rest = Substring(line)
    let isBracketed = rest.first == "("
    if isBracketed { rest.removeFirst() }
    let label = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
    rest = rest.dropFirst(label.count)
    guard let end = rest.first, end == ")" || (end == "." && !isBracketed),
      rest.dropFirst().first == " "
    else { return false }
    return label.count == 1 || (label.count < 4 && label.allSatisfy(\.isNumber))
      || (label.count < 5 && label.allSatisfy { "ivxIVX".contains($0) })
  }
}

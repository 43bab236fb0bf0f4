/// The Code as it is printed: running heads, headings over two lines, raised footnote digits with
/// their notes in small type at the page's foot, clauses that go on over a page's end.
enum CodePrint {
  /// The XML of a text; without gaps, only numbers part one clause from the next.
  static func xml(of text: String, hasGaps: Bool) -> String {
    var print = PrintedLines()
    print.add([(100, 1, "Code of Practice for the Cyber Security of AI")], step: 60)
    print.add([(100, 0, "1.1 A number in the introduction.")], step: 40)
    for line in text.split(whereSeparator: \.isNewline) {
      let line = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if line.isEmpty { continue }
      if line.hasPrefix("Secure ") || line.hasPrefix("Code of Practice P") {
        print.skip(12)
        print.add([(100, 1, line)], step: 44)
      } else if line.hasPrefix("Principle ") {
        if !print.fits(120) { print.turnPage() }
        print.skip(12)
        for part in PrintedLines.wrapped(line, 60) { print.add([(100, 0, "**" + part)]) }
        print.skip(14)
      } else {
        for part in PrintedLines.wrapped(line, 95) { add(part, &print) }
        if hasGaps { print.skip(12) }
      }
    }
    print.skip(20)
    print.add([(100, 1, "Annex A: Glossary")], step: 44)
    print.add([(100, 0, "1.1 Not a provision.")])
    return print.xml(title: "Code of Practice")
  }

  /// Raises digits that are fused to a full stop, and puts a note to the page's foot.
  private static func add(_ line: String, _ print: inout PrintedLines) {
    let letters = Array(line)
    for index in letters.indices.dropFirst(2) where letters[index].isNumber {
      guard letters[index - 1] == ".", letters[index - 2].isLetter || letters[index - 2] == ")",
        index + 1 == letters.count || letters[index + 1] == " "
      else { continue }
      let head = String(letters[..<index])
      let tail = String(letters[(index + 1)...])
      let left = 100 + head.count * 16 * 45 / 100
      if !print.fits(20) { print.turnPage() }
      print.addNote("\(letters[index]) A note, in 1.1 and elsewhere.")
      var runs = [(100, 0, head), (left, 2, String(letters[index]))]
      if !tail.isEmpty { runs.append((left + 6, 0, tail)) }
      print.add(runs)
      return
    }
    print.add([(100, 0, line)])
  }
}

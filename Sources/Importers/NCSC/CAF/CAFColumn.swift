internal import ControlModel

/// One column of a table: its lines from the top, and the statements that they make.
///
/// A statement ends where a line ends. Which line that is shows in points of a list, in gaps, and
/// in full stops; but the letters of the edition's statements decide.
struct CAFColumn {
  /// A line of the column.
  struct Line {
    /// White space folded.
    var text: String
    var locator: Locator
    /// Whether something else than the text parts it from the line before: the border of a row, a
    /// blank line in its cell.
    var isParted = false
  }

  /// A statement, and where it begins.
  struct Statement {
    var text: String
    var locator: Locator
  }

  /// The lines below the rule over the column.
  let lines: [Line]
  /// Words that stand inside lines, in lower case.
  private let words: Set<String>
  private let measures: [CAFMeasure]

  /// Takes the rule over the column away, and the marks of its points.
  init(_ lines: [Line], words: Set<String>) {
    let kept = Self.withoutMarks(Self.withoutRule(lines))
    self.lines = kept
    self.words = words
    measures = kept.map { CAFMeasure(of: $0.text) }
  }

  /// The statements of a column whose lines are all known to be its own; nil when these measures
  /// allow no reading or more than one.
  func statements(of lengths: [CAFMeasure]) -> [Statement]? {
    if lengths.isEmpty { return lines.isEmpty ? [] : nil }
    // A number that stands alone is a page's.
    if lines.contains(where: { $0.text.allSatisfy(\.isNumber) }) { return exact(lengths) }
    guard lines.count >= lengths.count, lines.count <= 2_000 else { return nil }
    return exact(lengths) ?? close(lengths)
  }

  /// Whether the glyph of a point stands inside of a line: it is that of another column.
  private var holdsMarks: Bool {
    lines.contains { line in line.text.contains { "•●■▪\u{F0B7}".contains($0) } }
  }

  /// Each statement has the letters that it should have, and ends where a line ends.
  func exact(_ lengths: [CAFMeasure]) -> [Statement]? {
    guard lines.count >= lengths.count, lines.count <= 2_000, !holdsMarks else { return nil }
    var ends: [Int] = []
    var index = 0
    for length in lengths {
      var letters = 0
      var sum = 0
      while index < lines.count, letters < length.letters {
        letters += measures[index].letters
        sum += measures[index].sum
        index += 1
      }
      guard letters == length.letters, sum % 997 == length.sum else { return nil }
      // A mark without letters, that closes a bracket or a sentence, belongs to what it closes.
      while index < lines.count, measures[index].letters == 0 { index += 1 }
      ends.append(index)
    }
    return index == lines.count ? joined(ends, as: lengths) : nil
  }

  /// Each statement ends as one does, and has about the letters that it should have: a copy may
  /// differ in a word. Nil when that can be done in more than one way.
  private func close(_ lengths: [CAFMeasure]) -> [Statement]? {
    // How often the first lines make the first statements, up to two; and where the last began.
    var ways: [[Int]] = [[Int](repeating: 0, count: lines.count + 1)]
    var begins: [[Int]] = []
    ways[0][0] = 1
    for length in lengths.map(\.letters) {
      var next = [Int](repeating: 0, count: lines.count + 1)
      var begin = next
      for start in lines.indices where ways[ways.count - 1][start] > 0 {
        var sum = 0
        for end in start..<lines.count {
          if end > start, lines[end].isParted { break }
          sum += measures[end].letters
          if sum * 100 > length * 103 + 600 { break }
          guard abs(sum - length) * 100 <= length * 3 + 600, mayPart(after: end) else { continue }
          next[end + 1] = min(2, next[end + 1] + ways[ways.count - 1][start])
          begin[end + 1] = start
        }
      }
      ways.append(next)
      begins.append(begin)
    }
    guard ways[lengths.count][lines.count] == 1 else { return nil }
    var ends = [lines.count]
    for begin in begins.dropFirst().reversed() { ends.insert(begin[ends[0]], at: 0) }
    return joined(ends)
  }

  /// Whether a statement may end with a line: a sentence does, or what follows is set apart.
  private func mayPart(after index: Int) -> Bool {
    guard index + 1 < lines.count else { return true }
    if lines[index + 1].isParted { return true }
    return Self.endsSentence(lines[index].text) && Self.opens(lines[index + 1].text)
  }

  /// The statements where something else than the text parts all of them.
  var parted: [Statement] {
    let starts = lines.indices.filter { $0 == 0 || lines[$0].isParted }
    return joined(starts.dropFirst() + (lines.isEmpty ? [] : [lines.count]))
  }

  /// How many statements there are, where nothing but full stops at the ends of lines part them.
  var sentences: Int {
    lines.indices.count { mayPart(after: $0) }
  }

  private func joined(_ ends: [Int], as measures: [CAFMeasure] = []) -> [Statement] {
    var statements: [Statement] = []
    var start = 0
    for (index, end) in ends.enumerated() {
      let measure = index < measures.count ? measures[index] : nil
      statements.append(Self.joined(lines[start..<end], words: words, as: measure))
      start = end
    }
    return statements
  }

  /// Lines as one statement. Whether a hyphen at the end of a line belongs to the word is told by how
  /// many the statement should have, where that is known.
  static func joined(
    _ lines: ArraySlice<Line>, words: Set<String>, as measure: CAFMeasure? = nil
  ) -> Statement {
    var text = ""
    for line in lines { LineJoining.append(line.text, to: &text, words: words) }
    if let measure, CAFMeasure(of: text).hyphens < measure.hyphens {
      var other = ""
      for line in lines { LineJoining.append(line.text, to: &other) }
      if CAFMeasure(of: other).hyphens == measure.hyphens { text = other }
    } else if let measure, CAFMeasure(of: text).hyphens > measure.hyphens {
      let other = withoutHyphens(lines)
      if CAFMeasure(of: other).hyphens == measure.hyphens { text = other }
    }
    if let measure, CAFMeasure(of: text).words > measure.words {
      // A converter takes the room before a narrow mark for a blank.
      let other = text.replacing(" .", with: ".").replacing(" ,", with: ",")
      if CAFMeasure(of: other).words == measure.words { text = other }
    }
    return Statement(text: text, locator: lines.first?.locator ?? Locator())
  }

  /// The text, with the words that are parted at the ends of lines in one.
  private static func withoutHyphens(_ lines: ArraySlice<Line>) -> String {
    var text = ""
    for line in lines {
      if text.last == "-", text.dropLast().last?.isLetter == true {
        text.removeLast()
        text += line.text
      } else {
        LineJoining.append(line.text, to: &text)
      }
    }
    return text
  }
}

extension CAFColumn {
  /// Whether a statement may begin with a line.
  static func opens(_ text: String) -> Bool {
    guard let first = text.first else { return false }
    return first.isUppercase || first.isNumber || "\"'“‘([".contains(first)
  }

  /// Whether a line ends as a sentence does.
  static func endsSentence(_ text: String) -> Bool {
    guard let last = text.last(where: { !"\"'”’)]".contains($0) }) else { return false }
    return ".!?:".contains(last)
  }

  /// Whether a line is a part of the rule over a column: it has no other words.
  static func isPartOfRule(_ text: String) -> Bool {
    guard text.utf8.count < 240 else { return false }
    let words = text.lowercased().split { !$0.isLetter }
    return !words.isEmpty && words.allSatisfy { ruleWords.contains(String($0)) }
  }

  /// Whether a line begins such a rule.
  static func opensRule(_ text: String) -> Bool {
    let lower = text.lowercased()
    let openings = ["at least one", "all the", "all of the", "any of the", "any one of", "one or"]
    return isPartOfRule(text) && openings.contains { lower.hasPrefix($0) }
  }

  private static let ruleWords: Set<String> = [
    "at", "least", "one", "or", "more", "any", "all", "of", "the", "following", "statement",
    "statements", "is", "are", "true",
  ]

  private static func withoutRule(_ lines: [Line]) -> [Line] {
    guard let first = lines.first, opensRule(first.text) else { return lines }
    // It ends with `true`; what a column begins with may be made of such words as well.
    var end = 0
    while end < min(lines.count, 12), isPartOfRule(lines[end].text) {
      end += 1
      if lines[end - 1].text.lowercased().hasSuffix("true") { break }
    }
    return Array(lines[end...])
  }

  /// What stands before a point of a list.
  struct Mark {
    /// The number of the point; nil for a glyph.
    var number: Int?
    /// The glyph's family.
    var glyph: BulletMark?
    /// The text without it; may be empty.
    var rest: String

    /// Whether it can be nothing else: a dash may also stand inside of a sentence.
    var isSure: Bool { number != nil || glyph == .dot || glyph == .square }

    /// Reads `3. Text`, `3) Text`, `3.Text` or `• Text`; nil without a mark.
    init?(_ text: String) {
      if let point = BulletMark.split(text) {
        glyph = point.mark
        rest = point.rest
        return
      }
      let digits = text.prefix { ("0"..."9").contains($0) }
      let after = text.dropFirst(digits.count)
      guard (1...2).contains(digits.count), let mark = after.first, ".)".contains(mark),
        after.dropFirst().first.map({ $0 == " " || $0.isUppercase }) ?? true
      else { return nil }
      number = Int(digits)
      rest = FoldedText.fold(after.dropFirst())
    }
  }

  /// Takes away bullets; dashes and numbers only where the whole column is a list of them.
  ///
  /// - Parameter restarts: whether the lines are those of several columns, each with its own count.
  static func withoutMarks(_ lines: [Line], restarts: Bool = false) -> [Line] {
    guard let first = lines.first else { return lines }
    let opening = Mark(first.text)
    var result: [Line] = []
    var expected = 1
    var isMarkAlone = false
    for var line in lines {
      if isMarkAlone { line.isParted = true }
      isMarkAlone = false
      if let mark = Mark(line.text) {
        if let number = mark.number {
          if opening?.number == 1, restarts || number == expected {
            line.text = mark.rest
            line.isParted = true
            expected = number + 1
          }
        } else if mark.isSure || mark.glyph == opening?.glyph {
          line.text = mark.rest
          line.isParted = true
        }
      }
      if line.text.isEmpty {
        isMarkAlone = true
      } else {
        result.append(line)
      }
    }
    return result
  }
}

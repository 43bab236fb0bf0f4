/// Takes the marks of Markdown out of a text, line by line, so that it reads as a plain text: what
/// converters make of a PDF (`## 5.1.1 Principle 1`, `**Provision 5.1.1-1** …`, rows with bars).
enum PagedMarkdown {
  /// The lines without marks, one for one; as they are where the text is no Markdown.
  static func plain(_ lines: [String]) -> [String] {
    isMarkdown(lines) ? lines.map(plain) : lines
  }

  /// The same for those lines only that may be of use, for a quick look.
  static func plain(_ lines: [String], where mayServe: (String) -> Bool) -> [String] {
    let useful = lines.filter(mayServe)
    return isMarkdown(lines) ? useful.map(plain) : useful
  }

  /// Headings, rows of tables or bold words: a few of them, as a plain text may hold one by chance.
  static func isMarkdown(_ lines: [String]) -> Bool {
    var signs = 0
    for line in lines where line.utf8.contains(where: { $0 == 0x23 || $0 == 0x2A || $0 == 0x7C }) {
      let text = line.drop { $0 == " " }
      let level = text.prefix { $0 == "#" }.count
      let isHeading = (1...6).contains(level) && text.dropFirst(level).first == " "
      let isRow = text.first == "|" && text.dropFirst().contains("|")
      if isHeading || isRow || text.dropFirst(2).contains("**") { signs += 1 }
      if signs == 5 { return true }
    }
    return false
  }

  private static let marks = Array("#*|_\\<>[!-+".utf8)

  private static func plain(_ line: String) -> String {
    guard line.utf8.count <= 20_000, line.utf8.contains(where: marks.contains) else { return line }
    let room = line.prefix { $0 == " " || $0 == "\t" || $0 == "\u{0C}" }
    var text = line.dropFirst(room.count)
    if isRule(text) { return "" }
    while text.first == ">" { text = text.dropFirst().drop { $0 == " " } }
    let level = text.prefix { $0 == "#" }.count
    if (1...6).contains(level), text.dropFirst(level).first.map({ $0 == " " }) ?? true {
      text = text.dropFirst(level)
    }
    var opening = ""
    if let mark = text.first, "-*+".contains(mark), text.dropFirst().first == " " {
      opening = "- "
      text = text.dropFirst(2).drop { $0 == " " }
      // A converter that knows lists but not their glyphs keeps these beside its own.
      if let own = BulletMark.split(String(text.prefix(2))), own.rest.isEmpty { opening = "" }
    }
    if text.first == "|" {
      let rest = text.dropFirst()
      if rest.allSatisfy({ "|-: ".contains($0) }) { return "" }
      let letters = rest.unicodeScalars.map { $0 == "|" ? " " : $0 }
      return room + inline(String(String.UnicodeScalarView(letters)))
    }
    return room + opening + inline(String(text))
  }

  /// A rule across the page, or the line under a title.
  private static func isRule(_ text: Substring) -> Bool {
    guard let mark = text.first, "-*_=".contains(mark) else { return false }
    return text.utf8.count >= 3 && text.allSatisfy { $0 == mark || $0 == " " }
  }

  /// The text without emphasis, tags, escapes, images, raised markers and the targets of links.
  private static func inline(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    add(Array(text.unicodeScalars), to: &result, depth: 0)
    return String(result)
  }

  /// - Parameter depth: how many links stand around it. In one there is an image at most.
  private static func add(
    _ letters: [Unicode.Scalar], to result: inout String.UnicodeScalarView, depth: Int
  ) {
    let closings = closings(letters)
    var index = 0
    while index < letters.count {
      let next = index + 1 < letters.count ? letters[index + 1] : " "
      var length = 1
      switch letters[index] {
      case "\\" where isMark(next):
        result.append(next)
        length = 2
      case "*": break
      case "_" where !isLetter(result.last) || !isLetter(next): break
      case "<" where isLetter(next) || next == "/" || next == "!":
        length = tag(letters, at: index, &result)
      case "!" where next == "[":
        length = link(letters, closings, at: index + 1)?.length.advanced(by: 1) ?? 1
      case "[" where next == "^":
        length = (letters[index...].prefix(8).firstIndex(of: "]") ?? index) - index + 1
      // Attributes of what stands before: `{#anchor .class}`.
      case "{" where next == "#" || next == ".":
        length = (letters[index...].prefix(200).firstIndex(of: "}") ?? index) - index + 1
      case "[":
        guard let link = link(letters, closings, at: index) else {
          result.append("[")
          break
        }
        // The brackets of a reference belong to it.
        if depth == 2 || link.text.starts(with: "i.".unicodeScalars) {
          result.append(contentsOf: letters[index...(index + link.text.count + 1)])
        } else {
          add(Array(link.text), to: &result, depth: depth + 1)
        }
        length = link.length
      default: result.append(letters[index])
      }
      index += length
    }
  }

  private static func isLetter(_ letter: Unicode.Scalar?) -> Bool {
    letter?.properties.isAlphabetic ?? false
  }

  /// Whether it is one of ASCII's marks, which alone can be escaped.
  private static func isMark(_ letter: Unicode.Scalar) -> Bool {
    (0x21...0x7E).contains(letter.value) && !isLetter(letter) && !isDigit(letter)
  }

  private static func isDigit(_ letter: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(letter.value)
  }

  /// The length of a tag; a line break or a cell is a blank, and a raised number goes with its tags.
  private static func tag(
    _ letters: [Unicode.Scalar], at start: Int, _ result: inout String.UnicodeScalarView
  ) -> Int {
    guard let close = letters[start...].prefix(200).firstIndex(of: ">"),
      let shown = MarkdownTag.shown(
        String(String.UnicodeScalarView(letters[(start + 1)..<close])).utf8)
    else {
      result.append("<")
      return 1
    }
    result.append(contentsOf: String(decoding: Array(shown), as: UTF8.self).unicodeScalars)
    let name = letters[(start + 1)..<close].prefix { isLetter($0) }
    let parts = ["br", "td", "th", "tr"]
    if parts.contains(where: { name.elementsEqual($0.unicodeScalars) }) { result.append(" ") }
    guard name.elementsEqual("sup".unicodeScalars) else { return close + 1 - start }
    let digits = letters[(close + 1)...].prefix { isDigit($0) }.count
    return close + 1 - start + (digits <= 3 ? digits : 0)
  }

  /// Where each bracket that is open is closed; nothing where no link can stand.
  private static func closings(_ letters: [Unicode.Scalar]) -> [Int?] {
    guard letters.contains("[") else { return [] }
    var closings = [Int?](repeating: nil, count: letters.count)
    var open: [Int] = []
    var isEscaped = false
    for (index, letter) in letters.enumerated() {
      if letter == "[", !isEscaped { open.append(index) }
      if letter == "]", !isEscaped, let start = open.popLast() { closings[start] = index }
      isEscaped = letter == "\\" && !isEscaped
    }
    return closings
  }

  /// `[text](target)` or `[text]{.class}` at a place; nil for brackets alone.
  private static func link(
    _ letters: [Unicode.Scalar], _ closings: [Int?], at start: Int
  ) -> (text: ArraySlice<Unicode.Scalar>, length: Int)? {
    guard let end = closings[start], end - start <= 400, end + 1 < letters.count,
      letters[end + 1] == "(" || letters[end + 1] == "{",
      let close = letters[(end + 1)...].prefix(400).firstIndex(
        of: letters[end + 1] == "(" ? ")" : "}")
    else { return nil }
    return (letters[(start + 1)..<end], close + 1 - start)
  }
}

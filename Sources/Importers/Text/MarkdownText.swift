/// A text in Markdown, as programs make it of web pages.
enum MarkdownText {
  /// The lines without marks of headings and emphasis, escapes, tags and addresses, as many as there
  /// were; nil for a text that is not in Markdown.
  static func plain(_ lines: [String]) -> [String]? {
    guard isMarkdown(lines) else { return nil }
    let text = withoutTags(lines.joined(separator: "\n"))
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      // Pandoc fences what stood in an element with a class.
      if line.hasPrefix(":::") { return "" }
      return switch MarkdownLine(withNotes(String(line))) {
      case .heading(let title): title
      case .text(let text): text
      case .row(let cells): cells.joined(separator: " ")
      case .blank, .rule, .tableRule: ""
      }
    }
  }

  /// Whether there are headings, and more than one: a remark in a plain text may begin with `#`.
  static func isMarkdown(_ lines: some Sequence<some StringProtocol>) -> Bool {
    var headings = 0
    for line in lines where line.utf8.first == UInt8(ascii: "#") {
      let marks = line.prefix { $0 == "#" }.count
      if marks <= 6, line.dropFirst(marks).first == " " { headings += 1 }
      if headings > 1 { return true }
    }
    return false
  }

  /// Takes tags out, and leaves the line ends in them; a sign with no tag behind it stays.
  private static func withoutTags(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    // The next `>`, looked for once however many signs stand before it.
    var close = -1
    var index = 0
    while index < bytes.count {
      if opensTag(bytes, at: index), close < index {
        close = bytes[index...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
      }
      if opensTag(bytes, at: index), close < bytes.count, close - index < 1000,
        let shown = MarkdownTag.shown(bytes[(index + 1)..<close])
      {
        kept += shown.isEmpty ? bytes[index..<close].filter { $0 == 0x0A } : Array(shown)
        index = close + 1
      } else {
        kept.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }

  /// `<br>` is a blank: `MarkdownLine` knows it.
  private static func opensTag(_ bytes: [UInt8], at start: Int) -> Bool {
    guard bytes[start] == UInt8(ascii: "<"), start + 1 < bytes.count else { return false }
    let next = bytes[start + 1]
    guard (0x61...0x7A).contains(next | 0x20) || next == UInt8(ascii: "/") else { return false }
    return !bytes[(start + 1)...].starts(with: "br".utf8)
  }

  /// Links to footnotes as `[footnote 5]`, other links as what they show.
  private static func withNotes(_ line: String) -> String {
    guard line.utf8.contains(UInt8(ascii: "]")) else { return line }
    var result = ""
    var rest = line[...]
    while let middle = rest.firstRange(of: "]("),
      let close = rest[middle.upperBound...].firstIndex(of: ")"),
      let open = rest[..<middle.lowerBound].lastIndex(of: "["), !isEscaped(rest, open)
    {
      let shown = rest[rest.index(after: open)..<middle.lowerBound]
      let isNote = rest[middle.upperBound...].hasPrefix("#fn")
      result += rest[..<open]
      result += isNote ? "[footnote \(shown.filter(\.isNumber))]" : shown
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  private static func isEscaped(_ text: Substring, _ index: String.Index) -> Bool {
    index > text.startIndex && text[text.index(before: index)] == "\\"
  }
}

/// Text of any origin as Markdown that shows it and nothing else.
enum MarkdownText {
  /// `text` on one line, with everything that Markdown, HTML or a forge would take for markup
  /// escaped. An at sign or a number sign gets an invisible blank behind it, so that nobody is
  /// called and no other page is linked.
  static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\t": escaped.append(" ")
      case "\\", "`", "*", "_", "[", "]", "|", "~", "$":
        escaped.append("\\")
        escaped.append(scalar)
      case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
      case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
      case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
      case "@", "#":
        escaped.append(scalar)
        escaped.append("\u{200B}")
      default: escaped.append(turnsOrder(scalar) ? "\u{FFFD}" : scalar)
      }
    }
    // An address would become a link.
    return lineStartEscaped(String(escaped))
      .replacing("://", with: ":\u{200B}//").replacing("www.", with: "www\u{200B}.")
  }

  /// What would start a list, a rule or a heading at the start of a line.
  private static func lineStartEscaped(_ text: String) -> String {
    guard let first = text.first else { return text }
    if "-+=".contains(first) { return "\\" + text }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    if !digits.isEmpty, text.dropFirst(digits.count).first == "." {
      return "\(digits)\\\(text.dropFirst(digits.count))"
    }
    return text
  }

  private static func turnsOrder(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// A table; cells are escaped.
  static func table(_ head: [String], _ rows: [[String]]) -> String {
    func line(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |" }
    let rule = "|" + String(repeating: "---|", count: head.count)
    return ([line(head.map(escaped)), rule] + rows.map { line($0.map(escaped)) })
      .joined(separator: "\n")
  }
}

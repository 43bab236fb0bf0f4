internal import Diagnostics

/// Says which value of an option was meant, where the parser only lists those that there are.
///
/// The parser keeps the value and the choices to itself, so that they are read out of its message;
/// a message of another shape stays as it is.
enum UnknownValue {
  /// What people call some values instead, by meaning and not by letters.
  private static let meant = [
    "excel": "xlsx", "workbook": "xlsx", "md": "markdown", "page": "html", "board": "summary",
    "zip": "audit-pack",
  ]
  private static let start = "The value '"
  private static let list = "Please provide one of "

  /// The message with the nearest value, where there is one.
  static func helped(_ message: String) -> String {
    guard let start = message.ranges(of: start).first,
      let list = message.ranges(of: list).first, start.upperBound < list.lowerBound
    else { return message }
    let value = String(message[start.upperBound...].prefix { $0 != "'" })
    let choices = choices(message[list.upperBound...])
    let known = meant[value.lowercased()].flatMap { choices.contains($0) ? $0 : nil }
    guard let near = known ?? NearestMatch.of(value, in: choices) else { return message }
    return message.replacing(
      Self.list, with: "Did you mean '\(near)'? \(Self.list)", maxReplacements: 1)
  }

  /// `'text', 'json' or 'html'.` in one line, or a list with a line for each.
  private static func choices(_ text: Substring) -> [String] {
    let lines = text.split(separator: "\n")
    guard let first = lines.first else { return [] }
    if first.contains("'") {
      return first.split(separator: "'", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }
    return lines.dropFirst().prefix { $0.hasPrefix("  - ") }.map { String($0.dropFirst(4)) }
  }
}

/// A line of the board summary: what it is about, and what is said of it.
struct BoardPoint: Sendable, Hashable {
  let subject: String
  let text: String

  init(_ subject: String, _ text: String) {
    self.subject = subject
    self.text = text
  }

  /// At most `limit` points, each of two or three lines; the last one says how many there are more.
  static func limited(_ points: [BoardPoint], to limit: Int) -> [BoardPoint] {
    let short = points.map { BoardPoint(Self.short($0.subject, 90), Self.short($0.text, 260)) }
    guard points.count > limit else { return short }
    let rest = points.count - limit + 1
    return short.prefix(limit - 1) + [BoardPoint("And \(rest) more", "left out here")]
  }

  /// `1 plan`, `2 plans`
  static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  /// Text of any length, cut so that the summary keeps to its two pages.
  static func short(_ text: String, _ length: Int = 110) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard line.count > length else { return line }
    let start = line.prefix(length - 1)
    // Between words, unless the text has none there.
    let end = start.lastIndex(of: " ").flatMap {
      start.distance(from: $0, to: start.endIndex) < 30 ? $0 : nil
    }
    return end.map { "\(start[..<$0]) …" } ?? "\(start)…"
  }
}

/// A section of the board summary.
struct BoardSection: Sendable {
  let title: String
  let lead: String
  let points: [BoardPoint]
}

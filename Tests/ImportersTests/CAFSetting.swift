import ControlModel
import Importers
import TestSupport

/// Sets a text of the CAF's shape as converters write it.
struct CAFSetting {
  /// The forms.
  enum Form: String, CaseIterable {
    /// Columns side by side, two blanks or more apart.
    case grid
    /// Columns side by side, a list of points in each.
    case points
    /// Column by column on each page.
    case columns
    /// Row by row.
    case rows
    /// Markdown with bars, line breaks as `<br>`.
    case bars
    /// Markdown with a grid.
    case markdownGrid
    /// Markdown with columns under dashes, a row for each line of statements.
    case dashes
    /// Markdown with tables in HTML.
    case html
  }

  private let words: CAFOwnWords
  private var random: SplitMix64
  private var lines: [String] = []
  private var onPage = 0

  private static let names = ["Not achieved", "Partially achieved", "Achieved"]
  private static let rules = [
    "At least one of the following statements is true", "All the following statements are true",
    "All the following statements are true",
  ]

  init(_ words: CAFOwnWords, seed: UInt64) {
    self.words = words
    random = SplitMix64(seed: seed)
  }

  /// The text.
  mutating func text(_ form: Form) -> String {
    let isMarkdown = [.bars, .markdownGrid, .dashes, .html].contains(form)
    lines = ["Cyber Assessment Framework \(words.edition.rawValue)", ""]
    onPage = 1
    for entry in words.entries {
      if !isMarkdown, onPage > 40 { turnPage() }
      lines += ["", (isMarkdown ? "#### " : "") + CAFOwnWords.heading(entry), ""]
      lines += PrintedLines.wrapped(entry.text, 90) + [""]
      onPage += 6
      guard !entry.columns.isEmpty else { continue }
      let used = entry.columns.indices.filter { !entry.columns[$0].isEmpty }
      switch form {
      case .grid, .points: grid(entry.columns, used, hasPoints: form == .points)
      case .columns: stream(entry.columns, used)
      case .rows: rows(entry.columns, used)
      case .bars: bars(entry.columns, used)
      case .markdownGrid: markdownGrid(entry.columns, used)
      case .dashes: dashes(entry.columns, used)
      case .html: html(entry.columns, used)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private mutating func turnPage() {
    lines += ["", "        12", "\u{0C}Made up by nobody", ""]
    onPage = 1
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private mutating func grid(_ columns: [[String]], _ used: [Int], hasPoints: Bool) {
    let width = 100 / used.count
    let head = used.map { Self.padded(Self.names[$0], width) }.joined()
    lines += [head, ""]
    // Each column goes on by itself: its blank lines are not those of the others.
    var open = used.map { column in
      ([Self.rules[column]] + columns[column]).enumerated().flatMap { index, text -> [String] in
        let wrapped = PrintedLines.wrapped(text, width - 6)
        guard hasPoints, index > 0 else { return wrapped + (random.chance(70) ? [""] : []) }
        return wrapped.enumerated().map { $0.offset == 0 ? "• \($0.element)" : "  \($0.element)" }
      }
    }
    while open.contains(where: { !$0.isEmpty }) {
      let row = open.map { Self.padded($0.first ?? "", width) }.joined()
      lines.append(row)
      for index in open.indices where !open[index].isEmpty { open[index].removeFirst() }
      onPage += 1
      if onPage > 55, open.contains(where: { !$0.isEmpty }) {
        turnPage()
        if random.chance(50) { lines += [head, ""] }
      }
    }
  }

  private mutating func stream(_ columns: [[String]], _ used: [Int]) {
    lines += used.map { Self.names[$0] } + used.map { Self.rules[$0] }
    var open = used.map { column in columns[column].flatMap { PrintedLines.wrapped($0, 40) } }
    while open.contains(where: { !$0.isEmpty }) {
      let room = max(3, 55 - onPage)
      for index in open.indices {
        lines += open[index].prefix(room)
        open[index].removeFirst(min(room, open[index].count))
      }
      onPage += room
      if open.contains(where: { !$0.isEmpty }) {
        turnPage()
        lines += used.map { Self.names[$0] }
      }
    }
  }

  private mutating func rows(_ columns: [[String]], _ used: [Int]) {
    lines.append(used.map { Self.names[$0] }.joined(separator: " "))
    lines += used.map { Self.rules[$0] }
    for index in 0..<(columns.map(\.count).max() ?? 0) {
      for column in used where index < columns[column].count {
        lines += PrintedLines.wrapped(columns[column][index], 40)
      }
    }
  }

  private mutating func bars(_ columns: [[String]], _ used: [Int]) {
    lines.append("|" + used.map { "**\(Self.names[$0])**" }.joined(separator: "|") + "|")
    lines.append("|" + used.map { _ in "---" }.joined(separator: "|") + "|")
    let cells = used.map { column in
      ([Self.rules[column]] + columns[column]).flatMap { PrintedLines.wrapped($0, 40) }
        .joined(separator: "<br>")
    }
    lines.append("|" + cells.joined(separator: "|") + "|")
  }

  private mutating func markdownGrid(_ columns: [[String]], _ used: [Int]) {
    let border = "+" + used.map { _ in String(repeating: "-", count: 42) + "+" }.joined()
    func row(_ cells: [String]) -> String {
      "|" + cells.map { " " + Self.padded($0, 40) + " |" }.joined()
    }
    lines += [border, row(used.map { Self.names[$0] }), border.replacing("-", with: "=")]
    var open = used.map { column in
      columns[column].flatMap { PrintedLines.wrapped($0, 38) + [""] }
    }
    while open.contains(where: { !$0.isEmpty }) {
      lines.append(row(open.map { $0.first ?? "" }))
      for index in open.indices where !open[index].isEmpty { open[index].removeFirst() }
    }
    lines += [border, ""]
  }

  private mutating func dashes(_ columns: [[String]], _ used: [Int]) {
    let frame = "  " + String(repeating: "-", count: used.count * 41)
    func row(_ cells: [String]) -> String { "  " + cells.map { Self.padded($0, 41) }.joined() }
    lines += [frame, row(used.map { Self.names[$0] })]
    lines.append("  " + used.map { _ in String(repeating: "-", count: 40) }.joined(separator: " "))
    for index in 0..<(columns.map(\.count).max() ?? 0) {
      var open = used.map { column in
        index < columns[column].count ? PrintedLines.wrapped(columns[column][index], 38) : []
      }
      while open.contains(where: { !$0.isEmpty }) {
        lines.append(row(open.map { $0.first ?? "" }))
        for index in open.indices where !open[index].isEmpty { open[index].removeFirst() }
      }
      lines.append("")
    }
    lines[lines.count - 1] = frame
    lines.append("")
  }

  private mutating func html(_ columns: [[String]], _ used: [Int]) {
    lines.append("<table>")
    lines.append("<tr>" + used.map { "<th>\(Self.names[$0])</th>" }.joined() + "</tr>")
    lines.append("<tr>" + used.map { "<td>\(Self.rules[$0])</td>" }.joined() + "</tr>")
    let cells = used.map { "<td>" + columns[$0].map { "<p>\($0)</p>" }.joined(separator: "\n") }
    lines += ["<tr>", cells.map { $0 + "</td>" }.joined(separator: "\n"), "</tr></table>", ""]
  }
}

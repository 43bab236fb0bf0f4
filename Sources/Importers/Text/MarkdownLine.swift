/// What a line of a Markdown text is.
enum MarkdownLine: Hashable {
  /// Nothing shows.
  case blank
  /// `## Title`
  case heading(String)
  /// A rule across the page.
  case rule
  /// The line under the head of a table: `|---|---|`.
  case tableRule
  /// The cells of a table's row; cells at the end may be left out.
  case row([String])
  /// Running text or a point of a list.
  case text(String)

  /// Reads a line; marks of emphasis and escapes are taken out of what it says.
  init(_ line: String) {
    let folded = FoldedText.fold(line)
    guard let first = folded.first else {
      self = .blank
      return
    }
    switch first {
    case "#":
      let title = folded.drop { $0 == "#" }
      let isHeading = folded.count - title.count <= 6 && (title.isEmpty || title.first == " ")
      self = isHeading ? .heading(Self.plain(String(title))) : .text(Self.plain(folded))
    case "|":
      let cells = Self.cells(folded)
      let isRule = cells.allSatisfy { $0.contains("-") && $0.allSatisfy { "-:".contains($0) } }
      self = isRule ? .tableRule : .row(cells.map(Self.plain))
    case "-", "*", "_":
      let marks = folded.filter { $0 != " " }
      if marks.count >= 3, marks.allSatisfy({ $0 == first }) {
        self = .rule
      } else if folded.dropFirst().first == " " {
        self = .text(Self.plain(String(folded.dropFirst())))
      } else {
        self = .text(Self.plain(folded))
      }
    default:
      self = .text(Self.plain(folded))
    }
  }

  /// Cells of the widest row that is parted; the rest stays in the last one.
  private static let cellLimit = 16

  /// Parts a row at its bars; a bar behind a backslash belongs to a cell.
  private static func cells(_ row: String) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isEscaped = false
    for character in row.dropFirst() {
      if character == "|", !isEscaped, cells.count < cellLimit - 1 {
        cells.append(FoldedText.fold(cell))
        cell = ""
      } else {
        cell.append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    if !FoldedText.fold(cell).isEmpty { cells.append(FoldedText.fold(cell)) }
    return cells
  }

  /// Takes out `**` and the backslashes of escapes; `<br>` is a blank.
  private static func plain(_ text: String) -> String {
    var text = text
    func has(_ mark: Unicode.Scalar) -> Bool { text.utf8.contains(UInt8(ascii: mark)) }
    // Most texts have none of them, and a search takes its time.
    if has("*") { text = text.replacing("**", with: "") }
    if has("<") { text = text.replacing("<br>", with: " ") }
    guard has("\\") else { return FoldedText.fold(text) }
    var result = ""
    var isEscaped = false
    for character in text {
      if isEscaped {
        if !character.isPunctuation, !character.isSymbol { result.append("\\") }
        result.append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        result.append(character)
      }
    }
    return FoldedText.fold(isEscaped ? result + "\\" : result)
  }
}

/// Writes blocks in Markdown, where it has a notation; the caller checks.
enum MarkdownBlockWriter {
  static func text(_ block: OSCALBlock) -> String {
    switch block {
    case .paragraph(let content): MarkdownWriter.inlines(content)
    case .heading(let level, let content):
      String(repeating: "#", count: level) + " " + MarkdownWriter.inlines(content)
    case .preformatted(let content): preformatted(content)
    case .bulletList(let items): list(items) { _ in "- " }
    case .orderedList(let start, let items):
      list(items) { "\((start.flatMap { Int($0) } ?? 1) &+ $0). " }
    case .quote(let blocks): prefixed(blocks.map(text).joined(separator: "\n\n"))
    case .table(let rows): table(rows)
    case .image(let image): MarkdownInlineWriter.text([.image(image)], usesTags: true)
    case .rule: "---"
    }
  }

  private static func preformatted(_ content: [OSCALInline]) -> String {
    let text = OSCALMarkupLine(content).plainText
    let fence = text.contains("```") ? "``````" : "```"
    return "\(fence)\n\(text)\n\(fence)"
  }

  private static func prefixed(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? ">" : "> \($0)" }.joined(separator: "\n")
  }

  private static func list(
    _ items: [OSCALBlock.ListItem], _ marker: (Int) -> String
  ) -> String {
    items.enumerated().map { index, item in
      let marker = marker(index)
      let indentation = String(repeating: " ", count: marker.count)
      var text = ""
      for (position, piece) in item.content.enumerated() {
        switch piece {
        case .inlines(let content):
          text += (position == 0 ? "" : "\n\n") + MarkdownWriter.inlines(content)
        case .block(let block):
          // A list in a list needs no blank line.
          let isList = if case .bulletList = block { true } else { false }
          text += (position == 0 ? "" : isList ? "\n" : "\n\n") + self.text(block)
        }
      }
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      return lines.enumerated().map { number, line in
        number == 0 ? marker + line : line.isEmpty ? "" : indentation + line
      }.joined(separator: "\n")
    }.joined(separator: "\n")
  }

  private static func table(_ rows: [[OSCALBlock.Cell]]) -> String {
    guard let heads = rows.first else { return "" }
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    var lines = rows.map { row in
      line(row.map { escapingBars(MarkdownWriter.inlines($0.inlines)) })
    }
    lines.insert(
      line(
        heads.map { cell in
          switch cell.align {
          case "left": ":--"
          case "right": "--:"
          case "center": ":-:"
          default: "---"
          }
        }), at: 1)
    return lines.joined(separator: "\n")
  }

  private static func escapingBars(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}

extension PrintedDocument {
  /// The document as Markdown or HTML: paragraphs, headings, lists and tables without pages.
  func converted() -> String {
    let lines = pages.flatMap(\.lines)
    if look.form == .markdown { return lines.map(markdown).joined(separator: "\n") + "\n" }
    return "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head><body>\n"
      + lines.map(markup).joined(separator: "\n") + "\n</body></html>\n"
  }

  private func markdown(_ line: Line) -> String {
    let gap = line.hasGap ? "\n" : ""
    let texts = line.cells.map { $0.text.replacing("*", with: "\\*") }
    if let depth = depth(of: line) {
      return gap + String(repeating: "  ", count: depth - 1) + "- \(texts[1])"
    }
    guard texts.count == 1 else {
      return gap + "| " + (isInset(line) ? [""] + texts : texts).joined(separator: " | ") + " |"
    }
    if line.isLarge { return gap + "## \(texts[0])\n" }
    return gap + (line.isBold ? "**\(texts[0])**\n" : texts[0])
  }

  private func markup(_ line: Line) -> String {
    let texts = line.cells.map {
      $0.text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }
    if let depth = depth(of: line) {
      let open = String(repeating: "<ul>", count: depth)
      return "\(open)<li><p>\(texts[1])</p></li>" + String(repeating: "</ul>", count: depth)
    }
    guard texts.count == 1 else {
      let cells = (isInset(line) ? [""] + texts : texts).map { "<td><p>\($0)</p></td>" }
      return "<table><tr>\(cells.joined())</tr></table>"
    }
    if line.isLarge { return "<h2>\(texts[0])</h2>" }
    return line.isBold ? "<p><b>\(texts[0])</b></p>" : "<p>\(texts[0])</p>"
  }

  /// How deep a point of a list stands; nil for other lines.
  private func depth(of line: Line) -> Int? {
    guard line.cells.count == 2, look.glyphs.contains(line.cells[0].text) else { return nil }
    return max(1, line.cells[0].column / 3)
  }

  private func isInset(_ line: Line) -> Bool { line.cells[0].column > 0 }
}

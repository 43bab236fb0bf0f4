/// The lines of a laid-out document with what part of the page they are.
///
/// Pages are taken as one column: tables of scores look like columns, and their rows belong
/// together.
struct LayoutPages {
  private(set) var pages: [[PagedLine]] = []

  init(_ layout: LayoutDocument, signs: PagedText.Signs) {
    let furniture = PageFurniture(of: layout)
    for page in layout.pages {
      let rows = PopplerLayout.lines(page.lines.flatMap(\.runs)).filter { !$0.isBlank }
      var list = Self.lines(rows, on: page, bodySize: Self.bodySize(of: rows, in: layout))
      for index in list.indices {
        let text = list[index].text
        // A raised marker that stands so high that it is no part of its line.
        if rows[index].size <= layout.bodySize * 0.75, TextPages.loneNumber(text) != nil {
          list[index].role = .furniture
        }
        guard text.utf8.count < 160, !signs.isContent(text) else { continue }
        let place = page.height > 0 ? rows[index].middle / page.height : 0.5
        let isAtEdge = place < 0.1 || place > 0.88
        if signs.isHead(text) || furniture.contains(rows[index], on: page)
          || isAtEdge && TextPages.loneNumber(text) ?? 0 >= signs.lowestPage
        {
          list[index].role = .furniture
        }
      }
      Self.markFootnotes(&list, rows, bodySize: Self.bodySize(of: rows, in: layout))
      FootnoteTails.takeMarkers(outOf: &list)
      pages.append(list)
    }
  }

  /// The size of the document's running text, or the page's own where it has hardly any of it.
  private static func bodySize(of rows: [LayoutLine], in layout: LayoutDocument) -> Double {
    var counts: [Double: Int] = [:]
    var total = 0
    for run in rows.lazy.flatMap(\.runs) {
      counts[run.size, default: 0] += run.text.utf8.count
      total += run.text.utf8.count
    }
    if counts[layout.bodySize, default: 0] * 7 >= total { return layout.bodySize }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? layout.bodySize
  }

  private static func lines(
    _ rows: [LayoutLine], on page: LayoutPage, bodySize: Double
  ) -> [PagedLine] {
    var steps: [Double: Int] = [:]
    for (upper, lower) in zip(rows, rows.dropFirst()) where lower.middle > upper.middle {
      steps[(lower.middle - upper.middle).rounded(), default: 0] += 1
    }
    let leading = steps.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? bodySize * 1.2
    let unit = bodySize > 0 ? bodySize / 2 : 1
    var list: [PagedLine] = []
    for (index, row) in rows.enumerated() {
      let (text, raw, markers) = contents(of: row, bodySize: bodySize)
      let step = index > 0 ? row.middle - rows[index - 1].middle : 0
      list.append(
        PagedLine(
          text: text, rawText: raw, footnoteMarkers: markers, indent: row.left / unit,
          page: page.number, size: row.size, isBold: row.isBold,
          hasGap: step > 1.35 * max(min(leading, row.size * 2), row.size)))
    }
    return list
  }

  /// The text without raised small digits, and with them.
  private static func contents(
    of line: LayoutLine, bodySize: Double
  ) -> (text: String, raw: String, markers: [String]) {
    var kept: [LayoutRun] = []
    var markers: [String] = []
    for run in line.runs {
      let digits = run.size <= bodySize * 0.75 ? FoldedText.fold(run.text) : ""
      if !digits.isEmpty, digits.allSatisfy(\.isNumber), kept.contains(where: { !$0.isBlank }) {
        markers.append(digits)
        // Keeps its room, so that no blank appears where it stood.
        kept.append(
          LayoutRun(
            text: run.text.last == " " ? " " : "", left: run.left, top: run.top, width: run.width,
            height: run.height, size: run.size, isBold: run.isBold))
      } else {
        kept.append(run)
      }
    }
    let text = markers.isEmpty ? line.folded : FoldedText.foldLine(LayoutLine.text(of: kept))
    return (text, line.folded, markers)
  }

  /// Smaller type that goes on to the end of the page. A table in such type is none of it: notes
  /// begin under its last row.
  private static func markFootnotes(
    _ list: inout [PagedLine], _ rows: [LayoutLine], bodySize: Double
  ) {
    let block = list.indices.reversed().prefix {
      list[$0].role != .body || list[$0].size < bodySize * 0.92
    }
    guard let first = block.last else { return }
    let cells = (first..<list.count).filter { list[$0].role == .body && rows[$0].hasColumns }
    let start = cells.count >= 2 ? cells[cells.count - 1] + 1 : first
    for index in start..<list.count where list[index].role == .body {
      list[index].role = .footnote
    }
  }
}

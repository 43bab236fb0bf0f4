internal import ControlModel

/// A table whose columns stand side by side, as `pdftotext -layout` writes them.
///
/// Where a column begins differs from page to page and, by a few characters, within one. Most lines
/// have two blanks or more between their columns; the others are parted where the lines beside them
/// show that the next column begins.
struct CAFTextGrid {
  /// The lines of each column, from the top.
  private(set) var columns: [IndicatorColumn: [CAFColumn.Line]] = [:]
  /// The first line behind the table.
  private(set) var end: Int

  private typealias Segment = CAFGridLine.Segment

  /// The rows between two heads or ends of pages.
  private struct Section {
    var heads: [IndicatorColumn]
    var places: [Int]
    var rows: [Row] = []
  }

  private struct Row {
    var locator: Locator
    var segments: [Segment]
    var index: Int
  }

  init(_ lines: ArraySlice<PagedLine>, source: [String]) {
    end = lines.endIndex
    var sections: [Section] = []
    var page = lines.first?.page
    for index in lines.indices {
      let line = lines[index]
      if let names = CAFHeads.names(in: line.text), names.count >= 2,
        let heads = CAFHeads(lines[index...index], source: source), let places = heads.places
      {
        sections.append(Section(heads: heads.columns, places: places))
      } else {
        if line.page != page, let last = sections.last, !last.rows.isEmpty {
          sections.append(Section(heads: last.heads, places: last.places))
        }
        let text = line.line.map { source[$0 - 1] } ?? line.text
        sections[sections.count - 1].rows.append(
          Row(locator: line.locator, segments: CAFGridLine(text).segments, index: index))
      }
      page = line.page
    }
    for section in sections {
      add(section)
      if end < lines.endIndex { break }
    }
  }

  private mutating func add(_ section: Section) {
    let starts = section.rows.map { row in row.segments.map { column(of: $0.start, section) } }
    for (number, row) in section.rows.enumerated() {
      var parts = [[String]](repeating: [], count: section.heads.count)
      for (position, segment) in row.segments.enumerated() {
        var column = starts[number][position]
        var rest = segment
        while column + 1 < section.heads.count {
          let edges = edges(of: column + 1, near: number, section, starts)
          guard let edge = edges.first(where: { CAFGridLine.parted(rest, at: $0) != nil }),
            let (left, right) = CAFGridLine.parted(rest, at: edge)
          else { break }
          parts[column].append(left.text)
          rest = right
          column += 1
        }
        if isWide(rest, column, row, section) {
          end = row.index
          return
        }
        parts[column].append(rest.text)
      }
      for (column, texts) in parts.enumerated() where !texts.isEmpty {
        columns[section.heads[column], default: []].append(
          CAFColumn.Line(
            text: FoldedText.fold(texts.joined(separator: " ")), locator: row.locator))
      }
    }
  }

  /// Whether a line runs over all columns: it is none of the table's.
  private func isWide(_ segment: Segment, _ column: Int, _ row: Row, _ section: Section) -> Bool {
    guard column == 0, row.segments.count == 1, let last = section.places.last else { return false }
    return segment.end > last + 2
  }

  /// The column in which a segment begins: a third of a column's width left of its head at most.
  private func column(of start: Int, _ section: Section) -> Int {
    var column = 0
    for index in section.places.indices.dropFirst() {
      let room = max(5, (section.places[index] - section.places[index - 1]) / 3)
      if start >= section.places[index] - room { column = index }
    }
    return column
  }

  /// Where a column begins in the lines around, the nearest first.
  private func edges(
    of column: Int, near number: Int, _ section: Section, _ starts: [[Int]]
  ) -> [Int] {
    var edges: [Int] = []
    for distance in 1...8 {
      for other in [number - distance, number + distance] where starts.indices.contains(other) {
        for (position, start) in starts[other].enumerated() where start == column {
          let place = section.rows[other].segments[position].start
          if !edges.contains(place) { edges.append(place) }
        }
      }
    }
    return edges
  }
}

internal import ControlModel

/// A table whose columns stand side by side, as `pdftotext -layout` writes them.
///
/// Where a column begins differs from page to page and, by a few characters, within one. Most lines
/// have two blanks or more between their columns; the others can be parted in a few ways.
struct CAFTextGrid {
  /// The lines from the top, with their parts in the order of `IndicatorColumn`.
  private(set) var rows: [CAFGridRow] = []
  /// Whether a line is parted only where the lines around it show the edge of a column.
  private let isNarrow: Bool

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

  /// - Parameters:
  ///   - lines: the lines of the table, its heads first.
  ///   - source: the lines of the file as they are.
  ///   - isNarrow: whether a line is parted only where the lines around it show the edge of a
  ///     column.
  init(_ lines: ArraySlice<PagedLine>, source: [String], isNarrow: Bool) {
    self.isNarrow = isNarrow
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
    }
  }

  private mutating func add(_ section: Section) {
    let starts = section.rows.map { row in row.segments.map { column(of: $0.start, section) } }
    let ranges = section.places.indices.map { range(of: $0, section, starts) }
    for (number, row) in section.rows.enumerated() {
      guard row.segments.count <= Self.segmentLimit else {
        add(crowded: row, starts[number], section)
        continue
      }
      var options: [CAFGridRow.Parts] = [CAFGridRow.Parts(repeating: nil, count: 3)]
      let near =
        isNarrow ? section.places.indices.map { edges(of: $0, near: number, section, starts) } : []
      for (segment, column) in zip(row.segments, starts[number]) {
        let ways = ways(segment, from: column, ranges, near)
        options = options.flatMap { option in ways.map { merged(option, $0, section) } }
        if options.count > Self.optionLimit { options = Array(options.prefix(Self.optionLimit)) }
      }
      rows.append(CAFGridRow(locator: row.locator, index: row.index, options: options))
    }
  }

  /// Ways to part one line that are looked at.
  private static let optionLimit = 24
  /// Parts of a line between wide gaps; three columns, each with a mark, have six.
  private static let segmentLimit = 24

  /// Adds a line with so many gaps that it is none of print: parted as they say, and in no other way.
  private mutating func add(crowded row: Row, _ columns: [Int], _ section: Section) {
    var texts: [Int: [String]] = [:]
    for (segment, column) in zip(row.segments, columns) {
      texts[column, default: []].append(segment.text)
    }
    let parts = texts.map { (column: $0.key, text: $0.value.joined(separator: " ")) }
    let empty = CAFGridRow.Parts(repeating: nil, count: 3)
    rows.append(
      CAFGridRow(
        locator: row.locator, index: row.index, options: [merged(empty, parts, section)]))
  }

  private func merged(
    _ option: CAFGridRow.Parts, _ parts: [(column: Int, text: String)], _ section: Section
  ) -> CAFGridRow.Parts {
    var option = option
    for part in parts {
      guard let place = IndicatorColumn.allCases.firstIndex(of: section.heads[part.column]) else {
        continue
      }
      option[place] = FoldedText.fold((option[place].map { $0 + " " } ?? "") + part.text)
    }
    return option
  }

  /// The ways to part a segment where its columns may begin; one where it stays in its own.
  private func ways(
    _ segment: Segment, from column: Int, _ ranges: [ClosedRange<Int>], _ edges: [Set<Int>]
  ) -> [[(column: Int, text: String)]] {
    guard column + 1 < ranges.count, segment.end > ranges[column + 1].lowerBound else {
      return [[(column, segment.text)]]
    }
    var ways: [[(column: Int, text: String)]] = []
    let range = ranges[column + 1]
    for place in CAFGridLine.words(of: segment)
    where range.contains(place) && (edges.isEmpty || edges[column + 1].contains(place)) {
      // No more are looked at, and each takes time.
      if ways.count >= Self.optionLimit { return ways }
      let (left, right) = CAFGridLine.parted(segment, at: place)
      for rest in self.ways(right, from: column + 1, ranges, edges) {
        ways.append([(column, left.text)] + rest)
      }
    }
    if segment.end <= range.upperBound + 2 || ways.isEmpty { ways.append([(column, segment.text)]) }
    return ways
  }

  /// Where a column may begin on a line on which no gap shows it: a converter draws a line together
  /// whose columns nearly touch.
  private func range(of column: Int, _ section: Section, _ starts: [[Int]]) -> ClosedRange<Int> {
    var places = [section.places[column]]
    if column > 0 {
      for (row, columns) in zip(section.rows, starts) {
        for (segment, own) in zip(row.segments, columns) where own == column {
          places.append(segment.start)
        }
      }
    }
    let sorted = places.dropFirst().isEmpty ? places : Array(places.dropFirst()).sorted()
    // A few that stand further in are no edges.
    let low = sorted[sorted.count / 20]
    let high = sorted[sorted.count * 3 / 4]
    return (low - 6)...(max(low, high) + 2)
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

  /// Where a column begins in the lines around.
  private func edges(
    of column: Int, near number: Int, _ section: Section, _ starts: [[Int]]
  ) -> Set<Int> {
    var edges: Set<Int> = []
    for other in max(0, number - 8)...min(starts.count - 1, number + 8)
    where starts[other].count <= Self.segmentLimit {
      for (position, start) in starts[other].enumerated() where start == column {
        edges.insert(section.rows[other].segments[position].start)
      }
    }
    return edges
  }
}

internal import ControlModel

/// A table whose columns come one after the other, or whose rows do.
struct CAFTextStream {
  /// The statements by column; nil where they are not sure.
  private(set) var columns: [[CAFColumn.Statement]?] = [nil, nil, nil]
  /// The first line behind the table.
  private(set) var end: Int

  /// A line with letters.
  private struct Item {
    var line: CAFColumn.Line
    var page: Int
    /// The place of the next line.
    var end: Int
  }

  /// Lines behind a name or a rule that stands over one column alone.
  private struct Region {
    var column: IndicatorColumn?
    var items: [Item] = []
  }

  init(
    _ lines: ArraySlice<PagedLine>, source: [String], lengths: [[CAFMeasure]], words: Set<String>
  ) {
    end = lines.endIndex
    let regions = Self.regions(lines, source: source)
    let items = Self.unmarked(regions.flatMap(\.items))
    if read(items, lengths, words) { return }
    guard Set(items.map(\.page)).count <= 1 else { return }
    read(regions.filter { !$0.items.isEmpty }, lengths, words)
  }

  /// Reads the lines by their letters.
  private mutating func read(_ items: [Item], _ lengths: [[CAFMeasure]], _ words: Set<String>)
    -> Bool
  {
    var page: Int?
    var lines: [CAFStream.Line] = []
    for item in items.prefix(3_000) {
      lines.append(
        CAFStream.Line(
          measure: CAFMeasure(of: item.line.text),
          opens: CAFColumn.opens(item.line.text) || item.line.isParted,
          opensPage: item.page != page))
      page = item.page
    }
    let ways = CAFStream.ways(of: lines, lengths: lengths)
    // Where lines fit more than one statement, the order is that of print.
    let regular = ways.filter { CAFStream.isRegular($0, lines) }
    guard let places = regular.first ?? ways.first else { return false }
    let read = Self.statements(items, places, lengths, words)
    // Columns may have a statement in common: then it does not matter which line is whose.
    for way in regular.isEmpty ? ways.dropFirst() : regular.dropFirst() {
      let other = Self.statements(items, way, lengths, words)
      guard other.map({ $0.map(\.text) }) == read.map({ $0.map(\.text) }) else { return false }
    }
    columns = read
    end = places.isEmpty ? end : items[places.count - 1].end
    return true
  }

  private static func statements(
    _ items: [Item], _ places: [CAFStream.Place], _ lengths: [[CAFMeasure]], _ words: Set<String>
  ) -> [[CAFColumn.Statement]] {
    var grouped: [CAFStream.Place: [CAFColumn.Line]] = [:]
    for (item, place) in zip(items, places) { grouped[place, default: []].append(item.line) }
    return lengths.indices.map { column in
      lengths[column].indices.map { statement in
        let lines = grouped[CAFStream.Place(column: column, statement: statement)] ?? []
        return CAFColumn.joined(lines[...], words: words, as: lengths[column][statement])
      }
    }
  }

  /// Reads each column by itself, where a name or a rule stands over each on one page.
  private mutating func read(_ regions: [Region], _ lengths: [[CAFMeasure]], _ words: Set<String>) {
    let filled = lengths.indices.filter { !lengths[$0].isEmpty }
    guard regions.count == filled.count else { return }
    for (index, region) in zip(filled, regions) {
      guard region.column == nil || region.column == IndicatorColumn.allCases[index] else { return }
    }
    for index in lengths.indices where lengths[index].isEmpty { columns[index] = [] }
    for (index, region) in zip(filled, regions) {
      columns[index] = CAFColumn(region.items.map(\.line), words: words)
        .exact(lengths[index])
    }
  }

  /// The lines without names of columns and rules.
  private static func regions(_ lines: ArraySlice<PagedLine>, source: [String]) -> [Region] {
    var regions: [Region] = [Region()]
    var index = lines.startIndex
    var mayBeRule = false
    // A text may not show where its pages end; but a table's heads come again on a new one.
    var heads = 0
    while index < lines.endIndex {
      let line = lines[index]
      if let names = CAFHeads(lines[index...].prefix(4), source: source) {
        regions.append(Region(column: names.columns.count == 1 ? names.columns.first : nil))
        if names.columns.count > 1 { heads += 1 }
        index += names.count
        mayBeRule = true
        continue
      }
      index += 1
      if mayBeRule ? CAFColumn.isPartOfRule(line.text) : CAFColumn.opensRule(line.text) {
        if !mayBeRule { regions.append(Region()) }
        mayBeRule = true
        continue
      }
      mayBeRule = false
      let last = regions.count - 1
      if CAFMeasure(of: line.text).letters == 0, BulletMark.split(line.text) == nil,
        let before = regions[last].items.indices.last
      {
        regions[last].items[before].line.text += " " + line.text
        regions[last].items[before].end = index
      } else {
        regions[last].items.append(
          Item(
            line: CAFColumn.Line(text: line.text, locator: line.locator),
            page: line.page * 100 + heads,
            end: index))
      }
    }
    return regions
  }

  /// The lines without marks of points; a mark in a line of its own goes.
  private static func unmarked(_ items: [Item]) -> [Item] {
    let lines = CAFColumn.withoutMarks(items.map(\.line), restarts: true)
    guard lines.count != items.count || lines.map(\.text) != items.map(\.line.text) else {
      return items
    }
    var result: [Item] = []
    var index = 0
    for line in lines {
      while index < items.count, items[index].line.locator != line.locator { index += 1 }
      guard index < items.count else { break }
      result.append(Item(line: line, page: items[index].page, end: items[index].end))
    }
    return result
  }
}

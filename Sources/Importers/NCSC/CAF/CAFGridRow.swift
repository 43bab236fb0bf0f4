internal import ControlModel

/// A line of a table whose columns stand side by side: what it says in each column, in each way in
/// which it may be parted.
struct CAFGridRow {
  /// What stands in each column; nil: nothing.
  typealias Parts = [String?]

  var locator: Locator
  /// The line of the text.
  var index: Int
  /// At least one.
  var options: [Parts]

  /// Whether it can be parted in one way only.
  var isSure: Bool { options.count == 1 }
}

/// The statements of a table whose columns stand side by side, where some of its lines may be parted
/// in more ways than one. The letters of the edition's statements decide.
struct CAFGridSearch {
  /// The statements by column, as many as `lengths` has.
  private(set) var columns: [[CAFColumn.Statement]] = []
  /// How many rows they take.
  private(set) var count = 0

  private struct State: Hashable {
    var begun = SIMD4<Int32>()
    var lacks = SIMD4<Int32>()
    var sums = SIMD4<Int32>()
  }

  /// A part of a row, with what has to be known of it.
  private struct Part {
    var measure: CAFMeasure
    var opens: Bool
    var isRule: Bool
    var mark: CAFColumn.Mark?
  }

  private static let depth = 2_000

  /// Nil where the letters allow no reading or different ones.
  init?(_ rows: [CAFGridRow], lengths: [[CAFMeasure]], words: Set<String>) {
    let rows = Array(rows.prefix(Self.depth))
    var search = CAFSearch<State, Int>(from: State())
    func isComplete(_ state: State) -> Bool {
      lengths.indices.allSatisfy { state.begun[$0] == lengths[$0].count && state.lacks[$0] == 0 }
    }
    for row in rows {
      count += 1
      let options = row.options.map { parts in parts.map { $0.map(Self.part) } }
      let goesOn = search.advance { state in
        options.indices.compactMap { option in
          Self.following(state, options[option], lengths).map { ($0, option) }
        }
      }
      guard goesOn else { return nil }
      if search.hasEnd(isComplete) { break }
    }
    guard let ways = search.ways(to: isComplete), let first = ways.first else { return nil }
    columns = Self.statements(rows, first, lengths, words)
    let texts = columns.map { $0.map(\.text) }
    for way in ways.dropFirst() {
      guard Self.statements(rows, way, lengths, words).map({ $0.map(\.text) }) == texts else {
        return nil
      }
    }
  }

  private static func part(_ text: String) -> Part {
    let mark = CAFColumn.Mark(text)
    let rest = mark?.rest ?? text
    return Part(
      measure: CAFMeasure(of: rest), opens: CAFColumn.opens(rest),
      isRule: CAFColumn.isPartOfRule(text), mark: mark)
  }

  private static func following(_ state: State, _ parts: [Part?], _ lengths: [[CAFMeasure]])
    -> State?
  {
    var next = state
    for (column, part) in parts.enumerated() {
      guard let part, column < lengths.count else { continue }
      if next.begun[column] == 0, part.isRule { continue }
      let letters = Int32(part.measure.letters)
      if next.lacks[column] > 0 {
        guard part.mark?.isSure != true, letters <= next.lacks[column] else { return nil }
        next.lacks[column] -= letters
        next.sums[column] += Int32(part.measure.sum)
      } else if letters > 0 {
        let statement = Int(next.begun[column])
        guard part.opens, statement < lengths[column].count,
          part.measure.letters <= lengths[column][statement].letters
        else { return nil }
        next.begun[column] += 1
        next.lacks[column] = Int32(lengths[column][statement].letters) - letters
        next.sums[column] = Int32(part.measure.sum)
      } else {
        continue
      }
      if next.lacks[column] == 0 {
        let statement = lengths[column][Int(next.begun[column]) - 1]
        guard Int(next.sums[column]) % 997 == statement.sum else { return nil }
        next.sums[column] = 0
      }
    }
    return next
  }

  /// What one way of parting the rows says.
  private static func statements(
    _ rows: [CAFGridRow], _ way: [Int], _ lengths: [[CAFMeasure]], _ words: Set<String>
  ) -> [[CAFColumn.Statement]] {
    lengths.indices.map { column in
      let lines = zip(rows, way).compactMap { row, option in
        row.options[option][column].map { CAFColumn.Line(text: $0, locator: row.locator) }
      }
      return CAFColumn(lines, words: words).exact(lengths[column]) ?? []
    }
  }
}

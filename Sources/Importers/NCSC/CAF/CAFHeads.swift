internal import ControlModel

/// The heads of a table in a plain text: side by side with blanks between, side by side without, or
/// one below the other.
struct CAFHeads {
  /// The names in their order.
  let columns: [IndicatorColumn]
  /// Where each begins, in characters; nil where they do not stand side by side, two or more blanks
  /// apart.
  let places: [Int]?
  /// How many lines they take.
  let count: Int

  /// Reads the first lines; nil where no heads of two columns stand.
  init?(_ lines: ArraySlice<PagedLine>, source: [String]) {
    guard let first = lines.first, let names = Self.names(in: first.text) else { return nil }
    if names.count >= 2 {
      columns = names
      count = 1
      let line = first.line.map { source[$0 - 1] } ?? first.text
      let segments = CAFGridLine(line).segments
      let parted = segments.map { CAFReader.column($0.text) }
      places = parted == names ? segments.map(\.start) : nil
      return
    }
    var found = names
    var lines = lines.dropFirst()
    while let next = lines.first, found.count < 3, let more = Self.names(in: next.text) {
      found += more
      lines = lines.dropFirst()
    }
    guard Set(found).count == found.count else { return nil }
    columns = found
    places = nil
    count = found.count
  }

  private static let sign = Array("achieved".utf8)

  /// The names of columns that a line holds, when it holds nothing else; nil otherwise.
  static func names(in text: String) -> [IndicatorColumn]? {
    guard text.utf8.count < 120, ByteSearch.holdsIgnoringCase(sign, in: text) else { return nil }
    var columns: [IndicatorColumn] = []
    var name = ""
    for word in text.lowercased().split(whereSeparator: { !$0.isLetter }) {
      name += (name.isEmpty ? "" : " ") + word
      if let column = CAFReader.column(name) {
        columns.append(column)
        name = ""
      }
    }
    guard name.isEmpty, !columns.isEmpty, Set(columns).count == columns.count,
      text.allSatisfy({ $0.isLetter || " *|:".contains($0) })
    else { return nil }
    return columns
  }
}

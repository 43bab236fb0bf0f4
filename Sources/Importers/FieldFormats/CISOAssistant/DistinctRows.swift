internal import ControlModel
internal import Diagnostics

/// The rows of a mapping set, each pair once: of rows that say the same the first one with the
/// reasons of all, of rows that contradict each other none.
struct DistinctRows {
  /// In the order of the library.
  private(set) var rows: [MappingSetReading.Row] = []
  private(set) var sink = DiagnosticSink()

  init(_ all: [MappingSetReading.Row]) {
    let groups = Dictionary(grouping: all) { [$0.source, $0.target] }
    var doubles: [(row: MappingSetReading.Row, first: Int)] = []
    for row in all {
      guard let group = groups[[row.source, row.target]], group.first?.number == row.number
      else { continue }
      guard Set(group.map(\.relation)).count < 2 else {
        report(contradiction: group)
        continue
      }
      rows.append(Self.joined(group))
      doubles += group.dropFirst().map { ($0, row.number) }
    }
    report(doubles.sorted { $0.row.number < $1.row.number })
  }

  /// The first row, and what the others give as reasons beside it.
  private static func joined(_ group: [MappingSetReading.Row]) -> MappingSetReading.Row {
    var row = group[0]
    var known = Set(row.reasons)
    for reason in group.dropFirst().flatMap(\.reasons) where known.insert(reason).inserted {
      row.reasons.append(reason)
    }
    return row
  }

  private mutating func report(contradiction group: [MappingSetReading.Row]) {
    let said = group.prefix(5).map { "row \($0.number) '\($0.relation.rawValue)'" }
    let more = group.count > 5 ? " and \(group.count - 5) more" : ""
    sink.warning(
      "library-contradiction",
      "\(group.count) rows say different things of one pair, and none is taken: "
        + said.joined(separator: ", ") + more,
      at: group[0].fields.location)
  }

  /// Published sets have hundreds of them: they are told in one.
  private mutating func report(_ doubles: [(row: MappingSetReading.Row, first: Int)]) {
    guard let start = doubles.first else { return }
    let named = doubles.prefix(10).map { "row \($0.row.number) (as row \($0.first))" }
    let more = doubles.count > 10 ? " and \(doubles.count - 10) more" : ""
    sink.warning(
      "library-double",
      "\(doubles.count) \(doubles.count == 1 ? "row says" : "rows say") what a row before says: "
        + named.joined(separator: ", ") + more,
      at: start.row.fields.location, hints: ["each pair is taken once, with the reasons of all"])
  }
}

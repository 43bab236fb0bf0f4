public import Comparison
internal import ControlModel
internal import Tables

/// The difference of two editions as a table (`docs/csv.md`): a row for each thing that differs,
/// and one for each control that does not.
public struct DifferenceTable {
  static let columns = [
    "change", "entry", "confidence", "oldId", "newId", "heading", "similarity", "comparedBy",
    "old", "new", "note",
  ]

  private let difference: EditionDifference

  /// Makes the table of a difference.
  public init(_ difference: EditionDifference) { self.difference = difference }

  /// The file.
  public func encoded(forExcel: Bool = false) -> [UInt8] {
    var table = CSVTable(Self.columns)
    for one in difference.removedGroups { append("removed", "group", one, &table) }
    for one in difference.addedGroups { append("added", "group", one, &table) }
    for pair in difference.groups where !pair.changes.isEmpty { append(pair, "group", &table) }
    for one in difference.removed { append("removed", "control", one, &table) }
    for one in difference.added { append("added", "control", one, &table) }
    for split in difference.splits { append("split", [split.whole], split.parts, split, &table) }
    for merger in difference.merges {
      append("merged", merger.parts, [merger.whole], merger, &table)
    }
    for pair in difference.counterparts { append(pair, "control", &table) }
    return table.encoded(forExcel: forExcel)
  }

  private func append(_ pair: Counterpart, _ entry: String, _ table: inout CSVTable) {
    let changes = pair.changes.isEmpty ? ["unchanged"] : pair.changes.map(\.rawValue)
    for (index, name) in changes.enumerated() {
      let sides = pair.changes.isEmpty ? ("", "") : pair.sides(of: pair.changes[index])
      table.append([
        .text(name), .text(entry), .text(pair.confidence.rawValue), .id(pair.old.id.rawValue),
        .id(pair.new.id.rawValue), .text(pair.new.heading),
        .number(Double(pair.similarity) / 1000), .text(pair.basis?.rawValue ?? "nothing"),
        name == "renumbered" ? .id(sides.0) : .text(sides.0),
        name == "renumbered" ? .id(sides.1) : .text(sides.1),
        .text(name == "reworded" && pair.words == nil ? "only digests were compared" : ""),
      ])
    }
  }

  private func append(
    _ change: String, _ entry: String, _ one: Unpaired, _ table: inout CSVTable
  ) {
    let id = CSVTable.Cell.id(one.control.id.rawValue)
    let candidates = one.candidates.map { "\($0.id) (\(Double($0.similarity) / 1000))" }
    var notes = candidates.isEmpty ? [] : ["could be: \(candidates.joined(separator: ", "))"]
    if one.idIsReused { notes.append("the other edition uses this id for something else") }
    table.append([
      .text(change), .text(entry), .text(one.confidence.rawValue),
      change == "removed" ? id : .empty, change == "added" ? id : .empty,
      .text(one.control.heading), .empty, .empty, .empty, .empty,
      .text(notes.joined(separator: "; ")),
    ])
  }

  private func append(
    _ change: String, _ old: [ControlID], _ new: [ControlID], _ division: Division,
    _ table: inout CSVTable
  ) {
    table.append([
      .text(change), .text("control"), .text(division.confidence.rawValue),
      .id(old.map(\.rawValue).joined(separator: " ")),
      .id(new.map(\.rawValue).joined(separator: " ")), .empty, .empty, .empty, .empty, .empty,
      .text("the parts have \(Double(division.covered) / 1000) of the whole"),
    ])
  }
}

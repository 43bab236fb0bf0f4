internal import ControlModel
internal import Diagnostics

/// Compares the wording of a reading with the measures of the edition's: statements that were parted
/// in other places, or stand in another column, have other letters, though there be as many of them.
struct CAFWording {
  /// Entries with other letters.
  private var reworded: [String] = []
  /// Entries with the letters of the edition, but not its hyphens or blanks.
  private var respaced: [String] = []

  init(_ entries: [ImportedEntry], as edition: CAFEdition) {
    var columns: [String: [ImportedEntry]] = [:]
    for entry in entries where !entry.statement.isEmpty {
      if entry.kind == .indicator {
        columns["\(entry.parent) \(entry.category)", default: []].append(entry)
      } else if let measure = edition.textMeasure(of: entry.id) {
        compare(entry, with: measure)
      }
    }
    for column in columns.values.sorted(by: { ($0.first?.id ?? "") < ($1.first?.id ?? "") }) {
      guard let first = column.first,
        let place = IndicatorColumn.allCases.firstIndex(where: { $0.category == first.category }),
        // Of a column with more statements or fewer, none is taken.
        let measures = edition.statementMeasures(of: first.parent)?[place],
        measures.count == column.count
      else { continue }
      for (entry, measure) in zip(column, measures) { compare(entry, with: measure) }
    }
  }

  private mutating func compare(_ entry: ImportedEntry, with expected: CAFMeasure) {
    let found = CAFMeasure(of: entry.statement)
    if !found.agrees(with: expected) {
      reworded.append(entry.id)
    } else if found.hyphens != expected.hyphens || found.words != expected.words {
      respaced.append(entry.id)
    }
  }

  /// What is told of entries with other letters; nil without any.
  func letters(in file: String) -> Diagnostic? {
    guard !reworded.isEmpty else { return nil }
    return Diagnostic(
      .warning, id: "import-wording",
      "\(Self.texts(reworded)) other letters than the edition, as far as it is known: "
        + Self.list(reworded), at: SourceLocation(file: file),
      hints: ["compare these with the document: has it been changed, or was it read wrongly?"])
  }

  /// What is told of entries with other hyphens or blanks; nil without any.
  func spacing(in file: String) -> Diagnostic? {
    guard !respaced.isEmpty else { return nil }
    return Diagnostic(
      .note, id: "import-spacing",
      "\(Self.texts(respaced)) other hyphens or blanks than the edition, as converters leave some "
        + "out: " + Self.list(respaced), at: SourceLocation(file: file), hints: [CAFDoubt.way])
  }

  private static func texts(_ ids: [String]) -> String {
    ids.count == 1 ? "1 text has" : "\(ids.count) texts have"
  }

  private static func list(_ ids: [String]) -> String {
    ids.prefix(20).joined(separator: ", ")
      + (ids.count > 20 ? " and \(ids.count - 20) more" : "")
  }
}

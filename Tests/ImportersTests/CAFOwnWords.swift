import ControlModel
import Importers
import TestSupport

/// A text of the CAF's shape in made-up words that have the measures of an edition's own: the same
/// outcomes, and statements of as many letters, with the same sums, hyphens and words.
struct CAFOwnWords {
  /// An entry: an objective, a principle or an outcome.
  struct Entry {
    var id: String
    var title: String
    var text: String
    /// The statements by column; empty for what is no outcome.
    var columns: [[String]] = []
  }

  let edition: CAFEdition
  private(set) var entries: [Entry] = []
  private var random: SplitMix64

  /// Makes the text.
  init(_ edition: CAFEdition, seed: UInt64) {
    self.edition = edition
    random = SplitMix64(seed: seed)
    for objective in ["A", "B", "C", "D"] {
      add(objective)
      for principle in (1...6).map({ objective + String($0) })
      where edition.textMeasure(of: principle) != nil {
        add(principle)
        for outcome in "abcdef".map({ "\(principle).\($0)" }) { add(outcome) }
      }
    }
  }

  private mutating func add(_ id: String) {
    guard let measure = edition.textMeasure(of: id) else { return }
    var entry = Entry(id: id, title: "Made up words", text: text(measure))
    for column in edition.statementMeasures(of: id) ?? [] {
      entry.columns.append(column.map { text($0) })
    }
    entries.append(entry)
  }

  /// A sentence with a measure.
  private mutating func text(_ measure: CAFMeasure) -> String {
    guard measure.letters > 0 else { return "" }
    var values = (0..<measure.letters).map { _ in random.number(1...26) }
    var lacking = (measure.sum - values.reduce(0, +)) % 997
    if lacking < 0 { lacking += 997 }
    // The sum is that of the measure in one of its multiples: the nearest that can be reached.
    let room = values.reduce(0) { $0 + 26 - $1 }
    let excess = values.reduce(0, +) - values.count
    if lacking > room || lacking > 498 && 997 - lacking <= excess { lacking -= 997 }
    while lacking != 0 {
      let index = random.number(0...values.count - 1)
      let step = lacking > 0 ? min(lacking, 26 - values[index]) : max(lacking, 1 - values[index])
      values[index] += step
      lacking -= step
    }
    // Blanks and hyphens stand between letters, each at its own place; no word is long.
    let blanks = Set(
      (1..<measure.words).map { index in
        index * measure.letters / measure.words
          + (measure.letters > 4 * measure.words ? random.number(0...1) : 0)
      })
    let gaps = (1..<measure.letters).filter { !blanks.contains($0) }
    let hyphens = Set(random.shuffled(gaps).prefix(measure.hyphens))
    var text = ""
    for (index, value) in values.enumerated() {
      if blanks.contains(index) { text += " " }
      if hyphens.contains(index) { text += "-" }
      let letter = Character(UnicodeScalar(UInt8(0x60 + value)))
      text += index == 0 ? letter.uppercased() : String(letter)
    }
    return text + "."
  }

  /// What an importer has to read: the statements by id.
  var statements: [String: String] {
    var statements: [String: String] = [:]
    for entry in entries {
      statements[entry.id] = entry.text
      for (column, texts) in zip(IndicatorColumn.allCases, entry.columns) {
        for (index, text) in texts.enumerated() {
          statements[column.id(of: ControlID(entry.id), index + 1)] = text
        }
      }
    }
    return statements
  }

  /// The heading of an entry.
  static func heading(_ entry: Entry) -> String {
    switch entry.id.count {
    case 1: "CAF - Objective \(entry.id) - \(entry.title)"
    case 2: "Principle \(entry.id) \(entry.title)"
    default: "\(entry.id) \(entry.title)"
    }
  }
}

internal import ControlModel
internal import Diagnostics
internal import Tables

/// What one cell means, or why it means nothing.
struct CellReading {
  /// What is wrong with a cell.
  struct Problem: Error {
    var summary: String
    var hints: [String] = []
  }

  /// The text of a cell, whatever its program made of it.
  static func text(
    _ cell: FilledTable.Cell, _ column: QuestionnaireColumn, isCSV: Bool
  ) throws(Problem) -> String {
    switch cell {
    case .blank: return ""
    case .day(let day): return day
    case .number(let number): return AnswerTexts.number(number)
    case .failure(let failure):
      throw Problem(summary: "holds the error \(failure)", hints: ["write the text itself"])
    case .text(let text): return AnswerTexts.plain(isCSV ? unprotected(text, column) : text)
    }
  }

  /// The text without the apostrophe that our own CSV puts before what a spreadsheet could run or
  /// change.
  private static func unprotected(_ text: String, _ column: QuestionnaireColumn) -> String {
    column.holdsIDs ? SpreadsheetText.originalIdentifier(text) : SpreadsheetText.original(text)
  }

  /// A status by its word, however it is spelt.
  static func status(_ text: String) throws(Problem) -> String {
    let word = text.lowercased().split { $0 == " " || $0 == "_" }.joined(separator: "-")
    if Finding.Status.words.contains(word) { return word }
    // What people write instead, by meaning and not by letters.
    let meant = [
      "yes": "implemented", "done": "implemented", "true": "implemented", "met": "implemented",
      "no": "absent", "false": "absent", "none": "absent", "missing": "absent",
      "n/a": "not-applicable", "na": "not-applicable", "in-progress": "partial",
      "todo": "planned", "unknown": "unanswered",
    ]
    let near = meant[word].map { ["did you mean '\($0)'?"] }
    throw Problem(
      summary: "'status' cannot be '\(text)'",
      hints: (near ?? NearestMatch.hints(word, in: Finding.Status.words))
        + ["it is one of: \(Finding.Status.words.joined(separator: ", "))"])
  }

  /// A share between 0 and 1, both excluded: `0.5`, `0,5`, `50 %`.
  static func extent(_ text: String) throws(Problem) -> String {
    guard !text.isEmpty else { return "" }
    let isPercent = text.hasSuffix("%")
    let digits = text.filter { !$0.isWhitespace && $0 != "%" }.replacing(",", with: ".")
    let isPlain = digits.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
    guard isPlain, let number = Double(digits) else {
      throw Problem(
        summary: "'extent' must be a number between 0 and 1, not '\(text)'",
        hints: ["half of it is written 0.5"])
    }
    let share = isPercent ? number / 100 : number
    guard share > 0, share < 1 else {
      let hints =
        share > 1 && share <= 100
        ? ["\(digits) % is written \(AnswerTexts.number(share / 100))"]
        : ["where it works wholly, the status is 'implemented'; where not at all, 'absent'"]
      throw Problem(
        summary: "'extent' must be between 0 and 1, both excluded, not \(text)", hints: hints)
    }
    return AnswerTexts.number(share)
  }

  /// A value of a practice's parameter.
  static func value(
    _ text: String, of practice: Practice, named column: String
  ) throws(Problem) -> String {
    guard !text.isEmpty else { return "" }
    guard let parameter = practice.parameter else {
      throw Problem(
        summary: "'\(practice.id)' asks for no value, but here is '\(text)'",
        hints: ["empty the cell, or say it under 'notes'"])
    }
    if parameter.type == .choice {
      if parameter.choices.contains(text) { return text }
      if let same = parameter.choices.first(where: { $0.lowercased() == text.lowercased() }) {
        return same
      }
      throw Problem(
        summary: "'\(column)' of '\(practice.id)' cannot be '\(text)'",
        hints: NearestMatch.hints(text, in: parameter.choices)
          + ["it is one of: \(parameter.choices.joined(separator: ", "))"])
    }
    let digits = text.replacing(",", with: ".")
    let tidy = AnswerTexts.value(digits, parameter)
    guard parameter.rank(of: tidy) != nil else {
      let noun = parameter.type == .integer ? "a whole number" : "a number"
      let unit = parameter.unit.isEmpty ? "" : " in \(parameter.unit), without the unit"
      throw Problem(
        summary: "'\(column)' of '\(practice.id)' must be \(noun)\(unit), not '\(text)'")
    }
    return tidy
  }

  /// Ids of evidence, with `; ` between them.
  static func evidence(_ text: String, known: [EvidenceID]) throws(Problem) -> String {
    let ids = Set(known.map(\.rawValue))
    var found: [String] = []
    for part in text.split(whereSeparator: { $0 == ";" || $0.isNewline }) {
      let whole = AnswerTexts.plain(String(part))
      guard !whole.isEmpty else { continue }
      let pieces =
        ids.contains(whole)
        ? [whole] : whole.split(separator: ",").map { AnswerTexts.plain(String($0)) }
      for piece in pieces where !piece.isEmpty {
        guard ids.contains(piece) else {
          throw Problem(
            summary: "no evidence '\(piece)' is registered",
            hints: NearestMatch.hints(piece, in: ids.sorted())
              + ["to add a piece, fill in the columns 'new evidence'"])
        }
        if !found.contains(piece) { found.append(piece) }
      }
    }
    return found.joined(separator: "; ")
  }
}

internal import ControlModel
internal import Diagnostics

/// A column whose statements the text does not show for sure, so that none of them is taken.
struct CAFDoubt: Hashable {
  var outcome: String
  var column: IndicatorColumn
  /// How many statements the edition has there.
  var expected: Int
  /// How many lines of the text end as a statement does; nil where it is not sure either which
  /// lines belong to the column.
  var found: Int?
  /// Where the column begins.
  var locator: Locator

  /// The problem, for people.
  func diagnostic(in file: String) -> Diagnostic {
    let line = locator.parts.first { $0.name == "line" }.flatMap { Int($0.value) }
    let reason =
      found.map { found in
        "\(found) statements can end there, and they part in no way or in more ways than one"
      } ?? "its lines cannot be told from those of the other columns"
    return Diagnostic(
      .warning, id: "import-columns",
      "the column \(outcome).\(column.rawValue) is left without wording: \(expected) statements "
        + "expected; \(reason)",
      at: SourceLocation(file: file, line: line ?? 0), hints: [Self.way])
  }

  /// What to give in the text's place.
  static let way =
    "import the PDF itself, or what 'pdftotext -layout FILE.pdf' or 'pdftohtml -xml FILE.pdf' "
    + "makes of it"

  /// The tables of a text of which too few were read to make a catalog of it.
  struct Unread {
    /// Outcomes whose table was not read.
    var outcomes: [String]
    /// How many outcomes there are.
    var total: Int

    func refusal(of document: SourceDocument) -> Refusal {
      Refusal(
        "import-columns",
        "\(outcomes.count) of \(total) tables cannot be read: nothing in the text shows where their "
          + "columns and statements part",
        at: SourceLocation(file: document.fileName),
        hints: [
          "these: " + outcomes.prefix(12).joined(separator: ", ")
            + (outcomes.count > 12 ? " and \(outcomes.count - 12) more" : ""), CAFDoubt.way,
        ])
    }
  }
}

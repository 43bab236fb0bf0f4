internal import ControlModel
internal import Scoring
internal import Spreadsheets
internal import Tables

/// Practices by catalogs: each practice in each context, and with how many requirements of each
/// catalog it is paired; the practice rows of `summary.csv`.
enum PracticeSheet {
  static func sheet(_ result: AssessmentResult, _ paper: PrintSetup) -> Sheet {
    let table = SummaryTable(result).table()
    let fixed = ["row", "id", "context", "title", "status"]
    let positions = table.header.indices.filter { position in
      guard case .text(let name) = table.header[position] else { return false }
      return fixed.contains(name) || position >= SummaryTable.columns.count
    }
    let practices = table.rows.filter { row in
      row.first == .text("practice") || row.first == .text("own-practice")
    }
    return Sheet(
      name: "Practices by catalog",
      columns: positions.map { position in
        Sheet.Column(
          width: position < fixed.count ? [13, 36, 20, 54, 15][position] : 14)
      },
      rows: [Sheet.Row(positions.map { Cell(csv: table.header[$0], .header) }, height: 45)]
        + practices.map { row in
          Sheet.Row(
            positions.map { position in
              let cell = position < row.count ? row[position] : .empty
              if position == 4, case .text(let word) = cell { return status(word) }
              return Cell(csv: cell)
            })
        },
      frozenRows: 1, frozenColumns: 2, filterRow: 0, print: paper)
  }

  /// The status of a practice by its word.
  static func status(_ word: String) -> Cell {
    let tone: CellStyle.Tone =
      switch word {
      case "implemented": .good
      case "partial": .partial
      case "planned": .unsettled
      case "absent": .missing
      case "not-applicable": .aside
      default: .unanswered
      }
    return Cell(word, .tone(tone))
  }
}

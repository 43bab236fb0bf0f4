internal import ControlModel
internal import Scoring
internal import Spreadsheets

/// The register of evidence: each piece, how good it is on the day, and what rests on it.
struct EvidenceSheet {
  private let result: AssessmentResult
  private let paper: PrintSetup

  init(_ result: AssessmentResult, _ paper: PrintSetup) {
    self.result = result
    self.paper = paper
  }

  private static let columns = [
    "evidence", "title", "kind", "location", "sha256", "shows", "valid until", "contexts",
    "state", "practices that cite it", "decisions and indicators that cite it",
  ]

  func sheet() -> Sheet {
    let citations = EvidenceCitations(result.input.assessment)
    let rows = result.input.assessment.evidence.sorted { $0.id < $1.id }.map { piece in
      Sheet.Row([
        Cell(piece.id.rawValue, .line), Cell(piece.title), Cell(piece.kind),
        Cell(piece.file ?? piece.url ?? ""), Cell(piece.sha256),
        Cell(piece.shows?.description ?? "", .line),
        Cell(piece.validUntil?.description ?? "", .line),
        Cell(
          piece.contexts.isEmpty
            ? "all" : piece.contexts.map(\.rawValue).joined(separator: "; ")),
        state(piece),
        Cell((citations.practices[piece.id] ?? []).joined(separator: "; ")),
        Cell((citations.decisions[piece.id] ?? []).joined(separator: "; ")),
      ])
    }
    let header = Sheet.Row(Self.columns.map { Cell($0, .header) }, height: 30)
    return Sheet(
      name: "Evidence",
      columns: ColumnWidths.fitting(
        [header] + rows, most: [30, 36, 16, 36, 34, 12, 12, 22, 12, 40, 34]),
      rows: [header] + rows, frozenRows: 1, frozenColumns: 1, filterRow: 0, print: paper)
  }

  private func state(_ piece: Evidence) -> Cell {
    let state = piece.state(on: result.input.asOf)
    let tone: CellStyle.Tone =
      switch state {
      case .valid: .good
      case .expired, .notYet: .partial
      case .missing, .changed: .missing
      case .noDigest: .unanswered
      case .unchecked: .unsettled
      }
    return Cell(state.rawValue, .tone(tone))
  }
}

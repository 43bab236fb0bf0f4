internal import Exporters

/// `--format summary`: two pages for a board, as Markdown and as HTML (`docs/reports.md`).
struct SummaryExport: ExportFormat {
  let name = "summary"
  let summary = "summary.md and summary.html: two pages for a board"
  let options: Set<ExportOption> = [.since]

  func files(_ request: ExportRequest) throws -> [ExportFile] {
    let board = BoardSummary(request.result, since: try request.earlier())
    return [
      ExportFile(name: "summary.md", bytes: board.markdown()),
      ExportFile(name: "summary.html", bytes: board.html()),
    ]
  }
}

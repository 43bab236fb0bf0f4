internal import Exporters

/// `--format html`: the assessment as one page (`docs/reports.md`).
struct HTMLExport: ExportFormat {
  let name = "html"
  let summary = "assessment.html: one page to read, filter and print"

  func files(_ request: ExportRequest) -> [ExportFile] {
    [ExportFile(name: "assessment.html", bytes: AssessmentPage(request.result).encoded())]
  }
}

internal import Exporters

/// `--format markdown`: for pull requests and the step summaries of CI (`docs/reports.md`).
struct MarkdownExport: ExportFormat {
  let name = "markdown"
  let summary = "assessment.md: short, for pull requests and CI step summaries"

  func files(_ request: ExportRequest) -> [ExportFile] {
    [ExportFile(name: "assessment.md", bytes: AssessmentMarkdown(request.result).encoded())]
  }
}

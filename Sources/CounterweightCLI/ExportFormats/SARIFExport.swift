/// `--format sarif`: unmet targets and problems of the assessment, for code-review tools.
struct SARIFExport: ExportFormat {
  let name = "sarif"
  let summary = "assessment.sarif: unmet targets and problems, for code review"

  func files(_ request: ExportRequest) throws -> [ExportFile] {
    [ExportFile(name: "assessment.sarif", bytes: try CheckFindings.log(request.scored))]
  }
}

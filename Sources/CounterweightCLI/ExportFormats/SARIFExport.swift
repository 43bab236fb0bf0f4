internal import Exporters

/// `--format sarif`: unmet targets and problems of the assessment, for code-review tools.
struct SARIFExport: ExportFormat {
  let name = "sarif"
  let summary = "unmet targets and problems of the assessment, for code review"

  func files(_ request: ExportRequest) throws -> [ExportFile] {
    let problems = request.scored.evidenceProblems + request.scored.warnings
    let log = SARIFLog.log(
      TargetFindings.findings(request.result) + problems.map(SARIFLog.Finding.init),
      version: Version.text, category: "check", rules: TargetFindings.rules)
    return [ExportFile(name: "assessment.sarif", bytes: try log.document())]
  }
}

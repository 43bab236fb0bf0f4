internal import Exporters

/// `--format xlsx`: everything in one workbook (`docs/reports.md`).
struct XLSXExport: ExportFormat {
  let name = "xlsx"
  let summary = "assessment.xlsx, a workbook with all matrices and charts"

  func files(_ request: ExportRequest) throws -> [ExportFile] {
    [ExportFile(name: "assessment.xlsx", bytes: try AssessmentWorkbook.encoded(request.result))]
  }
}

internal import Exporters

/// `--format junit`: each target as a test, for CI systems.
struct JUnitExport: ExportFormat {
  let name = "junit"
  let summary = "each target as a test, for CI systems"

  func files(_ request: ExportRequest) -> [ExportFile] {
    [ExportFile(name: "targets.xml", bytes: JUnitReport.document(request.result))]
  }
}

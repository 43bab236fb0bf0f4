internal import Exporters

/// `--format junit`: each target and evidence file as a test, for CI systems.
struct JUnitExport: ExportFormat {
  let name = "junit"
  let summary = "targets.xml: each target and evidence file as a test, for CI"

  func files(_ request: ExportRequest) -> [ExportFile] {
    [ExportFile(name: "targets.xml", bytes: JUnitReport.document(request.result))]
  }
}

internal import Exporters

/// `--format json`: the whole result (`docs/json.md`, `docs/schemas/result.schema.json`).
struct JSONExport: ExportFormat {
  let name = "json"
  let summary = "result.json: everything, by a published JSON Schema"

  func files(_ request: ExportRequest) throws -> [ExportFile] {
    let bytes = try ResultJSON.assessment(request.result).document()
    return [ExportFile(name: "result.json", bytes: bytes)]
  }
}

internal import ControlModel
internal import Exporters
internal import Scoring
internal import Workspace

/// `--format audit-pack`: a ZIP with the matrices and all that they follow from.
struct AuditPackExport: ExportFormat {
  let name = "audit-pack"
  let summary = "audit-pack.zip: matrices, evidence, and all they follow from"
  let options: Set<ExportOption> = [.signingKey]

  func files(_ request: ExportRequest) throws -> [ExportFile] {
    let options = request.sources
    let key = try request.signingKey.isEmpty ? nil : SigningKey.read(request.signingKey)
    let inputs = try AuditPackInputs.read(
      options.assessment, library: LibraryLocation.find(named: options.library.library),
      overlays: options.library.overlays,
      evidence: request.result.input.assessment.evidence
        .filter { $0.integrity != .missing }.compactMap(\.file))
    let pack = try AuditPack(
      request.result, inputs: inputs.files, assessment: inputs.assessment,
      overlays: inputs.overlays, program: Version.text)
    return [
      ExportFile(
        name: "audit-pack.zip", bytes: try pack.encoded(signature: key.map { $0.signature }))
    ]
  }
}

internal import Diagnostics
internal import Exporters

/// What a check found, as SARIF.
enum CheckFindings {
  /// The log of an assessment that was scored.
  static func log(
    _ scored: Scored, strict: Bool = false, floors: [CoverageFloorResult] = []
  ) throws -> [UInt8] {
    let problems = scored.evidenceProblems + scored.warnings
    return try log(
      TargetFindings.findings(scored.result, strict: strict, floors: floors)
        + problems.map(SARIFLog.Finding.init))
  }

  /// The log of an assessment that cannot be scored: its mistakes, at their lines.
  static func log(_ refusal: Refusal) throws -> [UInt8] {
    try log(refusal.diagnostics.map(SARIFLog.Finding.init))
  }

  private static func log(_ findings: [SARIFLog.Finding]) throws -> [UInt8] {
    try SARIFLog.log(
      findings, version: Version.text, category: "check", rules: TargetFindings.rules
    ).document()
  }
}

internal import Diagnostics
internal import Exporters

/// How every lint ends.
enum LintReport {
  /// Shows the findings and ends with exit code 1 when they fail.
  static func finish(
    _ findings: [Diagnostic], _ what: String, strict: Bool, json: Bool, sarif: String? = nil
  ) throws {
    let errors = findings.count { $0.severity == .error }
    let warnings = findings.count { $0.severity == .warning }
    if let category = sarif {
      let log = SARIFLog.log(
        findings.map(SARIFLog.Finding.init), version: Version.text, category: category)
      Console.print(bytes: try log.document())
    } else if json {
      Console.print(bytes: try JSONValue.list(findings.map(value)).document())
    } else {
      Console.show(findings)
      Console.print(
        "\(what): \(TextLayout.counted(errors, "error")), "
          + TextLayout.counted(warnings, "warning"))
    }
    if errors > 0 || (strict && warnings > 0) { throw ExitStatus.no }
  }

  private static func value(_ finding: Diagnostic) -> JSONValue {
    var members: [String: JSONValue] = [
      "severity": .text(finding.severity.label), "id": .text(finding.id),
      "summary": .text(finding.summary), "hints": .texts(finding.hints),
    ]
    if let location = finding.location {
      members["file"] = .text(location.file)
      members["line"] = .count(location.line)
      members["column"] = .count(location.column)
    }
    return .object(members)
  }
}

internal import ArgumentParser
internal import Diagnostics
internal import Exporters

/// How every lint tells what it found, and how it ends.
struct LintOptions: ParsableArguments {
  @Flag(help: "Count warnings as errors.")
  var strict = false

  @Flag(help: "Print the findings as JSON.")
  var json = false

  @Flag(help: "Print the findings as SARIF 2.1.0, for code-review tools.")
  var sarif = false

  func validate() throws {
    if json, sarif { throw ValidationError("--json and --sarif exclude each other") }
  }

  /// Shows the findings and ends with exit code 1 when they fail.
  ///
  /// - Parameters:
  ///   - findings: what was found.
  ///   - what: what was looked at, in words.
  ///   - category: the name of the lint, by which code-review tools tell runs apart.
  func finish(_ findings: [Diagnostic], _ what: String, category: String) throws {
    let errors = findings.count { $0.severity == .error }
    let warnings = findings.count { $0.severity == .warning }
    if sarif {
      let log = SARIFLog.log(
        findings.map(SARIFLog.Finding.init), version: Version.text, category: category)
      Console.print(bytes: try log.document())
    } else if json {
      Console.print(bytes: try JSONValue.list(findings.map(Self.value)).document())
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

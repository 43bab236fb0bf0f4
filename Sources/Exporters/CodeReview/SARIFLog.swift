public import Diagnostics
internal import FoundationEssentials

/// A SARIF 2.1.0 log (OASIS), which code-review tools show beside the lines that it names.
public enum SARIFLog {
  /// One finding.
  public struct Finding: Sendable, Hashable {
    /// What it is about, a stable name in kebab case.
    public var rule: String
    /// How bad it is.
    public var severity: Severity
    /// What is wrong, for people.
    public var message: String
    /// Where it stands, when it stands in a file.
    public var location: SourceLocation?
    /// Tells it apart from the others of its rule, and stays the same when lines move; empty: the
    /// message does.
    public var key: String

    /// Makes a finding.
    public init(
      rule: String, severity: Severity, message: String, location: SourceLocation? = nil,
      key: String = ""
    ) {
      self.rule = rule
      self.severity = severity
      self.message = message
      self.location = location
      self.key = key
    }

    /// A problem of a file, with what to do about it.
    public init(_ problem: Diagnostic) {
      self.init(
        rule: problem.id, severity: problem.severity,
        message: ([problem.summary] + problem.hints).joined(separator: "\n"),
        location: problem.location,
        key: [problem.location?.file, problem.summary].compactMap(\.self).joined(separator: ": "))
    }
  }

  /// The log of one run, in the order of the findings.
  ///
  /// - Parameters:
  ///   - findings: what was found; none is a run without results, which closes earlier alerts.
  ///   - version: the version of the program.
  ///   - category: tells the runs of one commit apart: `check`, `catalog-lint`.
  ///   - rules: what the rules are about, by name; a rule that is not in it goes by its name.
  public static func log(
    _ findings: [Finding], version: String, category: String, rules: [String: String] = [:]
  ) -> JSONValue {
    let names = Set(findings.map(\.rule)).sorted()
    let positions = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
    return .object([
      "$schema": .text("https://json.schemastore.org/sarif-2.1.0.json"),
      "version": .text("2.1.0"),
      "runs": .list([
        .object([
          "tool": .object([
            "driver": .object([
              "name": .text("Counterweight"), "version": .text(version),
              "rules": .list(names.map { rule($0, rules[$0]) }),
            ])
          ]),
          "automationDetails": .object(["id": .text("counterweight/\(category)/")]),
          "columnKind": .text("unicodeCodePoints"),
          "results": .list(findings.map { result($0, positions[$0.rule] ?? 0) }),
        ])
      ]),
    ])
  }

  private static func rule(_ name: String, _ summary: String?) -> JSONValue {
    .object([
      "id": .text(name),
      "shortDescription": .object([
        "text": .text(summary ?? name.split(separator: "-").joined(separator: " "))
      ]),
    ])
  }

  private static func result(_ finding: Finding, _ rule: Int) -> JSONValue {
    var members: [String: JSONValue] = [
      "ruleId": .text(finding.rule), "ruleIndex": .count(rule),
      "level": .text(finding.severity.label),
      "message": .object(["text": .text(plain(finding.message))]),
      "partialFingerprints": .object([
        "counterweight/v1": .text(
          "\(finding.rule):\(finding.key.isEmpty ? finding.message : finding.key)")
      ]),
    ]
    if let location = finding.location, !location.file.isEmpty {
      members["locations"] = .list([place(location)])
    }
    return .object(members)
  }

  /// Text without links: viewers make one out of '[text](address)'.
  private static func plain(_ text: String) -> String { text.replacing("](", with: "] (") }

  private static func place(_ location: SourceLocation) -> JSONValue {
    var physical: [String: JSONValue] = [
      "artifactLocation": .object(["uri": .text(uri(location.file))])
    ]
    if location.line > 0 {
      var region: [String: JSONValue] = ["startLine": .count(location.line)]
      if location.column > 0 { region["startColumn"] = .count(location.column) }
      physical["region"] = .object(region)
    }
    return .object(["physicalLocation": .object(physical)])
  }

  /// A path as a URI reference: relative to the repository, as tools expect it, when it is.
  static func uri(_ path: String) -> String {
    var path = path[...]
    while path.hasPrefix("./") { path = path.dropFirst(2) }
    let harmless = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/".utf8)
    let digits = Array("0123456789ABCDEF")
    var result = path.hasPrefix("/") ? "file://" : ""
    for byte in path.utf8 {
      if harmless.contains(byte) {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        result += "%" + String(digits[Int(byte >> 4)]) + String(digits[Int(byte & 15)])
      }
    }
    return result
  }
}

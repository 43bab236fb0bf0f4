internal import ControlModel
public import Scoring

/// What a check looks at as JUnit XML, which CI systems show as tests: a suite for the targets, one
/// for the evidence files, and one for the lowest coverages when some were asked for.
///
/// A test fails where the check does. A target that is on track passes, or fails when the check is
/// strict; what is open stands in its output.
public enum JUnitReport {
  /// The file. It holds no time, so the same assessment gives the same bytes.
  public static func document(
    _ result: AssessmentResult, strict: Bool = false, floors: [CoverageFloorResult] = []
  ) -> [UInt8] {
    let files = result.input.assessment.evidence.filter { $0.file != nil }.sorted { $0.id < $1.id }
    var suites: [(name: String, cases: [JUnitCase])] = [
      ("targets", result.targets.map { target($0, strict: strict) })
    ]
    if !floors.isEmpty { suites.append(("coverage", floors.map(floor))) }
    if !files.isEmpty { suites.append(("evidence", files.map(evidence))) }
    var lines = [
      #"<?xml version="1.0" encoding="UTF-8"?>"#,
      #"<testsuites name="counterweight" \#(counts(suites.flatMap(\.cases)))>"#,
    ]
    for suite in suites {
      lines += [
        #"  <testsuite name="\#(suite.name)" \#(counts(suite.cases)) skipped="0">"#,
        "    <properties>",
        property("organisation", result.input.assessment.organisation),
        property("as-of", result.input.asOf.description),
        "    </properties>",
      ]
      lines += suite.cases.flatMap(\.lines)
      lines.append("  </testsuite>")
    }
    lines += ["</testsuites>", ""]
    return Array(lines.joined(separator: "\n").utf8)
  }

  private static func target(_ result: TargetResult, strict: Bool) -> JUnitCase {
    let target = result.target
    let name = target.statement.isEmpty ? target.id.rawValue : "\(target.id): \(target.statement)"
    let failure: JUnitCase.Failure? =
      result.isUnmet(strict: strict)
      ? JUnitCase.Failure(
        kind: result.state.rawValue, message: "\(result.state.rawValue), now \(result.now)") : nil
    return JUnitCase(
      group: target.catalog.rawValue, name: name, failure: failure,
      text: result.state == .reached ? "" : TargetFindings.message(result))
  }

  private static func floor(_ floor: CoverageFloorResult) -> JUnitCase {
    JUnitCase(
      group: floor.catalog.rawValue, name: "coverage of \(floor.catalog)",
      failure: floor.isMet
        ? nil : JUnitCase.Failure(kind: "below-floor", message: floor.message),
      text: floor.message)
  }

  private static func evidence(_ evidence: Evidence) -> JUnitCase {
    let file = evidence.file ?? ""
    let failure: JUnitCase.Failure? =
      switch evidence.integrity {
      case .intact, .unchecked: nil
      case .missing:
        JUnitCase.Failure(kind: "missing", message: "'\(file)' is not there or cannot be read")
      case .changed:
        JUnitCase.Failure(kind: "changed", message: "'\(file)' is not the file that was recorded")
      case .noDigest:
        JUnitCase.Failure(kind: "no-digest", message: "no digest of '\(file)' is recorded")
      }
    let name = evidence.title.isEmpty ? evidence.id.rawValue : "\(evidence.id): \(evidence.title)"
    return JUnitCase(
      group: "evidence", name: name, failure: failure, text: failure?.message ?? "")
  }

  private static func counts(_ cases: [JUnitCase]) -> String {
    let failures = cases.count { $0.failure != nil }
    return #"tests="\#(cases.count)" failures="\#(failures)" errors="0""#
  }

  private static func property(_ name: String, _ value: String) -> String {
    #"      <property name="\#(name)" value="\#(JUnitCase.escaped(value))"/>"#
  }
}

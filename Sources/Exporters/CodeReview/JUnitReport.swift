internal import ControlModel
public import Scoring

/// The targets as JUnit XML, which CI systems show as tests.
///
/// A target that is reached passes. One that a check would fail for is a failure. One that is on
/// track passes, or fails when the check is strict; what is open stands in its output.
public enum JUnitReport {
  /// The file. It holds no time, so the same assessment gives the same bytes.
  public static func document(_ result: AssessmentResult, strict: Bool = false) -> [UInt8] {
    let cases = result.targets
    let failures = cases.count { $0.isUnmet(strict: strict) }
    let counts = #"tests="\#(cases.count)" failures="\#(failures)" errors="0""#
    var lines = [
      #"<?xml version="1.0" encoding="UTF-8"?>"#,
      #"<testsuites name="counterweight" \#(counts)>"#,
      #"  <testsuite name="targets" \#(counts) skipped="0">"#,
      "    <properties>",
      property("organisation", result.input.assessment.organisation),
      property("as-of", result.input.asOf.description),
      "    </properties>",
    ]
    for target in cases { lines += testCase(target, strict: strict) }
    lines += ["  </testsuite>", "</testsuites>", ""]
    return Array(lines.joined(separator: "\n").utf8)
  }

  private static func testCase(_ result: TargetResult, strict: Bool) -> [String] {
    let target = result.target
    let name = target.statement.isEmpty ? target.id.rawValue : "\(target.id): \(target.statement)"
    let start =
      #"    <testcase classname="\#(escaped(target.catalog.rawValue))" name="\#(escaped(name))""#
      + #" time="0""#
    let message = escaped(TargetFindings.message(result), keepsLines: true)
    if result.isUnmet(strict: strict) {
      let state = escaped("\(result.state.rawValue): \(result.now)")
      return [
        start + ">",
        #"      <failure type="\#(result.state.rawValue)" message="\#(state)">\#(message)</failure>"#,
        "    </testcase>",
      ]
    }
    if result.state == .reached { return [start + "/>"] }
    return [start + ">", "      <system-out>\(message)</system-out>", "    </testcase>"]
  }

  private static func property(_ name: String, _ value: String) -> String {
    #"      <property name="\#(name)" value="\#(escaped(value))"/>"#
  }

  /// Text for XML; what XML cannot hold, and what turns the direction of writing, shows as `�`.
  private static func escaped(_ text: String, keepsLines: Bool = false) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n" where keepsLines: result += "\n"
      case "\n", "\t", "\r": result += " "
      default:
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .unassigned: result += "\u{FFFD}"
        default: result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }
}

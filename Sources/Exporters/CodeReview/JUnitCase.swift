/// One test of a JUnit report.
struct JUnitCase {
  /// Why a test fails.
  struct Failure {
    let kind: String
    /// In one line.
    let message: String
  }

  /// What CI systems group tests by.
  let group: String
  let name: String
  let failure: Failure?
  /// What there is to say about it; may have several lines.
  let text: String

  /// As XML.
  var lines: [String] {
    let start =
      #"    <testcase classname="\#(Self.escaped(group))" name="\#(Self.escaped(name))" time="0""#
    let text = Self.escaped(text, keepsLines: true)
    if let failure {
      let message = Self.escaped(failure.message)
      return [
        start + ">",
        #"      <failure type="\#(failure.kind)" message="\#(message)">\#(text)</failure>"#,
        "    </testcase>",
      ]
    }
    if text.isEmpty { return [start + "/>"] }
    return [start + ">", "      <system-out>\(text)</system-out>", "    </testcase>"]
  }

  /// Text for XML; what XML cannot hold, and what turns the direction of writing, shows as `�`.
  static func escaped(_ text: String, keepsLines: Bool = false) -> String {
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

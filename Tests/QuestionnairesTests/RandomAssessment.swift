import ControlModel
import Diagnostics
import NativeFormats
import TestSupport

/// A random assessment as people write one: in several files, in block and flow style, with
/// comments everywhere, with answers for single contexts.
struct RandomAssessment {
  var random: SplitMix64
  let practices: [Practice]
  var files: [(path: String, bytes: [UInt8])] = []

  static let contexts = ["cluster", "fleet", "5.10"]

  /// What a spreadsheet or YAML could take for something else.
  static let texts = [
    "Team A", "'1-2", "'=1", "=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "yes", "007", "1-2",
    "MAR-1",
    "# no comment", "a: b", "'quoted'", "\\\"double\\\"", "line one\\nline two", "_x0041_",
    "=HYPERLINK(\\\"http://x\\\")", "50 %", "naïve – Größe 漢字 🙂", "a; b", "a, b", "TRUE",
    "-1 day", "\\ttab", "10 %; =1",
  ]

  init(seed: Int) throws {
    random = SplitMix64(seed: UInt64(seed))
    practices = (0..<random.number(2...9)).map { number in
      let parameter: Practice.Parameter? =
        switch number % 4 {
        case 1: .init(name: "patch-days", type: .integer, unit: "days", lowerIsBetter: true)
        case 2:
          .init(name: "custody", type: .choice, choices: ["file", "service", "module, sealed"])
        case 3: .init(name: "share", type: .number)
        default: nil
        }
      let id: PracticeID = number == 0 ? "1.10" : PracticeID("practice-\(number)")
      return Practice(
        id: id, title: "Practice \(number)", description: "=what counts",
        layer: number % 2 == 0 ? .storage : .network, parameter: parameter)
    }
    let head = """
      # The head.
      format: assessment/1
      organisation: "=Lab & Co"
      contexts:
        - {id: cluster, title: Cluster}
        - {id: fleet, exposure: external}   # outside
        - {id: "5.10"}
      evidence:
        # The first piece.
        - {id: E-1, file: evidence/one.txt}
        - id: "2026"
          url: "https://wiki.example/two"

      """
    files = [("lab/assessment.yaml", Array(head.utf8))]
    for (name, layer) in [("net", Practice.Layer.network), ("store", .storage)] {
      var text = "# Answers: \(name)\nformat: assessment/1\n\nanswers:\n"
      var count = 0
      for practice in practices where practice.layer == layer && random.chance(75) {
        text += answer(practice)
        count += 1
      }
      if count == 0 { text = text.replacing("answers:\n", with: "") }
      files.append(("lab/answers/\(name).yaml", Array(text.utf8)))
    }
  }

  var assessment: Assessment {
    get throws {
      try AssessmentFormat.join(
        files.map { file throws(Refusal) in
          try AssessmentFormat.decode(file.bytes, file: file.path)
        }, name: "lab")
    }
  }

  private mutating func answer(_ practice: Practice) -> String {
    var text = "  # About \(practice.id).\n  - practice: \"\(practice.id)\"   # the id\n"
    text += finding(practice).map { "    \($0)\n" }.joined()
    for key in ["owner", "supplier", "notes"] where random.chance(35) {
      text += "    \(key): \"\(random.one(of: Self.texts))\"\n"
    }
    let places = Self.contexts.filter { _ in random.chance(25) }
    guard !places.isEmpty else { return text + "\n" }
    text += "    contexts:\n"
    for place in places {
      let fields = finding(practice)
      if random.chance(50) {
        text += "      \"\(place)\": {\(fields.joined(separator: ", "))}  # one place\n"
      } else {
        text += "      \"\(place)\":\n" + fields.map { "        \($0)\n" }.joined()
      }
    }
    return text
  }

  /// The fields of a finding that the format allows.
  private mutating func finding(_ practice: Practice) -> [String] {
    let status = random.one(of: [
      "implemented", "partial", "planned", "absent", "not-applicable", "unanswered",
    ])
    var fields = ["status: \(status)"]
    if status == "partial" { fields.append("extent: \(random.one(of: ["0.5", "0.25", "0.1"]))") }
    if let value = value(practice), random.chance(60) { fields.append("value: \"\(value)\"") }
    if status == "planned" || status == "partial" && random.chance(40) {
      fields.append("due: 2027-0\(random.number(1...9))-15")
    }
    if status == "not-applicable" || random.chance(15) {
      fields.append("rationale: \"\(random.one(of: Self.texts))\"")
    }
    if random.chance(40) {
      fields.append("evidence: [\(random.chance(50) ? "E-1" : "\"2026\", E-1")]")
    }
    return fields
  }

  mutating func value(_ practice: Practice) -> String? {
    guard let parameter = practice.parameter else { return nil }
    return parameter.type == .choice
      ? random.one(of: parameter.choices) : random.one(of: ["14", "7", "30"])
  }
}

import Exporters

/// Ways to change a pack, and what verify has to say of each.
enum PackForgery: String, CaseIterable {
  case answerChanged, reportChanged, evidenceChanged, fileRemoved, fileAdded, listedTwice
  case reportForged, answerForged, reportInvented, reportHiddenAsNote, evidenceDeniedInManifest
  case organisationForged, dayForged, dayNonsense, roleForged
  case assessmentOutside, assessmentNameless, assessmentAbsolute, assessmentElsewhere
  case overlayOutside, overlayMissing, fileOutside, catalogBroken

  func apply(to pack: inout PackFile) throws {
    switch self {
    case .answerChanged: replace(&pack, "assessment/answers.yaml", "absent", "partial")
    case .reportChanged: replace(&pack, "reports/summary.csv", "Small", "Large")
    case .evidenceChanged: pack["assessment/evidence/keys.txt"].append(0x20)
    case .fileRemoved: pack.remove("assessment/evidence.yaml")
    case .fileAdded: pack["extra.txt"] = [1]
    case .listedTwice: try pack.changeManifest { $0.files.append($0.files[0]) }
    case .reportForged:
      replace(&pack, "reports/gaps-code.csv", "missing", "met")
      try pack.settle()
    case .answerForged:
      replace(&pack, "assessment/answers.yaml", "absent", "implemented")
      try pack.settle()
    case .reportInvented: try pack.add("reports/gaps-other.csv", "all is well\n", as: .report)
    case .reportHiddenAsNote: try pack.add("reports/note.csv", "all is well\n", as: .note)
    case .evidenceDeniedInManifest:
      pack["assessment/evidence/keys.txt"].append(0x20)
      try pack.settle()
    case .organisationForged: try pack.changeManifest { $0.organisation = "Another lab" }
    case .dayForged: try pack.changeManifest { $0.asOf = "2026-06-29" }
    case .dayNonsense: try pack.changeManifest { $0.asOf = "yesterday" }
    case .roleForged:
      try pack.changeManifest { manifest in
        for index in manifest.files.indices where manifest.files[index].name.hasSuffix("s.yaml") {
          manifest.files[index].role = .report
        }
      }
    case .assessmentOutside: try pack.changeManifest { $0.assessment = "../x" }
    case .assessmentNameless: try pack.changeManifest { $0.assessment = "" }
    case .assessmentAbsolute: try pack.changeManifest { $0.assessment = "/etc" }
    case .assessmentElsewhere: try pack.changeManifest { $0.assessment = "assessment/../.." }
    case .overlayOutside: try pack.changeManifest { $0.overlays = ["../x"] }
    case .overlayMissing: try pack.changeManifest { $0.overlays = ["overlays/1"] }
    case .fileOutside:
      try pack.changeManifest {
        $0.files.append(
          AuditManifest.File(name: "../../x.yaml", role: .assessment, size: 0, sha256: ""))
      }
    case .catalogBroken:
      pack["library/catalogs/code.yaml"] = Array("format: [".utf8)
      try pack.settle()
    }
  }

  /// What stands in the output.
  var message: String {
    switch self {
    case .answerChanged: "'assessment/answers.yaml' is not the file that was packed"
    case .reportChanged: "'reports/summary.csv' is not the file that was packed"
    case .evidenceChanged: "'assessment/evidence/keys.txt' is not the file that was packed"
    case .fileRemoved: "'assessment/evidence.yaml' is missing"
    case .fileAdded: "'extra.txt' is not in the manifest"
    case .listedTwice: "the manifest lists 'README.txt' twice"
    case .reportForged: "'reports/gaps-code.csv' does not follow from its inputs"
    case .answerForged, .dayForged: "'reports/result.json' does not follow from its inputs"
    case .reportInvented: "'reports/gaps-other.csv' does not follow from its inputs"
    case .reportHiddenAsNote: "'reports/note.csv' cannot be a 'note'"
    case .evidenceDeniedInManifest: "does not say truly which evidence is missing or changed"
    case .organisationForged: "the manifest names another organisation than the assessment"
    case .dayNonsense: "'yesterday' is no day"
    case .roleForged: "'assessment/answers.yaml' cannot be a 'report'"
    case .assessmentOutside: "the manifest names '../x', which is not in the pack"
    case .assessmentNameless: "the manifest names '', which is not in the pack"
    case .assessmentAbsolute: "the manifest names '/etc', which is not in the pack"
    case .assessmentElsewhere: "the manifest names 'assessment/../..', which is not in the pack"
    case .overlayOutside: "the manifest names '../x', which is not in the pack"
    case .overlayMissing: "the manifest names 'overlays/1', which is not in the pack"
    case .fileOutside: "'../../x.yaml' is missing"
    case .catalogBroken: "its inputs cannot be scored: "
    }
  }

  private func replace(_ pack: inout PackFile, _ name: String, _ old: String, _ new: String) {
    pack[name] = Array(pack.text(name).replacing(old, with: new).utf8)
  }
}

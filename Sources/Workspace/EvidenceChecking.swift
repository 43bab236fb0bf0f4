internal import ControlModel
internal import Diagnostics
internal import FoundationEssentials

/// Looks at the evidence files of an assessment.
enum EvidenceChecking {
  /// Sets the integrity of each piece of evidence.
  ///
  /// - Returns: what is missing or changed. It does not stop the work: the matrices show it.
  static func check(
    _ evidence: inout [Evidence], root: String, _ sink: inout DiagnosticSink
  ) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    let base = URL(filePath: root).resolvingSymlinksInPath().path
    for index in evidence.indices {
      guard let file = evidence[index].file else { continue }
      let location = evidence[index].origin.location(of: "file")
      // Standardized from the real folder: `..` at the start of a relative path would be lost.
      let target = URL(filePath: "\(base)/\(file)").standardized.resolvingSymlinksInPath().path
      guard !file.hasPrefix("/"), target.hasPrefix(base + "/") else {
        sink.error(
          "outside-assessment", "the evidence file '\(file)' lies outside the assessment",
          at: location, hints: ["copy it into the assessment, so that it can be checked anywhere"])
        continue
      }
      let found = integrity(of: evidence[index], at: target)
      evidence[index].integrity = found.integrity
      if let problem = found.problem {
        problems.append(
          Diagnostic(.error, id: problem.id, problem.summary, at: location, hints: problem.hints))
      }
    }
    return problems
  }

  private static func integrity(
    of evidence: Evidence, at path: String
  ) -> (integrity: Evidence.Integrity, problem: (id: String, summary: String, hints: [String])?) {
    let name = evidence.file ?? ""
    let digest: String
    do throws(Refusal) {
      digest = try FileReading.sha256(of: path)
    } catch {
      let isAbsent = error.diagnostics.contains { $0.id == "no-such-file" }
      let why = error.diagnostics.first?.summary ?? ""
      return (
        .missing,
        (
          isAbsent ? "evidence-missing" : "evidence-unreadable",
          "\(evidence.id): "
            + (isAbsent ? "the file '\(name)' is not there" : "'\(name)': \(why)"),
          ["put it back, or remove the evidence"]
        )
      )
    }
    if evidence.sha256.isEmpty {
      return (
        .noDigest,
        (
          "evidence-without-digest", "\(evidence.id): no digest of '\(name)' is recorded",
          ["look at the file, then add its digest:", "sha256: \(digest)"]
        )
      )
    }
    guard digest == evidence.sha256 else {
      return (
        .changed,
        (
          "evidence-changed", "\(evidence.id): '\(name)' is not the file that was recorded",
          ["its digest is now \(digest)", "look at what changed, then record the new digest"]
        )
      )
    }
    return (.intact, nil)
  }
}

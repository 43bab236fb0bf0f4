internal import ControlModel
public import Scoring
internal import Tables

/// `evidence-register.csv`: every piece of evidence, whether it counts, and what it stands for.
public struct EvidenceTable {
  /// The columns (`docs/audit-pack.md`).
  static let columns = [
    "evidence", "title", "kind", "file", "url", "sha256", "shows", "validUntil", "contexts",
    "state", "practices", "decisions",
  ]

  private let result: AssessmentResult

  /// Makes the register of an assessment.
  public init(_ result: AssessmentResult) { self.result = result }

  /// The file.
  public func encoded() -> [UInt8] {
    let assessment = result.input.assessment
    let citations = EvidenceCitations(assessment)
    var table = CSVTable(Self.columns)
    for evidence in assessment.evidence.sorted(by: { $0.id < $1.id }) {
      table.append([
        .text(evidence.id.rawValue), .text(evidence.title), .text(evidence.kind),
        .text(evidence.file ?? ""), .text(evidence.url ?? ""), .text(evidence.sha256),
        .text(evidence.shows?.description ?? ""), .text(evidence.validUntil?.description ?? ""),
        .text(evidence.contexts.map(\.rawValue).joined(separator: "; ")),
        .text(evidence.state(on: result.input.asOf).rawValue),
        .text((citations.practices[evidence.id] ?? []).joined(separator: "; ")),
        .text((citations.decisions[evidence.id] ?? []).joined(separator: "; ")),
      ])
    }
    return table.encoded()
  }
}

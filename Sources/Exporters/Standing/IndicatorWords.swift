public import ControlModel
public import Scoring

/// What was said of the indicators of an outcome (CAF), for every report.
public struct IndicatorWords {
  private let answers: [Answered: [IndicatorAnswer]]

  private struct Answered: Hashable {
    var catalog: CatalogID
    var outcome: String
  }

  /// Takes the answers of an assessment.
  public init(_ assessment: Assessment) {
    answers = Dictionary(grouping: assessment.indicators) { answer in
      // `A1.a` of `A1.a.NA.1`
      let parts = answer.id.split(separator: ".").dropLast(2)
      return Answered(catalog: answer.catalog, outcome: parts.joined(separator: "."))
    }.mapValues { $0.sorted(by: Self.precede) }
  }

  /// The answers for one outcome in one context, column by column, as its table counts them.
  public func answers(of row: RequirementResult) -> [IndicatorAnswer] {
    (answers[Answered(catalog: row.catalog, outcome: row.requirement.rawValue)] ?? []).filter {
      $0.contexts.isEmpty || $0.contexts.contains(row.context)
    }
  }

  /// `A1.a.A.1: true, evidence board-minutes; A1.a.NA.1: false`
  func text(of row: RequirementResult) -> String {
    answers(of: row).map { answer in
      let pieces = answer.evidence.map(\.rawValue).joined(separator: ", ")
      return "\(answer.id): \(answer.holds)\(pieces.isEmpty ? "" : ", evidence \(pieces)")"
    }.joined(separator: "; ")
  }

  private static func precede(_ left: IndicatorAnswer, _ right: IndicatorAnswer) -> Bool {
    func number(_ id: String) -> Int { Int(id.split(separator: ".").last ?? "") ?? 0 }
    func column(_ id: String) -> Substring { id.split(separator: ".").dropLast().last ?? "" }
    let first = (column(left.id), number(left.id), left.id)
    return first < (column(right.id), number(right.id), right.id)
  }
}

internal import ControlModel
public import Scoring
internal import Tables

/// `gaps-<catalog>.csv`: one row for each requirement and context (`docs/csv.md`).
public struct GapMatrix {
  /// The columns in their order.
  public static let columns = [
    "catalog", "requirement", "clause", "context", "exposure", "group", "title", "summary",
    "modality", "level", "verdict", "claimedLower", "claimedUpper", "assuredLower",
    "assuredUpper", "plannedLower", "plannedUpper", "resilience", "singlePoints", "practices",
    "ownPairs", "evidence", "owner", "due", "determination", "missing", "grade", "gradeBasis",
    "indicators",
  ]

  private let result: AssessmentResult
  private let contexts: [ContextID: Context]
  private let practices: [PracticeID: Practice]
  private let answers: [PracticeID: Answer]
  private let evidence: [EvidenceID: Evidence]
  private let indicators: IndicatorWords

  /// Makes the matrices of an assessment.
  public init(_ result: AssessmentResult) {
    self.result = result
    let assessment = result.input.assessment
    contexts = Dictionary(assessment.contexts.map { ($0.id, $0) }) { first, _ in first }
    practices = Dictionary(result.input.practices.map { ($0.id, $0) }) { first, _ in first }
    answers = Dictionary(assessment.answers.map { ($0.practice, $0) }) { first, _ in first }
    evidence = Dictionary(assessment.evidence.map { ($0.id, $0) }) { first, _ in first }
    indicators = IndicatorWords(assessment)
  }

  /// The file of one catalog.
  public func encoded(_ catalog: CatalogResult, forExcel: Bool = false) -> [UInt8] {
    CSVTable.encoded(Self.columns.map { .text($0) }, rows(of: catalog), forExcel: forExcel)
  }

  /// The rows below the header, for every form that the matrix is given in.
  func rows(of catalog: CatalogResult) -> [[CSVTable.Cell]] {
    let controls = Dictionary(catalog.catalog.controls.map { ($0.id, $0) }) { first, _ in first }
    let groups = CatalogHeadings(catalog.catalog)
    let outcomes = Self.outcomes(catalog)
    return catalog.results.compactMap { row in
      controls[row.requirement].map { control in
        cells(row, control, groups)
          + grade(row, outcomes[row.context]?[row.requirement], control)
      }
    }
  }

  private static func outcomes(
    _ catalog: CatalogResult
  ) -> [ContextID: [ControlID: OutcomesResult.Outcome]] {
    var outcomes: [ContextID: [ControlID: OutcomesResult.Outcome]] = [:]
    for score in catalog.contexts {
      guard let context = score.context, case .outcomes(let result) = score.conformance else {
        continue
      }
      outcomes[context] = Dictionary(result.outcomes.map { ($0.id, $0) }) { first, _ in first }
    }
    return outcomes
  }

  /// What the rule of outcomes (CAF) says, and by which indicators.
  private func grade(
    _ row: RequirementResult, _ outcome: OutcomesResult.Outcome?, _ control: Control
  ) -> [CSVTable.Cell] {
    guard let outcome else { return [.empty, .empty, .empty] }
    let grade =
      outcome.lowest == outcome.highest
      ? outcome.lowest.rawValue : "\(outcome.lowest.rawValue) to \(outcome.highest.rawValue)"
    let told = control.indicators == nil ? "" : indicators.text(of: row)
    return [.text(grade), .text(outcome.basis.rawValue), .text(told)]
  }

  private func cells(
    _ row: RequirementResult, _ control: Control, _ groups: CatalogHeadings
  ) -> [CSVTable.Cell] {
    let isScored = row.verdict != .notApplicable
    func bound(_ value: Double) -> CSVTable.Cell { isScored ? .number(value) : .empty }
    return [
      .text(row.catalog.rawValue), .text("\(row.catalog)/\(row.requirement)"),
      .id(row.requirement.rawValue), .id(row.context.rawValue),
      .text(contexts[row.context]?.exposure.rawValue ?? ""), .text(groups.path(of: control)),
      .text(control.title), .text(control.summary), .text(control.modality?.rawValue ?? ""),
      .text(control.level), .text(row.verdict.rawValue),
      bound(row.bounds.claimed.lower), bound(row.bounds.claimed.upper),
      bound(row.bounds.assured.lower), bound(row.bounds.assured.upper),
      bound(row.bounds.planned.lower), bound(row.bounds.planned.upper),
      row.resilience.map { .count($0.failures) } ?? .empty,
      .text(row.resilience?.singlePoints.map(\.rawValue).joined(separator: "; ") ?? ""),
      .text(row.contributions.map { words($0, row.requirement) }.joined(separator: "; ")),
      .count(row.contributions.count(where: \.pair.isOwn)),
      .text(evidenceWords(row)), .text(owners(row)), .text(due(row)),
      .text(determinationWords(row)),
      .text(
        Shortfall.sentences(row, asOf: result.input.asOf)
          .joined(separator: " ")),
    ]
  }

  /// `weights-encrypted-at-rest: implemented, share 0.5 of at-rest when key-bits >= 256`
  private func words(_ contribution: Contribution, _ requirement: ControlID) -> String {
    let pair = contribution.pair.pair
    var text = "\(contribution.pair.practice): \(contribution.finding.status.word)"
    if case .partial(let extent) = contribution.finding.status {
      text += " \(CSVTable.decimal(extent))"
    }
    text += ", share \(pair.isShareKnown ? CSVTable.decimal(pair.share) : "unknown")"
    if pair.target != requirement { text += " of \(pair.target)" }
    if let aspect = pair.aspect { text += " of \(aspect)" }
    if let condition = pair.when { text += " when \(condition)" }
    return text
  }

  func evidenceWords(_ row: RequirementResult) -> String {
    var told: Set<EvidenceID> = []
    let ids = row.contributions.flatMap(\.finding.evidence) + (row.determination?.evidence ?? [])
    return ids.filter { told.insert($0).inserted }.compactMap { evidence[$0] }.map { piece in
      let isElsewhere = !piece.contexts.isEmpty && !piece.contexts.contains(row.context)
      let state =
        isElsewhere ? "other-context" : piece.state(on: result.input.asOf).rawValue
      let shows = piece.shows.map { " \($0)" } ?? ""
      let until = piece.validUntil.map { " until \($0)" } ?? ""
      return "\(piece.id)\(shows) \(state)\(until)"
    }.joined(separator: "; ")
  }

  func owners(_ row: RequirementResult) -> String {
    var told: Set<String> = []
    return row.contributions.map { contribution in
      let own = answers[contribution.pair.practice]?.owner ?? ""
      return own.isEmpty ? practices[contribution.pair.practice]?.owner ?? "" : own
    }.filter { !$0.isEmpty && told.insert($0).inserted }.joined(separator: "; ")
  }

  /// The last day on which something that is planned for it falls due.
  private func due(_ row: RequirementResult) -> String {
    row.contributions.compactMap(\.finding.due).max().map(\.description) ?? ""
  }

  func determinationWords(_ row: RequirementResult) -> String {
    guard let decision = row.determination else { return "" }
    let expiry = decision.expires.map { ", until \($0)" } ?? ""
    return "\(decision.decision.rawValue) by \(decision.approver)\(expiry): \(decision.rationale)"
  }
}

/// The headings above a control.
struct CatalogHeadings {
  private let groups: [String: Group]
  private let controls: [String: Control]

  init(_ catalog: Catalog) {
    groups = Dictionary(catalog.groups.map { ($0.id.rawValue, $0) }) { first, _ in first }
    controls = Dictionary(catalog.controls.map { ($0.id.rawValue, $0) }) { first, _ in first }
  }

  /// `Weight Security`; nil for a control below no heading.
  func outermost(of control: Control) -> String? { titles(above: control).last }

  /// `Weight Security / Weight Storage`
  func path(of control: Control) -> String {
    titles(above: control).reversed().joined(separator: " / ")
  }

  /// Innermost first.
  private func titles(above control: Control) -> [String] {
    var titles: [String] = []
    var parent = control.parent
    for _ in 0..<64 {
      if let group = groups[parent] {
        titles.append(group.title)
        parent = group.parent?.rawValue ?? ""
      } else if let above = controls[parent] {
        titles.append(above.title.isEmpty ? above.id.rawValue : above.title)
        parent = above.parent
      } else {
        break
      }
    }
    return titles
  }
}

internal import ControlModel
internal import Scoring
internal import Spreadsheets

/// The statement of applicability: for each requirement whether it applies, and why or why not.
///
/// Contexts in which the same is true stand in one row.
struct ApplicabilitySheet {
  private let result: AssessmentResult
  private let matrix: GapMatrix
  private let paper: PrintSetup

  init(_ result: AssessmentResult, _ paper: PrintSetup) {
    self.result = result
    matrix = GapMatrix(result)
    self.paper = paper
  }

  private static let columns = [
    "catalog", "clause", "requirement", "contexts", "applicable", "justification", "verdict",
    "implemented by", "evidence",
  ]

  func sheet() -> Sheet {
    let rows = result.catalogs.flatMap { self.rows(of: $0) }
    let header = Sheet.Row(Self.columns.map { Cell($0, .header) }, height: 30)
    return Sheet(
      name: "Applicability",
      columns: ColumnWidths.fitting(
        [header] + rows, most: [27, 18, 44, 22, 12, 56, 15, 40, 30]),
      rows: [header] + rows, frozenRows: 1, frozenColumns: 2, filterRow: 0, print: paper)
  }

  private func rows(of catalog: CatalogResult) -> [Sheet.Row] {
    let controls = Dictionary(catalog.catalog.controls.map { ($0.id, $0) }) { first, _ in first }
    var merged: [(cells: [Cell], requirement: ControlID, contexts: [ContextID])] = []
    var start = 0
    for row in catalog.results {
      guard let control = controls[row.requirement] else { continue }
      if merged.last?.requirement != row.requirement { start = merged.count }
      let cells = cells(row, control)
      if let same = merged[start...].firstIndex(where: { $0.cells == cells }) {
        merged[same].contexts.append(row.context)
      } else {
        merged.append((cells, row.requirement, [row.context]))
      }
    }
    let all = result.input.assessment.contexts.count
    return merged.map { entry in
      let control = controls[entry.requirement]
      let contexts =
        entry.contexts.count == all
        ? "all" : entry.contexts.map(\.rawValue).joined(separator: "; ")
      return Sheet.Row(
        [
          Cell(catalog.catalog.id.rawValue, .line), Cell(entry.requirement.rawValue, .line),
          Cell(control?.heading ?? ""), Cell(contexts),
        ] + entry.cells)
    }
  }

  private func cells(_ row: RequirementResult, _ control: Control) -> [Cell] {
    let applies = row.verdict.isApplicable
    return [
      Cell(applies ? "yes" : "no", applies ? .strong : .tone(.aside)),
      Cell(applies ? inclusion(row, control) : exclusion(row, control)),
      Cell(row.verdict),
      Cell(applies ? practices(row) : ""), Cell(matrix.evidenceWords(row)),
    ]
  }

  /// Why it applies: what the assessment and the document say, nothing else.
  private func inclusion(_ row: RequirementResult, _ control: Control) -> String {
    let assessment = result.input.assessment
    var reasons: [String] = []
    let targets = assessment.targets.filter { target in
      target.catalog == row.catalog
        && (target.contexts.isEmpty || target.contexts.contains(row.context))
    }
    if assessment.catalogs.contains(row.catalog) {
      reasons.append("The assessment lists the catalog.")
    } else if assessment.catalogs.isEmpty {
      reasons.append("The assessment is held against every catalog.")
    }
    if !targets.isEmpty {
      let names = targets.map(\.id.rawValue).joined(separator: ", ")
      reasons.append("Targets are set in the catalog for this place: \(names).")
    }
    reasons.append(obligation(control))
    if !control.condition.isEmpty {
      reasons.append("The document's condition, '\(control.condition)', was not set aside.")
    }
    if row.determination != nil { reasons.append("\(matrix.determinationWords(row)).") }
    return reasons.joined(separator: " ")
  }

  private func obligation(_ control: Control) -> String {
    guard !control.appliesTo.isEmpty else {
      return "The document names nobody whom it does not oblige."
    }
    let obliged = control.appliesTo.map(\.rawValue).joined(separator: ", ")
    let played = result.input.assessment.roles.filter { control.appliesTo.contains($0) }
    if result.input.assessment.roles.isEmpty {
      return "It obliges \(obliged); the assessment names no roles, so all are played."
    }
    return played.isEmpty
      ? "It obliges \(obliged)."
      : "It obliges \(obliged), and the organisation is "
        + "\(played.map(\.rawValue).joined(separator: ", "))."
  }

  private func exclusion(_ row: RequirementResult, _ control: Control) -> String {
    switch row.notApplicableBecause {
    case .determination: return matrix.determinationWords(row) + dated(row)
    case .role:
      let roles = result.input.assessment.roles.map(\.rawValue).joined(separator: ", ")
      let obliged = control.appliesTo.map(\.rawValue).joined(separator: ", ")
      return "It obliges \(obliged), and the organisation is only \(roles)."
    case .answers:
      var told: Set<PracticeID> = []
      let reasons = row.contributions.filter { told.insert($0.pair.practice).inserted }.map {
        "\($0.pair.practice): \($0.finding.rationale)"
      }
      return "Every practice mapped to it is answered not-applicable. "
        + reasons.joined(separator: " ")
    case nil: return "Not applicable; no reason is recorded."
    }
  }

  private func dated(_ row: RequirementResult) -> String {
    row.determination?.date.map { " (decided on \($0))" } ?? ""
  }

  /// The practices that do something for it.
  private func practices(_ row: RequirementResult) -> String {
    var told: Set<String> = []
    return row.contributions.compactMap { contribution in
      switch contribution.finding.status {
      case .implemented, .partial, .planned:
        "\(contribution.pair.practice) (\(contribution.finding.status.word))"
      case .absent, .notApplicable, .unanswered: nil
      }
    }.filter { told.insert($0).inserted }.joined(separator: "; ")
  }
}

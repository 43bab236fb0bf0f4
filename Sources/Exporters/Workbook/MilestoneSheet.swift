internal import ControlModel
internal import Scoring
internal import Spreadsheets
internal import Tables

/// The plan of action and milestones: what is not wholly in place and keeps a requirement open,
/// first what nobody has planned.
struct MilestoneSheet {
  private let result: AssessmentResult
  private let paper: PrintSetup
  private let answers: [PracticeID: Answer]
  private let openRequirements: [Place: [Leverage.Requirement]]

  /// One practice in one context.
  private struct Place: Hashable {
    var practice: PracticeID
    var context: ContextID
  }

  init(_ result: AssessmentResult, _ paper: PrintSetup) {
    self.result = result
    self.paper = paper
    answers = Dictionary(result.input.assessment.answers.map { ($0.practice, $0) }) {
      first, _ in first
    }
    var open: [Place: [Leverage.Requirement]] = [:]
    for row in result.catalogs.flatMap(\.results) where row.isOpen {
      var told: Set<PracticeID> = []
      for contribution in row.contributions
      where told.insert(contribution.pair.practice).inserted {
        let place = Place(practice: contribution.pair.practice, context: row.context)
        open[place, default: []].append(
          Leverage.Requirement(catalog: row.catalog, requirement: row.requirement))
      }
    }
    openRequirements = open
  }

  private static let columns = [
    "state", "practice", "action", "contexts", "status", "extent", "due", "owner", "supplier",
    "effort", "alone turns met", "open requirements", "which", "notes",
  ]

  func sheet() -> Sheet {
    let items = (practiceItems() + requirementItems()).sorted { $0.order < $1.order }
    let header = Sheet.Row(Self.columns.map { Cell($0, .header) }, height: 30)
    let rows = items.map { Sheet.Row($0.cells) }
    return Sheet(
      name: "Plan of action",
      columns: ColumnWidths.fitting(
        [header] + rows, most: [11, 34, 44, 22, 15, 9, 12, 26, 18, 8, 9, 13, 60, 30]),
      rows: [header] + rows, frozenRows: 1, frozenColumns: 2, filterRow: 0, print: paper)
  }

  /// One line of the plan, with what decides its place.
  private struct Item {
    var order: Order
    var cells: [Cell]
  }

  /// First what has no plan, by consequence; then what is overdue, and what is planned, by day.
  private struct Order: Comparable {
    var state: State
    var due: String
    var rank: Int
    var name: String

    static func < (left: Order, right: Order) -> Bool {
      (left.state.rawValue, left.due, left.rank, left.name)
        < (right.state.rawValue, right.due, right.rank, right.name)
    }
  }

  private enum State: Int {
    case unplanned, overdue, planned, accepted

    var cell: Cell {
      switch self {
      case .unplanned: Cell("no plan", .tone(.missing))
      case .overdue: Cell("overdue", .tone(.partial))
      case .planned: Cell("planned", .tone(.equivalent))
      case .accepted: Cell("accepted", .tone(.accepted))
      }
    }
  }

  // MARK: Practices

  private func practiceItems() -> [Item] {
    let ranks = Dictionary(
      result.gaps.enumerated().map { ($1.practice, $0) }
    ) { first, _ in first }
    return result.input.practices.flatMap { practice in
      // Contexts in which the same is said and the same is open stand in one line.
      var merged: [(finding: Finding, open: [Leverage.Requirement], contexts: [ContextID])] = []
      for context in result.input.assessment.contexts {
        let finding =
          answers[practice.id]?.finding(in: context.id) ?? Finding(.unanswered)
        let open =
          openRequirements[Place(practice: practice.id, context: context.id)] ?? []
        guard isAction(finding, keepsOpen: !open.isEmpty) else { continue }
        if let same = merged.firstIndex(where: { $0.finding == finding && $0.open == open }) {
          merged[same].contexts.append(context.id)
        } else {
          merged.append((finding, open, [context.id]))
        }
      }
      return merged.map { entry in
        item(practice, entry.finding, entry.open, entry.contexts, ranks[practice.id] ?? .max)
      }
    }
  }

  private func isAction(_ finding: Finding, keepsOpen: Bool) -> Bool {
    switch finding.status {
    case .planned: true
    case .implemented: finding.due != nil
    case .partial: finding.due != nil || keepsOpen
    case .absent, .unanswered: keepsOpen
    case .notApplicable: false
    }
  }

  private func item(
    _ practice: Practice, _ finding: Finding, _ open: [Leverage.Requirement],
    _ contexts: [ContextID], _ rank: Int
  ) -> Item {
    let answer = answers[practice.id]
    let state: State =
      finding.due.map { $0 < result.input.asOf ? .overdue : .planned } ?? .unplanned
    let owner = answer?.owner ?? ""
    let turns = result.gaps.first { $0.practice == practice.id }?.turnsMet.count ?? 0
    var extent = Cell(.blank)
    if case .partial(let share) = finding.status {
      extent = Cell(csv: .number(share))
    }
    return Item(
      order: Order(
        state: state, due: finding.due?.description ?? "", rank: rank,
        name: practice.id.rawValue),
      cells: [
        state.cell, Cell(practice.id.rawValue), Cell(action(practice, finding)),
        Cell(places(contexts)), PracticeSheet.status(finding.status.word), extent,
        Cell(finding.due?.description ?? "", .line),
        Cell(
          owner.isEmpty
            ? (practice.owner.isEmpty ? "" : "\(practice.owner) (usual owner)") : owner),
        Cell(answer?.supplier ?? ""), Cell(practice.effort.rawValue, .line), Cell(count: turns),
        Cell(count: open.count), Cell(names(open)), Cell(answer?.notes ?? ""),
      ])
  }

  private func action(_ practice: Practice, _ finding: Finding) -> String {
    switch finding.status {
    case .unanswered: return "Answer it: \(practice.title)"
    case .implemented, .partial, .planned:
      guard let value = finding.plannedValue, let parameter = practice.parameter else { break }
      let now = finding.value.map { " from \($0)" } ?? ""
      return "\(practice.title): bring \(parameter.name)\(now) to \(value)"
    case .absent, .notApplicable: break
    }
    return practice.title
  }

  private func places(_ contexts: [ContextID]) -> String {
    contexts.count == result.input.assessment.contexts.count
      ? "all" : contexts.map(\.rawValue).joined(separator: "; ")
  }

  /// `dsit-ai-cop-2025: 1.1, 1.1.1; ncsc-caf-4.0: B2.a`
  private func names(_ open: [Leverage.Requirement]) -> String {
    var catalogs: [(id: CatalogID, requirements: [String])] = []
    for requirement in open {
      if catalogs.last?.id != requirement.catalog { catalogs.append((requirement.catalog, [])) }
      catalogs[catalogs.count - 1].requirements.append(requirement.requirement.rawValue)
    }
    return catalogs.map { "\($0.id): \($0.requirements.joined(separator: ", "))" }
      .joined(separator: "; ")
  }

  // MARK: Requirements that no practice of the list closes

  private func requirementItems() -> [Item] {
    result.catalogs.flatMap { catalog in
      let controls = Dictionary(catalog.catalog.controls.map { ($0.id, $0) }) { first, _ in first }
      var merged: [(row: RequirementResult, words: String, contexts: [ContextID])] = []
      for row in catalog.results where row.isOpen && !hasAction(row) {
        let words = Shortfall.sentences(row, asOf: result.input.asOf).joined(separator: " ")
        if let last = merged.last, last.row.requirement == row.requirement, last.words == words {
          merged[merged.count - 1].contexts.append(row.context)
        } else {
          merged.append((row, words, [row.context]))
        }
      }
      return merged.map { entry in
        item(entry.row, controls[entry.row.requirement], entry.words, entry.contexts)
      }
    }
  }

  private func hasAction(_ row: RequirementResult) -> Bool {
    row.contributions.contains { isAction($0.finding, keepsOpen: true) }
  }

  private func item(
    _ row: RequirementResult, _ control: Control?, _ words: String, _ contexts: [ContextID]
  ) -> Item {
    let name = "\(row.catalog)/\(row.requirement)"
    let state: State = row.verdict == .riskAccepted ? .accepted : .unplanned
    let decision = row.determination
    return Item(
      order: Order(
        state: state, due: decision?.expires?.description ?? "", rank: .max, name: "~\(name)"),
      cells: [
        state.cell, Cell("(no practice left to do)"),
        Cell("\(control?.heading ?? ""): \(words)"), Cell(places(contexts)), Cell(row.verdict),
        Cell(.blank), Cell(decision?.expires?.description ?? "", .line),
        Cell(decision?.approver ?? ""), Cell(.blank), Cell(.blank), Cell(.blank), Cell(count: 1),
        Cell("\(row.catalog): \(row.requirement)"), Cell(decision?.rationale ?? ""),
      ])
  }
}

extension RequirementResult {
  /// Whether it counts and is not met.
  fileprivate var isOpen: Bool { verdict.isApplicable && !verdict.isMet }
}

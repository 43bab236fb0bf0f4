internal import ControlModel
internal import Scoring

/// What somebody has to decide, out of the state of targets, plans, decisions and evidence.
struct BoardDecisions {
  private let index: ResultIndex
  private let result: AssessmentResult
  /// Days ahead that a board can still act in.
  static let horizon = 90

  init(_ index: ResultIndex) {
    self.index = index
    result = index.result
  }

  func points() -> [BoardPoint] {
    targets() + overdue() + expiring() + unresolved() + single()
  }

  private func targets() -> [BoardPoint] {
    result.targets.compactMap { target in
      let name = BoardPoint.short(TargetWords.statement(target.target))
      switch target.state {
      case .reached, .onTrack: return nil
      case .offTrack:
        let day = target.target.by.map { " by \($0)" } ?? ""
        return BoardPoint(
          "Fund it or move the day",
          "\(name): no plan covers \(target.unplanned.count) of \(target.asked)\(day)")
      case .missed:
        return BoardPoint(
          target.target.by == nil ? "Set a day or drop it" : "Set a new day or drop it",
          "\(name): missed, \(target.blockers.count) of \(target.asked) open")
      case .undecided:
        return BoardPoint("Restate it", "\(name): nothing that it asks for is applicable")
      }
    }
  }

  private func overdue() -> [BoardPoint] {
    let late = result.input.practices.map(\.id).filter { id in
      guard let answer = index.answers[id] else { return false }
      return index.contexts.contains { context in
        let finding = answer.finding(in: context.id)
        guard let due = finding.due, due < index.asOf else { return false }
        return finding.status.word == "planned" || finding.status.word == "partial"
      }
    }
    guard !late.isEmpty else { return [] }
    return [
      BoardPoint(
        "Confirm or replan",
        "past their day: \(BoardPoint.counted(late.count, "plan")): \(names(late.map(\.rawValue)))")
    ]
  }

  private func expiring() -> [BoardPoint] {
    var points: [BoardPoint] = []
    let decisions = result.input.assessment.determinations.filter { $0.decision == .riskAccepted }
    let ended = decisions.filter { $0.isExpired(on: index.asOf) }
    if !ended.isEmpty {
      points.append(
        BoardPoint(
          "Renew or close",
          "ran out: \(BoardPoint.counted(ended.count, "risk acceptance")): \(names(ended.map(\.requirement.rawValue)))"
        ))
    }
    let ending = decisions.filter { isSoon($0.expires) }
    if !ending.isEmpty {
      points.append(
        BoardPoint(
          "Renew or close",
          "within \(Self.horizon) days end: \(BoardPoint.counted(ending.count, "risk acceptance")): "
            + names(ending.map(\.requirement.rawValue))))
    }
    return points
  }

  private func unresolved() -> [BoardPoint] {
    let rows = result.catalogs.flatMap { catalog in
      catalog.weakest.filter { $0.verdict == .unresolved }
    }
    guard !rows.isEmpty else { return [] }
    return [
      BoardPoint(
        "Decide whether it is enough",
        "\(BoardPoint.counted(rows.count, "requirement")) may be met, if parts do not overlap: "
          + names(rows.map(\.requirement.rawValue)))
    ]
  }

  private func single() -> [BoardPoint] {
    guard let point = result.singlePoints.first else { return [] }
    return [
      BoardPoint(
        "Accept or add a second line",
        "single points of failure: \(BoardPoint.counted(result.singlePoints.count, "practice")); "
          + "with \(point.practice) alone falls what is met of "
          + BoardPoint.counted(point.requirements.count, "requirement"))
    ]
  }

  /// Whether a day lies within the horizon, today included.
  func isSoon(_ day: CalendarDate?) -> Bool {
    guard let day, day >= index.asOf else { return false }
    // Months are near enough, and need no calendar arithmetic.
    func months(_ date: CalendarDate) -> Int { (date.year * 12 + date.month) * 31 + date.day }
    return months(day) - months(index.asOf) <= 3 * 31
  }

  private func names(_ all: [String]) -> String {
    var told: Set<String> = []
    let ids = all.filter { told.insert($0).inserted }
    let shown = ids.prefix(4).joined(separator: ", ")
    return ids.count > 4 ? "\(shown) and \(ids.count - 4) more" : shown
  }
}

internal import ControlModel
internal import Scoring

/// What somebody has to decide, out of the state of targets, plans, decisions and evidence.
struct BoardDecisions {
  private let index: ResultIndex
  private let result: AssessmentResult
  private let names: BoardNames
  /// Days ahead that a board can still act in.
  static let horizon = 90

  init(_ index: ResultIndex, _ names: BoardNames) {
    self.index = index
    self.names = names
    result = index.result
  }

  func points() -> [BoardPoint] {
    beginning() + someTargets() + overdue() + expiring() + unresolved() + single()
  }

  /// Without answers and targets there is little else to decide.
  private func beginning() -> [BoardPoint] {
    var points: [BoardPoint] = []
    let open = result.input.practices.count { practice in
      index.contexts.allSatisfy {
        index.answers[practice.id]?.finding(in: $0.id).status ?? .unanswered == .unanswered
      }
    }
    if open * 2 > result.input.practices.count {
      points.append(
        BoardPoint(
          "Have it answered",
          "\(open) of \(result.input.practices.count) practices have no answer in any place"))
    }
    if result.targets.isEmpty {
      points.append(
        BoardPoint("Set a target", "none says what is to be reached, where and by when"))
    }
    return points
  }

  /// At most five: a board has other things to decide as well.
  private func someTargets() -> [BoardPoint] {
    let points = targets()
    guard points.count > 5 else { return points }
    return points.prefix(4) + [
      BoardPoint(
        "And \(points.count - 4) more targets", "they are off track, missed or undecided too")
    ]
  }

  private func targets() -> [BoardPoint] {
    result.targets.compactMap { target in
      let name = BoardPoint.short(TargetWords.statement(target.target))
      switch target.state {
      case .reached, .onTrack: return nil
      case .offTrack:
        let open =
          target.coverage == nil
          ? "\(target.unplanned.count) of the \(target.asked) requirements that it asks for have no "
            + "plan in time" : "the plans do not reach it"
        return BoardPoint("Fund it or move the day", "\(name); \(open)")
      case .missed:
        return BoardPoint(
          target.target.by == nil ? "Set a day or drop it" : "Set a new day or drop it",
          "\(name); "
            + (target.coverage == nil
              ? "\(target.blockers.count) of \(target.asked) are not met" : "now \(target.now)"))
      case .undecided:
        return BoardPoint("Restate it", "\(name); nothing that it asks for is applicable")
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
        "\(BoardPoint.counted(late.count, "plan")) past the day: "
          + BoardNames.few(late.map(\.rawValue), 4))
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
          "\(BoardPoint.counted(ended.count, "risk acceptance")) ran out: \(clauses(ended))"))
    }
    let ending = decisions.filter { isSoon($0.expires) }
    if !ending.isEmpty {
      points.append(
        BoardPoint(
          "Renew or close",
          "\(BoardPoint.counted(ending.count, "risk acceptance")) to end within \(Self.horizon) "
            + "days: \(clauses(ending))"))
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
        "\(BoardPoint.counted(rows.count, "requirement")) may be met by partial measures together: "
          + names.list(rows.map { ($0.catalog, $0.requirement) }))
    ]
  }

  private func single() -> [BoardPoint] {
    guard let point = result.singlePoints.first else { return [] }
    let total = BoardPoint.counted(result.singlePoints.count, "practice")
    let verb = result.singlePoints.count == 1 ? "is a single point" : "are single points"
    return [
      BoardPoint(
        "Accept or add a second line",
        "\(total) \(verb) of failure. Most hangs on ‘\(index.title(of: point.practice))’: if it "
          + "fails, \(BoardPoint.counted(point.requirements.count, "requirement")) "
          + "\(point.requirements.count == 1 ? "is" : "are") no longer met")
    ]
  }

  /// Whether a day lies within the horizon, today included.
  func isSoon(_ day: CalendarDate?) -> Bool {
    guard let day, day >= index.asOf else { return false }
    // Months are near enough, and need no calendar arithmetic.
    func months(_ date: CalendarDate) -> Int { (date.year * 12 + date.month) * 31 + date.day }
    return months(day) - months(index.asOf) <= 3 * 31
  }

  private func clauses(_ decisions: [Determination]) -> String {
    names.list(decisions.map { ($0.catalog, $0.requirement) })
  }
}

internal import ControlModel
internal import HTMLTree
internal import Scoring

/// How far each target is, and how far the plans that are due by its day go.
struct TargetProgress {
  let targets: [TargetResult]

  private static let left = 330
  private static let bar = 300

  /// Shares 0…1 of what a target asks for: now, and with the plans that are due by its day.
  private static func shares(_ result: TargetResult) -> (now: Double, planned: Double, goal: Double)
  {
    if let coverage = result.coverage, case .coverage(let goal) = result.target.goal {
      return (coverage, result.state == .onTrack ? max(goal, coverage) : coverage, goal)
    }
    guard result.asked > 0 else { return (0, 0, 1) }
    let now = Double(result.asked - result.blockers.count) / Double(result.asked)
    switch result.state {
    case .onTrack, .offTrack:
      let planned = Double(result.asked - result.unplanned.count) / Double(result.asked)
      return (now, max(now, planned), 1)
    case .reached, .missed, .undecided: return (now, now, 1)
    }
  }

  func html() -> HTML {
    var shapes: [HTML] = []
    for (row, result) in targets.enumerated() {
      let y = row * 46 + 8
      let lines = Drawing.wrapped(TargetWords.statement(result.target), width: 44, lines: 2)
      for (number, line) in lines.enumerated() {
        shapes.append(Drawing.text(line, x: 0, y: y + 12 + number * 15))
      }
      let shares = Self.shares(result)
      func x(_ share: Double) -> Int { Int((share * Double(Self.bar)).rounded()) }
      shapes.append(Drawing.box("band open", x: Self.left, y: y, width: Self.bar, height: 16))
      if shares.planned > shares.now {
        shapes.append(
          Drawing.box("band planned", x: Self.left, y: y, width: x(shares.planned), height: 16))
      }
      if x(shares.now) > 0 {
        shapes.append(
          Drawing.box("band lower", x: Self.left, y: y, width: x(shares.now), height: 16))
      }
      shapes.append(
        Drawing.line(
          "goal", x1: Self.left + x(shares.goal), y1: y - 4, x2: Self.left + x(shares.goal),
          y2: y + 20))
      let right = Self.left + Self.bar + 14
      shapes.append(
        Drawing.text(TargetWords.state(result.state), x: right, y: y + 7, style: "strong"))
      shapes.append(
        Drawing.text(TargetWords.progress(result), x: right, y: y + 23, style: "small"))
    }
    return Drawing.figure(
      id: "progress", caption: "Progress against the targets",
      describes: "Progress against the targets: \(TargetWords.counts(targets)).",
      width: Self.left + Self.bar + 180, height: targets.count * 46 + 6, shapes,
      legend: [
        ("band lower", "done now"), ("band planned", "planned by the target's day"),
        ("band open", "open"), ("goal", "goal"),
      ],
      table: DataTable.html(
        head: ["Target", "State", "By", "Now", "Done", "Open", "Open after the plans"],
        texts: targets.map { result in
          [
            TargetWords.statement(result.target), TargetWords.state(result.state),
            result.target.by.map(\.description) ?? "now", result.now, TargetWords.progress(result),
            "\(result.blockers.count) of \(result.asked)", Self.afterPlans(result),
          ]
        }))
  }

  private static func afterPlans(_ result: TargetResult) -> String {
    switch result.state {
    case .onTrack, .offTrack: "\(result.unplanned.count) of \(result.asked)"
    case .reached, .missed, .undecided: "–"
    }
  }
}

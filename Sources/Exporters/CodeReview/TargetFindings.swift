internal import ControlModel
internal import Diagnostics
public import Scoring

/// Targets, and lowest coverages, as findings for code-review tools.
public enum TargetFindings {
  /// What the rules are about.
  public static let rules = [
    "target-missed": "A target of the assessment is not reached and its day has come",
    "target-off-track": "The plans do not reach a target by its day",
    "target-undecided": "Nothing that a target asks for is applicable",
    "target-on-track": "A target is not reached yet; the plans reach it by its day",
    "coverage-below-floor": "A catalog is covered less than the check asks for",
  ]

  /// A finding for each target that is not reached: an error where a check fails because of it,
  /// else a note. And an error for each coverage that is too low.
  public static func findings(
    _ result: AssessmentResult, strict: Bool = false, floors: [CoverageFloorResult] = []
  ) -> [SARIFLog.Finding] {
    result.targets.filter { $0.state != .reached }.map { target in
      SARIFLog.Finding(
        rule: "target-\(target.state.rawValue)",
        severity: target.isUnmet(strict: strict) ? .error : .note, message: message(target),
        location: target.target.origin.location(of: "id"), key: target.target.id.rawValue)
    }
      + floors.filter { !$0.isMet }.map { floor in
        SARIFLog.Finding(
          rule: "coverage-below-floor", severity: .error, message: floor.message,
          key: floor.catalog.rawValue)
      }
  }

  /// The target, where it stands, and all that keeps it from being reached.
  static func message(_ result: TargetResult) -> String {
    let target = result.target
    var lines = [
      "\(target.id): \(target.statement.isEmpty ? "target in \(target.catalog)" : target.statement)",
      "Now: \(result.now).",
    ]
    if let day = target.by { lines.append("By: \(day).") }
    if !result.blockers.isEmpty {
      lines.append("Open (\(result.blockers.count)):")
      lines += places(result.blockers)
    }
    if result.state == .offTrack {
      lines.append("Without a plan (\(result.unplanned.count)):")
      lines += places(result.unplanned)
    }
    return lines.joined(separator: "\n")
  }

  /// A line for each context: `  partner-site (2): 1.1, 1.2`
  private static func places(_ blockers: [TargetResult.Blocker]) -> [String] {
    var order: [ContextID] = []
    var requirements: [ContextID: [String]] = [:]
    for blocker in blockers {
      if requirements[blocker.context] == nil { order.append(blocker.context) }
      requirements[blocker.context, default: []].append(blocker.requirement.rawValue)
    }
    return order.map { context in
      let ids = requirements[context] ?? []
      return "  \(context) (\(ids.count)): \(ids.joined(separator: ", "))"
    }
  }
}

internal import ControlModel
internal import Scoring

/// Targets in words, for every report.
enum TargetWords {
  static func state(_ state: TargetResult.State) -> String {
    switch state {
    case .reached: "reached"
    case .onTrack: "on track"
    case .offTrack: "off track"
    case .missed: "missed"
    case .undecided: "undecided"
    }
  }

  /// The team's own sentence, else what the target asks for.
  static func statement(_ target: Target) -> String {
    guard target.statement.isEmpty else { return target.statement }
    return switch target.goal {
    case .level(let level): "\(target.catalog): \(level)"
    case .modality(let modality): "\(target.catalog): every \(modality.rawValue) control"
    case .coverage(let share): "\(target.catalog): coverage of \(Percent.text(share))"
    case .outcomes(let grade, _): "\(target.catalog): every outcome \(grade.rawValue)"
    }
  }

  /// `1 of 6 targets reached, 1 on track, 3 off track, 1 missed`
  static func counts(_ targets: [TargetResult]) -> String {
    let reached = targets.count { $0.state == .reached }
    let rest = [TargetResult.State.onTrack, .offTrack, .missed, .undecided].compactMap { state in
      let count = targets.count { $0.state == state }
      return count > 0 ? ", \(count) \(Self.state(state))" : nil
    }
    return "\(reached) of \(targets.count) targets reached\(rest.joined())"
  }

  /// `62 of 144 requirements done` or, for coverage, what is certain.
  static func progress(_ result: TargetResult) -> String {
    if let coverage = result.coverage { return "at least \(Percent.text(coverage))" }
    return "\(result.asked - result.blockers.count) of \(result.asked) done"
  }
}

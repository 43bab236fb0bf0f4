internal import ControlModel
internal import Scoring

/// Targets for people.
enum TargetText {
  /// A target with its state, where it stands, and what keeps it from being reached.
  static func lines(_ result: TargetResult, _ paint: Paint) -> String {
    let target = result.target
    let state = paint(TextLayout.left(words(result.state), 9), colour(result.state))
    let by = target.by.map { ", by \($0)" } ?? ""
    let track = target.track == .assured ? ", by evidence" : ""
    let statement = target.statement.isEmpty ? asked(target) : target.statement
    var lines = [
      TextLayout.folded(
        "\(statement) (\(target.id)\(by)\(track))", first: "\(state) ", indent: 10),
      TextLayout.folded(
        "now: \(result.now)\(blockerWords(result))", first: "          ", indent: 10),
    ]
    if result.state == .offTrack {
      lines.append(
        TextLayout.folded(
          "no plan meets by then: \(names(result.unplanned))", first: "          ", indent: 10))
    }
    return lines.joined(separator: "\n")
  }

  private static func words(_ state: TargetResult.State) -> String {
    switch state {
    case .reached: "reached"
    case .onTrack: "on track"
    case .offTrack: "off track"
    case .missed: "missed"
    case .undecided: "undecided"
    }
  }

  private static func colour(_ state: TargetResult.State) -> Paint.Colour {
    switch state {
    case .reached: .green
    case .onTrack: .yellow
    case .offTrack, .missed, .undecided: .red
    }
  }

  private static func asked(_ target: Target) -> String {
    switch target.goal {
    case .level(let level): "\(target.catalog): \(level)"
    case .modality(let modality): "\(target.catalog): every \(modality.rawValue) control"
    case .coverage(let share): "\(target.catalog): coverage of \(Percent.text(share))"
    case .outcomes(let grade, _): "\(target.catalog): every outcome \(grade.rawValue)"
    }
  }

  private static func blockerWords(_ result: TargetResult) -> String {
    guard !result.blockers.isEmpty else { return "" }
    let requirements = Set(result.blockers.map(\.requirement)).count
    let places = result.blockers.count > requirements ? ", in \(result.blockers.count) places" : ""
    return "; \(requirements) open\(places): \(names(result.blockers))"
  }

  private static func names(_ blockers: [TargetResult.Blocker]) -> String {
    var told: Set<ControlID> = []
    let ids = blockers.map(\.requirement).filter { told.insert($0).inserted }
    let shown = ids.prefix(4).map(\.rawValue).joined(separator: ", ")
    return ids.count > 4 ? "\(shown) and \(ids.count - 4) more" : shown
  }
}

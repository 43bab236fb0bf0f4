internal import ControlModel
internal import Exporters
internal import Scoring

/// Where an assessment stands, in as many lines as it has catalogs.
struct HeadlineText {
  private let result: AssessmentResult
  private let paint: Paint

  init(_ result: AssessmentResult, _ paint: Paint) {
    self.result = result
    self.paint = paint
  }

  func text() -> String {
    let isSplit = result.input.assessment.contexts.count > 1
    var lines = [paint("In short" + (isSplit ? ", in the weakest context" : ""), .bold)]
    for catalog in result.catalogs {
      guard let line = Headline.sentence(catalog) else { continue }
      let name = TextLayout.left(catalog.catalog.id.rawValue, 25)
      lines.append(TextLayout.folded(line, first: "  \(name) ", indent: 28))
    }
    if !result.targets.isEmpty {
      let reached = result.targets.count { $0.state == .reached }
      let others: [(TargetResult.State, String)] = [
        (.onTrack, "on track"), (.offTrack, "off track"), (.missed, "missed"),
        (.undecided, "undecided"),
      ]
      let rest = others.compactMap { state, word in
        let count = result.targets.count { $0.state == state }
        return count > 0 ? ", \(count) \(word)" : nil
      }
      lines.append(
        "  \(TextLayout.left("targets", 25)) \(reached) of \(result.targets.count) reached"
          + rest.joined())
    }
    return lines.joined(separator: "\n")
  }
}

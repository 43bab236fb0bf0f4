internal import ControlModel
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
      guard let line = line(catalog) else { continue }
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

  private func line(_ catalog: CatalogResult) -> String? {
    let coverage = catalog.overall.coverage
    let counts = coverage.counts
    guard counts.total > 0 else { return nil }
    guard counts.applicable > 0 else { return "no score, because nothing is applicable" }
    switch catalog.overall.conformance {
    case .modality(let modality):
      guard let required = modality.part(.required) else { return nil }
      return "\(required.counts.met) of \(required.counts.applicable) required met, "
        + "\(required.assuredMet) by evidence"
    case .levels(let levels):
      let claimed = levels.reached[.claimed]
      let best =
        levels.possible == claimed ? "" : ", at best \(name(levels.possible, catalog.catalog))"
      return "\(name(claimed, catalog.catalog))\(best), "
        + "by evidence \(name(levels.reached[.assured], catalog.catalog))"
    case .outcomes(let outcomes):
      return "\(outcomes.count(.achieved)) of \(outcomes.outcomes.count) outcomes achieved, "
        + "\(outcomes.count(.partiallyAchieved)) partially, "
        + "\(outcomes.count(.notAchieved)) not, \(outcomes.open) not settled"
    case .coverage:
      return "\(counts.met) of \(counts.applicable) met, "
        + "\(coverage.assuredMet) by evidence"
    }
  }

  private func name(_ position: Int?, _ catalog: Catalog) -> String {
    guard let position else { return "no score" }
    guard position > 0 else { return "below \(catalog.levels.first?.id ?? "any level")" }
    return position <= catalog.levels.count ? catalog.levels[position - 1].id : ""
  }
}

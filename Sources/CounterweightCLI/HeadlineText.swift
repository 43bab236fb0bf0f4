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
      lines.append(
        TextLayout.folded("\(Self.title(catalog.catalog)): \(line)", first: "  ", indent: 6))
    }
    if !result.targets.isEmpty {
      let reached = result.targets.count { $0.state == .reached }
      let onTrack = result.targets.count { $0.state == .onTrack }
      lines.append(
        "  Targets: \(reached) of \(result.targets.count) reached, \(onTrack) on track")
    }
    return lines.joined(separator: "\n")
  }

  /// The title, cut where it is long.
  private static func title(_ catalog: Catalog) -> String {
    TextLayout.cut("\(catalog.publisher.prefix { $0 != " " }) \(catalog.title)", 50)
  }

  private func line(_ catalog: CatalogResult) -> String? {
    let coverage = catalog.overall.coverage
    let counts = coverage.counts
    guard counts.total > 0 else { return nil }
    guard counts.applicable > 0 else { return "no score, because nothing is applicable" }
    switch catalog.overall.conformance {
    case .modality(let modality):
      guard let required = modality.part(.required) else { return nil }
      return "\(required.counts.met) of \(required.counts.applicable) required controls met, "
        + "\(required.assuredMet) of them by evidence"
    case .levels(let levels):
      return "\(name(levels.reached[.claimed], catalog.catalog)), "
        + "by evidence \(name(levels.reached[.assured], catalog.catalog))"
    case .outcomes(let outcomes):
      return "\(outcomes.count(.achieved)) of \(outcomes.outcomes.count) outcomes achieved, "
        + "\(outcomes.open) open"
    case .coverage:
      return "\(counts.met) of \(counts.applicable) requirements met, "
        + "\(coverage.assuredMet) of them by evidence"
    }
  }

  private func name(_ position: Int?, _ catalog: Catalog) -> String {
    guard let position else { return "no score" }
    guard position > 0 else { return "below \(catalog.levels.first?.id ?? "any level")" }
    return position <= catalog.levels.count ? catalog.levels[position - 1].id : ""
  }
}

public import ControlModel
public import Scoring

/// Where a catalog stands, in one sentence.
public enum Headline {
  /// `13 of 49 required met, 6 by evidence`; in all contexts together, so in the weakest.
  ///
  /// - Returns: nil for a catalog that has nothing to be assessed.
  public static func sentence(_ catalog: CatalogResult) -> String? {
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
        levels.possible == claimed
        ? "" : ", at best \(LevelName.text(levels.possible, catalog.catalog))"
      return "\(LevelName.text(claimed, catalog.catalog))\(best), "
        + "by evidence \(LevelName.text(levels.reached[.assured], catalog.catalog))"
    case .outcomes(let outcomes):
      return "\(outcomes.count(.achieved)) of \(outcomes.outcomes.count) outcomes achieved, "
        + "\(outcomes.count(.partiallyAchieved)) partially, "
        + "\(outcomes.count(.notAchieved)) not, \(outcomes.open) not settled"
    case .coverage:
      return "\(counts.met) of \(counts.applicable) met, "
        + "\(coverage.assuredMet) by evidence"
    }
  }
}

/// Names of levels for people.
public enum LevelName {
  /// `SL2`, `below SL1`, or `no score` where nothing is applicable.
  ///
  /// - Parameter position: in the catalog's levels, from 1.
  public static func text(_ position: Int?, _ catalog: Catalog) -> String {
    guard let position else { return "no score" }
    guard position > 0 else { return "below \(catalog.levels.first?.id ?? "any level")" }
    return position <= catalog.levels.count ? catalog.levels[position - 1].id : ""
  }

  /// The level that the measures of a category stand behind; below the first level that has any.
  static func standing(
    of category: LevelsResult.Category, on track: Track, _ catalog: Catalog
  ) -> String {
    guard let standing = category.standing(on: track) else { return "no measure applies" }
    guard standing == 0, let first = category.measured.first else { return text(standing, catalog) }
    return "below \(text(first, catalog))"
  }
}

internal import ControlModel

/// The mapper: scores an assessment against catalogs.
///
/// A pure function of its input: no file, no clock, no global.
public enum Scorer {
  /// Scores everything.
  public static func score(_ input: ScoringInput) -> AssessmentResult {
    let practices = PracticeStates(input)
    let catalogs = input.catalogs.sorted { $0.id < $1.id }
    let scorers = catalogs.map { CatalogScorer($0, input, practices) }
    let results = scorers.map { $0.result() }
    let analysis = LeverageAnalysis(scorers: scorers, results: results, practices: practices)
    let targets = input.assessment.targets.compactMap { target in
      scorers.first { $0.index.catalog.id == target.catalog }.map {
        TargetRule(scorer: $0, asOf: input.asOf).result(of: target)
      }
    }
    return AssessmentResult(
      input: input, catalogs: results, targets: targets, gaps: analysis.gaps(),
      singlePoints: analysis.singlePoints())
  }
}

/// Everything that is said of an assessment.
public struct AssessmentResult: Sendable {
  /// What it was computed from.
  public var input: ScoringInput
  /// By catalog, in the order of their ids.
  public var catalogs: [CatalogResult]
  /// The targets, in the order of the assessment.
  public var targets: [TargetResult]
  /// The practices that are not wholly in place, those with the most consequence first.
  public var gaps: [Leverage]
  /// The practices whose failure alone breaks requirements, those with the most first.
  public var singlePoints: [SinglePoint]
}

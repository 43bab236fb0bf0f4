public import ControlModel
public import Scoring

/// Scores what was loaded.
public enum AssessmentScoring {
  /// The catalogs that an assessment is about: those that it lists, else all that are scored
  /// unasked and those that it speaks of; and those of its targets in any case.
  public static func catalogs(of assessment: Assessment, in library: Library) -> [Catalog] {
    let targets = Set(assessment.targets.map(\.catalog))
    let spokenOf = Set(
      assessment.indicators.map(\.catalog) + assessment.determinations.map(\.catalog)
        + assessment.pairs.keys)
    return library.catalogs.filter { catalog in
      if targets.contains(catalog.id) { return true }
      guard assessment.catalogs.isEmpty else { return assessment.catalogs.contains(catalog.id) }
      return catalog.isScoredUnasked || catalog.hasRequirements && spokenOf.contains(catalog.id)
    }
  }

  /// Scores an assessment against catalogs, as of a day.
  public static func score(
    _ assessment: Assessment, library: Library, catalogs: [Catalog], asOf day: CalendarDate
  ) -> AssessmentResult {
    Scorer.score(
      ScoringInput(
        catalogs: catalogs, practices: library.practices + assessment.practices,
        pairs: PracticePair.all(in: library.mappings, own: assessment.pairs),
        assessment: assessment, asOf: day))
  }
}

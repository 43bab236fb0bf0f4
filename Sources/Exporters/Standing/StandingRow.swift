internal import ControlModel
internal import Scoring

/// Where one standard, or a part of it that must stay apart, stands on the three tracks. Every
/// report shows these rows, so that all say the same.
struct StandingRow {
  /// The catalog.
  let catalog: Catalog
  /// What of it: `level of all categories`, `required`, `outcomes achieved`.
  let part: String
  let claimed: String
  let assured: String
  let planned: String
  /// How many of how many requirements nothing certain can be said of; empty where all are known.
  let unknown: String

  /// The rows of every catalog that has requirements, in all contexts together.
  static func all(_ result: AssessmentResult) -> [StandingRow] {
    result.catalogs.filter { $0.overall.coverage.counts.total > 0 }.flatMap { rows($0, $0.overall) }
  }

  /// The rows of a score.
  static func rows(_ catalog: CatalogResult, _ score: CatalogScore) -> [StandingRow] {
    let standard = catalog.catalog
    switch score.conformance {
    case .modality(let modality):
      return modality.parts.map { row(standard, "\($0.modality.rawValue), met", $0.coverage) }
    case .coverage:
      return [row(standard, "met", score.coverage)]
    case .levels(let levels):
      func level(_ track: Track) -> String { LevelName.text(levels.reached[track], standard) }
      return [
        StandingRow(
          catalog: standard, part: "level of all categories", claimed: level(.claimed),
          assured: level(.assured), planned: level(.planned), unknown: unknown(score.coverage)),
        row(standard, "measures met", score.coverage),
      ]
    case .outcomes(let outcomes):
      let achieved = outcomes.count(.achieved)
      return [
        StandingRow(
          catalog: standard, part: "outcomes achieved",
          claimed: "\(achieved) of \(outcomes.outcomes.count)",
          assured: "\(score.coverage.assuredMet) of \(score.coverage.counts.applicable)",
          planned: "\(score.coverage.plannedMet) of \(score.coverage.counts.applicable)",
          unknown: outcomes.open > 0
            ? "\(outcomes.open) of \(outcomes.outcomes.count) not settled" : "")
      ]
    }
  }

  private static func row(_ catalog: Catalog, _ part: String, _ coverage: Coverage) -> StandingRow {
    let applicable = coverage.counts.applicable
    func of(_ count: Int) -> String {
      applicable > 0 ? "\(count) of \(applicable)" : "nothing applicable"
    }
    return StandingRow(
      catalog: catalog, part: part, claimed: of(coverage.counts.met),
      assured: of(coverage.assuredMet), planned: of(coverage.plannedMet),
      unknown: unknown(coverage))
  }

  private static func unknown(_ coverage: Coverage) -> String {
    let counts = coverage.counts
    let open = counts[.unanswered] + counts[.unresolved] + counts[.unmapped]
    return open > 0 ? "\(open) of \(counts.applicable)" : ""
  }
}

internal import ControlModel
public import Scoring
internal import Tables

/// `summary.csv`: what each catalog and level comes to, and practices by catalogs
/// (`docs/csv.md`). One table; the column `row` says what a row is.
public struct SummaryTable {
  /// The columns before those of the catalogs.
  static let columns = [
    "row", "id", "context", "title", "status", "reached", "verdict", "met", "assuredMet",
    "plannedMet", "applicable", "notApplicable", "unanswered", "unmapped", "claimedLower",
    "claimedUpper", "assuredLower", "assuredUpper", "plannedLower", "plannedUpper",
  ]

  private let result: AssessmentResult

  /// Makes the summary of an assessment.
  public init(_ result: AssessmentResult) { self.result = result }

  /// The file.
  public func encoded(forExcel: Bool = false) -> [UInt8] {
    let table = table()
    return CSVTable.encoded(table.header, table.rows, forExcel: forExcel)
  }

  /// The header and the rows, for every form that the summary is given in.
  func table() -> (header: [CSVTable.Cell], rows: [[CSVTable.Cell]]) {
    let catalogs = result.catalogs.map(\.catalog.id)
    var table: [[CSVTable.Cell]] = []
    table.append([
      .text("assessment"), .text(result.input.asOf.description), .text("all"),
      .text(result.input.assessment.organisation), .empty, .text(result.input.assessment.system),
    ])
    for catalog in result.catalogs {
      for score in [catalog.overall] + catalog.contexts {
        appendScore(score, catalog.catalog, &table)
      }
    }
    for target in result.targets { appendTarget(target, &table) }
    appendPractices(catalogs, &table)
    return ((Self.columns + catalogs.map(\.rawValue)).map { .text($0) }, table)
  }

  private func appendScore(
    _ score: CatalogScore, _ catalog: Catalog, _ table: inout [[CSVTable.Cell]]
  ) {
    let context = score.context?.rawValue ?? "all"
    var reached = ""
    if case .levels(let levels) = score.conformance {
      reached = Self.level(levels.reached[.claimed], catalog)
    }
    table.append(
      row(
        "catalog", catalog.id.rawValue, context, catalog.title, reached: reached,
        verdict: conformance(score), score.coverage))
    switch score.conformance {
    case .modality(let result):
      for part in result.parts {
        table.append(
          row(
            "modality", "\(catalog.id)/\(part.modality.rawValue)", context,
            part.modality.rawValue, part.coverage))
      }
    case .levels(let result):
      for category in result.categories {
        let group = catalog.groups.first { $0.id == category.group }
        table.append([
          .text("category"), .text("\(catalog.id)/\(category.group)"), .id(context),
          .text(group?.title ?? ""), .empty,
          .text(Self.standing(category, .claimed, catalog)),
          .text(category.next.map { "next \(Self.level($0.level, catalog))" } ?? ""),
          category.next.map { .count($0.done) } ?? .empty, .empty, .empty,
          category.next.map { .count($0.applicable) } ?? .empty,
        ])
      }
    case .outcomes(let result):
      for outcome in result.outcomes {
        let control = catalog.controls.first { $0.id == outcome.id }
        table.append([
          .text("outcome"), .text("\(catalog.id)/\(outcome.id)"), .id(context),
          .text(control?.title ?? ""), .text(outcome.basis.rawValue),
          .text(outcome.lowest.rawValue),
          .text(outcome.highest == outcome.lowest ? "" : "at best \(outcome.highest.rawValue)"),
        ])
      }
    case .coverage: break
    }
  }

  private func row(
    _ kind: String, _ id: String, _ context: String, _ title: String, status: String = "",
    reached: String = "", verdict: String = "", _ coverage: Coverage
  ) -> [CSVTable.Cell] {
    let counts = coverage.counts
    func bound(_ value: Double?) -> CSVTable.Cell { value.map { .number($0) } ?? .empty }
    return [
      .text(kind), .text(id), .id(context), .text(title), .text(status), .text(reached),
      .text(verdict), .count(counts.met), .count(coverage.assuredMet),
      .count(coverage.plannedMet), .count(counts.applicable), .count(counts[.notApplicable]),
      .count(counts[.unanswered]), .count(counts[.unmapped]),
      bound(coverage.mean?.claimed.lower), bound(coverage.mean?.claimed.upper),
      bound(coverage.mean?.assured.lower), bound(coverage.mean?.assured.upper),
      bound(coverage.mean?.planned.lower), bound(coverage.mean?.planned.upper),
    ]
  }

  func conformance(_ score: CatalogScore) -> String {
    switch score.conformance {
    case .modality(let result):
      switch result.isConformant(on: .claimed) {
      case true?: "every applicable required control is met"
      case false?: "required controls are not met"
      case nil: "no required control is applicable"
      }
    case .levels(let levels):
      levels.reached[.claimed] == nil ? "no measure is applicable" : ""
    case .outcomes(let result):
      "\(result.count(.achieved)) of \(result.outcomes.count) outcomes achieved"
    case .coverage:
      score.coverage.mean == nil ? "nothing is applicable" : ""
    }
  }

  private func appendTarget(_ target: TargetResult, _ table: inout [[CSVTable.Cell]]) {
    table.append([
      .text("target"), .id(target.target.id.rawValue),
      .text(
        target.target.contexts.isEmpty
          ? "all" : target.target.contexts.map(\.rawValue).joined(separator: "; ")),
      .text(target.target.statement), .text(target.state.rawValue), .text(target.now),
      .text(target.target.by.map { "by \($0)" } ?? ""),
    ])
  }

  /// Each practice with its status by context, and how many requirements of each catalog it is
  /// paired with.
  private func appendPractices(_ catalogs: [CatalogID], _ table: inout [[CSVTable.Cell]]) {
    var counts: [PracticeID: [CatalogID: Set<ControlID>]] = [:]
    for catalog in catalogs {
      for pair in result.input.pairs[catalog] ?? [] where pair.pair.relation != .none {
        counts[pair.practice, default: [:]][catalog, default: []].insert(pair.pair.target)
      }
    }
    let assessment = result.input.assessment
    let answers = Dictionary(assessment.answers.map { ($0.practice, $0) }) { first, _ in first }
    for practice in result.input.practices {
      for context in assessment.contexts {
        let finding = answers[practice.id]?.finding(in: context.id) ?? Finding(.unanswered)
        var cells: [CSVTable.Cell] = [
          .text(practice.isOwn ? "own-practice" : "practice"), .id(practice.id.rawValue),
          .id(context.id.rawValue), .text(practice.title), .text(finding.status.word),
        ]
        cells += Array(repeating: .empty, count: Self.columns.count - cells.count)
        cells += catalogs.map { catalog in
          counts[practice.id]?[catalog].map { .count($0.count) } ?? .empty
        }
        table.append(cells)
      }
    }
  }

  /// The level that the measures of a category stand behind, as every report names it; empty where
  /// no measure applies.
  static func standing(
    _ category: LevelsResult.Category, _ track: Track, _ catalog: Catalog
  ) -> String {
    guard category.standing(on: track) != nil else { return "" }
    return LevelName.standing(of: category, on: track, catalog)
  }

  /// `SL2`, or `below SL1`.
  static func level(_ position: Int?, _ catalog: Catalog) -> String {
    guard let position else { return "" }
    guard position > 0 else { return "below \(catalog.levels.first?.id ?? "the first level")" }
    return position <= catalog.levels.count ? catalog.levels[position - 1].id : ""
  }
}

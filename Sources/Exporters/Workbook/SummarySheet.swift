internal import ControlModel
internal import Scoring
internal import Spreadsheets
internal import Tables

/// The first sheet: who, what, when; verdicts, levels and targets, each number with its
/// denominator; charts.
struct SummarySheet {
  static let name = "Summary"
  /// The charts lie on so many rows below the head.
  private static let chartRows = 17

  private let result: AssessmentResult
  private let paper: PrintSetup
  private var rows: [Sheet.Row] = []
  private var charts: [Chart] = []

  init(_ result: AssessmentResult, _ paper: PrintSetup) {
    self.result = result
    self.paper = paper
  }

  func sheet() -> Sheet {
    var building = self
    return building.built()
  }

  private mutating func built() -> Sheet {
    addHead()
    let chartRow = rows.count
    for _ in 0..<Self.chartRows { rows.append(Sheet.Row([], height: 15)) }
    addVerdicts(chartRow)
    addLevels(chartRow)
    addModalities()
    addTargets()
    addNotes()
    return Sheet(
      name: Self.name,
      columns: [30, 46].map { Sheet.Column(width: $0) }
        + (0..<14).map { _ in Sheet.Column(width: 11) },
      rows: rows, charts: charts, print: paper)
  }

  // MARK: Head

  private mutating func addHead() {
    let assessment = result.input.assessment
    rows.append(Sheet.Row([Cell(assessment.organisation, .title)], height: 28))
    if !assessment.system.isEmpty { add(assessment.system, .subtitle) }
    add("Gap assessment as of \(result.input.asOf)", .subtitle)
    let contexts = assessment.contexts.map { context in
      let title = context.title.isEmpty ? context.id.rawValue : context.title
      return "\(title) (\(context.exposure.rawValue))"
    }
    add("Places: \(contexts.joined(separator: ", "))", .subtitle)
    let known = Set(result.input.practices.map(\.id))
    let answered = assessment.answers.count { answer in
      known.contains(answer.practice)
        && ([answer.finding] + answer.contexts.values).contains { $0.status != .unanswered }
    }
    let valid = assessment.evidence.count { $0.state(on: result.input.asOf) == .valid }
    add(
      "\(answered) of \(known.count) practices answered; \(valid) of "
        + "\(assessment.evidence.count) pieces of evidence valid on that day", .subtitle)
    rows.append(Sheet.Row([]))
  }

  private mutating func add(_ text: String, _ style: CellStyle) {
    rows.append(Sheet.Row([Cell(text, style)]))
  }

  private mutating func addTable(_ title: String, _ header: [String], _ body: [[Cell]]) -> Int {
    rows.append(Sheet.Row([]))
    rows.append(Sheet.Row([Cell(title, .section)], height: 20))
    rows.append(Sheet.Row(header.map { Cell($0, .header) }, height: 42))
    let first = rows.count
    rows += body.map { Sheet.Row($0) }
    return first
  }

  // MARK: Verdicts

  private static let verdicts = Verdict.allCases.filter { $0 != .notApplicable }
  private static let verdictHeader =
    ["met", "of applicable", "by evidence", "with plans"]
    + verdicts.map { $0 == .met ? "met by practices" : $0.rawValue }
    + ["not applicable", "coverage"]

  private mutating func addVerdicts(_ chartRow: Int) {
    let catalogs = result.catalogs
    let isSplit = result.input.assessment.contexts.count > 1
    let first = addTable(
      isSplit
        ? "Verdicts by catalog, each requirement as in its weakest place"
        : "Verdicts by catalog",
      ["catalog", "result by its own rule"] + Self.verdictHeader,
      catalogs.map { catalog in
        [
          Cell(catalog.catalog.id.rawValue, .strong),
          Cell(conclusion(catalog.overall, catalog.catalog)),
        ] + counts(catalog.overall.coverage)
      })
    addVerdictChart(first, chartRow)
    guard isSplit else { return }
    _ = addTable(
      "Verdicts by catalog and place", ["catalog", "place"] + Self.verdictHeader,
      catalogs.flatMap { catalog in
        catalog.contexts.map { score in
          [
            Cell(catalog.catalog.id.rawValue, .strong), Cell(score.context?.rawValue ?? ""),
          ] + counts(score.coverage)
        }
      })
  }

  private func counts(_ coverage: Coverage) -> [Cell] {
    let counts = coverage.counts
    return [
      Cell(count: counts.met), Cell(count: counts.applicable),
      Cell(count: coverage.assuredMet), Cell(count: coverage.plannedMet),
    ] + Self.verdicts.map { Cell(count: counts[$0]) } + [
      Cell(count: counts[.notApplicable]),
      Cell(coverage.mean.map { Percent.text($0.claimed) } ?? "no score", .number),
    ]
  }

  /// What the catalog's own rule says, on the three tracks.
  private func conclusion(_ score: CatalogScore, _ catalog: Catalog) -> String {
    switch score.conformance {
    case .levels(let levels):
      guard levels.reached[.claimed] != nil else { return "no measure is applicable" }
      func name(_ track: Track) -> String { SummaryTable.level(levels.reached[track], catalog) }
      return "\(name(.claimed)) by the answers, \(name(.assured)) by evidence, "
        + "\(name(.planned)) with all plans done"
    case .modality(let modality):
      guard let required = modality.part(.required), required.counts.applicable > 0 else {
        return SummaryTable(result).conformance(score)
      }
      return "\(required.counts.met) of \(required.counts.applicable) required met, "
        + "\(required.assuredMet) by evidence"
    case .outcomes(let outcomes):
      return "\(outcomes.count(.achieved)) of \(outcomes.outcomes.count) outcomes achieved, "
        + "\(outcomes.count(.partiallyAchieved)) partially, "
        + "\(outcomes.count(.notAchieved)) not, \(outcomes.open) not settled"
    case .coverage:
      guard score.coverage.counts.applicable > 0 else { return "nothing is applicable" }
      return "\(score.coverage.counts.met) of \(score.coverage.counts.applicable) met, "
        + "\(score.coverage.assuredMet) by evidence"
    }
  }

  private mutating func addVerdictChart(_ first: Int, _ chartRow: Int) {
    let catalogs = result.catalogs
    guard !catalogs.isEmpty else { return }
    let range = first...(first + catalogs.count - 1)
    // Best first, so that the bars read from the left as progress.
    let series = Self.verdicts.enumerated().reversed().map { position, verdict in
      Chart.Series(
        name: verdict.rawValue,
        values: .init(sheet: Self.name, rows: range, column: 6 + position), tone: verdict.tone)
    }
    charts.append(
      Chart(
        title: "Verdicts, share of the applicable requirements", isShare: true,
        categories: .init(sheet: Self.name, rows: range, column: 0), series: series,
        row: chartRow, column: 0, width: 640, height: 330,
        description: catalogs.map { catalog in
          "\(catalog.catalog.id): \(catalog.overall.coverage.counts.met) of "
            + "\(catalog.overall.coverage.counts.applicable) met"
        }.joined(separator: "; ")))
  }

  // MARK: Levels

  private mutating func addLevels(_ chartRow: Int) {
    var isFirst = true
    for catalog in result.catalogs {
      guard case .levels(let levels) = catalog.overall.conformance, !levels.categories.isEmpty
      else { continue }
      let first = addTable(
        "Levels by category: \(catalog.catalog.id)", levelHeader(),
        levels.categories.map { level($0, catalog) })
      if isFirst { addLevelChart(first, levels.categories.count, catalog.catalog, chartRow) }
      isFirst = false
      if !catalog.catalog.caveat.isEmpty { add(catalog.catalog.caveat, .note) }
    }
  }

  private func levelHeader() -> [String] {
    let contexts = result.input.assessment.contexts
    return ["category", "next", "by answers", "by evidence", "with plans"]
      + (contexts.count > 1 ? contexts.map { "in \($0.id)" } : [])
      + ["answers, as number", "evidence, as number", "plans, as number"]
  }

  private func level(_ category: LevelsResult.Category, _ catalog: CatalogResult) -> [Cell] {
    let tracks: [Track] = [.claimed, .assured, .planned]
    let group = catalog.catalog.groups.first { $0.id == category.group }
    let next = category.next.map { next in
      "\(SummaryTable.level(next.level, catalog.catalog)): \(next.done) of \(next.applicable) "
        + "measures done"
    }
    let words = tracks.map { track in
      Cell(SummaryTable.standing(category, track, catalog.catalog), .line)
    }
    let numbers = tracks.map { track in
      category.standing(on: track).map { Cell(count: $0) } ?? Cell(.blank)
    }
    return [Cell(group?.title ?? category.group.rawValue, .strong), Cell(next ?? "")]
      + words + places(category, catalog) + numbers
  }

  private func places(_ category: LevelsResult.Category, _ catalog: CatalogResult) -> [Cell] {
    guard catalog.contexts.count > 1 else { return [] }
    return catalog.contexts.map { score in
      guard case .levels(let levels) = score.conformance else { return Cell(.blank) }
      let here = levels.categories.first { $0.group == category.group }
      return Cell(
        here.map { SummaryTable.standing($0, .claimed, catalog.catalog) } ?? "", .line)
    }
  }

  private mutating func addLevelChart(
    _ first: Int, _ count: Int, _ catalog: Catalog, _ chartRow: Int
  ) {
    let range = first...(first + count - 1)
    let contexts = result.input.assessment.contexts.count
    // The columns of the numbers stand behind those of the places.
    let numbers = 5 + (contexts > 1 ? contexts : 0)
    func series(_ name: String, _ column: Int, _ tone: CellStyle.Tone) -> Chart.Series {
      Chart.Series(
        name: name, values: .init(sheet: Self.name, rows: range, column: column), tone: tone)
    }
    charts.append(
      Chart(
        title: "Level reached by category (0: below its first)",
        isShare: false, categories: .init(sheet: Self.name, rows: range, column: 0),
        series: [
          series("by evidence", numbers + 1, .good),
          series("by the answers", numbers, .equivalent),
          series("with plans", numbers + 2, .aside),
        ],
        row: chartRow, column: 4, width: 640, height: 330,
        maximum: Double(catalog.levels.count),
        description: "The table 'Levels by category' below says the same in words."))
  }

  // MARK: Modalities, targets, notes

  private mutating func addModalities() {
    let body: [[Cell]] = result.catalogs.flatMap { catalog -> [[Cell]] in
      guard case .modality(let modality) = catalog.overall.conformance else { return [] }
      return modality.parts.map { part in
        let counts = part.coverage.counts
        return [
          Cell(catalog.catalog.id.rawValue, .strong), Cell(part.modality.rawValue),
          Cell(count: counts.met), Cell(count: counts.applicable),
          Cell(count: part.coverage.assuredMet), Cell(count: part.coverage.plannedMet),
        ]
      }
    }
    guard !body.isEmpty else { return }
    _ = addTable(
      "Required and recommended, each requirement as in its weakest place",
      ["catalog", "modality", "met", "of applicable", "by evidence", "with plans"], body)
  }

  private mutating func addTargets() {
    guard !result.targets.isEmpty else { return }
    let reached = result.targets.count { $0.state == .reached }
    _ = addTable(
      "Targets: \(reached) of \(result.targets.count) reached",
      ["target", "statement", "state", "by", "counts", "still open", "now"],
      result.targets.map { target in
        let open = Set(target.blockers.map(\.requirement)).count
        return [
          Cell(target.target.id.rawValue, .strong), Cell(target.target.statement),
          Cell(words(target.state), .tone(tone(target.state))),
          Cell(target.target.by?.description ?? "now", .line),
          Cell(target.target.track.rawValue, .line), Cell(count: open),
          Cell(target.now, .line),
        ]
      })
  }

  private func words(_ state: TargetResult.State) -> String {
    switch state {
    case .onTrack: "on track"
    case .offTrack: "off track"
    case .reached, .missed, .undecided: state.rawValue
    }
  }

  private func tone(_ state: TargetResult.State) -> CellStyle.Tone {
    switch state {
    case .reached: .good
    case .onTrack: .equivalent
    case .offTrack: .partial
    case .missed: .missing
    case .undecided: .unanswered
    }
  }

  private mutating func addNotes() {
    rows.append(Sheet.Row([]))
    add("How to read it", .section)
    let notes =
      [
        "A result lies between two bounds, because nobody knows how far partial measures "
          + "overlap. Unanswered is not 'no', unmapped is not 'met', and what is not applicable "
          + "leaves the denominator.",
        "'By evidence' counts only answers with valid evidence; 'with plans' counts every plan "
          + "as done. A level means 'consistent with it', never 'certified'.",
        "The mappings are own readings made with machine assistance, not reviewed outside the "
          + "project.",
      ]
      + result.catalogs.filter { catalog in
        if case .levels = catalog.overall.conformance { return false }
        return !catalog.catalog.caveat.isEmpty
      }.map { "\($0.catalog.id): \($0.catalog.caveat)" }
    for note in notes { add(note, .note) }
  }
}

internal import ControlModel
internal import Scoring

/// What the board summary says below its table, section by section.
struct BoardSections {
  private let result: AssessmentResult
  private let index: ResultIndex
  private let names: BoardNames
  private let earlier: EarlierResult?
  private let decisions: BoardDecisions

  init(_ index: ResultIndex, _ names: BoardNames, since earlier: EarlierResult?) {
    result = index.result
    self.index = index
    self.names = names
    self.earlier = earlier
    decisions = BoardDecisions(index, names)
  }

  func all() -> [BoardSection] {
    [proof(), unknown(), blockers(), help(), changes(), needed()]
  }

  private func proof() -> BoardSection {
    let pieces = result.input.assessment.evidence
    let bad = pieces.filter {
      let state = $0.state(on: index.asOf)
      return state != .valid && state != .unchecked
    }
    var points = bad.map { piece in
      let until = piece.validUntil.map { " since \($0)" } ?? ""
      let state = piece.state(on: index.asOf)
      return BoardPoint(
        piece.title.isEmpty ? piece.id.rawValue : piece.title,
        AnswerSummary.words(state) + (state == .expired ? until : "")
          + (piece.title.isEmpty ? "" : " (\(piece.id))"))
    }
    let ending = pieces.filter {
      $0.state(on: index.asOf) == .valid && decisions.isSoon($0.validUntil)
    }
    if !ending.isEmpty {
      let named = ending.map { "\($0.id) (\($0.validUntil?.description ?? ""))" }
      points.append(
        BoardPoint(
          "Ends within \(BoardDecisions.horizon) days",
          "\(ending.count) of \(pieces.count) pieces, \(BoardNames.few(named, 4))"))
    }
    let citing = AnswerSummary.citing(result)
    return BoardSection(
      title: "What we can prove",
      lead: "Evidence: \(AnswerSummary.evidence(result))."
        + (citing.isEmpty ? "" : " Of our answers, \(citing)."),
      points: BoardPoint.limited(points, to: 3))
  }

  private func unknown() -> BoardSection {
    var points: [BoardPoint] = []
    if let answers = unanswered() { points.append(answers) }
    func add(_ subject: String, _ words: String, _ verdict: Verdict) {
      let found = result.catalogs.map { $0.overall.coverage.counts[verdict] }.reduce(0, +)
      let total = result.catalogs.map { $0.overall.coverage.counts.applicable }.reduce(0, +)
      if found > 0 {
        points.append(
          BoardPoint(subject, "\(found) of the \(total) requirements of all standards; \(words)"))
      }
    }
    add("Nobody has answered", "nothing was said of the practices that they ask for", .unanswered)
    add("Not decided", "they may be met, if partial measures do not overlap", .unresolved)
    add("Nothing to judge by", "no practice is paired with them", .unmapped)
    points += result.catalogs.compactMap(unsettled)
    return BoardSection(
      title: "What is unknown",
      lead: "Which practice counts towards which clause is judged by \(PageMethod.mappings).",
      points: BoardPoint.limited(points, to: 6))
  }

  /// In which places how many practices have no answer.
  private func unanswered() -> BoardPoint? {
    let total = result.input.practices.count
    let open = index.contexts.map { context in
      (
        context.id,
        result.input.practices.count { practice in
          index.answers[practice.id]?.finding(in: context.id).status ?? .unanswered == .unanswered
        }
      )
    }.filter { $0.1 > 0 }
    guard !open.isEmpty else { return nil }
    let places = open.map { "\($0.1) of \(total) in \($0.0)" }
    return BoardPoint("Practices without an answer", BoardNames.few(places, 6))
  }

  /// Outcomes whose grade is open, which no verdict says.
  private func unsettled(_ catalog: CatalogResult) -> BoardPoint? {
    guard case .outcomes(let outcomes) = catalog.overall.conformance, outcomes.open > 0 else {
      return nil
    }
    let estimated = outcomes.outcomes.count {
      $0.lowest != $0.highest && $0.basis == .practices
    }
    let basis =
      estimated > 0
      ? "; \(estimated == outcomes.open ? "" : "\(estimated) of them ")estimated from practices, "
        + "as the framework's own indicators are not answered" : ""
    return BoardPoint(
      "Grade not settled",
      "\(outcomes.open) of \(outcomes.outcomes.count) outcomes of "
        + "\(names.name(catalog.catalog.id))\(basis)")
  }

  private func blockers() -> BoardSection {
    var points: [BoardPoint] = []
    var leads: [String] = []
    for catalog in result.catalogs {
      let name = names.name(catalog.catalog.id)
      if case .modality(let modality) = catalog.overall.conformance,
        let counts = modality.part(.required)?.counts, counts.met < counts.applicable
      {
        leads.append(
          "\(name): of \(counts.applicable) required, \(counts.applicable - counts.met) are not met."
        )
      }
      guard case .levels(let levels) = catalog.overall.conformance,
        let reached = levels.reached[.claimed], reached < catalog.catalog.levels.count
      else { continue }
      let next = LevelName.text(reached + 1, catalog.catalog)
      let blocked = levels.categories.filter { $0.next?.level == reached + 1 }
      leads.append(
        "\(name): \(next) is not reached in \(blocked.count) of \(levels.categories.count) "
          + "categories, and the weakest category counts.")
      points += blocked.compactMap { point($0, next, catalog.catalog) }
    }
    return BoardSection(
      title: "What blocks the next level",
      lead: leads.isEmpty ? "Nothing of what is scored." : leads.joined(separator: " "),
      points: BoardPoint.limited(points, to: 7))
  }

  private func point(
    _ category: LevelsResult.Category, _ level: String, _ catalog: Catalog
  ) -> BoardPoint? {
    guard let step = category.next else { return nil }
    let title = catalog.groups.first { $0.id == category.group }?.title ?? ""
    return BoardPoint(
      title.isEmpty ? category.group.rawValue : title,
      "\(step.done) of \(step.applicable) measures of \(level) done; open: "
        + BoardNames.few(step.blockers.map(\.rawValue), 3))
  }

  private func help() -> BoardSection {
    let strong = result.gaps.prefix(3).filter { !$0.turnsMet.isEmpty }
    let lead =
      strong.isEmpty
      ? "No single practice turns a requirement to met."
      : "The \(strong.count) with the most effect, of \(result.gaps.count) practices that are not "
        + "wholly in place."
    return BoardSection(
      title: "What would help most", lead: result.gaps.isEmpty ? "Everything is in place." : lead,
      points: BoardPoint.limited(
        strong.map { gap in
          let owner = index.owner(of: gap.practice)
          return BoardPoint(
            index.title(of: gap.practice),
            "turns \(BoardPoint.counted(gap.turnsMet.count, "requirement")) to met, \(gap.unblocks) "
              + "of them required or blocking a level" + (owner.isEmpty ? "" : "; \(owner)"))
        }, to: 3))
  }

  private func changes() -> BoardSection {
    guard let earlier else {
      return BoardSection(
        title: "What changed",
        lead: "Not compared with an earlier result. With --since, the summary compares with a "
          + "result.json that was kept, or with an earlier day.",
        points: [])
    }
    let points = ResultChanges(result, names, since: earlier).points()
    return BoardSection(
      title: "What changed",
      lead: "Compared with \(earlier.words)." + (points.isEmpty ? " Nothing changed." : ""),
      points: BoardPoint.limited(points, to: 10))
  }

  private func needed() -> BoardSection {
    let points = decisions.points()
    return BoardSection(
      title: "Decisions needed", lead: points.isEmpty ? "None." : "",
      points: BoardPoint.limited(points, to: 9))
  }
}

internal import ControlModel
internal import Exporters
internal import Scoring

/// The summary of an assessment for a terminal of 80 columns.
struct AssessmentText {
  private let result: AssessmentResult
  private let top: Int
  private let paint: Paint

  init(_ result: AssessmentResult, top: Int, _ paint: Paint) {
    self.result = result
    self.top = top
    self.paint = paint
  }

  func text() -> String {
    var blocks = [head(), HeadlineText(result, paint).text(), table()]
    blocks += result.catalogs.compactMap { catalog in
      switch catalog.overall.conformance {
      case .levels(let levels): LevelsText(catalog, levels, paint).text()
      case .modality, .outcomes, .coverage: nil
      }
    }
    if !result.targets.isEmpty { blocks.append(targets()) }
    if !result.gaps.isEmpty, top > 0 { blocks.append(gaps()) }
    if !result.singlePoints.isEmpty { blocks.append(singlePoints()) }
    return blocks.joined(separator: "\n\n")
  }

  // MARK: Head

  private func head() -> String {
    let assessment = result.input.assessment
    var lines = [
      paint(TextLayout.folded("\(assessment.organisation)", indent: 0), .bold)
    ]
    if !assessment.system.isEmpty { lines.append(TextLayout.folded(assessment.system)) }
    lines.append("as of \(result.input.asOf)")
    lines.append("")
    lines.append(TextLayout.folded(AnswerSummary.answers(result), first: "Answers   ", indent: 10))
    lines.append(TextLayout.folded(AnswerSummary.evidence(result), first: "Evidence  ", indent: 10))
    let contexts = assessment.contexts.map { "\($0.id) (\($0.exposure.rawValue))" }
    lines.append(
      TextLayout.folded(contexts.joined(separator: ", "), first: "Contexts  ", indent: 10))
    lines.append(
      TextLayout.folded(
        "\(trust()) ('counterweight mapping stats')", first: "Mappings  ", indent: 10))
    return lines.joined(separator: "\n")
  }

  /// What the pairs rest on that the scores are made of.
  private func trust() -> String {
    let catalogs = result.input.catalogs.map(\.id)
    let shipped = catalogs.flatMap { result.input.pairs[$0] ?? [] }.filter { !$0.isOwn }
    let reviewed = shipped.count(where: \.isReviewed)
    guard reviewed > 0 else {
      return "own readings made with machine assistance, not reviewed outside the project"
    }
    return "\(reviewed) of \(shipped.count) pairs reviewed; the others are own readings made with "
      + "machine assistance"
  }

  // MARK: Table

  private func table() -> String {
    var lines = [
      paint(row("Requirements met, weakest context", "met", "claimed", "assured", "planned"), .bold)
    ]
    for catalog in result.catalogs {
      lines.append(coverageRow(catalog.catalog.id.rawValue, catalog.overall.coverage))
      if case .modality(let modality) = catalog.overall.conformance {
        for part in modality.parts {
          lines.append(coverageRow("  \(part.modality.rawValue)", part.coverage))
        }
      }
      if catalog.contexts.count > 1 {
        for score in catalog.contexts {
          lines.append(
            coverageRow("  in \(score.context?.rawValue ?? "")", score.coverage))
        }
      }
      lines += notes(catalog)
    }
    lines.append(
      TextLayout.folded(
        "Met is 'met of applicable requirements'. Claimed, assured (valid evidence only) and "
          + "planned (all plans done) are the mean share that is met, between bounds."))
    return lines.joined(separator: "\n")
  }

  private func row(
    _ name: String, _ met: String, _ claimed: String, _ assured: String, _ planned: String
  ) -> String {
    TextLayout.left(TextLayout.cut(name, 35), 36) + TextLayout.right(met, 10)
      + TextLayout.right(claimed, 11) + TextLayout.right(assured, 11)
      + TextLayout.right(planned, 11)
  }

  private func coverageRow(_ name: String, _ coverage: Coverage) -> String {
    let counts = coverage.counts
    guard let mean = coverage.mean else {
      return row(name, "–", "no score", "", "")
    }
    return row(
      name, "\(counts.met) of \(counts.applicable)", Percent.text(mean.claimed),
      Percent.text(mean.assured), Percent.text(mean.planned))
  }

  private func notes(_ catalog: CatalogResult) -> [String] {
    let coverage = catalog.overall.coverage
    var notes: [String] = []
    switch catalog.overall.conformance {
    case .modality(let modality):
      if let required = modality.part(.required), let met = modality.isConformant(on: .claimed) {
        let open = required.counts.applicable - required.counts.met
        notes.append(
          met
            ? "conformant by the answers: every applicable required control is met"
            : "not shown to conform: \(open) of \(required.counts.applicable) required controls are "
              + "not met, \(required.counts[.unanswered]) of those unanswered")
      }
    case .outcomes(let outcomes):
      let basis = outcomes.outcomes.count { $0.basis == .indicators }
      notes.append(
        "\(outcomes.count(.achieved)) of \(outcomes.outcomes.count) outcomes achieved, "
          + "\(outcomes.count(.partiallyAchieved)) partially, \(outcomes.open) open; "
          + "\(basis) by their indicators, the rest estimated from practices")
    case .levels, .coverage: break
    }
    var apart: [String] = []
    for verdict in [Verdict.unanswered, .unmapped, .notApplicable, .riskAccepted, .metByEquivalent]
    {
      let count = coverage.counts[verdict]
      if count > 0 { apart.append("\(count) \(verdict.rawValue)") }
    }
    if coverage.counts.total == 0 { apart.append("it has no requirements that could be assessed") }
    if !apart.isEmpty {
      notes.append("of \(coverage.counts.total): \(apart.joined(separator: ", "))")
    }
    return notes.map { TextLayout.folded($0, first: "  ", indent: 2) }
  }

  // MARK: Targets, gaps, single points

  private func targets() -> String {
    let reached = result.targets.count { $0.state == .reached }
    let title = paint("Targets: \(reached) of \(result.targets.count) reached", .bold)
    return ([title] + result.targets.map { TargetText.lines($0, paint) }).joined(separator: "\n")
  }

  private func gaps() -> String {
    let titles = Dictionary(result.input.practices.map { ($0.id, $0.title) }) { first, _ in first }
    let shown = result.gaps.prefix(top)
    var lines = [
      paint(
        "Top gaps by consequence: \(shown.count) of \(result.gaps.count) practices "
          + "not wholly in place", .bold)
    ]
    for (position, gap) in shown.enumerated() {
      let number = TextLayout.right("\(position + 1)", 2)
      lines.append(
        TextLayout.folded(titles[gap.practice] ?? "", first: "\(number)  ", indent: 4))
      lines.append(TextLayout.folded(consequence(gap), first: "    ", indent: 4))
    }
    return lines.joined(separator: "\n")
  }

  private func consequence(_ gap: Leverage) -> String {
    let too = gap.turnsMetToo.count
    let tooWords = too > 0 ? " (and \(too) that another catalog repeats)" : ""
    let everywhere = gap.contexts.count == result.input.assessment.contexts.count
    let places =
      everywhere && gap.contexts.count > 1
      ? "every context" : gap.contexts.map(\.rawValue).joined(separator: ", ")
    let turned = TextLayout.counted(gap.turnsMet.count, "requirement")
    return "\(gap.practice): alone turns \(turned) to met\(tooWords), "
      + "\(gap.unblocks) of them required or blocking a level; open in \(places)"
  }

  private func singlePoints() -> String {
    let shown = result.singlePoints.prefix(min(5, max(1, top)))
    var lines = [
      paint(
        "Single points of failure: \(shown.count) of \(result.singlePoints.count) practices "
          + "that met requirements hang on", .bold)
    ]
    for point in shown {
      let catalogs = Set(point.requirements.map(\.catalog)).count
      lines.append(
        "  " + TextLayout.left(TextLayout.cut(point.practice.rawValue, 44), 46)
          + "\(TextLayout.counted(point.requirements.count, "requirement")) in "
          + TextLayout.counted(catalogs, "catalog"))
    }
    return lines.joined(separator: "\n")
  }
}

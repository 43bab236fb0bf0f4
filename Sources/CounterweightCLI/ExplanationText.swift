internal import ControlModel
internal import Exporters
internal import Scoring

/// The chain from a clause to its verdict, for a terminal of 80 columns.
struct ExplanationText {
  private let result: AssessmentResult
  private let catalog: Catalog
  private let control: Control
  private let paint: Paint
  private let titles: [PracticeID: String]
  private let evidence: [EvidenceID: Evidence]

  init(_ result: AssessmentResult, _ catalog: Catalog, _ control: Control, _ paint: Paint) {
    self.result = result
    self.catalog = catalog
    self.control = control
    self.paint = paint
    titles = Dictionary(result.input.practices.map { ($0.id, $0.title) }) { first, _ in first }
    evidence = Dictionary(result.input.assessment.evidence.map { ($0.id, $0) }) { first, _ in first
    }
  }

  func text(_ rows: [RequirementResult]) -> String {
    ([clause()] + rows.map(row)).joined(separator: "\n\n")
  }

  private func clause() -> String {
    var lines = [paint(TextLayout.folded("\(control.id)  \(control.heading)"), .bold)]
    let place = control.locator.text
    lines.append(
      TextLayout.folded(
        "\(catalog.title), \(catalog.publisher)\(place.isEmpty ? "" : "; \(place)")"))
    var facts: [String] = []
    if let modality = control.modality { facts.append(modality.rawValue) }
    if !control.level.isEmpty { facts.append("level \(control.level)") }
    if !control.appliesTo.isEmpty {
      facts.append("obliges \(control.appliesTo.map(\.rawValue).joined(separator: ", "))")
    }
    if control.idIsSynthetic { facts.append("the id is ours: the document prints none") }
    if !facts.isEmpty { lines.append(TextLayout.folded(facts.joined(separator: "; "))) }
    if !control.title.isEmpty, !control.summary.isEmpty {
      lines.append(TextLayout.folded(control.summary, first: "In own words: ", indent: 2))
    }
    if let statement = control.statement {
      lines.append(TextLayout.folded(statement, first: "Official text: ", indent: 2))
    }
    if !control.condition.isEmpty {
      lines.append(TextLayout.folded(control.condition, first: "Condition: ", indent: 2))
    }
    for parameter in control.parameters {
      let kind = parameter.isFirm ? "firm" : "an example in the source"
      lines.append(
        TextLayout.folded(
          "\(parameter.name) \(parameter.value) \(parameter.unit) (\(kind))",
          first: "Threshold: ", indent: 2))
    }
    if !control.aspects.isEmpty {
      let aspects = control.aspects.map { "\($0.id) (\($0.title))" }.joined(separator: "; ")
      lines.append(TextLayout.folded(aspects, first: "Aspects: ", indent: 2))
    }
    lines += control.notes.map { TextLayout.foldedLines($0, first: "Note: ", indent: 2) }
    return lines.joined(separator: "\n")
  }

  private func row(_ row: RequirementResult) -> String {
    var lines = [
      paint("In \(Console.clean(row.context.rawValue)): \(row.verdict.rawValue)", .bold)
    ]
    if row.verdict != .notApplicable {
      lines.append(
        "  claimed \(Percent.text(row.bounds.claimed)), assured \(Percent.text(row.bounds.assured)),"
          + " planned \(Percent.text(row.bounds.planned))")
      lines.append(TextLayout.folded(reason(row), first: "  ", indent: 2))
    }
    if let decision = row.determination {
      let until = decision.expires.map { " until \($0)" } ?? ""
      lines.append(
        TextLayout.folded(
          "\(decision.decision.rawValue) by \(decision.approver)\(until): \(decision.rationale)",
          first: "  Decision: ", indent: 4))
    }
    for contribution in row.contributions { lines += pairLines(contribution, in: row.context) }
    lines += childLines(row)
    lines += indicatorLines(row)
    let missing = Shortfall.sentences(row, asOf: result.input.asOf)
    if !missing.isEmpty {
      lines.append("  What is missing:")
      lines += missing.map { TextLayout.folded($0, first: "    - ", indent: 6) }
    }
    lines += changeLines(row)
    if let resilience = row.resilience { lines += resilienceLines(resilience) }
    return lines.joined(separator: "\n")
  }

  private func reason(_ row: RequirementResult) -> String {
    switch row.verdict {
    case .met: "met: the lower bound is the whole"
    case .metByEquivalent: "met by an equivalent measure, as decided below"
    case .partial: "partial: certainly not the whole, but something is or may be in place"
    case .unresolved: "unresolved: the upper bound is the whole, the lower bound is not"
    case .missing: "missing: nothing that is in place meets any of it"
    case .unanswered: "unanswered: nobody has said anything of its practices"
    case .unmapped: "unmapped: no practice of the library is paired with it"
    case .riskAccepted: "risk accepted: still a gap, with a name to it"
    case .notApplicable: ""
    }
  }

  private func pairLines(_ contribution: Contribution, in context: ContextID) -> [String] {
    let pair = contribution.pair.pair
    var status = contribution.finding.status.word
    if case .partial(let extent) = contribution.finding.status {
      status += " to \(Percent.text(extent))"
    }
    if let value = contribution.finding.value { status += ", value \(value)" }
    if let due = contribution.finding.due { status += ", due \(due)" }
    var lines = [
      TextLayout.folded("\(contribution.pair.practice): \(status)", first: "  * ", indent: 4),
      TextLayout.folded(
        titles[contribution.pair.practice] ?? "", first: "    ", indent: 4),
    ]
    let share = pair.isShareKnown ? Percent.text(pair.share) : "unknown"
    var claim = "\(pair.relation.rawValue), share \(share)"
    if pair.target != control.id { claim += " of \(pair.target)" }
    if let aspect = pair.aspect { claim += " of the aspect \(aspect)" }
    if let condition = pair.when {
      let truth = contribution.condition.map { $0 ? "true" : "false" } ?? "not known"
      claim += ", when \(condition): \(truth)"
    }
    let maker = contribution.pair.set.map { "\($0)" } ?? "your own pair"
    lines.append(
      TextLayout.folded(
        "\(claim) (\(maker), confidence \(pair.confidence.rawValue))", first: "    ", indent: 4))
    if !pair.path.isEmpty {
      lines.append(TextLayout.folded("carried over: \(pair.path)", first: "    ", indent: 4))
    }
    if !pair.rationale.isEmpty {
      lines.append(TextLayout.folded(pair.rationale, first: "    why: ", indent: 6))
    }
    if let provenance = pair.provenance, !provenance.adjudication.isEmpty {
      let readings = provenance.readings.map { reading in
        "\(reading.reader) \(reading.relation.rawValue)"
          + (reading.relation.meetsWhole || reading.relation == .none
            ? "" : " \(Percent.text(reading.share))")
      }
      lines.append(
        TextLayout.folded(
          "\(readings.joined(separator: ", ")); \(provenance.adjudication)",
          first: "    readings: ", indent: 6))
    }
    let pieces = contribution.finding.evidence.compactMap { evidence[$0] }
    for piece in pieces {
      let isElsewhere = !piece.contexts.isEmpty && !piece.contexts.contains(context)
      let state =
        isElsewhere
        ? "shows another context" : piece.state(on: result.input.asOf).rawValue
      let until = piece.validUntil.map { ", until \($0)" } ?? ""
      lines.append(
        TextLayout.folded(
          "\(piece.id) \(piece.title): \(state)\(until)", first: "    evidence: ", indent: 6))
    }
    if pieces.isEmpty, contribution.finding.status == .implemented {
      lines.append("    evidence: none")
    }
    return lines
  }

  /// What was said of the indicators of an outcome: where anything was, they decide, and practices
  /// do not.
  private func indicatorLines(_ row: RequirementResult) -> [String] {
    let answers = IndicatorWords(result.input.assessment).answers(of: row)
    guard !answers.isEmpty, let counts = control.indicators else { return [] }
    let total = counts.notAchieved + counts.partiallyAchieved + counts.achieved
    let decided =
      "decided by its indicators, not by practices: \(answers.count) of \(total) answered"
    return [TextLayout.folded(decided, first: "  ", indent: 4)]
      + answers.map { answer in
        let pieces = answer.evidence.map(\.rawValue)
        let shown = pieces.isEmpty ? "" : ", evidence \(pieces.joined(separator: ", "))"
        return TextLayout.folded(
          "\(answer.id): \(answer.holds ? "true" : "false")\(shown)", first: "    ", indent: 6)
      }
  }

  /// Requirements that are assessed through alternatives or parts show those too.
  private func childLines(_ row: RequirementResult) -> [String] {
    guard let combination = control.combination else { return [] }
    let children = catalog.controls.filter { $0.parent == control.id.rawValue }
    let words = combination == .any ? "any one of" : "all of"
    return [
      TextLayout.folded(
        "assessed through \(words): "
          + children.map { "\($0.id) \($0.heading)" }.joined(separator: "; "),
        first: "  ", indent: 4)
    ]
  }

  private func changeLines(_ row: RequirementResult) -> [String] {
    guard !row.verdict.isMet, row.verdict.isApplicable else { return [] }
    let requirement = Leverage.Requirement(catalog: row.catalog, requirement: row.requirement)
    let alone = result.gaps.filter {
      $0.turnsMet.contains(requirement) || $0.turnsMetToo.contains(requirement)
    }.map(\.practice.rawValue)
    let change =
      if !alone.isEmpty {
        "any one of these, wholly in place: \(alone.joined(separator: ", "))"
      } else if row.contributions.contains(where: Self.isOpen) {
        "no single practice is enough; each of those above adds its part."
      } else {
        "no practice of the library, but an own one that is paired with it, or a determination."
      }
    return [TextLayout.folded("What would change it: \(change)", first: "  ", indent: 2)]
  }

  /// Whether more could be done of the practice.
  private static func isOpen(_ contribution: Contribution) -> Bool {
    guard contribution.claimed != nil else { return false }
    let isConditional = contribution.pair.pair.when != nil
    return contribution.finding.status != .implemented
      || (isConditional && contribution.condition != true)
  }

  private func resilienceLines(_ resilience: Resilience) -> [String] {
    var lines = ["  Depth of defence: survives \(resilience.failures) failures of single practices"]
    func add(_ words: String, _ names: [String]) {
      guard !names.isEmpty else { return }
      lines.append(
        TextLayout.folded("\(words): \(names.joined(separator: ", "))", first: "    ", indent: 6))
    }
    add("falls with the practice", resilience.singlePoints.map(\.rawValue))
    add("falls with the layer", resilience.fragileLayers.map(\.rawValue))
    add("falls with the owner", resilience.fragileOwners)
    add("falls with the supplier", resilience.fragileSuppliers)
    return lines
  }
}

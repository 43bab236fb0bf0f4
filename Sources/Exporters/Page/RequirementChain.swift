internal import ControlModel
internal import HTMLTree
internal import Scoring
internal import Tables

/// The chain of one requirement: clause, pairs, answers, evidence, bounds, verdict. What a practice
/// says for itself stands once on the page, in its register; the chain leads there.
struct RequirementChain {
  private let index: ResultIndex
  private let catalog: Catalog
  private let children: [String: [Control]]

  init(_ index: ResultIndex, _ result: CatalogResult) {
    self.index = index
    catalog = result.catalog
    var children: [String: [Control]] = [:]
    for control in catalog.controls where control.kind != .indicator {
      children[control.parent, default: []].append(control)
    }
    self.children = children
  }

  func html(_ control: Control, _ rows: [RequirementResult], path: String) -> HTML {
    .tag(
      .div, [.class("x")],
      clause(control, path: path), bounds(rows), pairs(control, rows), indicators(control, rows),
      missing(rows), change(rows),
      .tag(
        .a, [.class("link"), .link(to: "\(catalog.id)/\(control.id)")],
        .text("Link to \(control.id)")))
  }

  // MARK: Clause

  private func clause(_ control: Control, path: String) -> HTML {
    var facts = [path, control.locator.text].filter { !$0.isEmpty }
    if let modality = control.modality { facts.append(modality.rawValue) }
    if !control.level.isEmpty { facts.append("level \(control.level)") }
    if !control.appliesTo.isEmpty {
      facts.append("obliges \(control.appliesTo.map(\.rawValue).joined(separator: ", "))")
    }
    if control.idIsSynthetic { facts.append("the id is ours: the document prints none") }
    var parts: [HTML] = [.tag(.p, [.class("f")], .text(facts.joined(separator: "; ")))]
    func add(_ name: String, _ text: String) {
      guard !text.isEmpty else { return }
      parts.append(.tag(.p, [], .tag(.b, [], .text(name)), .text(" \(text)")))
    }
    if !control.title.isEmpty { add("In own words", control.summary) }
    add("Official text", control.statement ?? "")
    add("Condition", control.condition)
    for parameter in control.parameters {
      let kind = parameter.isFirm ? "firm" : "an example in the source"
      add("Threshold", "\(parameter.name) \(parameter.value) \(parameter.unit) (\(kind))")
    }
    add(
      "Aspects",
      control.aspects.map { $0.title.isEmpty ? $0.id.rawValue : "\($0.id) (\($0.title))" }
        .joined(separator: "; "))
    if let combination = control.combination {
      let names = (children[control.id.rawValue] ?? []).map { "\($0.id) \($0.heading)" }
      add(
        "Assessed through \(combination == .any ? "any one of" : "all of")",
        names.joined(separator: "; "))
    }
    for note in control.notes { add("Note", note) }
    return .list(parts)
  }

  // MARK: Bounds

  /// A line for each context; those that say the same stand together.
  private func bounds(_ rows: [RequirementResult]) -> HTML {
    var lines: [(contexts: [ContextID], words: String, decision: Determination?)] = []
    for row in rows {
      let words = verdict(row)
      if let known = lines.firstIndex(where: {
        $0.words == words && $0.decision == row.determination
      }) {
        lines[known].contexts.append(row.context)
      } else {
        lines.append(([row.context], words, row.determination))
      }
    }
    return .tag(
      .ul, [.class("k")],
      .list(
        lines.map { line in
          .tag(
            .li, [], .tag(.b, [], .text(index.names(line.contexts))), .text(": \(line.words)"),
            line.decision.map(decision) ?? .nothing)
        }))
  }

  private func verdict(_ row: RequirementResult) -> String {
    guard row.verdict != .notApplicable else { return row.verdict.rawValue }
    var text =
      "\(row.verdict.rawValue); claimed \(range(row.bounds.claimed)), "
      + "assured \(range(row.bounds.assured)), planned \(range(row.bounds.planned))"
    guard let resilience = row.resilience else { return text }
    text += "; survives \(resilience.failures) failure\(resilience.failures == 1 ? "" : "s")"
    func add(_ words: String, _ names: [String]) {
      if !names.isEmpty { text += ", falls with \(words) \(names.joined(separator: ", "))" }
    }
    add("the practice", resilience.singlePoints.map(\.rawValue))
    add("the layer", resilience.fragileLayers.map(\.rawValue))
    add("the owner", resilience.fragileOwners)
    add("the supplier", resilience.fragileSuppliers)
    return text
  }

  /// With the decimals of the CSV files.
  private func range(_ bounds: Bounds) -> String {
    let lower = CSVTable.decimal(bounds.lower)
    return bounds.lower < bounds.upper ? "\(lower)–\(CSVTable.decimal(bounds.upper))" : lower
  }

  private func decision(_ decision: Determination) -> HTML {
    let until = decision.expires.map { " until \($0)" } ?? ""
    let date = decision.date.map { " on \($0)" } ?? ""
    var parts: [HTML] = [
      .text(
        ". Decision: \(decision.decision.rawValue) by \(decision.approver)\(date)\(until): "
          + decision.rationale)
    ]
    for id in decision.evidence {
      parts += [" ", .tag(.a, [.link(to: "evidence-\(id)")], .text(id.rawValue))]
    }
    return .list(parts)
  }

  // MARK: Pairs

  private func pairs(_ control: Control, _ rows: [RequirementResult]) -> HTML {
    guard let first = rows.first, !first.contributions.isEmpty else { return .nothing }
    // The contributions of every context are those of the same pairs, in the same order.
    let isRegular = rows.allSatisfy { row in
      row.contributions.count == first.contributions.count
        && zip(row.contributions, first.contributions).allSatisfy { $0.pair == $1.pair }
    }
    guard isRegular else {
      return .list(rows.map { table(control, [$0], $0.contributions.map { [$0] }) })
    }
    return table(
      control, rows,
      first.contributions.indices.map { position in rows.map { $0.contributions[position] } })
  }

  private func table(
    _ control: Control, _ rows: [RequirementResult], _ pairs: [[Contribution]]
  ) -> HTML {
    .tag(
      .table, [.class("p")],
      .tag(
        .tr, [], .tag(.th, [], "Practice"), .tag(.th, [], "Pair"),
        .list(rows.map { .tag(.th, [], .text($0.context.rawValue)) })),
      .list(
        pairs.map { contributions in
          .tag(
            .tr, [],
            .tag(
              .td, [],
              .tag(
                .a, [.link(to: "p-\(contributions[0].pair.practice)")],
                .text(contributions[0].pair.practice.rawValue))),
            .tag(.td, [], claim(contributions[0], control)), .list(cells(contributions)))
        }))
  }

  private func claim(_ contribution: Contribution, _ control: Control) -> HTML {
    let pair = contribution.pair.pair
    var words = "\(pair.relation.rawValue), share \(CSVTable.decimal(pair.share))"
    if pair.target != control.id { words += " of \(pair.target)" }
    if let aspect = pair.aspect { words += " of \(aspect)" }
    if let condition = pair.when { words += " when \(condition)" }
    words += "; confidence \(pair.confidence.rawValue)"
    if contribution.pair.isOwn { words += "; your own pair" }
    if !pair.path.isEmpty { words += "; carried over: \(pair.path)" }
    guard !pair.rationale.isEmpty else { return .text(words) }
    return .list([.text("\(words). "), .tag(.i, [], .text(pair.rationale))])
  }

  /// One cell for each context, or one for all where they say the same.
  private func cells(_ contributions: [Contribution]) -> [HTML] {
    let texts = contributions.map(brings)
    guard texts.count > 1, texts.allSatisfy({ $0 == texts[0] }) else {
      return texts.map { .tag(.td, [], .text($0)) }
    }
    return [.tag(.td, [Attribute(.colspan, String(texts.count))], .text(texts[0]))]
  }

  /// `partial 0.5 → 0.25 ✓`
  private func brings(_ contribution: Contribution) -> String {
    let finding = contribution.finding
    var text = finding.status.word
    if case .partial(let extent) = finding.status { text += " \(CSVTable.decimal(extent))" }
    if let value = finding.value { text += ", value \(value)" }
    if let due = finding.due { text += ", due \(due)" }
    if contribution.pair.pair.when != nil {
      switch contribution.condition {
      case true?: break
      case false?: text += ", condition not fulfilled"
      case nil: text += ", condition not known"
      }
    }
    if let claimed = contribution.claimed { text += " → \(range(claimed))" }
    if contribution.isEvidenced { text += " ✓" }
    return text
  }

  // MARK: Indicators, gaps, change

  /// What was said of the indicators of an outcome: where anything was, they decide, and practices
  /// do not.
  private func indicators(_ control: Control, _ rows: [RequirementResult]) -> HTML {
    guard let counts = control.indicators else { return .nothing }
    let answers = IndicatorWords(index.result.input.assessment)
    let total = counts.notAchieved + counts.partiallyAchieved + counts.achieved
    var lines: [(words: String, contexts: [ContextID])] = []
    for row in rows {
      let here = answers.answers(of: row)
      guard !here.isEmpty else { continue }
      let told = here.map { answer in
        let pieces = answer.evidence.map(\.rawValue).joined(separator: ", ")
        return "\(answer.id) \(answer.holds)\(pieces.isEmpty ? "" : " (\(pieces))")"
      }
      let words =
        "decided by its indicators, not by practices; \(here.count) of \(total) answered: "
        + told.joined(separator: ", ")
      if let known = lines.firstIndex(where: { $0.words == words }) {
        lines[known].contexts.append(row.context)
      } else {
        lines.append((words, [row.context]))
      }
    }
    guard !lines.isEmpty else { return .nothing }
    return .tag(
      .ul, [.class("k")],
      .list(
        lines.map { line in
          .tag(
            .li, [], .tag(.b, [], .text(index.names(line.contexts))), .text(": \(line.words)"))
        }))
  }

  /// Each sentence once, with the contexts that it holds in.
  private func missing(_ rows: [RequirementResult]) -> HTML {
    var order: [String] = []
    var places: [String: [ContextID]] = [:]
    for row in rows {
      for sentence in Shortfall.sentences(row, asOf: index.asOf) {
        if places[sentence] == nil { order.append(sentence) }
        places[sentence, default: []].append(row.context)
      }
    }
    guard !order.isEmpty else { return .nothing }
    return .list([
      .tag(.p, [], .tag(.b, [], "What is missing")),
      .tag(
        .ul, [],
        .list(
          order.map { sentence in
            let contexts = places[sentence] ?? []
            let isEverywhere = contexts.count == rows.count
            return .tag(
              .li, [],
              .text(isEverywhere ? sentence : "\(sentence) (\(index.names(contexts)))"))
          })),
    ])
  }

  private func change(_ rows: [RequirementResult]) -> HTML {
    guard let first = rows.first,
      let practices = index.turning[
        Leverage.Requirement(catalog: first.catalog, requirement: first.requirement)]
    else { return .nothing }
    return .tag(
      .p, [], .tag(.b, [], "Any one of these, wholly in place, turns it to met:"),
      .list(
        practices.flatMap { id -> [HTML] in
          [" ", .tag(.a, [.link(to: "p-\(id)")], .text(id.rawValue))]
        }))
  }
}

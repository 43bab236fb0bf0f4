internal import ControlModel
internal import Scoring

/// Levels by category with their blockers, and the attack vectors that remain.
struct LevelsText {
  private let catalog: CatalogResult
  private let levels: LevelsResult
  private let paint: Paint

  init(_ catalog: CatalogResult, _ levels: LevelsResult, _ paint: Paint) {
    self.catalog = catalog
    self.levels = levels
    self.paint = paint
  }

  func text() -> String {
    var lines = [paint("\(catalog.catalog.id): levels", .bold)]
    lines.append(
      TextLayout.folded("Consistent with the \(benchmark(levels.reached[.claimed])) in every "
        + "context; by evidence alone: \(name(levels.reached[.assured])); with all plans done: "
        + "\(name(levels.reached[.planned])); at best, if all that is open turns out well: "
        + "\(name(levels.possible))."))
    lines += contextLines()
    lines.append("")
    lines.append("Category, weakest context            now        next, and what blocks it")
    for category in levels.categories { lines += categoryLines(category) }
    lines += threatLines()
    lines.append(
      TextLayout.folded(
        "RAND calls its benchmarks minimum estimates, not a compliance regime: 'consistent with', "
          + "never 'certified'. It rates the AI Model Resilience measures less reliable, and SL5 "
          + "not yet attainable."))
    return lines.joined(separator: "\n")
  }

  private func contextLines() -> [String] {
    guard catalog.contexts.count > 1 else { return [] }
    return catalog.contexts.compactMap { score in
      guard case .levels(let levels) = score.conformance else { return nil }
      return "  in " + TextLayout.left(TextLayout.cut(score.context?.rawValue ?? "", 30), 32)
        + "\(name(levels.reached[.claimed])), by evidence \(name(levels.reached[.assured]))"
    }
  }

  private func categoryLines(_ category: LevelsResult.Category) -> [String] {
    let group = catalog.catalog.groups.first { $0.id == category.group }
    let start =
      TextLayout.left(TextLayout.cut(group?.title ?? category.group.rawValue, 35), 37)
      + TextLayout.left(name(category.reached[.claimed]), 11)
    guard let next = category.next, next.level <= category.highest else {
      return [start + "no further measure above this level"]
    }
    let blockers = next.blockers.prefix(2).map { id in
      let title = catalog.catalog.controls.first { $0.id == id }?.heading ?? ""
      return TextLayout.folded("\(id) \(title)", first: "        ", indent: 8)
    }
    let rest = next.blockers.count - blockers.count
    return [
      start + "\(name(next.level)): \(next.done) of \(next.applicable) done"
    ] + blockers + (rest > 0 ? ["        and \(rest) more"] : [])
  }

  private func threatLines() -> [String] {
    let threats = catalog.overall.threats
    guard !threats.isEmpty else { return [] }
    var lines = [
      "", "Attack vectors that remain, by operational capacity, at the level reached",
    ]
    for threat in threats {
      let capacity = catalog.catalog.capacities.first { $0.id == threat.capacity }
      let words =
        "\(threat.remaining.count) of the \(threat.feasible) feasible unanswered"
        + (threat.isWithinLevel ? "" : "; not claimed to be thwarted")
      lines.append(
        TextLayout.folded(
          "\(threat.capacity) \(capacity?.title ?? ""): \(words)", first: "  ", indent: 6))
    }
    lines.append(
      TextLayout.folded(
        "Of \(threats[0].vectors) vectors. Feasible: more than a 20 % chance against an average "
          + "company before any measure; answered: at the lowest level whose capacity can use it.",
        first: "  ", indent: 2))
    return lines
  }

  private func benchmark(_ position: Int?) -> String {
    guard let position, position > 0 else { return "benchmark of no level (\(name(position)))" }
    return "\(name(position)) benchmark"
  }

  private func name(_ position: Int?) -> String {
    guard let position else { return "no score" }
    let levels = catalog.catalog.levels
    guard position > 0 else { return "below \(levels.first?.id ?? "any")" }
    return position <= levels.count ? levels[position - 1].id : ""
  }
}

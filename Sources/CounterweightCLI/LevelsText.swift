internal import ControlModel
internal import Scoring

/// Levels by category with their blockers, and the attack vectors that remain.
struct LevelsText {
  private let catalog: CatalogResult
  private let levels: LevelsResult
  private let paint: Paint
  /// The scores that get a column: the contexts, when they fit, else the weakest alone.
  private let columns: [(title: String, score: CatalogScore)]

  private static let nameWidth = 26
  private static let columnWidth = 18

  init(_ catalog: CatalogResult, _ levels: LevelsResult, _ paint: Paint) {
    self.catalog = catalog
    self.levels = levels
    self.paint = paint
    let contexts = catalog.contexts.map { ($0.context?.rawValue ?? "", $0) }
    columns = (1...3).contains(contexts.count) ? contexts : [("weakest context", catalog.overall)]
  }

  func text() -> String {
    var lines = [
      paint("\(catalog.catalog.id): levels reached, by the answers", .bold),
      row("", columns.map(\.title)),
    ]
    lines += levels.categories.enumerated().map { position, category in
      row(title(category.group), columns.map { label($0.score, category: position) })
    }
    lines.append(
      paint(row("All categories", columns.map { name(reached($0.score, .claimed)) }), .bold))
    lines.append(row("by evidence alone", columns.map { name(reached($0.score, .assured)) }))
    lines.append(row("with all plans done", columns.map { name(reached($0.score, .planned)) }))
    lines.append("")
    lines.append(paint("What blocks the next level, weakest context", .bold))
    for category in levels.categories { lines += blockerLines(category) }
    lines += threatLines()
    lines.append(
      TextLayout.folded(
        "A level means 'consistent with the benchmark', never 'certified'. '–': no measure "
          + "applies. \(catalog.catalog.caveat)"))
    return lines.joined(separator: "\n")
  }

  // MARK: Levels

  private func row(_ name: String, _ cells: [String]) -> String {
    var line = TextLayout.left(TextLayout.cut(name, Self.nameWidth - 1), Self.nameWidth)
    for cell in cells {
      line += TextLayout.left(TextLayout.cut(cell, Self.columnWidth - 1), Self.columnWidth)
    }
    while line.last == " " { line.removeLast() }
    return line
  }

  private func title(_ group: GroupID) -> String {
    let title = catalog.catalog.groups.first { $0.id == group }?.title ?? ""
    return title.isEmpty ? group.rawValue : title
  }

  private func label(_ score: CatalogScore, category: Int) -> String {
    guard case .levels(let levels) = score.conformance else { return "" }
    let category = levels.categories[category]
    guard let standing = category.standing(on: .claimed) else { return "–" }
    guard standing > 0 else { return "below \(name(category.measured.first))" }
    return standing == category.measured.last ? "\(name(standing)) (all)" : name(standing)
  }

  private func reached(_ score: CatalogScore, _ track: Track) -> Int? {
    guard case .levels(let levels) = score.conformance else { return nil }
    return levels.reached[track]
  }

  private func name(_ position: Int?) -> String {
    guard let position else { return "–" }
    let levels = catalog.catalog.levels
    guard position > 0 else { return "below \(levels.first?.id ?? "any")" }
    return position <= levels.count ? levels[position - 1].id : ""
  }

  private func blockerLines(_ category: LevelsResult.Category) -> [String] {
    guard let next = category.next else { return [] }
    let blockers = next.blockers.prefix(2).map { id in
      let title = catalog.catalog.controls.first { $0.id == id }?.heading ?? ""
      return TextLayout.folded("\(id) \(title)", first: "    ", indent: 6)
    }
    let rest = next.blockers.count - blockers.count
    let done = "\(name(next.level)): \(next.done) of \(next.applicable) done"
    return ["  \(TextLayout.cut(title(category.group), 50)), \(done)"]
      + blockers + (rest > 0 ? ["    and \(rest) more"] : [])
  }

  // MARK: Threats

  private func threatLines() -> [String] {
    let threats = catalog.overall.threats
    guard !threats.isEmpty else { return [] }
    var lines = [
      "",
      paint(
        "Attack vectors above the level reached, by the answers, of \(threats[0].vectors)", .bold),
      row("", columns.map(\.title)),
    ]
    for (position, threat) in threats.enumerated() {
      let capacity = catalog.catalog.capacities.first { $0.id == threat.capacity }
      let cells = columns.map { column -> String in
        let here = column.score.threats[position]
        return "\(here.remaining.count) of \(here.feasible)\(here.isWithinLevel ? "" : " *")"
      }
      lines.append(row("\(threat.capacity) \(capacity?.title ?? "")", cells))
    }
    lines.append(
      TextLayout.folded(
        "'n of m': m vectors are feasible for the capacity (more than a 20 % chance against an "
          + "average company before any measure); n of them are not answered by the measures of "
          + "the level reached. '*': the level is not meant to thwart this capacity, whatever is "
          + "answered."))
    lines.append("")
    return lines
  }
}

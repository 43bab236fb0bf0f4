internal import ControlModel
internal import HTMLTree
internal import Scoring

/// The level that each category reaches, as rungs: a lane for each context.
struct LevelLadder {
  private let catalog: Catalog
  private let lanes: [(name: String, levels: LevelsResult)]

  private static let left = 340
  private static let rung = 76
  private static let laneHeight = 18

  init?(_ result: CatalogResult) {
    catalog = result.catalog
    // More lanes than that are a wall; then the weakest context alone is shown.
    let scores =
      (2...4).contains(result.contexts.count) ? result.contexts : [result.overall]
    lanes = scores.compactMap { score in
      guard case .levels(let levels) = score.conformance else { return nil }
      return (score.context?.rawValue ?? "weakest context", levels)
    }
    guard !lanes.isEmpty, !catalog.levels.isEmpty else { return nil }
  }

  func html() -> HTML {
    var shapes: [HTML] = []
    let width = Self.left + catalog.levels.count * Self.rung + 10
    for (position, level) in catalog.levels.enumerated() {
      let x = Self.left + position * Self.rung + Self.rung / 2
      shapes.append(Drawing.text(level.id, x: x, y: 16, style: "strong", anchor: "middle"))
    }
    var y = 26
    for category in lanes[0].levels.categories.indices { draw(category, &y, &shapes) }
    shapes.append(Drawing.line("rule", x1: 0, y1: y + 2, x2: width, y2: y + 2))
    y += 8
    shapes.append(Drawing.text("All categories", x: 0, y: y + 13, style: "strong"))
    for lane in lanes {
      let levels = lane.levels
      let measured = Set(1...catalog.levels.count)
      drawLane(
        lane.name, y, measured, claimed: levels.reached[.claimed] ?? 0,
        assured: levels.reached[.assured] ?? 0, planned: levels.reached[.planned] ?? 0, &shapes)
      y += Self.laneHeight
    }
    return Drawing.figure(
      id: "ladder-\(catalog.id)", caption: "Level reached by category",
      describes: describes(), width: width, height: y + 6, shapes,
      legend: [
        ("rung assured", "by evidence"), ("rung claimed", "by the answers"),
        ("rung planned", "with all plans done"), ("rung open", "not reached"),
        ("rung none", "no measure at this level"),
      ], table: table())
  }

  private func describes() -> String {
    let all = lanes.map { lane in
      "\(lane.name): \(LevelName.text(lane.levels.reached[.claimed], catalog)), by evidence "
        + LevelName.text(lane.levels.reached[.assured], catalog)
    }
    return "Levels reached by category. All categories together, \(all.joined(separator: "; "))."
  }

  private func draw(_ category: Int, _ y: inout Int, _ shapes: inout [HTML]) {
    let title = title(lanes[0].levels.categories[category].group)
    let lines = Drawing.wrapped(title, width: 28, lines: lanes.count > 2 ? 3 : 2)
    for (row, line) in lines.enumerated() {
      shapes.append(Drawing.text(line, x: 0, y: y + 13 + row * 15))
    }
    let top = y
    for lane in lanes {
      let category = lane.levels.categories[category]
      drawLane(
        lane.name, y, Set(category.measured), claimed: category.standing(on: .claimed) ?? 0,
        assured: category.standing(on: .assured) ?? 0,
        planned: category.standing(on: .planned) ?? 0, &shapes)
      y += Self.laneHeight
    }
    y = max(y, top + lines.count * 15 + 4) + 8
  }

  private func drawLane(
    _ name: String, _ y: Int, _ measured: Set<Int>, claimed: Int, assured: Int, planned: Int,
    _ shapes: inout [HTML]
  ) {
    if lanes.count > 1 {
      let short = Drawing.wrapped(name, width: 19, lines: 1).first ?? ""
      shapes.append(
        Drawing.text(short, x: Self.left - 8, y: y + 12, style: "small", anchor: "end"))
    }
    for level in 1...catalog.levels.count {
      let style =
        !measured.contains(level)
        ? "none"
        : level <= assured
          ? "assured" : level <= claimed ? "claimed" : level <= planned ? "planned" : "open"
      let x = Self.left + (level - 1) * Self.rung + 2
      let height = style == "none" ? 2 : 12
      shapes.append(
        Drawing.box(
          "rung \(style)", x: x, y: y + 2 + (12 - height) / 2, width: Self.rung - 4,
          height: height, rx: 1))
    }
  }

  private func title(_ group: GroupID) -> String {
    catalog.groups.first { $0.id == group }?.title ?? group.rawValue
  }

  private func table() -> HTML {
    let head = ["Category"] + lanes.map(\.name)
    func cell(_ words: (Track) -> String) -> String {
      "\(words(.claimed)); by evidence \(words(.assured)); with plans \(words(.planned))"
    }
    let rows = lanes[0].levels.categories.indices.map { position in
      [title(lanes[0].levels.categories[position].group)]
        + lanes.map { lane in
          cell { LevelName.standing(of: lane.levels.categories[position], on: $0, catalog) }
        }
    }
    let total =
      ["All categories"]
      + lanes.map { lane in
        cell { LevelName.text(lane.levels.reached[$0], catalog) }
      }
    return DataTable.html(head: head, texts: rows + [total])
  }
}

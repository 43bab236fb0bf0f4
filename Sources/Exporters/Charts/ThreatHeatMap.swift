internal import ControlModel
internal import HTMLTree
internal import Scoring

/// Attack vectors against operational capacities, at a level reached: what a level answers, and
/// what stays feasible.
struct ThreatHeatMap {
  private let catalog: Catalog
  private let vectors: [Control]
  private let threats: [ThreatResult]
  private let remaining: [String: Set<ControlID>]
  private let level: String
  private let places: String
  private let number: Int

  private static let left = 440
  private static let cell = 58
  private static let row = 20

  /// One for each level that is reached somewhere: contexts that reach the same one look the same.
  static func all(_ result: CatalogResult, _ index: ResultIndex) -> [ThreatHeatMap] {
    var maps: [(reached: Int?, score: CatalogScore, contexts: [ContextID])] = []
    for score in result.contexts {
      guard case .levels(let levels) = score.conformance, !score.threats.isEmpty else { continue }
      let reached = levels.reached[.claimed]
      if let known = maps.firstIndex(where: { $0.reached == reached }) {
        maps[known].contexts.append(contentsOf: score.context.map { [$0] } ?? [])
      } else {
        maps.append((reached, score, score.context.map { [$0] } ?? []))
      }
    }
    maps.sort { ($0.reached ?? -1) < ($1.reached ?? -1) }
    return maps.enumerated().map { position, map in
      ThreatHeatMap(
        result.catalog, map.score, level: LevelName.text(map.reached, result.catalog),
        places: index.names(map.contexts), number: position + 1)
    }
  }

  private init(
    _ catalog: Catalog, _ score: CatalogScore, level: String, places: String, number: Int
  ) {
    self.catalog = catalog
    self.level = level
    self.places = places
    self.number = number
    vectors = catalog.controls.filter { $0.kind == .threat }
    threats = score.threats
    remaining = Dictionary(
      score.threats.map { ($0.capacity, Set($0.remaining)) }
    ) { first, _ in first }
  }

  /// What a vector is for a capacity.
  private func state(_ vector: Control, _ capacity: Capacity) -> (style: String, words: String) {
    let score = vector.feasibility[capacity.id] ?? 1
    guard score > 1 else { return ("infeasible", "not feasible") }
    guard remaining[capacity.id]?.contains(vector.id) == true else {
      return ("answered", "\(score), answered")
    }
    return ("heat\(score)", "\(score), open")
  }

  func html() -> HTML {
    var shapes: [HTML] = []
    for (column, capacity) in catalog.capacities.enumerated() {
      let x = Self.left + column * Self.cell + Self.cell / 2
      shapes.append(Drawing.text(capacity.id, x: x, y: 14, style: "strong", anchor: "middle"))
    }
    for (row, vector) in vectors.enumerated() {
      let y = 22 + row * Self.row
      let name = Drawing.wrapped("\(vector.id) \(vector.heading)", width: 62, lines: 1)
      shapes.append(Drawing.text(name.first ?? "", x: 0, y: y + 14, style: "small"))
      for (column, capacity) in catalog.capacities.enumerated() {
        let x = Self.left + column * Self.cell
        let style = state(vector, capacity).style
        shapes.append(
          Drawing.box(style, x: x + 1, y: y + 1, width: Self.cell - 2, height: Self.row - 2))
        let score = vector.feasibility[capacity.id] ?? 1
        let sign = style == "infeasible" ? "" : style == "answered" ? "\(score) ✓" : String(score)
        shapes.append(
          Drawing.text(
            sign, x: x + Self.cell / 2, y: y + 14, style: "on-\(style)", anchor: "middle"))
      }
    }
    let width = Self.left + catalog.capacities.count * Self.cell
    return .list([
      Drawing.figure(
        id: "threats-\(catalog.id)-\(number)",
        caption: "Attack vectors that stay open at the level reached: \(level) (\(places))",
        describes: describes(), width: width, height: 26 + vectors.count * Self.row, shapes,
        legend: [
          ("heat5", "open, feasibility 5"), ("heat4", "4"), ("heat3", "3"), ("heat2", "2"),
          ("answered", "✓ answered by the measures of the level reached"),
          ("infeasible", "not feasible"),
        ], table: table()),
      .tag(.p, [.class("note")], .text(note())),
    ])
  }

  private func describes() -> String {
    let counts = threats.map { "\($0.capacity) \($0.remaining.count) of \($0.feasible)" }
    return "Open attack vectors of those feasible, at \(level): \(counts.joined(separator: ", "))."
  }

  private func note() -> String {
    let beyond = threats.filter { !$0.isWithinLevel }.map(\.capacity)
    let words =
      beyond.isEmpty
      ? ""
      : " The level is not meant to thwart \(beyond.joined(separator: ", ")), whatever is "
        + "answered."
    return "Open, of those feasible: "
      + threats.map { "\($0.capacity) \($0.remaining.count) of \($0.feasible)" }
      .joined(separator: ", ") + ". Scores are the document's: the chance against an average "
      + "company before any measure, 1 (at most 20 %) to 5.\(words)"
  }

  private func table() -> HTML {
    DataTable.html(
      head: ["Attack vector"] + catalog.capacities.map { "\($0.id) \($0.title)" },
      texts: vectors.map { vector in
        ["\(vector.id) \(vector.heading)"]
          + catalog.capacities.map { state(vector, $0).words }
      })
  }
}

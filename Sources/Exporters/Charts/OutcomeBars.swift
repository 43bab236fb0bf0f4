internal import ControlModel
internal import HTMLTree
internal import Scoring

/// The grades of a framework's outcomes, by its outermost groups.
struct OutcomeBars {
  private let catalog: Catalog
  private let parts: [(name: String, outcomes: [OutcomesResult.Outcome])]

  private static let left = 300
  private static let bar = 400

  init?(_ result: CatalogResult) {
    guard case .outcomes(let outcomes) = result.overall.conformance, !outcomes.outcomes.isEmpty
    else { return nil }
    catalog = result.catalog
    let headings = CatalogHeadings(catalog)
    let controls = Dictionary(catalog.controls.map { ($0.id, $0) }) { first, _ in first }
    var order: [String] = []
    var parts: [String: [OutcomesResult.Outcome]] = [:]
    for outcome in outcomes.outcomes {
      let name = controls[outcome.id].flatMap { headings.outermost(of: $0) } ?? "Others"
      if parts[name] == nil { order.append(name) }
      parts[name, default: []].append(outcome)
    }
    self.parts = [("All", outcomes.outcomes)] + order.map { ($0, parts[$0] ?? []) }
  }

  private static let classes: [(style: String, words: String)] = [
    ("grade achieved", "achieved"), ("grade partly", "partially achieved"),
    ("grade unsettled", "not settled"), ("grade not", "not achieved"),
  ]

  private static func counts(_ outcomes: [OutcomesResult.Outcome]) -> [Int] {
    func settled(_ grade: OutcomeGrade) -> Int {
      outcomes.count { $0.lowest == grade && $0.highest == grade }
    }
    return [
      settled(.achieved), settled(.partiallyAchieved),
      outcomes.count { $0.lowest != $0.highest }, settled(.notAchieved),
    ]
  }

  func html() -> HTML {
    var shapes: [HTML] = []
    for (row, part) in parts.enumerated() {
      let y = row * 34 + 6
      let lines = Drawing.wrapped(part.name, width: 40, lines: 2)
      for (number, line) in lines.enumerated() {
        shapes.append(
          Drawing.text(
            line, x: 0, y: lines.count == 1 ? y + 14 : y + 8 + number * 14,
            style: row == 0 ? "strong" : ""))
      }
      var done = 0
      for (count, style) in zip(Self.counts(part.outcomes), Self.classes) where count > 0 {
        let from = Self.bar * done / part.outcomes.count
        done += count
        let to = Self.bar * done / part.outcomes.count
        shapes.append(
          Drawing.box(style.style, x: Self.left + from, y: y, width: to - from - 1, height: 18))
        // A bar without room for its number is read from the table below.
        guard to - from >= 9 * String(count).count + 3 else { continue }
        shapes.append(
          Drawing.text(
            String(count), x: Self.left + (from + to) / 2, y: y + 13,
            style: "on-\(style.style.dropFirst(6))", anchor: "middle"))
      }
      shapes.append(
        Drawing.text(
          "of \(part.outcomes.count)", x: Self.left + Self.bar + 10, y: y + 13, style: "small"))
    }
    let counts = Self.counts(parts[0].outcomes)
    let words = zip(counts, Self.classes).map { "\($0) \($1.words)" }.joined(separator: ", ")
    return Drawing.figure(
      id: "outcomes-\(catalog.id)", caption: "Outcomes by grade, in the weakest context",
      describes: "Outcomes by grade. Of \(parts[0].outcomes.count): \(words).",
      width: Self.left + Self.bar + 70, height: parts.count * 34 + 6, shapes,
      legend: Self.classes,
      table: DataTable.html(
        head: ["Part"] + Self.classes.map(\.words) + ["of"],
        texts: parts.map { part in
          [part.name] + Self.counts(part.outcomes).map { String($0) }
            + [String(part.outcomes.count)]
        }))
  }
}

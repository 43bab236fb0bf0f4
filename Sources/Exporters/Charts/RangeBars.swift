internal import ControlModel
internal import HTMLTree
internal import Scoring

/// The mean share that is met, between its bounds: a bar for each part of a catalog.
struct RangeBars {
  /// A part with what is said of it.
  struct Row {
    let name: String
    let coverage: Coverage
    var isWhole = false
  }

  let id: String
  let caption: String
  let rows: [Row]

  private static let left = 250
  private static let bar = 330
  private static let rowHeight = 34

  /// The parts of a catalog: all of it, by modality where it has them, and by its outermost groups.
  init(_ result: CatalogResult) {
    let catalog = result.catalog
    id = "coverage-\(catalog.id)"
    caption = "What is met, in the weakest context"
    var rows = [Row(name: "All", coverage: result.overall.coverage, isWhole: true)]
    if case .modality(let modality) = result.overall.conformance {
      rows += modality.parts.map { Row(name: $0.modality.rawValue, coverage: $0.coverage) }
    }
    let headings = CatalogHeadings(catalog)
    var order: [String] = []
    var parts: [String: [RequirementResult]] = [:]
    let controls = Dictionary(catalog.controls.map { ($0.id, $0) }) { first, _ in first }
    for row in result.weakest {
      guard let control = controls[row.requirement], let top = headings.outermost(of: control)
      else { continue }
      if parts[top] == nil { order.append(top) }
      parts[top, default: []].append(row)
    }
    if order.count > 1 {
      rows += order.map { Row(name: $0, coverage: Coverage(parts[$0] ?? [])) }
    }
    self.rows = rows
  }

  func html() -> HTML {
    let width = Self.left + Self.bar + 190
    let bottom = rows.count * Self.rowHeight + 8
    var shapes: [HTML] = []
    for quarter in 0...4 {
      let x = Self.left + Self.bar * quarter / 4
      shapes.append(Drawing.line("grid", x1: x, y1: 4, x2: x, y2: bottom))
      shapes.append(
        Drawing.text(
          "\(quarter * 25) %", x: x, y: bottom + 16, style: "small", anchor: "middle"))
    }
    for (position, row) in rows.enumerated() {
      draw(row, position * Self.rowHeight + 6, &shapes)
    }
    return Drawing.figure(
      id: id, caption: caption, describes: describes(), width: width, height: bottom + 24, shapes,
      legend: [
        ("band assured", "certain by evidence"), ("band lower", "certain by the answers"),
        ("band upper", "possible: overlaps and open answers"),
        ("band planned", "certain once all plans are done"),
      ], table: table())
  }

  private func draw(_ row: Row, _ y: Int, _ shapes: inout [HTML]) {
    let lines = Drawing.wrapped(row.name, width: 34, lines: 2)
    for (number, line) in lines.enumerated() {
      let top = lines.count == 1 ? y + 14 : y + 8 + number * 14
      shapes.append(Drawing.text(line, x: 0, y: top, style: row.isWhole ? "strong" : ""))
    }
    shapes.append(
      Drawing.box("band open", x: Self.left, y: y + 2, width: Self.bar, height: 14))
    let counts = row.coverage.counts
    guard let mean = row.coverage.mean else {
      shapes.append(
        Drawing.text("nothing applicable", x: Self.left + Self.bar + 12, y: y + 14, style: "small"))
      return
    }
    func x(_ share: Double) -> Int { Int((share * Double(Self.bar)).rounded()) }
    func band(_ style: String, _ from: Double, _ to: Double, _ top: Int, _ height: Int) {
      guard x(to) > x(from) else { return }
      shapes.append(
        Drawing.box(
          style, x: Self.left + x(from), y: y + top, width: x(to) - x(from), height: height))
    }
    band("band upper", mean.claimed.lower, mean.claimed.upper, 2, 14)
    band("band planned", 0, mean.planned.lower, 2, 14)
    band("band lower", 0, mean.claimed.lower, 2, 14)
    band("band assured", 0, mean.assured.lower, 6, 6)
    shapes.append(
      Drawing.text(
        "\(counts.met) of \(counts.applicable) met; \(Percent.text(mean.claimed))",
        x: Self.left + Self.bar + 12, y: y + 14, style: "small"))
  }

  private func describes() -> String {
    let all = rows.prefix(1).map { row in
      let counts = row.coverage.counts
      let mean = row.coverage.mean.map { ", mean share \(Percent.text($0.claimed))" } ?? ""
      return "\(counts.met) of \(counts.applicable) met\(mean)"
    }
    return "Shares met by part, between bounds. All: \(all.joined())."
  }

  private func table() -> HTML {
    DataTable.html(
      head: [
        "Part", "Met", "By evidence", "With plans", "Unanswered", "Unmapped", "Claimed", "Assured",
        "Planned",
      ],
      texts: rows.map { row in
        let counts = row.coverage.counts
        func of(_ count: Int) -> String { "\(count) of \(counts.applicable)" }
        let mean = row.coverage.mean
        return [
          row.name, of(counts.met), of(row.coverage.assuredMet), of(row.coverage.plannedMet),
          of(counts[.unanswered]), of(counts[.unmapped]),
          mean.map { Percent.text($0.claimed) } ?? "no score",
          mean.map { Percent.text($0.assured) } ?? "no score",
          mean.map { Percent.text($0.planned) } ?? "no score",
        ]
      })
  }
}

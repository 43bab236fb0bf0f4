internal import ControlModel
internal import HTMLTree
internal import Scoring

/// What would change most, and what most hangs on.
struct PageGaps {
  let index: ResultIndex
  private static let shown = 10

  init(_ index: ResultIndex) { self.index = index }

  func html() -> HTML {
    let result = index.result
    let gaps = result.gaps.prefix(Self.shown)
    let points = result.singlePoints.prefix(Self.shown)
    return .tag(
      .section, [.id("gaps")],
      .tag(.h2, [], "Gaps"),
      gaps.isEmpty
        ? .tag(.p, [], "Every practice that is paired with an open requirement is in place.")
        : table(
          "Practices with the most consequence: \(gaps.count) of \(result.gaps.count) not wholly "
            + "in place",
          ["Practice", "Turns to met, alone", "Required or blocking", "Open in", "Owner"],
          gaps.map { gap in
            [
              practice(gap.practice),
              .text(
                requirements(gap.turnsMet.count)
                  + (gap.turnsMetToo.isEmpty
                    ? "" : " (and \(gap.turnsMetToo.count) that another catalog repeats)")),
              .text("\(gap.unblocks) of \(gap.turnsMet.count)"), .text(index.names(gap.contexts)),
              .text(index.owner(of: gap.practice)),
            ]
          }),
      points.isEmpty
        ? .nothing
        : table(
          "Single points of failure: \(points.count) of \(result.singlePoints.count) practices "
            + "that met requirements hang on",
          ["Practice", "Requirements that fall with it", "Catalogs", "Owner"],
          points.map { point in
            [
              practice(point.practice), .text(requirements(point.requirements.count)),
              .text(String(Set(point.requirements.map(\.catalog)).count)),
              .text(index.owner(of: point.practice)),
            ]
          }))
  }

  private func requirements(_ count: Int) -> String {
    "\(count) requirement\(count == 1 ? "" : "s")"
  }

  private func table(_ caption: String, _ head: [String], _ rows: [[HTML]]) -> HTML {
    .tag(
      .div,
      [
        .class("scroll"), Attribute(.tabindex, "0"), Attribute(.role, "group"),
        Attribute(.label, caption),
      ],
      DataTable.html(caption: caption, head: head, rows: rows))
  }

  private func practice(_ id: PracticeID) -> HTML {
    .list([
      .tag(.a, [.link(to: "p-\(id)")], .text(id.rawValue)), " ",
      .text(index.title(of: id)),
    ])
  }
}

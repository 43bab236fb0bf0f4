internal import ControlModel
internal import HTMLTree
internal import Scoring

/// The first part of the page: where it stands, before anything else.
struct PageSummary {
  let index: ResultIndex

  init(_ index: ResultIndex) { self.index = index }

  func html() -> HTML {
    .tag(
      .section, [.id("summary")],
      .tag(.h2, [], "Summary"), standing(), targets(), .list(index.result.catalogs.map(catalog)))
  }

  // MARK: In short

  private func standing() -> HTML {
    let isSplit = index.contexts.count > 1
    var rows: [[HTML]] = []
    var last: CatalogID?
    for row in StandingRow.all(index.result) {
      let name: HTML =
        row.catalog.id == last
        ? .tag(.span, [.class("vh")], .text(row.catalog.id.rawValue))
        : .tag(
          .a, [.link(to: "standard-\(row.catalog.id)"), Attribute(.title, row.catalog.title)],
          .text(row.catalog.id.rawValue))
      last = row.catalog.id
      rows.append([
        name, .text(row.part), .tag(.b, [], .text(row.claimed)), .text(row.assured),
        .text(row.planned), .text(row.unknown.isEmpty ? "none" : row.unknown),
      ])
    }
    return .tag(
      .div,
      [
        .class("scroll"), Attribute(.tabindex, "0"), Attribute(.role, "group"),
        Attribute(.label, "In short"),
      ],
      DataTable.html(
        caption: isSplit
          ? "In short, in the weakest of \(index.contexts.count) contexts" : "In short",
        head: ["Standard", "What", "By the answers", "By evidence", "With all plans", "Unknown"],
        rows: rows, style: "standing"))
  }

  // MARK: Targets

  private func targets() -> HTML {
    let targets = index.result.targets
    guard !targets.isEmpty else {
      return .tag(.p, [.class("note")], "The assessment states no targets.")
    }
    return .tag(
      .section, [.id("targets")],
      .tag(.h3, [], .text("Targets: \(TargetWords.counts(targets))")),
      TargetProgress(targets: targets).html(),
      .tag(.ul, [.class("targets")], .list(targets.map(target))))
  }

  private func target(_ result: TargetResult) -> HTML {
    let target = result.target
    var facts = ["\(target.id) in \(target.catalog)"]
    facts.append(
      target.contexts.isEmpty
        ? "in every context" : "in \(target.contexts.map(\.rawValue).joined(separator: ", "))")
    if let by = target.by { facts.append("by \(by)") }
    if target.track == .assured { facts.append("by evidence") }
    return .tag(
      .li, [],
      .tag(
        .span, [.class("state \(result.state.rawValue)")],
        .text(TargetWords.state(result.state))),
      .tag(.b, [], .text(" \(TargetWords.statement(target))")),
      .tag(.small, [], .text(" \(facts.joined(separator: ", "))")),
      .tag(.div, [], .text("Now: \(result.now).")),
      blockers("Open", result.blockers, target.catalog),
      result.state == .offTrack
        ? blockers("No plan meets by then", result.unplanned, target.catalog) : .nothing,
      target.because.isEmpty
        ? .nothing : .tag(.div, [.class("because")], .text("Why: \(target.because)")))
  }

  private func blockers(
    _ words: String, _ blockers: [TargetResult.Blocker], _ catalog: CatalogID
  ) -> HTML {
    guard !blockers.isEmpty else { return .nothing }
    var told: Set<ControlID> = []
    let ids = blockers.map(\.requirement).filter { told.insert($0).inserted }
    let places = blockers.count > ids.count ? " in \(blockers.count) places" : ""
    func links(_ ids: some Sequence<ControlID>) -> [HTML] {
      ids.flatMap { id -> [HTML] in
        [" ", .tag(.a, [.link(to: "\(catalog)/\(id)")], .text(id.rawValue))]
      }
    }
    let shown = 8
    guard ids.count > shown else {
      return .tag(
        .div, [.class("ids")], .text("\(words): \(ids.count)\(places):"), .list(links(ids)))
    }
    return .tag(
      .details, [.class("more")],
      .tag(.summary, [], .text("\(words): \(ids.count) requirements\(places)")),
      .tag(.p, [.class("ids")], .list(links(ids))))
  }

  // MARK: Catalogs

  private func catalog(_ result: CatalogResult) -> HTML {
    guard result.overall.coverage.counts.total > 0 else { return .nothing }
    let id = result.catalog.id
    var parts: [HTML] = [
      .tag(
        .h3, [.id("standard-\(id)")], .text(result.catalog.title)),
      .tag(
        .p, [.class("lead")], .tag(.b, [], .text(Headline.sentence(result) ?? "")),
        " ",
        .tag(
          .small, [],
          .text(
            [id.rawValue, result.catalog.publisher, result.catalog.version]
              .filter { !$0.isEmpty }.joined(separator: ", "))),
        " ", .tag(.a, [.link(to: "rows-\(id)")], "See its requirements")),
    ]
    if case .levels(let levels) = result.overall.conformance {
      if let ladder = LevelLadder(result) { parts.append(ladder.html()) }
      parts.append(blockers(levels, result.catalog))
    }
    if let outcomes = OutcomeBars(result) { parts.append(outcomes.html()) }
    parts.append(RangeBars(result).html())
    parts += ThreatHeatMap.all(result, index).map { $0.html() }
    if !result.catalog.caveat.isEmpty {
      parts.append(.tag(.p, [.class("note")], .text(result.catalog.caveat)))
    }
    return .tag(.section, [.class("standard")], .list(parts))
  }

  /// What keeps each category from its next level.
  private func blockers(_ levels: LevelsResult, _ catalog: Catalog) -> HTML {
    let rows = levels.categories.compactMap { category -> [HTML]? in
      guard let next = category.next else { return nil }
      let title = catalog.groups.first { $0.id == category.group }?.title ?? ""
      return [
        .text(title), .text(LevelName.text(next.level, catalog)),
        .text("\(next.done) of \(next.applicable)"),
        .tag(
          .span, [.class("ids")],
          .list(
            next.blockers.flatMap { id -> [HTML] in
              [.tag(.a, [.link(to: "\(catalog.id)/\(id)")], .text(id.rawValue)), " "]
            })),
      ]
    }
    guard !rows.isEmpty else { return .nothing }
    return .tag(
      .details, [.class("more")],
      .tag(.summary, [], "What blocks the next level of each category, weakest context"),
      .tag(
        .div,
        [
          .class("scroll"), Attribute(.tabindex, "0"), Attribute(.role, "group"),
          Attribute(.label, "Blockers"),
        ],
        DataTable.html(head: ["Category", "Next level", "Done", "Open measures"], rows: rows)))
  }
}

internal import ControlModel
internal import HTMLTree
public import Scoring

/// `summary.md` and `summary.html`: two pages for people with five minutes (`docs/reports.md`).
public struct BoardSummary {
  private let index: ResultIndex
  private let result: AssessmentResult
  private let names: BoardNames
  private let sections: [BoardSection]

  /// Makes the summary of an assessment.
  ///
  /// - Parameter earlier: what it is compared with; nil: nothing.
  public init(_ result: AssessmentResult, since earlier: EarlierResult? = nil) {
    self.result = result
    index = ResultIndex(result)
    names = BoardNames(result)
    sections = BoardSections(index, names, since: earlier).all()
  }

  // MARK: What it says

  /// The whole in a sentence or two.
  private func headline() -> String {
    let targets =
      result.targets.isEmpty ? "No targets are stated." : "\(TargetWords.counts(result.targets))."
    let levels = result.catalogs.compactMap { catalog -> String? in
      guard case .levels(let levels) = catalog.overall.conformance else { return nil }
      func level(_ track: Track) -> String {
        LevelName.text(levels.reached[track], catalog.catalog)
      }
      let name = names.name(catalog.catalog.id)
      let best =
        levels.possible == levels.reached[.claimed]
        ? ""
        : " At best it is \(LevelName.text(levels.possible, catalog.catalog)), if all that is unknown "
          + "turns out well."
      guard Set([level(.claimed), level(.assured), level(.planned)]).count > 1 else {
        return "\(name): \(level(.claimed)) by the answers, by evidence, and with every plan done."
          + best
      }
      return
        "\(name): \(level(.claimed)) by the answers, \(level(.assured)) by evidence, "
        + "\(level(.planned)) with every plan done.\(best)"
    }
    return ([targets] + levels).joined(separator: " ")
  }

  /// At most twelve rows; what is left out is said.
  private func standing() -> [[String]] {
    let rows = StandingRow.all(result)
    let shown = rows.count > 12 ? Array(rows.prefix(11)) : rows
    let rest = rows.count - shown.count
    return shown.map(standingCells)
      + (rest > 0 ? [["and \(rest) more", "see the assessment page", "", "", "", ""]] : [])
  }

  private var standingHead: [String] {
    ["Standard", "What", "We claim", "We can prove", "With all plans", "Unknown"]
  }

  private func standingCells(_ row: StandingRow) -> [String] {
    [
      names.name(row.catalog.id), row.part, row.claimed, row.assured, row.planned,
      row.unknown.isEmpty ? "none" : row.unknown,
    ]
  }

  // MARK: How it is written

  /// `summary.md`
  public func markdown() -> [UInt8] {
    let assessment = result.input.assessment
    var blocks = [
      "# \(MarkdownText.escaped(assessment.organisation)): weight security, board summary",
      (assessment.system.isEmpty ? "" : "\(MarkdownText.escaped(assessment.system)), ")
        + "as of \(index.asOf)",
      "**\(MarkdownText.escaped(headline()))**",
      "## What we claim",
      MarkdownText.escaped(claimLead),
      MarkdownText.table(standingHead, standing()),
    ]
    if !result.targets.isEmpty {
      blocks.append(
        list(
          result.targets.map {
            BoardPoint(
              TargetWords.state($0.state),
              "\(BoardPoint.short(TargetWords.statement($0.target))); now \($0.now)")
          }))
    }
    for section in sections {
      blocks.append("## \(section.title)")
      if !section.lead.isEmpty { blocks.append(MarkdownText.escaped(section.lead)) }
      if !section.points.isEmpty { blocks.append(list(section.points)) }
    }
    blocks.append(MarkdownText.escaped(caveat))
    return Array((blocks.joined(separator: "\n\n") + "\n").utf8)
  }

  private func list(_ points: [BoardPoint]) -> String {
    points.map { "- **\(MarkdownText.escaped($0.subject))**: \(MarkdownText.escaped($0.text))" }
      .joined(separator: "\n")
  }

  /// What the columns of the table mean.
  private var claimLead: String {
    let places =
      index.contexts.count > 1
      ? " Each number is that of the weakest of \(index.contexts.count) places: "
        + BoardNames.few(index.contexts.map(\.id.rawValue), 6) + "." : ""
    return "We claim what our answers say: answered are \(AnswerSummary.mix(result)). We can prove "
      + "what valid evidence shows.\(places)"
  }

  private let caveat = "A level means consistent with the benchmark, never certified."

  /// `summary.html`: two pages of A4.
  public func html() -> [UInt8] {
    let assessment = result.input.assessment
    return SelfContainedPage.encoded(
      title: "\(assessment.organisation), \(index.asOf): board summary",
      style: PackageResources.board_css,
      .list([
        .tag(
          .header, [],
          .tag(
            .p, [.class("kicker")],
            .text("Model weight security, board summary as of \(index.asOf)")),
          .tag(.h1, [], .text(BoardPoint.short(assessment.organisation))),
          .tag(.p, [.class("system")], .text(BoardPoint.short(assessment.system, 160)))),
        .tag(
          .main, [],
          .tag(.p, [.class("headline")], .text(headline())),
          claim(), .list(sections.map(section)),
          .tag(.p, [.class("note")], .text(caveat))),
      ]))
  }

  private func claim() -> HTML {
    .tag(
      .section, [],
      .tag(.h2, [], "What we claim"),
      .tag(.p, [.class("lead")], .text(claimLead)),
      .tag(
        .div,
        [
          .class("scroll"), Attribute(.tabindex, "0"), Attribute(.role, "group"),
          Attribute(.label, "Standing"),
        ], DataTable.html(head: standingHead, texts: standing())),
      result.targets.isEmpty
        ? .nothing
        : .tag(.ul, [.class("targets")], .list(result.targets.prefix(6).map(target))),
      result.targets.count > 6
        ? .tag(.p, [.class("lead")], .text("and \(result.targets.count - 6) more targets"))
        : .nothing)
  }

  private func target(_ result: TargetResult) -> HTML {
    .tag(
      .li, [],
      .tag(
        .span, [.class("state \(result.state.rawValue)")], .text(TargetWords.state(result.state))),
      .tag(
        .span, [],
        .text(
          "\(BoardPoint.short(TargetWords.statement(result.target))); "
            + "now \(BoardPoint.short(result.now, 60))")))
  }

  private func section(_ section: BoardSection) -> HTML {
    .tag(
      .section, [],
      .tag(.h2, [], .text(section.title)),
      section.lead.isEmpty ? .nothing : .tag(.p, [.class("lead")], .text(section.lead)),
      section.points.isEmpty
        ? .nothing
        : .tag(
          .ul, [],
          .list(
            section.points.map {
              .tag(.li, [], .tag(.b, [], .text($0.subject)), .text(": \($0.text)"))
            })))
  }
}

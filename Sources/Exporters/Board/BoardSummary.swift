internal import ControlModel
internal import HTMLTree
public import Scoring

/// `summary.md` and `summary.html`: two pages for people with five minutes (`docs/reports.md`).
public struct BoardSummary {
  private let index: ResultIndex
  private let result: AssessmentResult
  private let earlier: EarlierResult?
  private let decisions: BoardDecisions

  /// Makes the summary of an assessment.
  ///
  /// - Parameter earlier: what it is compared with; nil: nothing.
  public init(_ result: AssessmentResult, since earlier: EarlierResult? = nil) {
    self.result = result
    self.earlier = earlier
    index = ResultIndex(result)
    decisions = BoardDecisions(index)
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
      return
        "\(Self.name(catalog.catalog)): \(level(.claimed)) by the answers, \(level(.assured)) by "
        + "evidence, \(level(.planned)) with every plan done."
    }
    return ([targets] + levels).joined(separator: " ")
  }

  private func sections() -> [BoardSection] {
    [proof(), unknown(), blockers(), help(), changes(), needed()]
  }

  private func proof() -> BoardSection {
    let pieces = result.input.assessment.evidence
    var points: [BoardPoint] = []
    let bad = pieces.filter {
      let state = $0.state(on: index.asOf)
      return state != .valid && state != .unchecked
    }
    for piece in bad {
      points.append(
        BoardPoint(
          piece.id.rawValue,
          BoardPoint.short(
            [AnswerSummary.words(piece.state(on: index.asOf)), piece.title]
              .filter { !$0.isEmpty }.joined(separator: ": "))))
    }
    let ending = pieces.filter {
      $0.state(on: index.asOf) == .valid && decisions.isSoon($0.validUntil)
    }
    if !ending.isEmpty {
      let names = ending.prefix(4).map { "\($0.id) (\($0.validUntil?.description ?? ""))" }
      points.append(
        BoardPoint(
          "Ends within \(BoardDecisions.horizon) days",
          "\(ending.count) of \(pieces.count) pieces: " + names.joined(separator: ", ")
            + (ending.count > 4 ? " and \(ending.count - 4) more" : "")))
    }
    return BoardSection(
      title: "What we can prove",
      lead: "Evidence: \(AnswerSummary.evidence(result)). Answers: "
        + "\(AnswerSummary.answers(result)).",
      points: BoardPoint.limited(points, to: 3))
  }

  private func unknown() -> BoardSection {
    var points: [BoardPoint] = []
    for context in index.contexts {
      let open = result.input.practices.count { practice in
        index.answers[practice.id]?.finding(in: context.id).status ?? .unanswered == .unanswered
      }
      if open > 0 {
        points.append(
          BoardPoint(
            context.id.rawValue,
            "\(open) of \(result.input.practices.count) practices are not answered"))
      }
    }
    func count(_ verdict: Verdict, _ words: String) {
      let found = result.catalogs.map { $0.overall.coverage.counts[verdict] }.reduce(0, +)
      let total = result.catalogs.map { $0.overall.coverage.counts.applicable }.reduce(0, +)
      if found > 0 { points.append(BoardPoint("\(found) of \(total) requirements", words)) }
    }
    count(.unanswered, "of all standards: nobody has said anything of their practices")
    count(.unresolved, "of all standards: may be met; how far the parts overlap is not decided")
    count(.unmapped, "of all standards: no practice is paired with them")
    return BoardSection(
      title: "What is unknown",
      lead: "The pairs between practices and clauses are \(PageMethod.mappings).",
      points: BoardPoint.limited(points, to: 6))
  }

  private func blockers() -> BoardSection {
    var points: [BoardPoint] = []
    var leads: [String] = []
    for catalog in result.catalogs {
      if case .modality(let modality) = catalog.overall.conformance,
        let counts = modality.part(.required)?.counts, counts.met < counts.applicable
      {
        leads.append(
          "\(counts.applicable - counts.met) of \(counts.applicable) required of "
            + "\(Self.name(catalog.catalog)) are open.")
      }
      guard case .levels(let levels) = catalog.overall.conformance,
        let reached = levels.reached[.claimed], reached < catalog.catalog.levels.count
      else { continue }
      let next = LevelName.text(reached + 1, catalog.catalog)
      let blocked = levels.categories.filter { $0.next?.level == reached + 1 }
      leads.append(
        "\(next) of \(Self.name(catalog.catalog)) is open in \(blocked.count) of "
          + "\(levels.categories.count) categories.")
      points += blocked.compactMap { category in
        category.next.map { step in
          let title = catalog.catalog.groups.first { $0.id == category.group }?.title ?? ""
          return BoardPoint(
            title.isEmpty ? category.group.rawValue : title,
            "\(step.done) of \(step.applicable) measures of \(next) done")
        }
      }
    }
    return BoardSection(
      title: "What blocks the next level",
      lead: leads.isEmpty ? "Nothing of what is scored." : leads.joined(separator: " "),
      points: BoardPoint.limited(points, to: 6))
  }

  private func help() -> BoardSection {
    let strong = result.gaps.prefix(3).filter { !$0.turnsMet.isEmpty }
    return BoardSection(
      title: "What would help most",
      lead: "\(strong.count) of \(result.gaps.count) practices that are not wholly in place.",
      points: BoardPoint.limited(
        strong.map { gap in
          let owner = index.owner(of: gap.practice)
          return BoardPoint(
            index.title(of: gap.practice),
            "turns \(BoardPoint.counted(gap.turnsMet.count, "requirement")) to met, \(gap.unblocks) of them required or "
              + "blocking a level" + (owner.isEmpty ? "" : "; owner: \(owner)"))
        }, to: 3))
  }

  private func changes() -> BoardSection {
    guard let earlier else {
      return BoardSection(
        title: "What changed",
        lead: "Nothing was given to compare with: --since takes a day or an earlier JSON result.",
        points: [])
    }
    let points = ResultChanges(result, since: earlier).points()
    return BoardSection(
      title: "What changed",
      lead: "Compared with \(earlier.words)." + (points.isEmpty ? " Nothing changed." : ""),
      points: BoardPoint.limited(
        points, to: 5))
  }

  private func needed() -> BoardSection {
    let points = decisions.points()
    return BoardSection(
      title: "Decisions needed", lead: points.isEmpty ? "None." : "",
      points: BoardPoint.limited(points, to: 7))
  }

  /// What a board calls a standard: its publisher and its title, without what follows a colon.
  private static func name(_ catalog: Catalog) -> String {
    let publisher = catalog.publisher.prefix { $0 != " " && $0 != "," }
    let title = catalog.title.split(separator: ":", maxSplits: 1).first ?? ""
    let parts = [String(publisher), String(title)].filter { !$0.isEmpty }
    return BoardPoint.short(parts.joined(separator: ", "), 64)
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
      Self.name(row.catalog), row.part, row.claimed, row.assured, row.planned,
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
    for section in sections() {
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

  private var caveat: String {
    let weakest = index.contexts.count > 1 ? "Numbers are those of the weakest context. " : ""
    return weakest + "A level means consistent with the benchmark, never certified."
  }

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
          claim(), .list(sections().map(section)),
          .tag(.p, [.class("note")], .text(caveat))),
      ]))
  }

  private func claim() -> HTML {
    .tag(
      .section, [],
      .tag(.h2, [], "What we claim"),
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

internal import ControlModel
public import Scoring

/// `assessment.md`: what a pull request or a CI run has to show, short, with the lists folded
/// (`docs/reports.md`).
public struct AssessmentMarkdown {
  private let index: ResultIndex
  private let result: AssessmentResult
  /// Rows of one list at most; a step summary has room for 1 MiB.
  private static let limit = 200

  /// Makes the report of an assessment.
  public init(_ result: AssessmentResult) {
    self.result = result
    index = ResultIndex(result)
  }

  /// The file.
  public func encoded() -> [UInt8] {
    var blocks = [head(), standing()]
    if !result.targets.isEmpty { blocks.append(targets()) }
    blocks += result.catalogs.compactMap(levels)
    blocks.append(gaps())
    blocks += result.catalogs.compactMap(open)
    blocks.append(
      "A number is met of applicable requirements, in the weakest context. A level means "
        + "*consistent with the benchmark*, never *certified*. Mappings: \(PageMethod.mappings).")
    return Array((blocks.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n").utf8)
  }

  private func head() -> String {
    let assessment = result.input.assessment
    var lines = [
      "## \(MarkdownText.escaped(assessment.organisation)): weight security as of \(index.asOf)"
    ]
    if !assessment.system.isEmpty { lines.append(MarkdownText.escaped(assessment.system)) }
    if !result.targets.isEmpty { lines.append("**\(TargetWords.counts(result.targets)).**") }
    lines.append(
      "Answers: \(AnswerSummary.answers(result)).  \nEvidence: "
        + "\(AnswerSummary.evidence(result)).")
    return lines.joined(separator: "\n\n")
  }

  private func standing() -> String {
    MarkdownText.table(
      ["Standard", "What", "By the answers", "By evidence", "With all plans", "Unknown"],
      StandingRow.all(result).map {
        [
          $0.catalog.id.rawValue, $0.part, $0.claimed, $0.assured, $0.planned,
          $0.unknown.isEmpty ? "none" : $0.unknown,
        ]
      })
  }

  private func targets() -> String {
    "### Targets\n\n"
      + MarkdownText.table(
        ["Target", "State", "By", "Now", "Open"],
        result.targets.map { target in
          [
            TargetWords.statement(target.target), TargetWords.state(target.state),
            target.target.by.map(\.description) ?? "now", target.now,
            "\(target.blockers.count) of \(target.asked)",
          ]
        })
  }

  private func levels(_ catalog: CatalogResult) -> String? {
    guard case .levels(let levels) = catalog.overall.conformance else { return nil }
    let rows = levels.categories.map { category -> [String] in
      let title = catalog.catalog.groups.first { $0.id == category.group }?.title ?? ""
      func level(_ track: Track) -> String {
        LevelName.standing(of: category, on: track, catalog.catalog)
      }
      return [
        title.isEmpty ? category.group.rawValue : title, level(.claimed), level(.assured),
        category.next.map {
          "\(LevelName.text($0.level, catalog.catalog)): \($0.done) of \($0.applicable) done"
        } ?? "all done",
      ]
    }
    return "### Levels of \(MarkdownText.escaped(catalog.catalog.id.rawValue))\n\n"
      + MarkdownText.table(["Category", "By the answers", "By evidence", "Next"], rows)
  }

  private func gaps() -> String {
    let shown = result.gaps.prefix(5)
    guard !shown.isEmpty else { return "" }
    return "### Most consequence: \(shown.count) of \(result.gaps.count) open practices\n\n"
      + MarkdownText.table(
        ["Practice", "Turns to met, alone", "Required or blocking", "Owner"],
        shown.map { gap in
          [
            "\(gap.practice): \(index.title(of: gap.practice))", "\(gap.turnsMet.count)",
            "\(gap.unblocks) of \(gap.turnsMet.count)", index.owner(of: gap.practice),
          ]
        })
  }

  /// The requirements of a catalog that are not met in the weakest context, folded.
  private func open(_ catalog: CatalogResult) -> String? {
    let rows = catalog.weakest.filter { $0.verdict.isApplicable && !$0.verdict.isMet }
    guard !rows.isEmpty else { return nil }
    let controls = Dictionary(catalog.catalog.controls.map { ($0.id, $0) }) { first, _ in first }
    let shown = rows.prefix(Self.limit)
    let table = MarkdownText.table(
      ["Requirement", "Title", "Verdict", "Bounds", "Context"],
      shown.map { row in
        [
          row.requirement.rawValue, controls[row.requirement]?.heading ?? "",
          row.verdict.rawValue, Percent.text(row.bounds.claimed), row.context.rawValue,
        ]
      })
    let applicable = catalog.overall.coverage.counts.applicable
    let rest = rows.count > shown.count ? "\n\nand \(rows.count - shown.count) more" : ""
    return "<details>\n<summary>\(MarkdownText.escaped(catalog.catalog.id.rawValue)): "
      + "\(rows.count) of \(applicable) not met</summary>\n\n\(table)\(rest)\n\n</details>"
  }
}

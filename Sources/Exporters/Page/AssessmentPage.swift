internal import ControlModel
internal import HTMLTree
public import Scoring

/// `assessment.html`: the whole result as one page that opens from a disk or an e-mail
/// (`docs/reports.md`). It says what the CSV files say, from the same values.
public struct AssessmentPage {
  private let index: ResultIndex
  private let result: AssessmentResult

  /// Makes the page of an assessment.
  public init(_ result: AssessmentResult) {
    self.result = result
    index = ResultIndex(result)
  }

  /// The file.
  ///
  /// - Parameter version: for a page that is served live: it reloads when this is no longer what the
  ///   server says; nil for a file, which asks nobody.
  public func encoded(version: String? = nil) -> [UInt8] {
    let assessment = result.input.assessment
    return SelfContainedPage.encoded(
      title: "\(assessment.organisation), \(result.input.asOf): weight security assessment",
      style: PackageResources.page_css, script: PackageResources.page_js,
      version: version,
      .list([
        .tag(.a, [.class("skip"), .link(to: "matrix")], "Skip to the matrix"),
        header(),
        .tag(
          .main, [],
          PageSummary(index).html(), PageGaps(index).html(), PageMatrix(index).html(),
          PracticeRegister(index).html(), EvidenceRegister(index).html(), PageMethod(result).html()),
      ]))
  }

  private func header() -> HTML {
    let assessment = result.input.assessment
    return .tag(
      .header, [.class("top")],
      .tag(.p, [.class("kicker")], "Model weight security assessment"),
      .tag(.h1, [], .text(assessment.organisation)),
      assessment.system.isEmpty ? .nothing : .tag(.p, [.class("system")], .text(assessment.system)),
      .tag(
        .dl, [.class("facts")],
        fact("As of", result.input.asOf.description),
        fact("Answers", AnswerSummary.answers(result)),
        fact("Evidence", AnswerSummary.evidence(result)),
        fact(
          "Contexts",
          assessment.contexts.map { "\($0.id) (\($0.exposure.rawValue))" }
            .joined(separator: ", ")),
        fact("Mappings", PageMethod.mappings)),
      .tag(
        .nav, [Attribute(.label, "Sections")],
        .list(
          [
            ("summary", "Summary"), ("gaps", "Gaps"), ("matrix", "Matrix"),
            ("practices", "Practices"), ("evidence", "Evidence"), ("method", "How to read it"),
          ].map { .tag(.a, [.link(to: $0.0)], .text($0.1)) })))
  }

  private func fact(_ name: String, _ text: String) -> HTML {
    .tag(.div, [], .tag(.dt, [], .text(name)), .tag(.dd, [], .text(text)))
  }
}

public import Diagnostics
internal import HTMLTree

/// What a live view shows while an assessment has errors.
public enum ProblemPage {
  /// The page.
  ///
  /// - Parameters:
  ///   - problems: what is wrong.
  ///   - version: changes when the page does.
  public static func encoded(_ problems: [Diagnostic], version: String) -> [UInt8] {
    let errors = problems.filter { $0.severity == .error }
    let count = errors.count == 1 ? "1 error" : "\(errors.count) errors"
    return SelfContainedPage.encoded(
      title: "\(count) in the assessment", style: PackageResources.page_css,
      version: version,
      .tag(
        .main, [],
        .tag(.h1, [], .text("The assessment has \(count)")),
        .tag(.p, [], "The page comes back when the files are mended."),
        .tag(.ul, [], .list(problems.map(item)))))
  }

  private static func item(_ problem: Diagnostic) -> HTML {
    .tag(
      .li, [],
      problem.location.map { .tag(.code, [], .text("\($0)")) } ?? .nothing,
      .text(" \(problem.severity.label): \(problem.summary)"),
      .list(problem.hints.map { .tag(.p, [.class("note")], .text($0)) }))
  }
}

internal import ControlModel
internal import HTMLTree
internal import Scoring

/// How the page is read, and what has to be said with it.
struct PageMethod {
  let result: AssessmentResult

  init(_ result: AssessmentResult) { self.result = result }

  /// What the pairs between practices and clauses rest on.
  static let mappings =
    "own readings made with machine assistance, not reviewed outside the project"

  private static let bounds =
    "A result lies between two bounds, because nobody knows how far partial measures overlap: at "
    + "least the lower, at most the upper one. Claimed is what the answers say; assured counts "
    + "only answers with valid evidence; planned counts plans as done. What is unanswered or "
    + "unmapped is unknown, neither met nor missing; what is not applicable leaves the "
    + "denominator. With several contexts a standard is as good as its weakest context. A level "
    + "means consistent with the benchmark, never certified."
  private static let chain =
    "In a chain, ‘partial 0.5 → 0.25 ✓’ reads: the practice works to one half, that brings a "
    + "quarter of the requirement, and valid evidence shows it. Bounds in a chain have the "
    + "decimals of the CSV files."
  private static let handling =
    "Made by Counterweight. The page loads nothing and sends nothing; it says where the "
    + "organisation is weak, so treat it accordingly."

  func html() -> HTML {
    .tag(
      .section, [.id("method")],
      .tag(.h2, [], "How to read it"),
      .tag(.p, [], .text(Self.bounds)),
      .tag(.p, [], .text(Self.chain)),
      .tag(.dl, [.class("verdicts")], .list(Verdict.allCases.map(verdict))),
      .tag(.h3, [], "Sources"),
      .tag(.ul, [], .list(result.catalogs.map(source))),
      .tag(.p, [.class("note")], .text(Self.handling)))
  }

  private func verdict(_ verdict: Verdict) -> HTML {
    let words = "\(VerdictWords.sign(verdict)) \(verdict.rawValue)"
    return .tag(
      .div, [],
      .tag(.dt, [], .tag(.b, [.class(verdict.rawValue)], .text(words))),
      .tag(.dd, [], .text(VerdictWords.meaning(verdict))))
  }

  private func source(_ result: CatalogResult) -> HTML {
    let catalog = result.catalog
    let words = [catalog.id.rawValue, catalog.title, catalog.attribution].filter { !$0.isEmpty }
    return .tag(.li, [], .text(words.joined(separator: ". ")))
  }
}

internal import ArgumentParser
internal import ControlModel
internal import Diagnostics
internal import Exporters
internal import Scoring

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Shows why a requirement has its verdict, and what would change it.",
    usage: "counterweight explain <dir> <requirement> [<options>]",
    discussion: """
      The whole chain: clause, pairs, answers, evidence, bounds, verdict. Name the
      requirement by its id, or with its catalog when several have the same id:
        counterweight explain my-lab SL2.WS.STO.2
        counterweight explain my-lab dsit-ai-cop-2025/5.4.2
      """)

  @OptionGroup var assessment: AssessmentOptions

  @Argument(help: "The requirement: ID, or CATALOG/ID.")
  var requirement: String

  @Option(
    name: .customLong("context"),
    help: ArgumentHelp("Only this context.", valueName: "id"))
  var context: String?

  @Flag(help: "Print the chain as JSON.")
  var json = false

  func run() throws {
    let scored = try assessment.score()
    let result = scored.result
    let (catalog, control) = try find(in: result)
    var rows = catalog.results.filter { $0.requirement == control.id }
    if let context {
      let known = rows.map(\.context.rawValue)
      rows = rows.filter { $0.context.rawValue == context }
      guard !rows.isEmpty else {
        throw Refusal(
          "unknown-context", "there is no context '\(context)'",
          hints: NearestMatch.hints(context, in: known)
            + ["known are: \(known.joined(separator: ", "))"])
      }
    }
    if json {
      Console.print(bytes: try JSONValue.list(rows.map(ResultJSON.requirement)).document())
    } else {
      let text = ExplanationText(result, catalog.catalog, control, Paint.output)
      Console.print(text.text(rows))
    }
    try scored.reportEvidence()
  }

  private func find(in result: AssessmentResult) throws -> (CatalogResult, Control) {
    let parts = requirement.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    let id = ControlID(String(parts[parts.count - 1]))
    let named = CatalogName.find(String(parts[0]), in: result.catalogs.map(\.catalog))?.id
    let catalogs = result.catalogs.filter { parts.count == 1 || $0.catalog.id == named }
    if catalogs.isEmpty {
      let known = result.catalogs.map(\.catalog.id.rawValue)
      throw Refusal(
        "unknown-catalog", "there is no catalog '\(parts[0])' among those that are scored",
        hints: NearestMatch.hints(String(parts[0]), in: known)
          + ["scored are: \(known.joined(separator: ", "))"])
    }
    let found = catalogs.compactMap { catalog in
      catalog.catalog.controls.first { $0.id == id && $0.kind == .requirement }
        .map { (catalog, $0) }
    }
    if found.count == 1 { return found[0] }
    if found.count > 1 {
      throw Refusal(
        "ambiguous", "'\(id)' stands in \(found.count) catalogs: say which one is meant",
        hints: found.map { "\($0.0.catalog.id)/\(id)" })
    }
    let parents = catalogs.compactMap { CatalogPart.explanation(of: id, in: $0.catalog) }
    guard parents.isEmpty else {
      throw Refusal(
        "not-assessable", "'\(id)' is no requirement, so it has no verdict of its own",
        hints: parents)
    }
    let known = catalogs.flatMap { catalog in
      catalog.catalog.controls.map(\.id.rawValue) + catalog.catalog.groups.map(\.id.rawValue)
    }
    throw Refusal(
      "unknown-requirement", "there is no requirement '\(id)'",
      hints: NearestMatch.hints(id.rawValue, in: known)
        + ["'counterweight catalog show CATALOG' lists them"])
  }
}

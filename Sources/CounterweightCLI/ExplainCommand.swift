internal import ArgumentParser
internal import ControlModel
internal import Diagnostics
internal import Exporters
internal import Scoring

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Shows why a requirement has its verdict, and what would change it.",
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
    let parts = requirement.split(separator: "/", maxSplits: 1).map(String.init)
    let id = ControlID(parts.last ?? requirement)
    let catalogs = result.catalogs.filter { parts.count == 1 || $0.catalog.id.rawValue == parts[0] }
    if parts.count > 1, catalogs.isEmpty {
      let known = result.catalogs.map(\.catalog.id.rawValue)
      throw Refusal(
        "unknown-catalog", "there is no catalog '\(parts[0])'",
        hints: NearestMatch.hints(parts[0], in: known)
          + ["known are: \(known.joined(separator: ", "))"])
    }
    let found = catalogs.compactMap { catalog in
      catalog.catalog.controls.first { $0.id == id }.map { (catalog, $0) }
    }
    let assessable = found.filter { $0.1.kind == .requirement }
    if assessable.count == 1 { return assessable[0] }
    if assessable.count > 1 {
      throw Refusal(
        "ambiguous", "'\(id)' stands in \(assessable.count) catalogs",
        hints: assessable.map { "\($0.0.catalog.id)/\(id)" })
    }
    if let (catalog, option) = found.first(where: { $0.1.kind == .alternative }) {
      throw Refusal(
        "not-assessable", "'\(id)' is one of the ways to meet '\(option.parent)'",
        hints: ["counterweight explain … \(catalog.catalog.id)/\(option.parent)"])
    }
    if let (catalog, indicator) = found.first(where: { $0.1.kind == .indicator }) {
      throw Refusal(
        "not-assessable", "'\(id)' is an indicator by which '\(indicator.parent)' is judged",
        hints: ["counterweight explain … \(catalog.catalog.id)/\(indicator.parent)"])
    }
    if let (catalog, heading) = found.first {
      throw Refusal(
        "not-assessable", "'\(id)' is a \(heading.kind.rawValue) and has no verdict of its own",
        hints: Self.members(of: heading, in: catalog.catalog))
    }
    let known = catalogs.flatMap { $0.catalog.controls.map(\.id.rawValue) }
    throw Refusal(
      "unknown-requirement", "there is no requirement '\(id)'",
      hints: NearestMatch.hints(id.rawValue, in: known)
        + ["'counterweight catalog show CATALOG' lists them"])
  }

  private static func members(of heading: Control, in catalog: Catalog) -> [String] {
    let members = catalog.controls.filter {
      $0.parent == heading.id.rawValue && $0.kind == .requirement
    }
    guard !members.isEmpty else { return [] }
    return ["it holds: \(members.map(\.id.rawValue).joined(separator: ", "))"]
  }
}

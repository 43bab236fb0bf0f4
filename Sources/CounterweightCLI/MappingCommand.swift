internal import ArgumentParser
internal import ControlModel
internal import Exporters
internal import Scoring
internal import Validation
internal import Workspace

struct MappingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mapping", abstract: "Lists, checks and reviews the mapping sets.",
    subcommands: [
      MappingListCommand.self, MappingLintCommand.self, MappingStatsCommand.self,
      MappingReviewCommand.self, MappingMigrateCommand.self,
    ])
}

struct MappingListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the mapping sets: what they join, and who made them.",
    usage: "counterweight mapping list [<options>]")

  @OptionGroup var library: LibraryOptions

  @Flag(help: "Print the list as JSON.")
  var json = false

  func run() throws {
    let library = try library.load()
    let pairs = PracticePair.all(in: library.mappings, own: [:])
    func count(_ set: MappingSet) -> Int {
      guard set.composition != nil else { return set.pairs.count { $0.relation != .none } }
      return pairs[CatalogID(set.target.id)]?.count { $0.set == set.id } ?? 0
    }
    if json {
      let sets = library.mappings.map { MappingJSON.summary($0, pairs: count($0)) }
      Console.print(bytes: try JSONValue.list(sets).document())
      return
    }
    for set in library.mappings {
      Console.print(Paint.output(set.id.rawValue, .bold))
      var relations: [Relation: Int] = [:]
      for pair in set.pairs { relations[pair.relation, default: 0] += 1 }
      let mix = Relation.allCases.compactMap { relation in
        relations[relation].map { "\($0) \(relation.rawValue)" }
      }
      let composed = set.composition.map { ", composed of \($0.first) and \($0.second)" } ?? ""
      let mixWords = mix.isEmpty ? "" : " (\(mix.joined(separator: ", ")))"
      Console.print(
        TextLayout.folded("\(count(set)) pairs\(mixWords)\(composed)", first: "  ", indent: 2))
      let review = set.provenance.isReviewed ? "reviewed" : "not reviewed"
      Console.print(
        TextLayout.folded(
          "\(set.provenance.basis.rawValue) by \(set.provenance.by), \(set.provenance.date), "
            + "\(review), \(set.status)", first: "  ", indent: 2))
    }
  }
}

struct MappingLintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Checks the mapping sets for mistakes; exit code 1 when there are errors.",
    usage: "counterweight mapping lint [<options>]",
    discussion: """
      Ends that do not exist or cannot be assessed, pairs that stand twice or \
      contradict each other, missing shares and rationales, requirements that no \
      practice reaches or that the practices can never meet. With --strict, warnings \
      count as errors.
      """)

  @OptionGroup var library: LibraryOptions

  @OptionGroup var lint: LintOptions

  func run() throws {
    // Loading finds dangling ends, duplicates and contradictions already.
    let (library, found) = try library.examine()
    guard let library else {
      return try lint.finish(found, "mapping sets", category: "mapping-lint")
    }
    let pairs = PracticePair.all(in: library.mappings, own: [:]).mapValues { $0.map(\.pair) }
    let findings =
      MappingRules.contradictions(in: library.mappings, practices: library.practices)
      + MappingRules.lint(library.mappings, pairs: pairs, catalogs: library.catalogs)
    try lint.finish(
      found + findings, "\(library.mappings.count) mapping sets", category: "mapping-lint")
  }
}

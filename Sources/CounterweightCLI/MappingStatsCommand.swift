internal import ArgumentParser
internal import ControlModel
internal import Exporters
internal import Scoring
internal import Validation
internal import Workspace

struct MappingStatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Shows how far the mappings reach, and how far they can be trusted.",
    usage: "counterweight mapping stats [<options>]",
    discussion: """
      For each set from the practices to a catalog: how many requirements it reaches \
      and can meet, the mix of relations and of confidence, how many pairs reviewers \
      have judged, and how far two readings agree that were made apart from each other.
      """)

  @OptionGroup var library: LibraryOptions

  @Option(
    help: ArgumentHelp(
      "Directory with reviews, besides those that ship.", valueName: "dir"))
  var reviews: String?

  @Flag(help: "Print the numbers as JSON.")
  var json = false

  func run() throws {
    let library = try library.load()
    let location = try LibraryLocation.find(named: self.library.library)
    var reviews = try ReviewStore(of: location).all()
    if let directory = self.reviews { reviews += try ReviewStore(directory: directory).all() }
    let pairs = PracticePair.all(in: library.mappings, own: [:])
    let rows = library.mappings.filter { $0.source.kind == .practices }.compactMap { set in
      library.catalogs.first { $0.id.rawValue == set.target.id }.map { catalog in
        let own = (pairs[catalog.id] ?? []).filter { $0.set == set.id }.map(\.pair)
        return (
          set.id,
          MappingStatistics(
            own, to: catalog, practices: library.practices.count,
            reviews: reviews.filter { $0.set == set.id })
        )
      }
    }
    if json {
      let values = rows.map { MappingJSON.statistics($0.0, $0.1) }
      Console.print(bytes: try JSONValue.list(values).document())
    } else {
      for (set, statistics) in rows { Console.print(Self.text(set, statistics)) }
    }
  }

  private static func text(_ set: MappingSetID, _ statistics: MappingStatistics) -> String {
    func mix<Key: Hashable>(_ keys: [Key], _ counts: [Key: Int], _ name: (Key) -> String) -> String
    {
      keys.compactMap { key in counts[key].map { "\($0) \(name(key))" } }.joined(separator: ", ")
    }
    let relations = mix(Relation.allCases, statistics.relations, \.rawValue)
    let confidence = mix(MappingPair.Confidence.allCases, statistics.confidence, \.rawValue)
    var lines = [
      Paint.output(set.rawValue, .bold),
      "  reaches    \(statistics.reached) of \(statistics.requirements) requirements, "
        + "can meet \(statistics.meetable)",
      TextLayout.folded("\(statistics.pairs): \(relations)", first: "  pairs      ", indent: 13),
      TextLayout.folded("\(confidence)", first: "  confidence ", indent: 13),
      "  reviewed   \(statistics.reviewed) of \(statistics.pairs) pairs, "
        + "all reviewers agree on \(statistics.agreed)",
    ]
    lines.append(
      TextLayout.folded(
        statistics.agreement.map(agreement) ?? "no readings recorded", first: "  readings   ",
        indent: 13))
    return lines.joined(separator: "\n")
  }

  private static func agreement(_ agreement: ReadingAgreement) -> String {
    func decimals(_ number: Double?) -> String {
      guard let number else { return "–" }
      let hundredths = Int((number * 100).rounded())
      let digits = abs(hundredths % 100)
      return
        "\(hundredths < 0 ? "-" : "")\(abs(hundredths) / 100).\(digits < 10 ? "0" : "")\(digits)"
    }
    return "\(agreement.both) pairs by both (\(agreement.sameClass) of the same class), "
      + "\(agreement.onlyFirst) by the first alone, \(agreement.onlySecond) by the second alone; "
      + "kappa \(decimals(agreement.kappa)), mean difference of shares "
      + decimals(agreement.meanShareDifference)
  }
}

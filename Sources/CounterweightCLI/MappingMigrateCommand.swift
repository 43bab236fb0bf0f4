internal import ArgumentParser
internal import Comparison
internal import ControlModel
internal import Diagnostics
internal import NativeFormats
internal import Workspace

struct MappingMigrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate",
    abstract: "Carries a mapping set over to a new edition of one of its catalogs.",
    usage: "counterweight mapping migrate <set> --to <catalog> [<options>]",
    discussion: """
      Writes a new set with the pairs whose control is surely found again; each says \
      that it is derived, and from what. What is different there makes a pair's \
      confidence low. The other pairs are listed, and stand as comments at the end of \
      the file.
      """)

  @Argument(help: ArgumentHelp("The mapping set.", valueName: "set"))
  var set: String

  @OptionGroup var migration: MigrationOptions

  @Option(help: ArgumentHelp("The file to write.", valueName: "file"))
  var out: String?

  @OptionGroup var library: LibraryOptions

  func validate() throws {
    if (out ?? "").isEmpty != migration.dryRun {
      throw ValidationError("say one of --out <file> and --dry-run")
    }
  }

  func run() throws {
    let library = try library.load()
    guard let old = library.mappings.first(where: { $0.id.rawValue == set }) else {
      let known = library.mappings.map(\.id.rawValue)
      throw Refusal(
        "unknown-set", "there is no mapping set '\(set)'",
        hints: NearestMatch.hints(set, in: known) + ["'counterweight mapping list' lists them"])
    }
    let ends = [old.target, old.source].filter { $0.kind == .catalog }.map(\.id)
    let map = try migration.map(library, named: ends)
    guard let migrated = MappingMigration(old, along: map, today: try Console.today()) else {
      throw Refusal(
        "other-edition", "'\(old.id)' has no pairs of its own to '\(map.difference.old.id)'",
        hints: ["its catalogs are: \(ends.joined(separator: ", "))"])
    }
    report(migrated, old, map)
    guard let out else { return Console.print("Dry run: nothing was written.") }
    try FileWriting.replace(out, with: Array(text(migrated, map).utf8))
    Console.print("Wrote \(Console.clean(out)).")
  }

  private func report(_ migrated: MappingMigration, _ old: MappingSet, _ map: EditionMap) {
    let all = old.pairs.count
    let carried = migrated.set.pairs.count
    func line(_ count: Int, _ what: String) {
      Console.print("\(TextLayout.right(String(count), 5)) of \(all) \(what)")
    }
    Console.print("\(old.id) → \(migrated.set.id)")
    line(carried - migrated.doubtful.count, "pairs carried over")
    line(migrated.doubtful.count, "carried over, to review")
    line(migrated.open.count, "not carried over, to review")
    section("Not carried over, to review", migrated.open.map { ($0.pair, $0.reason) })
    section("Carried over, to review", migrated.doubtful.map { ($0.pair, $0.caveats) })
    Console.print("")
  }

  private func section(_ title: String, _ pairs: [(pair: MappingPair, remark: String)]) {
    guard !pairs.isEmpty else { return }
    Console.print("\n\(Paint.output("\(title): \(pairs.count)", .bold))")
    for (pair, remark) in pairs {
      Console.print(
        TextLayout.folded(
          "\(pair.source) → \(pair.target): \(remark)", first: "  ", indent: 6))
    }
  }

  /// The file: what could not be carried stands in comments at its end.
  private func text(_ migrated: MappingMigration, _ map: EditionMap) -> String {
    var text = MappingSetFormat.encode(migrated.set)
    for (pair, reason) in migrated.open {
      let line =
        "\(pair.source) → \(pair.target) of \(map.difference.old.id), "
        + "\(pair.relation.rawValue) \(pair.share): \(reason)"
      text += "# review: not carried over: \(Console.clean(line))\n"
    }
    return text
  }
}

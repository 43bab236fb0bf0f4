internal import ArgumentParser
internal import Comparison
internal import ControlModel
internal import Diagnostics
internal import Workspace

struct AssessmentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assessment", abstract: "Carries an assessment over to a new edition.",
    subcommands: [AssessmentMigrateCommand.self])
}

struct AssessmentMigrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate",
    abstract: "Carries what an assessment says of a catalog over to its new edition.",
    usage: "counterweight assessment migrate <dir> --to <catalog> [<options>]",
    discussion: """
      Targets, determinations, indicators, own pairs and the list of catalogs speak of \
      the new edition afterwards, where it is sure what takes the place of what: a \
      mapping set between the editions is asked first, then the texts. The rest stays \
      as it is, under a comment '# review: …', and is listed with file and line. \
      Answers are about practices and need no change. Comments and layout of the files \
      stay. See 'counterweight catalog diff' for the difference itself.
      """)

  @Argument(help: ArgumentHelp("The assessment: a directory, or one file.", valueName: "dir"))
  var assessment: String

  @OptionGroup var migration: MigrationOptions

  @Option(help: ArgumentHelp("The new directory (or file) to write.", valueName: "dir"))
  var out: String?

  @Flag(help: "Change the files where they are.")
  var inPlace = false

  @OptionGroup var library: LibraryOptions

  func validate() throws {
    if assessment.isEmpty { throw ValidationError("the assessment has no name") }
    if out?.isEmpty == true { throw ValidationError("--out names no directory") }
    let ways = [out != nil, inPlace, migration.dryRun].count { $0 }
    if ways != 1 {
      throw ValidationError("say one of --out <dir>, --in-place and --dry-run")
    }
  }

  func run() throws {
    let named = try AssessmentMigrating.catalogs(of: assessment)
    let library = try library.load(besides: AssessmentLoading.overlays(of: assessment))
    let map = try migration.map(library, named: named)
    let plan = try AssessmentMigrating.plan(assessment, along: map)
    report(plan, map)
    if let out {
      try AssessmentMigrating.write(plan, from: assessment, to: out)
      Console.print(
        "Wrote \(Console.clean(out)), with \(plan.changed.count) of \(plan.files) files changed.")
    } else if inPlace {
      try AssessmentMigrating.writeInPlace(plan)
      Console.print("Changed \(plan.changed.count) of \(plan.files) files.")
    } else {
      Console.print("Dry run: nothing was written.")
    }
  }

  private func report(_ plan: AssessmentMigrating.Plan, _ map: EditionMap) {
    let all = plan.entries.count
    func count(_ outcome: MigrationEntry.Outcome) -> String {
      TextLayout.right(String(plan.entries.count { $0.outcome == outcome }), 5)
    }
    Console.print("\(map.difference.old.id) → \(map.difference.new.id)")
    guard all > 0 else {
      Console.print("No entry of the assessment names \(map.difference.old.id).\n")
      return
    }
    Console.print("\(count(.carried)) of \(all) entries carried over")
    Console.print("\(count(.carriedToReview)) of \(all) carried over, to review")
    Console.print("\(count(.left)) of \(all) left with the old edition, to review")
    let titles: [(MigrationEntry.Outcome, String)] = [
      (.left, "Left with the old edition, to review"),
      (.carriedToReview, "Carried over, to review"), (.carried, "Carried over"),
    ]
    for (outcome, title) in titles {
      let entries = plan.entries.filter { $0.outcome == outcome }
      guard !entries.isEmpty else { continue }
      Console.print("\n\(Paint.output("\(title): \(entries.count)", .bold))")
      for run in runs(of: entries) { Console.print(line(run)) }
    }
    Console.print("")
  }

  /// Neighbours of one file with the same detail, to be told once.
  private func runs(of entries: [MigrationEntry]) -> [[MigrationEntry]] {
    var runs: [[MigrationEntry]] = []
    for entry in entries {
      if let last = runs.last?.last, last.detail == entry.detail,
        last.location.file == entry.location.file, sort(last) == sort(entry)
      {
        runs[runs.count - 1].append(entry)
      } else {
        runs.append([entry])
      }
    }
    return runs.flatMap { $0.count > 3 ? [$0] : $0.map { [$0] } }
  }

  /// `determination` of `determination 5.1.2`.
  private func sort(_ entry: MigrationEntry) -> Substring {
    entry.what.prefix { !$0.isWhitespace }
  }

  /// `file:12: what: detail`, or `file:12 to 40: 9 entries, from … to …: detail`.
  private func line(_ run: [MigrationEntry]) -> String {
    guard let first = run.first, let last = run.last else { return "" }
    // The lines are those of the files that will be looked at.
    func number(_ entry: MigrationEntry) -> Int {
      migration.dryRun ? entry.location.line : entry.newLine
    }
    let file = AssessmentMigrating.path(of: first.location.file, from: assessment, to: out)
    let place = run.count == 1 ? "\(number(first))" : "\(number(first)) to \(number(last))"
    let what =
      run.count == 1
      ? first.what : "\(run.count) entries, from \(first.what) to \(last.what)"
    return TextLayout.folded(
      "\(what): \(first.detail)", first: "  \(Console.clean(file)):\(place): ", indent: 6)
  }
}

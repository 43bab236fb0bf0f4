internal import ArgumentParser
internal import ControlModel
internal import Diagnostics
internal import Exporters
internal import Scoring

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks the targets of an assessment; exit code 1 when one is unmet.",
    usage: "counterweight check <dir> [<options>]",
    discussion: """
      A target is reached; on track, when its day lies ahead and the plans that are \
      due by then reach it; off track, when they do not; missed, when its day has \
      come; or undecided, when nothing that it asks for is applicable. Off track, \
      missed and undecided are unmet. With --strict, on track is unmet too.

      --fail-under fails too when the lower bound of the coverage, in the weakest \
      context, is below a share: --fail-under 0.6 for every catalog, or \
      --fail-under dsit-ai-cop-2025=60% for one. May be given several times.
      """)

  @OptionGroup var assessment: AssessmentOptions

  @Option(
    name: .customLong("fail-under"),
    help: ArgumentHelp("Lowest coverage that passes, 0…1 or in percent.", valueName: "share"))
  var floors: [CoverageFloor] = []

  @Flag(help: "Count targets that are only on track as unmet.")
  var strict = false

  @Flag(help: "Print the targets as JSON.")
  var json = false

  func run() throws {
    let scored = try assessment.score()
    let result = scored.result
    let unmet = result.targets.filter { $0.isUnmet(strict: strict) }
    let fallen = try fallenFloors(result)
    if json {
      Console.print(bytes: try ResultJSON.targets(result).document())
    } else {
      if result.targets.isEmpty, floors.isEmpty {
        Console.print("The assessment has no targets, so there is nothing to check.")
      }
      for target in result.targets { Console.print(TargetText.lines(target, Paint.output)) }
    }
    for line in fallen { Console.note(line) }
    if !unmet.isEmpty {
      Console.note("\(unmet.count) of \(TextLayout.counted(result.targets.count, "target")) unmet.")
    }
    guard unmet.isEmpty, fallen.isEmpty else {
      Console.show(scored.evidenceProblems)
      throw ExitStatus.no
    }
    try scored.reportEvidence()
  }

  private func fallenFloors(_ result: AssessmentResult) throws -> [String] {
    let known = result.catalogs.map(\.catalog.id.rawValue)
    return try floors.flatMap { floor -> [String] in
      if let id = floor.catalog, !known.contains(id) {
        throw Refusal(
          "unknown-catalog", "--fail-under names '\(id)', which is not scored",
          hints: NearestMatch.hints(id, in: known) + [
            "scored are: \(known.joined(separator: ", "))"
          ])
      }
      return result.catalogs.compactMap { catalog in
        let id = catalog.catalog.id.rawValue
        guard floor.catalog == nil || floor.catalog == id else { return nil }
        let counts = catalog.overall.coverage.counts
        guard let mean = catalog.overall.coverage.mean else {
          return "\(id): nothing is applicable, so it has no coverage to compare."
        }
        guard mean.claimed.lower < floor.share else { return nil }
        return "\(id): coverage is at least \(Percent.text(mean.claimed.lower)) of "
          + "\(counts.applicable) requirements, below \(Percent.text(floor.share))."
      }
    }
  }
}

/// `0.6`, `60%`, `dsit-ai-cop-2025=0.6`
struct CoverageFloor: ExpressibleByArgument {
  let catalog: String?
  /// 0…1
  let share: Double

  init?(argument: String) {
    let parts = argument.split(separator: "=", omittingEmptySubsequences: false)
    guard let last = parts.last, parts.count <= 2 else { return nil }
    let isPercent = last.hasSuffix("%")
    guard let number = Double(isPercent ? last.dropLast() : last) else { return nil }
    share = isPercent ? number / 100 : number
    catalog = parts.count == 2 ? String(parts[0]) : nil
    guard (0...1).contains(share), catalog?.isEmpty != true else { return nil }
  }
}

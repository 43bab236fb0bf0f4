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

  @Flag(help: "Print targets and evidence files as JUnit XML, for CI systems.")
  var junit = false

  @Flag(help: "Print what is wrong as SARIF 2.1.0, for code-review tools.")
  var sarif = false

  func validate() throws {
    if [json, junit, sarif].count(where: \.self) > 1 {
      throw ValidationError("--json, --junit and --sarif exclude each other")
    }
  }

  func run() throws {
    let scored = try score()
    let result = scored.result
    let unmet = result.targets.filter { $0.isUnmet(strict: strict) }
    let floors = try floorResults(result)
    let fallen = floors.filter { !$0.isMet }
    try show(scored, floors)
    for floor in fallen { Console.note(floor.message) }
    if !unmet.isEmpty {
      Console.note("\(unmet.count) of \(TextLayout.counted(result.targets.count, "target")) unmet.")
    }
    guard unmet.isEmpty, fallen.isEmpty else {
      Console.show(scored.evidenceProblems)
      throw ExitStatus.no
    }
    try scored.reportEvidence()
  }

  /// Where it cannot be scored, SARIF shows the mistakes at their lines.
  private func score() throws -> Scored {
    do {
      return try assessment.score()
    } catch let refusal as Refusal where sarif {
      Console.print(bytes: try CheckFindings.log(refusal))
      throw refusal
    }
  }

  private func show(_ scored: Scored, _ floors: [CoverageFloorResult]) throws {
    let result = scored.result
    if json {
      Console.print(bytes: try ResultJSON.targets(result).document())
    } else if junit {
      Console.print(bytes: JUnitReport.document(result, strict: strict, floors: floors))
    } else if sarif {
      Console.print(bytes: try CheckFindings.log(scored, strict: strict, floors: floors))
    } else {
      if result.targets.isEmpty, floors.isEmpty {
        Console.print("The assessment has no targets, so there is nothing to check.")
      }
      for target in result.targets { Console.print(TargetText.lines(target, Paint.output)) }
    }
  }

  private func floorResults(_ result: AssessmentResult) throws -> [CoverageFloorResult] {
    let scored = result.catalogs.map(\.catalog)
    return try floors.flatMap { floor -> [CoverageFloorResult] in
      let named = floor.catalog.flatMap { CatalogName.find($0, in: scored)?.id }
      if let id = floor.catalog, named == nil {
        let known = scored.map(\.id.rawValue)
        throw Refusal(
          "unknown-catalog", "--fail-under names '\(id)', which is not scored",
          hints: NearestMatch.hints(id, in: known) + [
            "scored are: \(known.joined(separator: ", "))"
          ])
      }
      return result.catalogs.compactMap { catalog in
        guard floor.catalog == nil || named == catalog.catalog.id else { return nil }
        return compare(catalog, with: floor.share)
      }
    }
  }

  private func compare(_ catalog: CatalogResult, with share: Double) -> CoverageFloorResult {
    let id = catalog.catalog.id
    guard let mean = catalog.overall.coverage.mean else {
      return CoverageFloorResult(
        catalog: id, message: "\(id): nothing is applicable, so it has no coverage to compare.",
        isMet: false)
    }
    let isMet = mean.claimed.lower >= share
    let found =
      "\(id): coverage is at least \(Percent.text(mean.claimed.lower)) of "
      + "\(catalog.overall.coverage.counts.applicable) requirements"
    return CoverageFloorResult(
      catalog: id, message: isMet ? "\(found)." : "\(found), below \(Percent.text(share)).",
      isMet: isMet)
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

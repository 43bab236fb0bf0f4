internal import ArgumentParser
internal import ControlModel
internal import Diagnostics
internal import NativeFormats
internal import Scoring
internal import Workspace

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Makes a new assessment, with every practice unanswered.",
    usage: "counterweight init <dir> [<options>]",
    discussion: """
      Writes a directory of YAML files that explain themselves: who and what is \
      assessed, the practices to answer, the register of evidence, and the decisions \
      on single requirements. Keep it in your own git. Nothing that is there already \
      is overwritten.

      --for asks only what a target needs, the most decisive practice first:
        counterweight init my-lab --for rand:SL2
        counterweight init my-lab --for dsit:required --for rand:SL3
      Names: rand, dsit, etsi, ncsc, ml, caf, or the id of a catalog; after the \
      colon a level or a modality. Without it the whole catalog is meant.
      """)

  @Argument(help: ArgumentHelp("The new directory.", valueName: "dir"))
  var directory: String

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "Ask only what this target needs. May be given several times.", valueName: "target"))
  var targets: [String] = []

  @Option(
    name: .customLong("context"),
    help: ArgumentHelp(
      "A place where weights live: ID:internal or ID:external; internal if not said.",
      discussion: "May be given several times. Without it: training-cluster (internal) and "
        + "inference-fleet (external).", valueName: "id"))
  var contexts: [String] = []

  @OptionGroup var library: LibraryOptions

  func validate() throws {
    if directory.isEmpty { throw ValidationError("the new directory needs a name") }
  }

  func run() throws {
    let library = try library.load()
    let contexts = try contexts.map(Self.context)
    let chosen = try targets.map { try TargetName.target($0, in: library.catalogs) }
    let practices =
      chosen.isEmpty
      ? library.practices
      : PracticeSelection.practices(
        library.practices, for: chosen, exposures: Set(contexts.map(\.exposure)),
        catalogs: library.catalogs, pairs: PracticePair.all(in: library.mappings, own: [:]))
    let files = AssessmentTemplate.files(
      .init(
        practices: practices, catalogs: library.catalogs, contexts: contexts, targets: chosen))
    try FileWriting.newDirectory(directory, files.map { ($0.path, Array($0.text.utf8)) })
    let directory = Console.clean(self.directory)
    let all = library.practices.count
    let share = practices.count == all ? "\(all)" : "\(practices.count) of \(all)"
    let answers = chosen.isEmpty ? "answers/" : "answers.yaml"
    let answer =
      practices.isEmpty
      ? "Decide on requirements one by one in \(directory)/determinations.yaml"
      : "Answer the practices in \(directory)/\(answers)"
    for catalog in Self.unmapped(chosen, library.mappings) {
      Console.print("No practice is mapped to \(catalog): none is asked for it.")
    }
    Console.print(
      """
      Made \(directory) with \(share) practices to answer, in \(files.count) files.
      Next:
        1. Say who and what is assessed in \(directory)/assessment.yaml
        2. \(answer)
        3. counterweight assess \(directory)
      """)
  }

  /// The catalogs of targets to which no practice leads.
  private static func unmapped(_ targets: [Target], _ sets: [MappingSet]) -> [CatalogID] {
    let mapped = Set(sets.filter { $0.source.kind == .practices }.map(\.target.id))
    return Set(targets.map(\.catalog)).filter { !mapped.contains($0.rawValue) }.sorted()
  }

  private static func context(_ text: String) throws -> Context {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    let exposure = parts.count == 2 ? Context.Exposure(rawValue: parts[1]) : .internal
    let isPlain = parts.first?.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" } ?? false
    guard parts.count <= 2, let exposure, isPlain, let id = parts.first, !id.isEmpty else {
      throw ValidationError(
        "--context takes ID, ID:internal or ID:external, not '\(text)'; an ID has letters, digits "
          + "and hyphens")
    }
    return Context(id: ContextID(id), exposure: exposure)
  }
}

/// `rand:SL2`, `dsit:required`, `caf`
enum TargetName {
  static func target(_ text: String, in catalogs: [Catalog]) throws -> Target {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    guard let catalog = CatalogName.find(name, in: catalogs) else {
      let known = CatalogName.all(catalogs)
      throw Refusal(
        "unknown-catalog", "--for names '\(name)', which is no catalog",
        hints: NearestMatch.hints(name, in: known) + ["known are: \(known.joined(separator: ", "))"]
      )
    }
    let goal = try parts.count == 2 ? goal(String(parts[1]), catalog) : whole(catalog)
    return Target(
      id: TargetID("\(name)\(parts.count == 2 ? "-\(parts[1])" : "")"), catalog: catalog.id,
      goal: goal)
  }

  private static func goal(_ word: String, _ catalog: Catalog) throws -> Target.Goal {
    let known: [String]
    switch catalog.conformance {
    case .levels:
      if catalog.levels.contains(where: { $0.id == word }) { return .level(word) }
      known = catalog.levels.map(\.id)
    case .modality:
      if let modality = Control.Modality(rawValue: word) { return .modality(modality) }
      known = Control.Modality.allCases.map(\.rawValue)
    case .outcomes:
      if let grade = OutcomeGrade(rawValue: word) { return .outcomes(grade, exceptions: [:]) }
      known = OutcomeGrade.allCases.map(\.rawValue)
    case .coverage:
      throw Refusal(
        "unknown-goal", "\(catalog.id) has neither levels nor modalities to name after the colon",
        hints: ["leave out ':\(word)'"])
    }
    throw Refusal(
      "unknown-goal", "\(catalog.id) has no '\(word)'",
      hints: NearestMatch.hints(word, in: known) + ["it has: \(known.joined(separator: ", "))"])
  }

  private static func whole(_ catalog: Catalog) throws -> Target.Goal {
    switch catalog.conformance {
    case .levels:
      guard let highest = catalog.levels.last else {
        throw Refusal("unknown-goal", "\(catalog.id) has no levels")
      }
      return .level(highest.id)
    case .modality: return .modality(.recommended)
    case .outcomes: return .outcomes(.achieved, exceptions: [:])
    case .coverage: return .coverage(1)
    }
  }
}

internal import ArgumentParser
internal import ControlModel
internal import Diagnostics
internal import Scoring
internal import Workspace

/// Where the program finds its catalogs and mappings.
struct LibraryOptions: ParsableArguments {
  @Option(
    name: .customLong("library"),
    help: ArgumentHelp(
      "Directory that holds 'catalogs' and 'mappings'.",
      discussion: "Without it: $COUNTERWEIGHT_LIBRARY, or the first directory above the program or "
        + "above the working directory that has both.", valueName: "dir"))
  var library: String?

  @Option(
    name: .customLong("catalogs"),
    help: ArgumentHelp(
      "Directory with your own copies of catalogs, as 'catalog import' writes them.",
      discussion: "They stand in for the shipped ones. May be given several times.",
      valueName: "dir"))
  var overlays: [String] = []

  func load(_ parts: Library.Parts = .all, besides: [String] = []) throws -> Library {
    let library = try read(parts, besides: besides)
    Console.show(library.warnings)
    return library
  }

  /// Reads some catalogs, and no others where that can be helped.
  func read(only wanted: Set<CatalogID>) throws -> Library {
    let location = try LibraryLocation.find(named: library)
    let found = try Library.load(
      from: location, overlays: overlays, parts: .catalogs, only: wanted)
    // A file of somebody's own may be named after another catalog.
    return wanted.isSubset(of: found.catalogs.map(\.id)) ? found : try read(.catalogs, besides: [])
  }

  /// The catalogs that an import may have to know of: those that ship, the user's own, and those
  /// that were imported into `folder` before. What cannot be read is told by other commands.
  func catalogs(besides folder: String) -> [Catalog] {
    let own = overlays + [folder]
    for folders in [own, overlays, []] {
      guard let location = try? LibraryLocation.find(named: library),
        let read = try? Library.load(from: location, overlays: folders, parts: .catalogs)
      else { continue }
      return read.catalogs
    }
    return []
  }

  /// Reads the library for a lint, which shows what is wrong with it among its findings.
  ///
  /// - Returns: nil for a library that cannot be used, and all that is wrong with it.
  func examine(_ parts: Library.Parts = .all) throws -> (library: Library?, findings: [Diagnostic])
  {
    let location = try LibraryLocation.find(named: library)
    do {
      let library = try Library.load(from: location, overlays: overlays, parts: parts)
      return (library, library.warnings)
    } catch {
      return (nil, error.diagnostics)
    }
  }

  private func read(_ parts: Library.Parts, besides: [String]) throws -> Library {
    let location = try LibraryLocation.find(named: library)
    return try Library.load(from: location, overlays: besides + overlays, parts: parts)
  }
}

/// The assessment that a command is about.
struct AssessmentOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "The assessment: a directory as 'counterweight init' makes it, or one file.",
      valueName: "dir"))
  var assessment: String

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "Compute everything as of this day, YYYY-MM-DD.",
      discussion: "Evidence and decisions run out by it, plans fall due. Without it: the day that "
        + "the assessment fixes with 'asOf', else today.", valueName: "date"), transform: day)
  var asOf: CalendarDate?

  @OptionGroup var library: LibraryOptions

  func validate() throws {
    if assessment.isEmpty { throw ValidationError("the assessment has no name") }
  }

  /// Reads the assessment, and the library that it is checked against.
  func read() throws -> (library: Library, loaded: AssessmentLoading.Loaded, asOf: CalendarDate) {
    let library = try loadLibrary()
    let loaded = try AssessmentLoading.load(assessment, library: library)
    Console.show(loaded.warnings)
    return (library, loaded, try asOf ?? loaded.assessment.asOf ?? Console.today())
  }

  /// Reads and scores the assessment.
  func score(catalogs wanted: [String] = []) throws -> Scored {
    let (library, loaded, day) = try read()
    let catalogs = try Self.catalogs(library, loaded.assessment, wanted)
    let result = AssessmentScoring.score(
      loaded.assessment, library: library, catalogs: catalogs, asOf: day)
    return Scored(
      result: result, evidenceProblems: loaded.evidenceProblems, warnings: loaded.warnings)
  }

  /// Where the evidence files lie, for who watches them.
  func evidencePaths(_ assessment: Assessment) -> [String] {
    AssessmentLoading.evidencePaths(of: assessment, at: self.assessment)
  }

  /// Where the library is refused, the assessment's own mistakes are told in the same run.
  private func loadLibrary() throws -> Library {
    do {
      return try library.load(besides: AssessmentLoading.overlays(of: assessment))
    } catch let refusal as Refusal {
      throw Refusal(refusal.diagnostics + AssessmentLoading.problems(of: assessment))
    }
  }

  /// The catalogs to be scored: those that were asked for, else those that the assessment lists,
  /// else all in force that have requirements, and the superseded ones that it says something of;
  /// and those of the targets in any case.
  private static func catalogs(
    _ library: Library, _ assessment: Assessment, _ wanted: [String]
  ) throws -> [Catalog] {
    let named = Set(try wanted.map { try CatalogName.catalog($0, in: library.catalogs).id })
    if !named.isEmpty { return library.catalogs.filter { named.contains($0.id) } }
    return AssessmentScoring.catalogs(of: assessment, in: library)
  }
}

/// A scored assessment, and what is wrong with its evidence.
struct Scored {
  let result: AssessmentResult
  let evidenceProblems: [Diagnostic]
  let warnings: [Diagnostic]

  /// The same answers, scored as of another day.
  func result(asOf day: CalendarDate) -> AssessmentResult {
    var input = result.input
    input.asOf = day
    return Scorer.score(input)
  }

  /// Shows what is wrong with the evidence and ends with the exit code for it.
  func reportEvidence() throws {
    guard !evidenceProblems.isEmpty else { return }
    Console.show(evidenceProblems)
    throw ExitStatus.evidence
  }
}

/// Reads a day for an option.
func day(_ argument: String) throws -> CalendarDate {
  if let date = CalendarDate(argument) { return date }
  throw ValidationError("'\(argument)' is not a day as YYYY-MM-DD")
}

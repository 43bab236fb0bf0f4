internal import ArgumentParser
internal import ControlModel
internal import Diagnostics
internal import Questionnaires
internal import Workspace

struct QuestionnaireImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Reads filled-in sheets back into the files of the assessment.",
    usage: "counterweight questionnaire import <dir> <file> ... [<options>]",
    discussion: """
      Reads XLSX and CSV, also after Excel or LibreOffice saved them. Only what was \
      edited since the export changes; comments and order in the YAML files stay. \
      Each cell that cannot be read is told, and then nothing is written.

      Where the assessment was changed after the export too, or two sheets disagree, \
      both are shown and nothing is written: --on-conflict keep leaves the assessment \
      as it is in these places, --on-conflict take lets the sheet win. Sheets that \
      disagree have to be mended.
      """)

  @OptionGroup var assessment: AssessmentOptions

  @Argument(help: ArgumentHelp("The filled-in sheets.", valueName: "file"))
  var files: [String]

  @Flag(help: "Only show what would change; write nothing.")
  var dryRun = false

  @Option(
    help: ArgumentHelp(
      "What wins where both sides changed: refuse, keep or take.", valueName: "side"))
  var onConflict: Side = .refuse

  enum Side: String, ExpressibleByArgument, CaseIterable {
    case refuse, keep, take

    var resolution: QuestionnairePlan.Resolution {
      switch self {
      case .refuse: .refuse
      case .keep: .keep
      case .take: .take
      }
    }
  }

  func run() throws {
    let (library, loaded, _) = try assessment.read()
    let practices = library.practices + loaded.assessment.practices
    Progress.show("Comparing …")
    let plan = QuestionnaireComparison.plan(
      try tables(), loaded.assessment, practices: practices, resolution: onConflict.resolution)
    Console.show(plan.problems.filter { $0.severity != .error })
    guard !plan.hasErrors else {
      throw Refusal(plan.problems.filter { $0.severity == .error })
    }
    let edited = try QuestionnaireEdits.apply(
      plan, to: loaded.assessment, practices: practices,
      files: try AssessmentLoading.files(of: assessment.assessment))
    // Whatever the sheets say, what is written can be read again.
    let result = try AssessmentLoading.load(
      assessment.assessment, library: library, edited: edited)
    let text = QuestionnaireText(plan, isDryRun: dryRun || !plan.conflicts.isEmpty)
    Console.print(text.text(files: edited.map(\.path)))
    guard plan.conflicts.isEmpty else {
      Console.note(text.conflicts())
      throw ExitStatus.no
    }
    if !dryRun, !edited.isEmpty { try FileWriting.replaceAll(edited) }
    let known = Set(loaded.evidenceProblems.map(\.summary))
    Console.show(
      result.evidenceProblems.filter { !known.contains($0.summary) }.map { problem in
        Diagnostic(
          .warning, id: problem.id, problem.summary, at: problem.location, hints: problem.hints)
      })
  }

  /// Every file, so that what is wrong with each is told in one run.
  private func tables() throws -> [(name: String, tables: [FilledTable])] {
    var sink = DiagnosticSink()
    var tables: [(name: String, tables: [FilledTable])] = []
    for file in files {
      do throws(Refusal) {
        var notes: [Diagnostic] = []
        let bytes = try FileReading.bytes(of: file)
        tables.append((file, try FilledFile.tables(bytes, file: file, &notes)))
        Console.show(notes)
      } catch {
        sink.add(error)
      }
    }
    guard !sink.hasErrors else { throw Refusal(sink.diagnostics) }
    return tables
  }
}

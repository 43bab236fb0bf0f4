internal import ArgumentParser
internal import ControlModel
internal import Diagnostics
internal import Questionnaires
internal import Scoring
internal import Workspace

struct QuestionnaireExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes a sheet for practice owners to fill in.",
    usage: "counterweight questionnaire export <dir> --out <file> [<options>]",
    discussion: """
      One row for each practice, and for each context that has an answer of its own: \
      what counts, a list to choose the status from, the value that is asked for, the \
      day, the owner, evidence and notes, filled in as far as the assessment says it. \
      'counterweight questionnaire import' reads it back and changes only what was \
      edited. docs/questionnaire.md explains every column.

      --owner, --catalog and --for narrow the rows; together they all have to hold.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case xlsx, csv }

  @OptionGroup var assessment: AssessmentOptions

  @Option(help: "The format of the file.")
  var format: Format = .xlsx

  @Option(help: ArgumentHelp("Only the practices of this owner.", valueName: "name"))
  var owner: String?

  @Option(
    name: .customLong("catalog"),
    help: ArgumentHelp(
      "Only practices that are paired with this catalog. May be given several times.",
      valueName: "id"))
  var catalogs: [String] = []

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "Only what this target needs, as 'init --for' names it. May be given several times.",
      valueName: "target"))
  var targets: [String] = []

  @Option(
    name: .customLong("out"), help: ArgumentHelp("The file to write.", valueName: "file"))
  var out: String

  @Flag(help: "Mark a CSV file as UTF-8 in the way that Excel needs.")
  var excel = false

  @Flag(help: "Replace a file of the same name, with whatever was filled in there.")
  var replace = false

  func validate() throws {
    if out.isEmpty { throw ValidationError("--out names no file") }
    if excel, format != .csv { throw ValidationError("--excel is for --format csv") }
  }

  func run() throws {
    let (library, loaded, asOf) = try assessment.read()
    let practices = try chosen(library, loaded.assessment)
    let questionnaire = Questionnaire(
      loaded.assessment, practices: practices, owner: owner, asOf: asOf)
    let bytes =
      switch format {
      case .xlsx: try QuestionnaireWorkbook.encoded(questionnaire)
      case .csv: QuestionnaireCSV.encoded(questionnaire, forExcel: excel)
      }
    if replace {
      try FileWriting.replace(out, with: bytes)
    } else {
      try FileWriting.create(
        out, with: bytes,
        hints: ["it may hold somebody's answers: name another one, or say --replace"])
    }
    let all = library.practices.count + loaded.assessment.practices.count
    let rows = TextLayout.counted(questionnaire.rows().count, "row")
    Console.print(
      """
      Wrote \(Console.clean(out)) with \(practices.count) of \(all) practices in \(rows).
      When it comes back:
        counterweight questionnaire import \(Console.clean(assessment.assessment)) \
      \(Console.clean(out)) --dry-run
      """)
  }

  private func chosen(_ library: Library, _ assessment: Assessment) throws -> [Practice] {
    let all = library.practices + assessment.practices
    let pairs = PracticePair.all(in: library.mappings, own: assessment.pairs)
    var chosen = all
    if !targets.isEmpty {
      let targets = try targets.map { try TargetName.target($0, in: library.catalogs) }
      chosen = PracticeSelection.practices(
        all, for: targets, exposures: Set(assessment.contexts.map(\.exposure)),
        catalogs: library.catalogs, pairs: pairs)
    }
    if !catalogs.isEmpty {
      let named = try catalogs.map { try CatalogName.catalog($0, in: library.catalogs).id }
      let paired = Set(
        named.flatMap { pairs[$0] ?? [] }.filter { $0.pair.relation != .none }
          .map(\.practice))
      chosen = chosen.filter { paired.contains($0.id) }
    }
    if let owner { chosen = try owned(chosen, by: owner, assessment) }
    guard !chosen.isEmpty else {
      throw Refusal(
        "no-practices", "no practice is left to be asked",
        hints: ["--owner, --catalog and --for all have to hold"])
    }
    return chosen
  }

  private func owned(
    _ practices: [Practice], by name: String, _ assessment: Assessment
  ) throws -> [Practice] {
    let answers = Dictionary(assessment.answers.map { ($0.practice, $0) }) { first, _ in first }
    func owner(_ practice: Practice) -> String {
      Questionnaire.owner(of: practice, answers[practice.id])
    }
    let owned = practices.filter { owner($0).lowercased() == name.lowercased() }
    guard owned.isEmpty else { return owned }
    let known = Set(practices.map(owner)).filter { !$0.isEmpty }.sorted()
    throw Refusal(
      "unknown-owner", "no practice is owned by '\(name)'",
      hints: NearestMatch.hints(name, in: known)
        + ["the owners are: \(known.joined(separator: "; "))"])
  }
}

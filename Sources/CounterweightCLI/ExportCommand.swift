internal import ArgumentParser
internal import ControlModel
internal import Scoring
internal import Workspace

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes the gap matrices and reports of an assessment.",
    usage: "counterweight export <dir> --out <dir> [--format <format>] [<options>]",
    discussion: """
      Writes into the directory that --out names. The formats:
      \(ExportFormatRegistry.help)
      In docs, csv.md, reports.md, code-review.md and audit-pack.md explain them. The \
      files say where you are weak: only you can read them. The same assessment and day give the same bytes.
      """)

  @OptionGroup var assessment: AssessmentOptions

  @Option(help: "The format of the files.")
  var format = ExportFormatName()

  @Option(
    name: .customLong("out"), help: ArgumentHelp("The directory to write into.", valueName: "dir"))
  var out: String

  @Flag(help: "Mark CSV files as UTF-8 in the way that Excel needs.")
  var excel = false

  @Option(
    help: ArgumentHelp(
      "Compare the summary with an earlier day or result.",
      discussion: "A day YYYY-MM-DD: the same answers as of that day. A file: a result that "
        + "'export --format json' wrote.", valueName: "date|file"))
  var since: Since?

  @Option(
    help: ArgumentHelp(
      "Sign the audit pack with this key.",
      discussion: "'counterweight audit-pack key' makes one.", valueName: "file"))
  var signingKey: String?

  func validate() throws {
    if out.isEmpty { throw ValidationError("--out names no directory") }
    let given: [(option: ExportOption, isGiven: Bool)] = [
      (.excel, excel), (.since, since != nil), (.signingKey, signingKey != nil),
    ]
    for case (let option, true) in given where !format.format.options.contains(option) {
      throw ValidationError(
        "\(option.rawValue) is for --format \(ExportFormatRegistry.names(having: option))")
    }
  }

  func run() throws {
    Progress.show("Reading and scoring …")
    let scored = try assessment.score()
    Progress.show("Writing \(format.format.name) …")
    let files = try format.format.files(
      ExportRequest(
        scored: scored, isForExcel: excel, since: since, sources: assessment,
        signingKey: signingKey ?? ""))
    try FileWriting.makeDirectory(out)
    try FileWriting.replaceAll(files.map { ("\(out)/\($0.name)", $0.bytes) })
    Console.print(
      "Wrote \(TextLayout.counted(files.count, "file")) into \(Console.clean(out)), "
        + "as of \(scored.result.input.asOf):")
    for file in files { Console.print("  \(file.name)") }
    try scored.reportEvidence()
  }
}

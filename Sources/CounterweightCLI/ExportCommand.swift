internal import ArgumentParser
internal import ControlModel
internal import Exporters
internal import Scoring
internal import Workspace

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes the gap matrices of an assessment as CSV.",
    usage: "counterweight export <dir> --out <dir> [<options>]",
    discussion: """
      Writes into the directory that --out names:
        gaps-<catalog>.csv     a row for each requirement and context: verdict,
                               bounds, practices, evidence, owner, what is missing
        matrix-<catalog>.csv   requirements by practices
        summary.csv            catalogs, levels, targets, practices by catalogs
      docs/csv.md explains every column. The files say where you are weak: only you \
      can read them.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case csv }

  @OptionGroup var assessment: AssessmentOptions

  @Option(help: "The format of the files.")
  var format: Format = .csv

  @Option(
    name: .customLong("out"), help: ArgumentHelp("The directory to write into.", valueName: "dir"))
  var out: String

  @Flag(help: "Mark the files as UTF-8 in the way that Excel needs.")
  var excel = false

  func validate() throws {
    if out.isEmpty { throw ValidationError("--out names no directory") }
  }

  func run() throws {
    let scored = try assessment.score()
    let result = scored.result
    let matrix = GapMatrix(result)
    try FileWriting.makeDirectory(out)
    var files: [(name: String, bytes: [UInt8])] = []
    for catalog in result.catalogs {
      let id = catalog.catalog.id
      files.append(("gaps-\(id).csv", matrix.encoded(catalog, forExcel: excel)))
      files.append(
        (
          "matrix-\(id).csv",
          PracticeMatrix.encoded(catalog, input: result.input, forExcel: excel)
        ))
    }
    files.append(("summary.csv", SummaryTable(result).encoded(forExcel: excel)))
    try FileWriting.replaceAll(files.map { ("\(out)/\($0.name)", $0.bytes) })
    Console.print(
      "Wrote \(files.count) files into \(Console.clean(out)), as of \(result.input.asOf):")
    for file in files { Console.print("  \(file.name)") }
    try scored.reportEvidence()
  }
}

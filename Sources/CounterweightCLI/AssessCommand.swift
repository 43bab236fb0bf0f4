internal import ArgumentParser
internal import Exporters

struct AssessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assess",
    abstract: "Shows where an assessment stands, summary first.",
    usage: "counterweight assess <dir> [<options>]",
    discussion: """
      Bounds such as 54–67 % mean: at least 54 %, at most 67 %; what lies between is \
      not known, because parts may overlap or answers are open. 'Assured' counts only \
      answers with valid evidence, 'planned' counts plans as done. docs/scoring.md is \
      the method.
      """)

  @OptionGroup var assessment: AssessmentOptions

  @Option(
    name: .customLong("catalog"),
    help: ArgumentHelp(
      "Score only this catalog. May be given several times.", valueName: "id"))
  var catalogs: [String] = []

  @Option(help: ArgumentHelp("How many gaps to list.", valueName: "count"))
  var top = 10

  @Flag(help: "Print everything, every requirement included, as JSON.")
  var json = false

  func run() throws {
    let scored = try assessment.score(catalogs: catalogs)
    if json {
      Console.print(bytes: try ResultJSON.assessment(scored.result).document())
    } else {
      Console.print(AssessmentText(scored.result, top: max(0, top), Paint.output).text())
    }
    try scored.reportEvidence()
  }
}

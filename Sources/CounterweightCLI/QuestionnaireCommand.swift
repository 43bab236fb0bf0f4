internal import ArgumentParser

struct QuestionnaireCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "questionnaire",
    abstract: "Lets practice owners answer in a spreadsheet, and reads it back.",
    subcommands: [QuestionnaireExportCommand.self, QuestionnaireImportCommand.self])
}

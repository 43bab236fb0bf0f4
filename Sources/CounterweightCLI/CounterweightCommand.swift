public import ArgumentParser
internal import Diagnostics
internal import Glibc

/// The command line.
public struct CounterweightCommand: AsyncParsableCommand {
  /// Name, help and subcommands.
  public static let configuration = CommandConfiguration(
    commandName: "counterweight",
    abstract: "Shows how well the weights of an AI model are protected.",
    discussion: """
      Answer once which practices you have in place. Counterweight scores the
      answers against the guidance of the UK's NCSC, the UK government's Code of
      Practice for the Cyber Security of AI (and ETSI EN 304 223), and RAND's
      security levels SL1 to SL5 for model weights. It says what is met, what the
      evidence shows, what is missing and what would change it, and writes gap
      matrices as CSV.

        counterweight init my-lab      make an assessment
        counterweight assess my-lab    see where you stand
        counterweight export my-lab --out matrices

      It uses no network and sends nothing anywhere; 'view' serves this machine only.

      \(ExitStatus.help)
      """,
    version: Version.text,
    subcommands: [
      InitCommand.self, AssessCommand.self, ExportCommand.self, ExplainCommand.self,
      CheckCommand.self, ViewCommand.self, QuestionnaireCommand.self, AuditPackCommand.self,
      AssessmentCommand.self, CatalogCommand.self,
      MappingCommand.self, VersionCommand.self,
    ])

  /// Makes the command.
  public init() {}

  /// Runs the program and ends the process with one of the documented codes.
  public static func runAndExit() async -> Never {
    // A file that grows beyond a limit is an error to tell, not a reason to be killed by.
    signal(SIGXFSZ, SIG_IGN)
    do {
      try UnknownCommand.refuse(CommandLine.arguments.dropFirst(), of: self)
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let refusal as Refusal {
      Console.show(refusal.diagnostics)
      Glibc.exit(ExitStatus.badInput)
    } catch {
      let message = fullMessage(for: error)
      let helped = UnknownValue.helped(message)
      guard helped != message else { exit(withError: error) }
      Console.note(helped)
      Glibc.exit(exitCode(for: error).rawValue)
    }
    Glibc.exit(ExitStatus.done)
  }
}

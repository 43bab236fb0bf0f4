internal import ArgumentParser
internal import Diagnostics

/// Says which command was meant, where the parser would complain of unexpected arguments.
enum UnknownCommand {
  /// Throws when the first argument, or that after a group of commands, is no command.
  static func refuse(
    _ arguments: ArraySlice<String>, of command: any ParsableCommand.Type
  ) throws {
    let subcommands = command.configuration.subcommands
    guard !subcommands.isEmpty, let name = arguments.first, !name.hasPrefix("-") else { return }
    if let next = subcommands.first(where: { $0._commandName == name }) {
      return try refuse(arguments.dropFirst(), of: next)
    }
    guard name != "help" else { return }
    let names = subcommands.map { $0._commandName }
    let near = NearestMatch.hints(name, in: names).first.map { "; \($0)" } ?? ""
    throw ValidationError(
      "there is no command '\(Console.clean(name))'\(near)\n"
        + "The commands are: \(names.joined(separator: ", "))")
  }
}

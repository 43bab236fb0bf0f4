internal import ArgumentParser

/// The version of the program.
enum Version {
  static let text = "0.1.0"
}

struct VersionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "version", abstract: "Prints the version of the program.")

  func run() throws { Console.print(Version.text) }
}

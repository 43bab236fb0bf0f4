import FoundationEssentials
import Testing

extension CommandSuite {
  @Suite("Help")
  struct HelpTests {
    static let commands = [
      [], ["init"], ["assess"], ["export"], ["explain"], ["check"], ["catalog"],
      ["catalog", "list"],
      ["catalog", "show"], ["catalog", "lint"], ["catalog", "import"], ["catalog", "export"],
      ["catalog", "diff"],
      ["assessment"], ["assessment", "migrate"], ["mapping", "migrate"], ["mapping"],
      ["mapping", "list"], ["mapping", "lint"], ["mapping", "stats"], ["mapping", "review"],
      ["questionnaire"], ["questionnaire", "export"], ["questionnaire", "import"],
      ["view"], ["audit-pack"], ["audit-pack", "verify"], ["audit-pack", "key"],
      ["version"],
    ]

    /// To write the snapshots anew, run the tests with COUNTERWEIGHT_SNAPSHOTS=write, then read them.
    @Test("says what a newcomer needs, in 80 columns", arguments: commands)
    func help(of command: [String]) async throws {
      let outcome = try await Program.run(command + ["--help"])
      #expect(outcome.exitCode == 0)
      #expect(outcome.errors.isEmpty)
      #expect(outcome.lines.filter { $0.count > 80 } == [])

      let name = "help-\((["counterweight"] + command).joined(separator: "-")).txt"
      let path = Package.path("Tests/CommandTests/Snapshots/\(name)")
      if ProcessInfo.processInfo.environment["COUNTERWEIGHT_SNAPSHOTS"] == "write" {
        try Data(outcome.bytes).write(to: URL(filePath: path))
      }
      let expected = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
      #expect(outcome.output == expected)
    }

    @Test("names every command and every exit code")
    func commandsAndExitCodes() async throws {
      let help = try await Program.run(["--help"]).output
      for command in Self.commands.compactMap(\.first) {
        #expect(help.contains("\n  \(command) "), "\(command)")
      }
      for code in ["0   ", "1   ", "2   ", "3   ", "64  "] { #expect(help.contains("\n  \(code)")) }
    }

    @Test("is what somebody sees who names no command", arguments: [[], ["help"]])
    func noCommand(_ arguments: [String]) async throws {
      let outcome = try await Program.run(arguments)
      #expect(outcome.exitCode == 0)
      #expect(outcome.output == (try await Program.run(["--help"]).output))
    }

    @Test("the version is the same either way")
    func version() async throws {
      let command = try await Program.run(["version"])
      #expect(command.exitCode == 0)
      #expect(command.errors.isEmpty)
      #expect(command.output.split(separator: ".").count == 3)
      #expect(try await Program.run(["--version"]).output == command.output)
    }
  }
}

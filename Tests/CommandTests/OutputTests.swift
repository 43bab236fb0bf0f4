import FoundationEssentials
import Glibc
import SystemPackage
import Testing

extension CommandSuite {
  @Suite("Output")
  struct OutputTests {
    static let example = "Examples/northlight"

    @Test(
      "every line on the example fits 80 columns",
      arguments: [
        "assess \(example)", "check \(example)", "explain \(example) SL2.WS.STO.2",
        "explain \(example) dsit-ai-cop-2025/5.4.2", "explain \(example) ncsc-caf-4.0/B2.a",
        "explain \(example) SL2.NA.TOO.4", "explain \(example) 2.2.d", "catalog list",
        "catalog show dsit-ai-cop-2025", "catalog show rand-model-weights-2024",
        "catalog show ncsc-caf-4.0", "catalog show ncsc-ml-principles-2.0",
        "catalog show ncsc-secure-ai-2023", "catalog show etsi-en-304-223-2.1.1",
        "catalog show dsit-ai-cop-draft-2024", "catalog show rand-model-weights-2024 SL3.WS.STO.2",
        "catalog show dsit-ai-cop-2025 P5", "catalog show rand-model-weights-2024 WS",
        "mapping list", "mapping lint", "mapping stats", "catalog lint",
      ])
    func width(_ command: String) async throws {
      let outcome = try await Program.run(command.split(separator: " ").map(String.init))
      #expect(outcome.exitCode < 2)
      #expect(!outcome.output.isEmpty)
      #expect(outcome.lines.filter { $0.count > 80 } == [])
      #expect(outcome.lines.filter { $0.last == " " } == [])
    }

    @Test("hints fit 80 columns; the line with the place may be longer, so that editors find it")
    func widthOfHints() async throws {
      let outcome = try await Program.run(["mapping", "lint"])
      let hints = outcome.errorLines.filter { $0.hasPrefix("    ") }
      #expect(!hints.isEmpty)
      #expect(hints.filter { $0.count > 80 } == [])
    }

    @Test("no colour where nobody looks at a terminal")
    func noColour() async throws {
      let folder = try SmallLibrary.folder()
      for command in ["assess lab", "explain lab 1.2", "catalog list", "assess nowhere"] {
        let outcome = try await SmallLibrary.run(command, in: folder)
        #expect(!outcome.output.contains("\u{1B}"))
        #expect(!outcome.errors.contains("\u{1B}"))
      }
    }

    @Test(
      "colour on a terminal, unless NO_COLOR or the terminal refuses",
      .enabled(if: Self.hasTerminals, "this machine gives no pseudo-terminal"),
      arguments: [
        ([:], true), (["NO_COLOR": "1"], false), (["NO_COLOR": ""], true),
        (["TERM": "dumb"], false),
      ] as [([String: String], Bool)])
    func terminal(_ environment: [String: String], hasColour: Bool) async throws {
      let folder = try SmallLibrary.folder()
      var master: Int32 = -1
      var slave: Int32 = -1
      try #require(openpty(&master, &slave, nil, nil, nil) == 0)
      defer { close(master) }
      let terminal = FileDescriptor(rawValue: slave)
      let run = try await Program.run(
        ["catalog", "list", "--library", folder.path("library")], output: terminal,
        environment: environment)
      #expect(run.exitCode == 0)
      var buffer = [UInt8](repeating: 0, count: 4096)
      let count = read(master, &buffer, buffer.count)
      let text = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
      #expect(text.contains("A code of nine lines"))
      #expect(text.contains("\u{1B}[1mcode\u{1B}[0m") == hasColour)
    }

    /// Whether the machine gives pseudo-terminals; some containers do not.
    private static var hasTerminals: Bool {
      var master: Int32 = -1
      var slave: Int32 = -1
      guard openpty(&master, &slave, nil, nil, nil) == 0 else { return false }
      close(master)
      close(slave)
      return true
    }

    @Test("a result that cannot be written is not taken for a whole one")
    func fullDisk() async throws {
      let full = try FileDescriptor.open("/dev/full", .writeOnly)
      let run = try await Program.run(["catalog", "list"], output: full)
      #expect(run.exitCode == 2)
      #expect(run.errors.contains("the result cannot be written"))
    }

    @Test("two runs give the same bytes", arguments: ["assess", "check"])
    func sameBytes(_ command: String) async throws {
      let first = try await Program.run([command, Self.example])
      let second = try await Program.run([command, Self.example])
      #expect(first.bytes == second.bytes)
      #expect(first.errors == second.errors)
    }
  }
}

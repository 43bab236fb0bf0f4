import FoundationEssentials
import Subprocess
import SystemPackage
import Testing

extension WrittenSuite {
  @Suite("view")
  struct ViewTests {
    private static let hasPython = FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")

    @Test(
      "serves the page to who has its address, and to nobody else; follows the files",
      .enabled(if: hasPython, "needs apt-get install python3"))
    func serves() async throws {
      let folder = try SmallLibrary.folder()
      let result = try await Subprocess.run(
        .path("/usr/bin/python3"),
        arguments: [
          Package.path("scripts/check-view"), Program.path, folder.path("lab"),
          folder.path("library"),
        ],
        output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
      #expect(
        result.terminationStatus.isSuccess, "\(result.standardOutput) \(result.standardError)")
    }

    @Test("what is wrong at the start is told, and nothing is served")
    func wrongStart() async throws {
      let folder = try SmallLibrary.folder()
      let none = try await SmallLibrary.run("view nothing", in: folder)
      #expect(none.exitCode == 2)
      #expect(none.output.isEmpty)
      try folder.write("lab/answers.yaml", "answers: [\n")
      let broken = try await SmallLibrary.run("view lab", in: folder)
      #expect(broken.exitCode == 2)
      #expect(broken.output.isEmpty)
      for port in ["-1", "65536", "http"] {
        let outcome = try await SmallLibrary.run("view lab --port=\(port)", in: folder)
        #expect(outcome.exitCode == 64)
      }
    }
  }
}

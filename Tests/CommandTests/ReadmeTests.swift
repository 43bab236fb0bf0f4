import FoundationEssentials
import Testing

extension CommandSuite {
  @Suite("README")
  struct ReadmeTests {
    /// A block that begins with `$ counterweight …` shows what that command prints; `…` alone on a
    /// line stands for lines that are left out.
    @Test("shows what the program says")
    func output() async throws {
      let text = try String(contentsOfFile: Package.path("README.md"), encoding: .utf8)
      let blocks = text.split(separator: "```console\n").dropFirst().compactMap {
        $0.split(separator: "\n```", maxSplits: 1).first
      }
      let shown = blocks.filter { $0.hasPrefix("$ counterweight ") }
      #expect(!shown.isEmpty)
      for block in shown {
        let lines = block.split(separator: "\n", omittingEmptySubsequences: false)
        let command = lines[0].split(separator: " ").dropFirst(2).map(String.init)
        let said = try await Program.run(command).lines
        var next = said.startIndex
        var mayLeaveOut = false
        for line in lines.dropFirst() {
          if line == "…" {
            mayLeaveOut = true
            continue
          }
          let rest = said[next...]
          let found = mayLeaveOut ? rest.firstIndex(of: line) : rest.first == line ? next : nil
          let place = try #require(found, "README: \(line)")
          next = place + 1
          mayLeaveOut = false
        }
      }
    }
  }
}

import Testing

extension CommandSuite {
  @Suite("The review of a mapping set")
  struct ReviewTests {
    private func review(_ input: String, in folder: TestFolder) async throws -> Program.Outcome {
      try await Program.run(
        [
          "mapping", "review", "practices-to-code", "--reviewer", "Ada L", "--library", "library",
        ], typing: input, in: folder)
    }

    private let file = "library/mappings/reviews/practices-to-code.ada-l.yaml"

    @Test("writes verdicts, goes on where it stopped, and is counted")
    func resumes() async throws {
      let folder = try SmallLibrary.folder()
      let first = try await review("a\nr\nno such thing\nq\n", in: folder)
      #expect(first.exitCode == 0)
      #expect(first.output.hasPrefix("9 of 9 pairs are open. End with q.\n"))
      #expect(first.output.contains("\n2 verdicts given. They stand in \(file).\n"))
      let second = try await review("", in: folder)
      #expect(second.output.hasPrefix("7 of 9 pairs are open."))
      #expect(second.output.hasSuffix("\n0 verdicts given.\n"))
      let statistics = try await SmallLibrary.run("mapping stats", in: folder)
      #expect(
        statistics.output.contains("reviewed   2 of 9 pairs, all reviewers agree on 1\n"))
    }

    @Test("goes back, mends a verdict, and leaves a question without one")
    func back() async throws {
      let folder = try SmallLibrary.folder()
      let outcome = try await review(
        "b\na\nb\nc\nsomething\nsubset\n2\n0.4\nonly a part\nc\n\nr\n\ns\nq\n", in: folder)
      #expect(outcome.output.contains("This is the first of them."))
      #expect(outcome.output.contains("It is one of the words in the brackets."))
      #expect(outcome.output.contains("A number greater than 0 and at most 1"))
      #expect(outcome.output.contains("\n1 verdict given."))
      let text = String(decoding: try folder.bytes(file), as: UTF8.self)
      #expect(text.contains("judgement: change"))
      #expect(text.contains("only a part"))
      #expect(!text.contains("judgement: agree"))
    }

    @Test("a pair that changed comes up again, and its old verdict does not count")
    func changed() async throws {
      let folder = try SmallLibrary.folder()
      _ = try await review("a\na\na\na\na\na\na\na\na\n", in: folder)
      let name = "library/mappings/practices-to-code.yaml"
      let text = String(decoding: try folder.bytes(name), as: UTF8.self)
      let parts = text.split(separator: "share: 0.5", maxSplits: 1)
      try folder.write(name, parts.joined(separator: "share: 0.4"))
      #expect(try await review("q\n", in: folder).output.hasPrefix("1 of 9 pairs are open."))
      let statistics = try await SmallLibrary.run("mapping stats", in: folder)
      #expect(statistics.output.contains("reviewed   8 of 9 pairs"))
    }
  }
}

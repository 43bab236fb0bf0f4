import FoundationEssentials
import Testing

extension CommandSuite {
  @Suite("catalog import --language")
  struct LanguageTests {
    private static let library = """
      urn: urn:acme:risk:library:gates
      locale: en
      name: Gates
      version: 1
      packager: acme
      objects:
        framework:
          urn: urn:acme:risk:framework:gates
          ref_id: gates
          name: Gates
          requirement_nodes:
          - urn: urn:acme:risk:req_node:gates:a
            assessable: true
            ref_id: A
            description: Shut the gate.
            translations: {fr: {description: Fermer le portail.}}
            questions:
              urn:acme:risk:req_node:gates:a:question:1:
                type: unique_choice
                text: Is it shut?
                choices: [{value: 'Yes', compute_result: compliant}, {value: 'No'}]

      """

    private func run(_ command: String, in folder: TestFolder) async throws -> Program.Outcome {
      try await Program.run(command.split(separator: " ").map(String.init), in: folder)
    }

    @Test("takes the texts in it, beside those that are there, and shows each answer on a line")
    func takesTexts() async throws {
      let folder = try TestFolder()
      try folder.write("gates.yaml", Self.library)
      let english = try await run("catalog import gates.yaml --into own", in: folder)
      #expect(english.exitCode == 0, "\(english)")
      #expect(english.errors.contains("translations (fr) 1\n"), "\(english)")
      #expect(english.errors.contains("--language takes the texts in one of: fr\n"), "\(english)")
      let french = try await run("catalog import gates.yaml --language fr --into own", in: folder)
      #expect(french.exitCode == 0, "\(french)")
      #expect(!french.errors.contains("translations"), "\(french)")
      let shown = try await run("catalog show gates-fr A --catalogs own", in: folder)
      #expect(shown.output.contains("text: Fermer le portail.\n"), "\(shown)")
      #expect(
        shown.output.contains(
          "      note: Question: Is it shut?\n        - Yes (compliant)\n        - No\n"),
        "\(shown)")
    }

    @Test("is refused where nothing is in it, and where it means nothing")
    func refuses() async throws {
      let folder = try TestFolder()
      try folder.write("gates.yaml", Self.library)
      try folder.write("rules.csv", "id,title\nA.1,One\n")
      for (command, reason) in [
        ("gates.yaml --language de", "the framework has no texts in 'de'\n    it has: en, fr\n"),
        ("rules.csv --language de", "--language is for libraries of CISO Assistant"),
        ("gates.yaml --language d/e", "a language is named by its code"),
      ] {
        let outcome = try await run("catalog import \(command) --into own", in: folder)
        #expect(outcome.exitCode != 0, "\(command)")
        #expect(outcome.errors.contains(reason), "\(outcome)")
        #expect(!outcome.output.contains("wrote"), "\(outcome)")
      }
    }
  }
}

import Testing

extension CommandSuite {
  @Suite struct OSCALCommandTests {
    private static let document = """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- A comment goes with the document. -->
      <catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0" uuid="b2f5a5a0-0000-4000-8000-000000000001">
        <metadata><title>House rules</title><last-modified>2026-01-01T00:00:00Z</last-modified>
          <version>1</version><oscal-version>1.1.2</oscal-version></metadata>
        <group id="gw"><title>Guarding weights</title>
          <control id="gw-1"><title>Vault</title><param id="gw-1_p"><label>a period</label></param>
            <part name="statement" id="gw-1_s">
              <p>Keys are rotated every <insert type="param" id-ref="gw-1_p"/>.</p></part>
            <part name="guidance" id="gw-1_g"><p>Kept with the document.</p></part></control>
        </group>
      </catalog>

      """

    private func imported() async throws -> TestFolder {
      let folder = try TestFolder()
      try folder.write("rules.xml", Self.document)
      let run = try await Program.run(
        ["catalog", "import", "rules.xml", "--into", "own"], in: folder)
      #expect(run.exitCode == 0)
      #expect(run.output.contains("controls 1, of them withdrawn 0, groups 1, parameters 1"))
      return folder
    }

    private func export(_ folder: TestFolder, _ form: String) async throws -> Program.Outcome {
      try await Program.run(
        [
          "catalog", "export", "house-rules", "--format", form, "--catalogs", "own", "--library",
          Package.root,
        ], in: folder)
    }

    @Test func givesTheDocumentBack() async throws {
      let folder = try await imported()
      #expect(try folder.text("own/house-rules.yaml").contains("[Assignment: a period]"))
      let same = try await export(folder, "oscal-xml")
      #expect(same.output == Self.document)
      let json = try await export(folder, "oscal-json")
      #expect(
        json.output.contains("\"prose\": \"Keys are rotated every {{ insert: param, gw-1_p }}.\""))
      #expect(json.errors.contains("1 comments and processing instructions"))
      #expect(json.exitCode == 0)
    }

    private static let emptyProfile = """
      <profile xmlns="http://csrc.nist.gov/ns/oscal/1.0" uuid="b2f5a5a0-0000-4000-8000-000000000002">
        <metadata><title>Nothing</title><last-modified>2026-01-01T00:00:00Z</last-modified>
          <version>1</version><oscal-version>1.1.2</oscal-version></metadata>
        <import href="rules.xml"><include-controls><matching pattern="^gw"/></include-controls></import>
      </profile>
      """

    @Test func aProfileThatSelectsNothingIsAnEmptyCatalog() async throws {
      let folder = try await imported()
      try folder.write("nothing.xml", Self.emptyProfile)
      func run(_ arguments: String...) async throws -> Program.Outcome {
        try await Program.run(["catalog"] + arguments, in: folder)
      }
      let strict = try await run("import", "nothing.xml", "--into", "own", "--strict")
      #expect(strict.exitCode == 1)
      // It takes the place of no catalog that holds something.
      let before = try folder.text("own/house-rules.yaml")
      let over = try await run("import", "nothing.xml", "--into", "own", "--as", "house-rules")
      #expect(over.exitCode == 2)
      #expect(over.errors.contains("an earlier import holds 1 official texts"))
      #expect(try folder.text("own/house-rules.yaml") == before)

      let made = try await run("import", "nothing.xml", "--into", "own")
      #expect(made.exitCode == 0)
      #expect(made.errors.contains("selects no control: the catalog is empty"))
      // Its places bear the name that the user gave.
      try folder.makeFolder("below")
      try folder.write(
        "below/self.xml", Self.emptyProfile.replacing("rules.xml", with: "self.xml"))
      let circle = try await run("import", "below/self.xml", "--dry-run")
      #expect(
        circle.errors.contains("below/self.xml:4: warning: imports self.xml, which leads back"))
      #expect(made.output.contains("wrote own/nothing.yaml, which holds no controls"))
      #expect(!made.output.contains("use it"))
      let again = try await run("import", "nothing.xml", "--into", "own")
      #expect(again.exitCode == 0)

      let own = ["--catalogs", "own", "--library", Package.root]
      func look(_ arguments: String...) async throws -> Program.Outcome {
        try await Program.run(["catalog"] + arguments + own, in: folder)
      }
      #expect(try await look("list").output.contains("0 requirements; rule: coverage"))
      #expect(try await look("show", "nothing").output.contains("It holds no controls."))
      let lint = try await look("lint", "nothing")
      #expect(lint.exitCode == 0)
      #expect((lint.output + lint.errors).contains("nobody can be measured by it"))
      let exported = try await look("export", "nothing", "--format", "oscal-xml")
      #expect(exported.exitCode == 0)
      #expect(!exported.output.contains("<control"))
      let diff = try await look("diff", "nothing", "house-rules")
      #expect(diff.output.contains("old: Nothing (nothing, 1), 0 controls"))
    }

    @Test func theFormsAreImportedAlike() async throws {
      let folder = try await imported()
      for form in ["oscal-json", "oscal-yaml"] {
        try folder.write(form, try await export(folder, form).output)
        let run = try await Program.run(
          ["catalog", "import", form, "--into", form + "-own"], in: folder)
        #expect(run.exitCode == 0)
        let there = try folder.text("\(form)-own/house-rules.yaml")
        let here = try folder.text("own/house-rules.yaml")
        #expect(there.split(separator: "controls:")[1] == here.split(separator: "controls:")[1])
      }
    }

    @Test func tellsWhatChangedSinceTheImport() async throws {
      let folder = try await imported()
      let catalog = try folder.text("own/house-rules.yaml")
      try folder.write(
        "own/house-rules.yaml",
        catalog.split(separator: "title: Vault").joined(separator: "title: Safe"))
      let edited = try await export(folder, "oscal-xml")
      #expect(edited.errors.contains("1 controls were changed since the import: gw-1"))
      try folder.write("own/oscal/house-rules.xml", Self.document + " ")
      let changed = try await export(folder, "oscal-xml")
      #expect(changed.exitCode == 2)
      #expect(changed.errors.contains("is not the document that house-rules was made from"))
    }

    @Test func writesEveryShippedCatalog() async throws {
      let folder = try TestFolder()
      for catalog in ["dsit-ai-cop-2025", "rand-model-weights-2024"] {
        for form in ["xml", "json", "yaml"] {
          let run = try await Program.run(
            [
              "catalog", "export", catalog, "--format", "oscal-\(form)", "--out", "a.\(form)",
              "--library", Package.root,
            ], in: folder)
          #expect(run.exitCode == 0)
          #expect(run.output.contains("controls"))
          let again = try await Program.run(
            ["catalog", "import", "a.\(form)", "--into", "own", "--strict"], in: folder)
          #expect(again.exitCode == 0)
        }
      }
    }
  }
}

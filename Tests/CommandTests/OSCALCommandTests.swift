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

import TestSupport
import Testing

extension CommandSuite {
  @Suite("catalog import")
  struct ImportCommandTests {
    @Test("fills a catalog from a document, and the text shows everywhere")
    func imported() async throws {
      let folder = try TestFolder()
      try folder.write("code.txt", try await Self.document())
      let dry = try await Program.run(["catalog", "import", "code.txt", "--dry-run"], in: folder)
      #expect(dry.exitCode == 0)
      #expect(try folder.names() == ["code.txt"])

      let outcome = try await Program.run(
        ["catalog", "import", "code.txt", "--into", "official"], in: folder)
      #expect(outcome.exitCode == 0)
      #expect(outcome.output.contains("  wrote official/dsit-ai-cop-2025.yaml, with the official"))
      #expect(folder.mode("official") == 0o700)
      #expect(folder.mode("official/dsit-ai-cop-2025.yaml") == 0o600)
      #expect(try folder.names(below: "official") == ["dsit-ai-cop-2025.yaml"])

      let overlay = ["--catalogs", "official"]
      let shown = try await Program.run(
        ["catalog", "show", "dsit-ai-cop-2025", "5.4.2"] + overlay, in: folder)
      #expect(shown.output.contains("      official: People shall mind number 5.4.2 of it.\n"))
      let one = try await Program.run(
        ["explain", Package.path("Examples/northlight"), "dsit-ai-cop-2025/5.4.2"] + overlay,
        in: folder)
      #expect(one.output.contains("\nOfficial text: People shall mind number 5.4.2 of it.\n"))
      #expect(
        try await Program.run(["catalog", "lint", "--strict"] + overlay, in: folder).exitCode == 0)

      // The document differs from the edition that the catalog was made from.
      let strict = try await Program.run(
        ["catalog", "import", "code.txt", "--into", "strict", "--strict"], in: folder)
      #expect(strict.exitCode == 1)
      #expect(!folder.exists("strict"))
    }

    @Test(
      "a folder of libraries: what brings nothing is passed over, like-named sets are kept apart")
    func folderOfLibraries() async throws {
      let folder = try TestFolder()
      try folder.write(
        "doors.yaml",
        """
        urn: urn:acme:risk:library:doors
        name: Doors
        objects:
          framework:
            urn: urn:acme:risk:framework:doors
            name: Doors
            requirement_nodes:
            - {urn: "urn:acme:risk:req_node:doors:a", assessable: true, depth: 1, ref_id: A, name: Lock}

        """)
      try folder.write(
        "matrix.yaml", "urn: urn:acme:risk:library:m\nobjects:\n  risk_matrix: [{urn: x}]\n")
      for name in ["one", "two"] {
        try folder.write(
          "map-\(name).yaml",
          """
          urn: urn:acme:risk:library:map-\(name)
          name: Map \(name)
          objects:
            requirement_mapping_set:
              urn: urn:acme:risk:req_mapping_set:map-\(name)
              source_framework_urn: urn:acme:risk:framework:doors
              target_framework_urn: urn:acme:risk:framework:doors
              requirement_mappings:
              - source_requirement_urn: urn:acme:risk:req_node:doors:a
                target_requirement_urn: urn:acme:risk:req_node:doors:a
                relationship: equal

          """)
      }
      let files = ["map-one.yaml", "matrix.yaml", "map-two.yaml", "doors.yaml"]
      let outcome = try await Program.run(
        ["catalog", "import"] + files + ["--into", "own"], in: folder)
      #expect(outcome.exitCode == 0)
      #expect(outcome.errors.contains("matrix.yaml: warning: is a CISO Assistant library without"))
      #expect(
        try folder.names(below: "own")
          == ["doors-to-doors-2.yaml", "doors-to-doors.yaml", "doors.yaml"])
      for names in [["matrix.yaml"], ["matrix.yaml", "matrix.yaml"]] {
        let none = try await Program.run(["catalog", "import"] + names, in: folder)
        #expect(none.exitCode == 2)
        #expect(none.errors.contains("error: "))
      }
    }

    @Test("refuses what is none of the documents, and writes nothing")
    func wrongDocument() async throws {
      let folder = try TestFolder()
      try folder.write("letter.txt", "Dear all,\n\nthe weights are safe.\n")
      try folder.write("page.html", "<html><body><p>Nothing of the sort</p></body></html>")
      try folder.write("broken.pdf", "%PDF-1.7\nnothing")
      for file in ["letter.txt", "page.html", "broken.pdf"] {
        let outcome = try await Program.run(["catalog", "import", file], in: folder)
        #expect(outcome.exitCode == 2, "\(file)")
        #expect(outcome.errors.contains("\(file): error: "), "\(file)")
      }
      #expect(try folder.names() == ["broken.pdf", "letter.txt", "page.html"])
    }

    /// A document of the Code's shape with sentences of our own, made of the shipped catalog.
    static func document() async throws -> String {
      let catalog = try JSON(
        (try await Program.run(["catalog", "show", "dsit-ai-cop-2025", "--json"])).bytes)
      var text = "Code of Practice Principles\n\n"
      var section = ""
      for control in catalog["controls"].items {
        let id = control["id"].text
        guard control["kind"].text == "principle" else {
          let verb = control["modality"].text == "required" ? "shall" : "should"
          text += "\(id) People \(verb) mind number \(id) of it.\n\n"
          continue
        }
        let parent = control["parent"].text
        if !parent.isEmpty, parent != section {
          section = parent
          let words = parent.split(separator: "-").map { word in
            word == "of" ? "of" : word.prefix(1).uppercased() + word.dropFirst()
          }
          text += "\(words.joined(separator: " "))\n\n"
        }
        text += "Principle \(id.dropFirst()): \(control["title"].text)\n\n"
      }
      return text
    }
  }
}

import FoundationEssentials
import Testing

extension WrittenSuite {
  /// The pages in a real browser.
  @Suite("Browser", .serialized, .enabled(if: Chromium.isPresent, "\(Chromium.skip)"))
  struct BrowserTests {
    private func exported(_ format: String, _ options: String = "") async throws -> TestFolder {
      let folder = try SmallLibrary.folder()
      let outcome = try await SmallLibrary.run(
        "export lab --format \(format) --out out\(options)", in: folder)
      #expect(outcome.exitCode == 0, "\(outcome)")
      return folder
    }

    /// The ids of the requirements that are shown, and of those that are open.
    private func rows(_ document: String) -> (shown: [String], open: [String]) {
      var shown: [String] = []
      var open: [String] = []
      for piece in document.split(separator: "<details class=\"r\"").dropFirst() {
        let tag = piece.prefix { $0 != ">" }
        guard let start = tag.firstRange(of: "id=\"")?.upperBound else { continue }
        let id = String(tag[start...].prefix { $0 != "\"" })
        if !tag.contains("hidden") { shown.append(id) }
        if tag.contains(" open") { open.append(id) }
      }
      return (shown, open)
    }

    @Test("opens from a disk without a word on its console")
    func opens() async throws {
      let folder = try await exported("html")
      let page = try await Chromium.open(folder.path("out/assessment.html"))
      #expect(page.console.isEmpty, "\(page.console)")
      let rows = rows(page.document)
      #expect(rows.shown.count == 11)
      #expect(rows.open.isEmpty)
      #expect(page.document.contains("11 of 11 requirements shown"))
      #expect(!page.document.contains("id=\"tools\" hidden"))
    }

    @Test("filters by what the link says")
    func filters() async throws {
      let folder = try await exported("html")
      let file = folder.path("out/assessment.html")
      let missing = try await Chromium.open(file, fragment: "?verdict=missing")
      #expect(rows(missing.document).shown == ["code/1.4", "steps/S2.W.1"])
      let words = try await Chromium.open(file, fragment: "?q=overlap&standard=code")
      #expect(rows(words.document).shown == ["code/1.3"])
      let owner = try await Chromium.open(file, fragment: "?owner=Team%20B&kind=required")
      #expect(rows(owner.document).shown == ["code/1.3", "code/1.4", "code/1.5"])
      let sorted = try await Chromium.open(
        file, fragment: "?sort=worst&standard=code&kind=required")
      #expect(
        rows(sorted.document).shown
          == ["code/1.4", "code/1.5", "code/1.2", "code/1.3", "code/1.1"])
      for page in [missing, words, owner, sorted] { #expect(page.console.isEmpty) }
    }

    @Test("opens the requirement of a link, with the answers of its practices")
    func deepLink() async throws {
      let folder = try await exported("html")
      let file = folder.path("out/assessment.html")
      for fragment in ["code/1.1", "?q=met&open=code%2F1.1"] {
        let page = try await Chromium.open(file, fragment: fragment)
        #expect(rows(page.document).open == ["code/1.1"], "\(fragment)")
        #expect(page.document.contains("<tr class=\"in\">"))
        #expect(page.console.isEmpty)
      }
      let odd = try await Chromium.open(file, fragment: "%E0%A4%A&<script>")
      #expect(odd.console.isEmpty)
      #expect(rows(odd.document).shown.count == 11)
    }

    @Test(
      "markup in what users write does nothing",
      arguments: [
        "<script>document.title='owned'</script>",
        "\\\"><img src=x onerror=document.title='owned'>",
        "</details></section><style>*{display:none}</style>", "' onmouseover='x",
      ])
    func inert(_ text: String) async throws {
      let folder = try SmallLibrary.folder()
      let head = SmallLibrary.head.replacing("Small lab", with: "\"\(text)\"")
      try folder.write(
        "lab/assessment.yaml",
        head.replacing("title: Cluster", with: "title: \"\(text)\"")
          + "system: \"\(text)\"\n")
      try folder.write(
        "lab/more.yaml",
        """
        format: assessment/1
        practices:
          - {id: "own\\"><b>", title: "\(text)", description: "\(text)", layer: process}
        answers:
          - {practice: "own\\"><b>", status: implemented, owner: "\(text)", supplier: "\(text)", notes: "\(text)"}
        pairs:
          code:
            - {source: "own\\"><b>", target: "1.6", relation: superset, rationale: "\(text)"}
        targets:
          - {id: T, catalog: code, modality: required, statement: "\(text)", because: "\(text)"}
        evidence:
          - {id: E-9, title: "\(text)", url: "javascript:alert(1)", kind: "\(text)"}
        determinations:
          - {catalog: code, requirement: "1.5", decision: risk-accepted, rationale: "\(text)", approver: "\(text)"}
        """)
      let outcome = try await SmallLibrary.run("export lab --format html --out out", in: folder)
      #expect(outcome.exitCode == 0, "\(outcome)")
      let page = try await Chromium.open(
        folder.path("out/assessment.html"), fragment: "?open=code%2F1.6")
      #expect(page.console.isEmpty, "\(page.console)")
      #expect(!page.document.contains("<title>owned"))
      #expect(!page.document.contains("<img"))
      #expect(page.document.split(separator: "<script").count == 2)
      #expect(page.document.split(separator: "<style").count == 2)
      #expect(!page.document.contains("onmouseover=\""))
      #expect(rows(page.document).open == ["code/1.6"])
      #expect(rows(page.document).shown.count == 11)
    }

    @Test(
      "axe-core finds nothing",
      .enabled(if: Chromium.hasAxe, "needs .build/browser-checks: see scripts/check-page"),
      arguments: [("html", "assessment.html"), ("summary", "summary.html")])
    func accessible(_ format: String, _ file: String) async throws {
      let folder = try await exported(format)
      let said = try await Chromium.axe(folder.path("out/\(file)"))
      #expect(said.isGood, "\(said.output)")
    }

    @Test("the board summary takes two pages")
    func pages() async throws {
      let folder = try TestFolder()
      let outcome = try await Program.run([
        "export", "Examples/northlight", "--format", "summary", "--out", folder.path("out"),
        "--since", "2026-03-01",
      ])
      #expect(outcome.exitCode == 0, "\(outcome)")
      #expect(try await Chromium.pages(folder.path("out/summary.html"), in: folder) == 2)
      let page = try await Chromium.open(folder.path("out/summary.html"))
      #expect(page.console.isEmpty)
    }
  }
}

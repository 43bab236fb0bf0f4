import ControlModel
import Diagnostics
import Importers
import Testing

@Suite("The Guidelines as pages of NCSC's site")
struct GuidelinesPageTests {
  private func check(_ imported: ImportedDocument, against expected: ImportedDocument) {
    func entries(_ document: ImportedDocument, _ kind: ImportedEntry.Kind) -> [ImportedEntry] {
      document.entries.filter { $0.kind == kind }
    }
    for kind in [ImportedEntry.Kind.section, .guideline, .bullet] {
      let read = entries(imported, kind)
      let known = entries(expected, kind)
      #expect(read.map(\.id) == known.map(\.id))
      #expect(read.map(\.title) == known.map(\.title))
      #expect(read.map(\.parent) == known.map(\.parent))
      #expect(read.map(\.statement) == known.map(\.statement))
    }
    #expect(imported.unplaced.isEmpty)
  }

  @Test("One page a section, in own words", arguments: SiteGeneration.allCases)
  func readsPages(_ generation: SiteGeneration) throws {
    let expected = try GuidelinesPages.ownWords()
    let pages = try GuidelinesPages.pages(of: expected).map { try $0.bytes(generation) }
    let imported = try SiteReading.joined(pages)
    check(imported, against: expected)
    #expect(imported.entries.count { $0.kind == .bullet } == 24)
    let report = try SiteReading.report(
      imported, try SiteReading.catalog("ncsc-secure-ai-2023"))
    #expect(report.missing.isEmpty)
    #expect(report.unexpected.isEmpty)
    #expect(report.outOfOrder.isEmpty)
    #expect(report.titles.isEmpty)
  }

  @Test("Files in any order, with the introduction and one page twice")
  func joinsInAnyOrder() throws {
    let expected = try GuidelinesPages.ownWords()
    var pages = GuidelinesPages.pages(of: expected)
    pages.reverse()
    pages.append(pages[0])
    pages.append(
      SitePage(
        collection: "Guidelines for secure AI system development", heading: "Introduction",
        items: [("About this", "<p>A text.</p><ul><li>Secure design</li></ul>")]))
    let imported = try SiteReading.joined(try pages.map { try $0.bytes(.react) })
    check(imported, against: expected)
    #expect(imported.diagnostics.contains { $0.summary.contains("more than one file") })
    #expect(imported.entry("1.1")?.locator.parts.last?.value == "page3")
    #expect(imported.fileName == "page0, page1, page2 and 3 more files")
  }

  @Test("One page alone is read, and told to be a part")
  func readsOnePage() throws {
    let pages = GuidelinesPages.pages(of: try GuidelinesPages.ownWords())
    let imported = try SiteReading.joined([try pages[1].bytes(.drupal)])
    #expect(
      imported.entries.filter { $0.kind == .guideline }.map(\.id) == ["2.1", "2.2", "2.3", "2.4"])
    let report = try SiteReading.report(
      imported, try SiteReading.catalog("ncsc-secure-ai-2023"))
    let problem = try #require(report.diagnostics.first)
    #expect(problem.id == "import-incomplete")
    #expect(problem.hints.contains { $0.contains("save all of them") })
  }

  @Test("The introduction alone holds nothing, and says what to do")
  func readsIntroduction() throws {
    let page = SitePage(
      collection: "Guidelines for secure AI system development", heading: "Introduction",
      items: [("", "<p>A text.</p>")])
    let imported = try SiteReading.joined([try page.bytes(.react)])
    #expect(imported.entries.isEmpty)
    let report = try SiteReading.report(
      imported, try SiteReading.catalog("ncsc-secure-ai-2023"))
    #expect(report.diagnostics.first?.hints.contains { $0.contains("introduction") } == true)
  }

  /// Changes of form that must not matter, as replacements in the page.
  static let variants: [(name: String, change: @Sendable (String) -> String)] = [
    ("white space", { $0.replacing(" do ", with: "\n\t do&nbsp; ") }),
    (
      "bold titles",
      {
        $0.replacing("<h2>", with: "<p><strong>").replacing("</h2><p>", with: "</strong></p><p>")
      }
    ),
    (
      "buttons",
      {
        $0.replacing("<h2>", with: "<h3><button type=\"button\">")
          .replacing("</h2><p>", with: "</button></h3><p>")
      }
    ),
    ("numbers", { $0.replacing("<h2>Raise", with: "<h2>1.1 Raise") }),
    (
      "lists beside points",
      {
        $0.replacing("1.3.1\n", with: "1.3.1").replacing("1.3.1<ul>", with: "1.3.1</li><ul>")
          .replacing("1.3.4<ul>", with: "1.3.4</li><ul>")
      }
    ),
    (
      "paragraphs in points",
      {
        $0.replacing("<li>a point", with: "<li><p>a point").replacing("</li>", with: "</p></li>")
      }
    ),
    (
      "spans and links",
      {
        $0.replacing("namely", with: "<a href='#x'><span>nam</span>ely</a>")
          .replacing("They do", with: "<em>They</em> do")
      }
    ),
    ("straight quotes in titles", { $0.replacing("system’s", with: "system's") }),
    (
      "wrappers",
      {
        $0.replacing("<ul>\n<li>a", with: "<div><div class='x'><ul>\n<li>a")
          .replacing("</li>\n</ul>", with: "</li>\n</ul></div></div>")
      }
    ),
    ("comments", { $0.replacing("<p>They", with: "<!-- x --><p><!-- <h2>No</h2> -->They") }),
    ("soft hyphens", { $0.replacing("namely", with: "name&shy;ly") }),
    ("capitals", { $0.replacing("Raise staff", with: "RAISE STAFF") }),
  ]

  @Test("Changes of markup", arguments: variants.indices)
  func readsVariants(_ index: Int) throws {
    let expected = try GuidelinesPages.ownWords()
    let variant = Self.variants[index]
    let pages = try GuidelinesPages.pages(of: expected).map {
      Array(variant.change(String(decoding: try $0.bytes(.drupal), as: UTF8.self)).utf8)
    }
    let imported = try SiteReading.joined(pages)
    #expect(
      imported.entries.filter { $0.kind == .guideline || $0.kind == .bullet }.map {
        "\($0.id) \($0.statement)"
      }
        == expected.entries.filter { $0.kind != .section }.map { "\($0.id) \($0.statement)" },
      "\(variant.name)")
    #expect(imported.unplaced.isEmpty, "\(variant.name)")
  }

  @Test("A strange heading inside the section is told with its text")
  func tellsStrangeHeadings() throws {
    var page = GuidelinesPages.pages(of: try GuidelinesPages.ownWords())[0]
    page.items.insert(("Feed the cat", "<p>Every day.</p>"), at: 2)
    let imported = try SiteReading.joined([try page.bytes(.react)])
    #expect(imported.unplaced.map(\.text) == ["Feed the cat", "Every day."])
    #expect(imported.entries.count { $0.kind == .guideline } == 4)
  }

  @Test(
    "The published text as pages gives what the PDF gives, where it is at hand",
    .enabled(if: SharedFolder.isPresent, Comment(rawValue: SharedFolder.absence)),
    arguments: SiteGeneration.allCases)
  func readsPublishedText(_ generation: SiteGeneration) async throws {
    let expected = try await SharedFolder.imported(
      "ncsc/Guidelines-for-secure-AI-system-development.pdf")
    let pages = try GuidelinesPages.pages(of: expected).map { try $0.bytes(generation) }
    let imported = try SiteReading.joined(pages)
    check(imported, against: expected)
    // The pages have the paragraphs of 3.2 in one, where a sentence without a full stop is lost: its
    // statements stay a part of its text, and that is told.
    #expect(imported.entries.count { $0.kind == .statement } == 52)
    #expect(imported.partsOfOthers.map(\.key.rawValue).sorted() == ["3.2.c", "3.2.d", "3.2.e"])
    for entry in imported.entries where entry.kind == .statement {
      #expect(entry.statement == expected.entry(entry.id)?.statement, "\(entry.id)")
    }
  }
}

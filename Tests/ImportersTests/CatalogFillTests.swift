import ControlModel
import Diagnostics
import Digests
import Importers
import Testing

@Suite("A catalog gets the publisher's wording")
struct CatalogFillTests {
  private func imported(_ text: String = CodeFixture.text) throws -> ImportedDocument {
    let document = try SourceDocument.read(fileName: "code.txt", bytes: Array(text.utf8))
    return try ImporterRegistry.importer(for: document).read(document)
  }

  private func day() throws -> CalendarDate { try #require(CalendarDate("2025-02-05")) }

  private func catalog() throws -> Catalog {
    var catalog = Catalog(
      id: "dsit-ai-cop-2025", title: "Code", conformance: .modality,
      source: Catalog.Source(url: "https://example.org/"))
    for entry in try imported().entries {
      switch entry.kind {
      case .section:
        catalog.groups.append(Group(id: GroupID(entry.id), title: entry.title))
      case .principle:
        catalog.controls.append(
          Control(
            id: ControlID(entry.id), parent: entry.parent, kind: .principle, title: entry.title))
      default:
        catalog.controls.append(
          Control(
            id: ControlID(entry.id), parent: entry.parent, summary: "own words",
            statementSHA256: SHA256.hex(of: entry.rawText), modality: entry.modality,
            locator: Locator([Locator.Part("section", "Principle")])))
      }
    }
    return catalog
  }

  @Test("Wording, digest, locator and source come in; own words and ids stay")
  func fills() throws {
    let shipped = try catalog()
    let result = CatalogFill.fill(shipped, from: try imported(), retrieved: try day())
    #expect(result.report.isExact)
    #expect(result.report.diagnostics.isEmpty)
    #expect(result.catalog.controls.map(\.id) == shipped.controls.map(\.id))
    let control = try #require(result.catalog.controls.first { $0.id == "1.2" })
    #expect(control.statement == "Builders shall hear about new attacks.")
    #expect(control.statementSHA256 == SHA256.hex(of: "Builders shall hear about new attacks."))
    #expect(control.summary == "own words")
    #expect(control.locator.text == "section Principle, line 15")
    #expect(
      result.catalog.source
        == Catalog.Source(
          url: "https://example.org/", format: "text", sha256: SHA256.hex(of: CodeFixture.bytes),
          retrieved: "2025-02-05", importer: "govuk-code-of-practice 2"))
    #expect(
      result.report.counts.map { "\($0.kind) \($0.number)" }
        == ["section 2", "principle 3", "provision 7"])
  }

  @Test("Half a document is an error that names what is missing")
  func refusesHalf() throws {
    let half = CodeFixture.text.split(separator: "Principle 3").first.map(String.init) ?? ""
    let text = half.replacing("1.1.1 ", with: "")
    let result = CatalogFill.fill(try catalog(), from: try imported(text), retrieved: try day())
    #expect(
      result.report.missing == ["1.1.1", "P3", "3.1", "3.2"])
    let errors = result.report.diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.id) == ["import-incomplete"])
    #expect(errors.first?.hints.first?.contains("3.1") == true)
  }

  @Test("One lost clause is a warning that names it, and its text is not dropped")
  func reportsOne() throws {
    let text = CodeFixture.text.replacing("2.2: ", with: "")
    let result = CatalogFill.fill(try catalog(), from: try imported(text), retrieved: try day())
    #expect(result.report.missing == ["2.2"])
    #expect(result.report.document.unplaced.count == 1)
    #expect(
      result.report.diagnostics.map { "\($0.severity.label) \($0.id)" }
        == ["warning import-missing", "warning import-unplaced"])
  }

  @Test("Other titles, other verbs, other wording, additions, repetitions and order are told")
  func reportsDifferences() throws {
    let text = CodeFixture.text
      .replacing("Tell people what", with: "Tell everybody what")
      .replacing("1.2.  Builders shall", with: "1.2.  Builders should")
      .replacing("3.1 System", with: "2.3 Nobody shall ask.\n\n3.2 Twice.\n\n3.1 System")
    var catalog = try catalog()
    catalog.controls.swapAt(1, 3)
    let report = CatalogFill.fill(catalog, from: try imported(text), retrieved: try day()).report
    #expect(report.titles.map(\.id) == ["P1"])
    #expect(report.modalities.map(\.id) == ["1.2"])
    #expect(report.digests.map(\.id) == ["1.2", "3.2"])
    #expect(report.repeated == ["3.2"])
    #expect(report.outOfOrder == ["1.1.1", "1.2"])
    #expect(!report.isExact)
  }

  @Test("Characters that turn the direction of writing are an error")
  func reportsBidi() throws {
    let text = CodeFixture.text.replacing("do with data", with: "")
      .replacing("what becomes", with: "\u{202E}what becomes")
    let report = CatalogFill.fill(
      try catalog(), from: try imported(text), retrieved: try day()
    ).report
    #expect(report.turned == ["3.1"])
    #expect(report.diagnostics.contains { $0.severity == .error && $0.id == "import-bidi" })
  }
}

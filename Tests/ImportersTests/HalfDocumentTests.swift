import ControlModel
import Diagnostics
import Importers
import NativeFormats
import Testing
import Validation

@Suite("A part of a document is never taken for the whole")
struct HalfDocumentTests {
  static let percents = [0, 10, 25, 50, 75, 90, 99]

  /// Reads what is left of a document; nil after a refusal, which has to say what is wrong.
  private func read(_ files: [[UInt8]], _ name: String) throws -> ImportedDocument? {
    do {
      let sources = try files.enumerated().map { index, bytes in
        try SourceDocument.read(fileName: "file\(index)", bytes: bytes)
      }
      let importers = try ImporterRegistry.importers(for: sources)
      return ImportedDocument.joining(try zip(sources, importers).map { try $1.read($0) })
    } catch let refusal as Refusal {
      #expect(refusal.diagnostics.contains { $0.severity == .error })
      for problem in refusal.diagnostics {
        #expect(problem.location?.file.hasPrefix("file") == true, "\(name): \(problem)")
        #expect(
          problem.summary.count > 5 && !problem.hints.isEmpty || problem.id == "document-empty")
      }
      return nil
    }
  }

  private func fill(_ document: ImportedDocument) throws -> FilledCatalog {
    CatalogFill.fill(
      try SiteReading.catalog(document.catalog.rawValue), from: document,
      retrieved: try #require(CalendarDate("2026-01-01")))
  }

  /// What is missing is said, id by id; the catalog is whole in itself and says so too.
  private func check(_ filled: FilledCatalog, _ name: String) throws {
    let report = filled.report
    guard !report.missing.isEmpty else { return }
    #expect(!report.isExact)
    let told = report.diagnostics.first { ["import-incomplete", "import-missing"].contains($0.id) }
    let problem = try #require(told, "\(name)")
    let words = Set(problem.hints.joined(separator: ", ").split { " ,".contains($0) })
    for id in report.missing { #expect(words.contains(id[...]), "\(name) does not name \(id)") }
    let share = Double(report.found.count) / Double(report.expectedEntries)
    #expect((problem.severity == .error) == (share < 0.75), "\(name): \(share)")
    #expect(
      problem.summary.contains(" \(report.expectedEntries) entries"), "\(name): \(problem)")

    let missing = Set(report.missing)
    for control in filled.catalog.controls where missing.contains(control.id.rawValue) {
      #expect(control.statement == nil)
    }
    #expect(filled.catalog.notes.first?.hasPrefix("Not complete: ") == true)
    #expect(!CatalogRules.structure(of: filled.catalog).contains { $0.severity == .error })
    let text = CatalogFormat.encode(filled.catalog)
    let again = try CatalogFormat.decode(Array(text.utf8), file: "x")
    #expect(again.controls.map(\.statement) == filled.catalog.controls.map(\.statement))
  }

  @Test("Each importer's document in each form, cut at seven places", arguments: HalfDocument.all)
  func tellsParts(_ document: HalfDocument) throws {
    let whole = try #require(try read(try document.files(100), document.name))
    let complete = try fill(whole)
    var found = 0
    for percent in Self.percents {
      let name = "\(document.name), \(percent) %"
      guard let part = try read(try document.files(percent), name) else { continue }
      let filled = try fill(part)
      try check(filled, name)
      // The more is there, the more is found; and a tenth is never the whole.
      #expect(filled.report.found.count >= found, "\(name)")
      found = filled.report.found.count
      if percent <= 10 { #expect(filled.report.diagnostics.contains { $0.severity == .error }) }
      #expect(Set(filled.report.found).isSubset(of: complete.report.found), "\(name)")
    }
  }

  @Test("A page that was cut off says so")
  func tellsEarlyEnd() throws {
    let page = "<html><body>" + (try HalfDocument.codeLines()).map { "<p>\($0)</p>" }.joined()
    func hints(_ text: String) throws -> [String] {
      let document = try #require(try read([Array(text.utf8)], "page"))
      return try fill(document).report.diagnostics.first { $0.id == "import-incomplete" }?.hints
        ?? []
    }
    let half = String(page.prefix(page.count / 2))
    #expect(try hints(half).contains { $0.contains("no </html> at its end") })
    #expect(try !hints(half + "</body></html>").contains { $0.contains("</html>") })
  }

  @Test(
    "The published documents, cut in the middle of anything",
    .enabled(if: SharedFolder.isPresent, Comment(rawValue: SharedFolder.absence)),
    arguments: [
      "dsit/code-of-practice-2025-principles.txt", "caf/cyber-assessment-framework-v4.0.md",
      "caf/cyber-assessment-framework-v3.2.yaml", "govuk/code-reconstruction-legislative-list.html",
      "govuk/code-reconstruction-paragraphs.html", "govuk/content-api-reconstruction.json",
    ])
  func tellsPublishedParts(_ path: String) throws {
    let bytes = try SharedFolder.bytes("documents/\(path)")
    for percent in Self.percents {
      let name = "\(path), \(percent) %"
      let part = Array(bytes.prefix(bytes.count * percent / 100))
      guard let document = try read([part], name) else { continue }
      let filled = try fill(document)
      #expect(!filled.report.missing.isEmpty || percent == 99, "\(name)")
      try check(filled, name)
    }
  }
}

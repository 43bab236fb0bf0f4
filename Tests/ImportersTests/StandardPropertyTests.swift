import ControlModel
import Diagnostics
import Importers
import TestSupport
import Testing

@Suite("ETSI's standard: whatever the noise, each provision has its own text")
struct StandardPropertyTests {
  static let cases = PrintedDocument.Form.allCases.flatMap { form in
    (0..<14).map { ReportPropertyTests.Case(form: form, seed: UInt64($0)) }
  }

  static func imported(_ text: String) throws -> ImportedDocument {
    let source = try SourceDocument.read(fileName: "standard", bytes: Array(text.utf8))
    let importer = try ImporterRegistry.importer(for: source)
    #expect(importer.catalog == "etsi-en-304-223-2.1.1")
    return try importer.read(source)
  }

  static func filled(_ document: ImportedDocument) throws -> FilledCatalog {
    CatalogFill.fill(
      try ReportFixture.shipped("etsi-en-304-223-2.1.1"), from: document,
      retrieved: try #require(CalendarDate("2026-01-01")))
  }

  static func quirks(_ seed: UInt64) -> StandardFixture.Quirks {
    var random = SplitMix64(seed: seed &+ 7)
    var quirks = StandardFixture.Quirks()
    quirks.mark = random.one(of: ["", ":", ".", " –", "]"])
    quirks.dash = random.one(of: ["-", "\u{2011}", "–"])
    quirks.hasWord = random.chance(80)
    quirks.partsNumbers = random.chance(25)
    quirks.partsNotes = random.chance(30)
    return quirks
  }

  @Test("72 provisions with modality, 13 principles, 5 phases", arguments: cases)
  func readsAll(_ one: ReportPropertyTests.Case) throws {
    let fixture = try StandardFixture(
      StandardFixture.look(one.form, seed: one.seed), seed: one.seed, quirks: Self.quirks(one.seed))
    let document = try Self.imported(fixture.text)
    let result = try Self.filled(document)
    #expect(document.entries.count { $0.kind == .provision } == 72)
    #expect(document.entries.count { $0.kind == .principle } == 13)
    #expect(document.entries.count { $0.kind == .section } == 5)
    #expect(result.report.isExact, "\(result.report.diagnostics.prefix(4))")
    for (id, text) in fixture.expected {
      #expect(document.entry(id)?.statement == text, "\(id)")
    }
    for entry in document.entries {
      #expect(entry.notes == fixture.notes[entry.id] ?? [], "\(entry.id)")
    }
    #expect(document.entry("5.1.1")?.roles == [.systemOperator, .developer, .dataCustodian])
    #expect(document.entry("5.1.1")?.references == ["i.7", "i.8", "i.19", "i.24"])
    #expect(document.otherEdition == nil)
  }

  @Test("The earlier edition fills the same clauses, and says so wherever it is read")
  func tellsEdition() throws {
    var quirks = StandardFixture.Quirks()
    quirks.designation = "ETSI TS 104 223 V1.1.1 (2025-04)"
    let fixture = try StandardFixture(
      StandardFixture.look(.plain, seed: 3), seed: 3, quirks: quirks)
    let result = try Self.filled(try Self.imported(fixture.text))
    #expect(!result.report.isExact)
    #expect(result.report.missing.isEmpty)
    #expect(result.report.diagnostics.contains { $0.id == "import-edition" })
    #expect(
      result.catalog.version == "V2.1.1, with the wording of ETSI TS 104 223 V1.1.1 (2025-04)")
    #expect(result.catalog.notes.first?.contains("ETSI TS 104 223 V1.1.1") == true)
  }

  @Test("A column that a converter read first, and what a browser prints around the pages")
  func readsColumns() throws {
    let text = """
      ETSI EN 304 223 V2.1.1 (2025-12)

      5.1

      5.1.1

      Secure Design

      Principle 1: Know the threats

      Provision 5.1.1-1

      Developers shall know them:

      -

      -

      the old ones;

      the new ones.

      EXAMPLE:

      5.1.2

      A list of them.

      Principle 2: Design for security

      Provision 5.1.2-1 System Operators should keep

      """
    var pages = text
    for number in 2...4 {
      pages += """
        the design in mind and

        https://example.org/standard.html

        \(number)/9
        \u{C}11/28/26, 3:39 AM

        """
    }
    pages += "all that follows.\n\nProvision 5.1.2-2 Developers should write it down.\n"
    let document = try Self.imported(pages)
    #expect(
      document.entries.map(\.id) == ["5.1", "5.1.1", "5.1.1-1", "5.1.2", "5.1.2-1", "5.1.2-2"])
    #expect(
      document.entry("5.1.1-1")?.statement
        == "Developers shall know them: the old ones; the new ones.")
    #expect(document.entry("5.1.1-1")?.notes == ["EXAMPLE: A list of them."])
    #expect(
      document.entry("5.1.2-1")?.statement
        == "System Operators should keep the design in mind and the design in mind and "
        + "the design in mind and all that follows.")
    #expect(document.unplaced.isEmpty)
  }

  @Test("The guide and the conformance test are told by their names")
  func refusesRelatives() throws {
    for name in ["ETSI TR 104 128 V1.1.1 (2025-05)", "ETSI TS 104 216 V1.1.1 (2026-09)"] {
      var quirks = StandardFixture.Quirks()
      quirks.designation = name
      let fixture = try StandardFixture(
        StandardFixture.look(.layout, seed: 4), seed: 4, quirks: quirks)
      do {
        _ = try Self.imported(fixture.text)
        Issue.record("\(name) was read")
      } catch let refusal as Refusal {
        #expect(refusal.diagnostics.first?.id == "import-other-document")
        #expect(refusal.diagnostics.first?.summary.contains(name) == true)
      }
    }
  }

  @Test("A provision that is not there is missed, and no other one takes its number")
  func missesOne() throws {
    var quirks = StandardFixture.Quirks()
    quirks.leftOut = ["5.1.3-1.2", "5.2.2-4"]
    let fixture = try StandardFixture(
      StandardFixture.look(.plain, seed: 5), seed: 5, quirks: quirks)
    let result = try Self.filled(try Self.imported(fixture.text))
    #expect(result.report.missing == ["5.1.3-1.2", "5.2.2-4"])
    #expect(result.report.found.count == 88)
    for (id, text) in fixture.expected {
      #expect(result.catalog.controls.first { $0.id.rawValue == id }?.statement == text)
    }
  }
}

import ControlModel
import Diagnostics
import Importers
import TestSupport
import Testing

@Suite("RAND's report: whatever the noise, each measure has its own text")
struct ReportPropertyTests {
  static let cases = PrintedDocument.Form.allCases.flatMap { form in
    (0..<16).map { Case(form: form, seed: UInt64($0)) }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var form: PrintedDocument.Form
    var seed: UInt64
    var testDescription: String { "\(form.rawValue), seed \(seed)" }
  }

  static func imported(_ fixture: ReportFixture) throws -> ImportedDocument {
    let source = try SourceDocument.read(fileName: "report", bytes: Array(fixture.text.utf8))
    let importer = try ImporterRegistry.importer(for: source)
    #expect(importer.catalog == "rand-model-weights-2024")
    return try importer.read(source)
  }

  static func filled(_ document: ImportedDocument) throws -> FilledCatalog {
    CatalogFill.fill(
      try ReportFixture.shipped(), from: document,
      retrieved: try #require(CalendarDate("2026-01-01")))
  }

  @Test("164 measures, 38 vectors, 190 scores", arguments: cases)
  func readsAll(_ one: Case) throws {
    var random = SplitMix64(seed: one.seed &+ 99)
    let quirks = ReportFixture.Quirks(
      splitsGoldImage: random.chance(50), lettersWays: random.chance(50),
      centresScores: random.chance(50))
    let fixture = try ReportFixture(
      ReportFixture.look(one.form, seed: one.seed), seed: one.seed, quirks: quirks)
    let document = try Self.imported(fixture)
    let result = try Self.filled(document)
    let report = result.report
    #expect(document.entries.count { $0.kind == .measure } == 164)
    #expect(document.entries.count { $0.kind == .vector } == 38)
    #expect(report.agreeingScores == 190)
    #expect(report.expectedScores == 190)
    #expect(report.missing.isEmpty)
    #expect(report.misaligned.isEmpty)
    #expect(report.unplaced.isEmpty, "\(report.unplaced.prefix(3))")
    #expect(report.strangers.isEmpty)
    #expect(report.citations.isEmpty)
    #expect(report.isExact == quirks.lettersWays)
    for control in result.catalog.controls where control.kind != .threat {
      guard let expected = fixture.expected[control.id.rawValue] else {
        #expect(control.kind == .alternative && !quirks.lettersWays)
        continue
      }
      #expect(control.statement == expected, "\(control.id)")
    }
  }
}

extension ImportReport {
  fileprivate var unplaced: [UnplacedText] { document.unplaced }
}

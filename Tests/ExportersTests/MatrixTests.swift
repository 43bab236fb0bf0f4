import ControlModel
import Exporters
import Scoring
import TestSupport
import Testing

/// The CSV files: against files that were read line by line, and by a reader of their own.
@Suite struct MatrixTests {
  private func golden(_ name: String) throws -> String {
    let bytes = try #require(PackageFiles.bytes("Tests/ExportersTests/Golden/\(name)"))
    return String(decoding: bytes, as: UTF8.self)
  }

  private func expectEqual(_ bytes: [UInt8], _ name: String) throws {
    let written = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
    let expected = try golden(name).split(separator: "\r\n")
    for (left, right) in zip(written, expected) { #expect(left == right) }
    #expect(written.count == expected.count)
    #expect(bytes == Array(try golden(name).utf8))
  }

  private var gaps: [UInt8] {
    let result = ExampleLab.result
    return GapMatrix(result).encoded(result.catalogs[0])
  }

  private func matrix(forExcel: Bool = false) -> [UInt8] {
    let result = ExampleLab.result
    return PracticeMatrix.encoded(
      result.catalogs[0], input: result.input, forExcel: forExcel)
  }

  @Test func gapMatrixIsAsReadByHand() throws { try expectEqual(gaps, "gaps.csv") }

  @Test func practiceMatrixIsAsReadByHand() throws { try expectEqual(matrix(), "matrix.csv") }

  @Test func summaryIsAsReadByHand() throws {
    try expectEqual(SummaryTable(ExampleLab.result).encoded(), "summary.csv")
  }

  /// The cells of one row, by column.
  private func row(_ requirement: String, _ context: String) throws -> [String: String] {
    let rows = try CSVReading.rows(gaps)
    let header = rows[0]
    let row = try #require(
      rows.first { $0[1] == "std-1.10/\(requirement)" && $0[3] == context })
    return Dictionary(uniqueKeysWithValues: zip(header, row))
  }

  @Test func headerIsTheDocumentedColumns() throws {
    let rows = try CSVReading.rows(gaps)
    #expect(rows[0] == GapMatrix.columns)
    #expect(
      GapMatrix.columns == [
        "catalog", "requirement", "clause", "context", "exposure", "group", "title", "summary",
        "modality", "level", "verdict", "claimedLower", "claimedUpper", "assuredLower",
        "assuredUpper", "plannedLower", "plannedUpper", "resilience", "singlePoints", "practices",
        "ownPairs", "evidence", "owner", "due", "determination", "missing", "grade",
        "gradeBasis", "indicators",
      ])
    // One row for each requirement and context, all as wide as the header.
    #expect(rows.count == 1 + 5 * 2)
    #expect(rows.allSatisfy { $0.count == rows[0].count })
  }

  @Test func cellsSayWhatTheResultSays() throws {
    let row = try row("5.10", "training")
    #expect(row["clause"] == "'5.10")
    #expect(row["claimedLower"] == "0.7" && row["claimedUpper"] == "0.7")
    #expect(row["assuredLower"] == "0.5" && row["plannedUpper"] == "0.9")
    #expect(row["owner"] == "Ben, Cleo; Infra")
    #expect(row["due"] == "2026-12-01")
    #expect(
      row["evidence"]
        == "5.1 2026-01-01 valid until 2026-06-15; E2 expired until 2026-06-14")
  }

  /// A grade that indicators decide names them, as their table counts them and not as text sorts.
  @Test func gradesNameTheirIndicators() throws {
    let outcomes = Catalog(
      id: "caf", title: "Outcomes", conformance: .outcomes,
      controls: [
        Control(
          id: "A1.a",
          indicators: .init(notAchieved: 1, partiallyAchieved: 0, achieved: 10))
      ])
    let answers = (1...10).reversed().map { number in
      IndicatorAnswer(
        catalog: "caf", id: "A1.a.A.\(number)", holds: true, evidence: number == 10 ? ["E-1"] : [])
    }
    let assessment = Assessment(
      organisation: "Lab", contexts: [Context(id: "here")],
      indicators: answers + [
        IndicatorAnswer(catalog: "caf", id: "A1.a.NA.1", holds: false, contexts: ["here"])
      ],
      evidence: [Evidence(id: "E-1", file: "a")])
    let result = Scorer.score(
      ScoringInput(
        catalogs: [outcomes], practices: [], pairs: [:], assessment: assessment,
        asOf: ExampleLab.day("2026-06-15")))
    let rows = try CSVReading.rows(GapMatrix(result).encoded(result.catalogs[0]))
    let numbers = (1...9).map { "A1.a.A.\($0): true" }.joined(separator: "; ")
    #expect(
      rows[1].suffix(3) == [
        "achieved", "indicators",
        "\(numbers); A1.a.A.10: true, evidence E-1; A1.a.NA.1: false",
      ])
  }

  @Test func notApplicableRowsHaveNoBounds() throws {
    let row = try row("5", "api")
    #expect(row["verdict"] == "not-applicable")
    for column in ["claimedLower", "claimedUpper", "assuredLower", "plannedUpper"] {
      #expect(row[column] == "")
    }
  }

  @Test func acceptedRiskIsLabelledAsAGap() throws {
    let row = try row("1-2", "api")
    #expect(row["verdict"] == "risk-accepted")
    #expect(row["missing"]?.hasPrefix("A known gap; Dora accepted the risk.") == true)
  }

  @Test func noFormulaRunsAndNoIDChanges() throws {
    for bytes in [gaps, matrix(), SummaryTable(ExampleLab.result).encoded()] {
      for cell in try CSVReading.rows(bytes).joined() {
        guard let first = cell.first, "=+-@\t\r".contains(first) else { continue }
        #expect(cell == "+1 review" || cell == "-1 day of delay", "\(cell)")
      }
    }
    #expect(
      try CSVReading.rows(matrix()).dropFirst().map(\.[0])
        == ["'5.10", "'1-2", "'MAR-1", "'4", "'5"])
  }

  @Test func sameInputGivesTheSameBytes() {
    let result = ExampleLab.result
    #expect(gaps == gaps)
    #expect(matrix() == matrix())
    #expect(SummaryTable(result).encoded() == SummaryTable(ExampleLab.result).encoded())
  }

  @Test func excelGetsItsByteOrderMark() {
    #expect(matrix(forExcel: true) == [0xEF, 0xBB, 0xBF] + matrix())
  }

  @Test func orderOfRowsOfTheInputChangesNoByte() {
    var input = ExampleLab.input
    input.assessment.answers.reverse()
    input.assessment.determinations.reverse()
    input.assessment.evidence.reverse()
    input.pairs = input.pairs.mapValues { pairs in
      PracticePair.all(
        in: [
          MappingSet(
            id: "set", source: .init(.practices, id: "l"), target: .init(.catalog, id: "std-1.10"),
            pairs: ExampleLab.pairs.reversed())
        ], own: ExampleLab.assessment.pairs)[ExampleLab.catalog.id] ?? pairs
    }
    let result = Scorer.score(input)
    #expect(GapMatrix(result).encoded(result.catalogs[0]) == gaps)
  }

  /// All shipped catalogs: every file is RFC 4180, and as wide as its header.
  @Test func shippedCatalogsGiveSoundFiles() throws {
    let library = ShippedLibrary.current
    let practices = try #require(library.practices).practices
    let assessment = Assessment(
      organisation: "Lab", contexts: [Context(id: "here")],
      answers: practices.enumerated().map { position, practice in
        Answer(
          practice: practice.id,
          finding: position % 3 == 0 ? Finding(.implemented) : Finding(.partial(extent: 0.3)))
      })
    let result = Scorer.score(library.input(assessment, asOf: ExampleLab.day("2026-11-24")))
    for catalog in result.catalogs {
      let rows = try CSVReading.rows(GapMatrix(result).encoded(catalog))
      #expect(rows.count == 1 + catalog.results.count)
      #expect(rows.allSatisfy { $0.count == GapMatrix.columns.count })
      let matrix = try CSVReading.rows(
        PracticeMatrix.encoded(catalog, input: result.input))
      #expect(matrix.allSatisfy { $0.count == matrix[0].count })
    }
    let summary = try CSVReading.rows(SummaryTable(result).encoded())
    #expect(summary.allSatisfy { $0.count == summary[0].count })
  }
}

/// What is missing, in words.
@Suite struct ShortfallTests {
  @Test func everyGapIsExplained() {
    let result = ExampleLab.result
    for row in result.catalogs[0].results {
      let sentences = Shortfall.sentences(row, asOf: result.input.asOf)
      #expect(!sentences.isEmpty, "\(row.requirement) in \(row.context)")
      #expect(sentences.allSatisfy { $0.hasSuffix(".") || $0.hasSuffix("?") }, "\(sentences)")
    }
  }

  @Test func whatIsMetWithEvidenceLacksNothing() {
    var input = ExampleLab.input
    input.pairs = [
      ExampleLab.catalog.id: [
        PracticePair(
          practice: "disk", pair: MappingPair(source: "disk", target: "5.10", relation: .equal))
      ]
    ]
    let row = Scorer.score(input).catalogs[0].results[0]
    #expect(row.verdict == .met)
    #expect(Shortfall.sentences(row, asOf: input.asOf) == [])
    input.assessment.evidence = []
    #expect(
      Shortfall.sentences(
        Scorer.score(input).catalogs[0].results[0], asOf: input.asOf)
        == ["Met by the answers alone: no valid evidence shows all of it."])
  }
}

@Suite struct JSONTests {
  /// The document is read back by a reader that knows nothing of the writer.
  @Test func documentSaysWhatTheResultSays() throws {
    let result = ExampleLab.result
    let json = try JSON(try ResultJSON.assessment(result).document())
    #expect(json["organisation"].text == "Lab")
    #expect(json["asOf"].text == "2026-06-15")
    #expect(json["contexts"].items.map { $0["id"].text } == ["training", "api"])
    let catalog = try #require(json["catalogs"].items.first)
    #expect(json["targets"].items.map { $0["state"].text } == ["off-track"])
    #expect(catalog["id"].text == "std-1.10")
    #expect(try ResultJSON.assessment(result).document().last == 0x0A)
  }

  @Test func sameInputGivesTheSameBytes() throws {
    #expect(
      try ResultJSON.assessment(ExampleLab.result).document()
        == ResultJSON.assessment(ExampleLab.result).document())
  }

  @Test func catalogHasItsCounts() throws {
    let json = try JSON(try CatalogJSON.whole(ExampleLab.catalog).document())
    #expect(json["counts"]["requirement"].count == 5)
    #expect(json["counts"]["principle"].count == 1)
    #expect(
      json["controls"].items.map { $0["id"].text } == ["P1", "5.10", "1-2", "MAR-1", "4", "5"])
  }
}

import ControlModel
import Diagnostics
import Digests
import Importers
import Testing

/// A small catalog with one of everything that a report compares, and a document that agrees with
/// it; each test changes one thing.
@Suite("Each difference between document and catalog alone")
struct ReportDifferenceTests {
  private static func control(_ id: String, _ statement: String = "") -> Control {
    var control = Control(id: ControlID(id), parent: "P1", modality: .required)
    if !statement.isEmpty { control.statementSHA256 = SHA256.hex(of: statement) }
    return control
  }

  static func catalog() -> Catalog {
    var catalog = Catalog(
      id: "small", title: "Small", version: "1", conformance: .levels,
      levels: [Level(id: "SL1")], groups: [Group(id: "design", title: "Design")])
    var outcome = Self.control("O1")
    outcome.indicators = Control.IndicatorCounts(notAchieved: 1, partiallyAchieved: 0, achieved: 2)
    var measures = ["Locked doors everywhere", "Signed visitors only"].enumerated().map {
      Control(
        id: ControlID("SL1.X.\($0 + 1)"), idIsSynthetic: true, kind: .requirement, title: $1,
        level: "SL1")
    }
    measures[0].references = ["Locks"]
    catalog.controls =
      [
        Control(id: "P1", parent: "design", kind: .principle, title: "Keep keys"),
        control("1.1", "Keys shall stay inside."), control("1.2", "Keys shall be few."),
        Control(id: "P2", parent: "design", kind: .principle, title: "Open"), outcome,
      ] + measures
      + [
        Control(id: "SL1.X.1a", parent: "SL1.X.1", kind: .alternative, level: "SL1"),
        Control(id: "AV", kind: .threat, feasibility: ["OC1": 1, "OC2": 3]),
      ]
    // So many that a heading less is not the most of it.
    catalog.controls += (3...8).map { control("1.\($0)", "Rule \($0) shall hold.") }
    return catalog
  }

  static func document() throws -> ImportedDocument {
    let source = try SourceDocument.read(
      fileName: "in/a.txt", bytes: Array(CodeFixture.text.utf8))
    var document = ImportedDocument(of: source, by: try ImporterRegistry.importer(for: source))
    func entry(_ id: String, _ kind: ImportedEntry.Kind, title: String = "", _ text: String = "")
      -> ImportedEntry
    {
      ImportedEntry(
        id: id, kind: kind, parent: kind == .provision ? "P\(id.prefix(1))" : "", title: title,
        statement: text, rawText: text, locator: Locator([.init("line", "\(id.utf8.count)")]))
    }
    document.entries = [
      entry("design", .section, title: "Design"),
      entry("P1", .principle, title: "Keep keys"),
      entry("1.1", .provision, "Keys shall stay inside."),
      entry("1.2", .provision, "Keys shall be few."), entry("P2", .principle, title: "Open"),
      entry("O1", .outcome, "Doors hold."),
    ]
    for (column, number) in [("NA", 1), ("A", 1), ("A", 2)] {
      var indicator = entry("O1.\(column).\(number)", .indicator, "\(column) \(number).")
      indicator.parent = "O1"
      indicator.category = column == "A" ? "achieved" : "not-achieved"
      document.entries.append(indicator)
    }
    for (number, label) in ["Locked doors", "Signed visitors"].enumerated() {
      var measure = entry("SL1.X.\(number + 1)", .measure, title: label, "\(label) it is.")
      measure.series = "SL1.X"
      document.entries.append(measure)
    }
    var way = entry("SL1.X.1a", .alternative, "Or a guard.")
    way.parent = "SL1.X.1"
    var vector = entry("AV", .vector, "Somebody breaks in.")
    vector.scores = ["OC1": 1, "OC2": 3]
    document.entries += [way, vector]
    document.entries += (3...8).map { entry("1.\($0)", .provision, "Rule \($0) shall hold.") }
    for index in document.entries.indices where document.entries[index].kind == .provision {
      document.entries[index].modality = .required
    }
    return document
  }

  private func filled(
    _ change: (inout ImportedDocument) -> Void
  ) throws -> FilledCatalog {
    var document = try Self.document()
    change(&document)
    let day = try #require(CalendarDate("2026-01-01"))
    return CatalogFill.fill(Self.catalog(), from: document, retrieved: day)
  }

  private static func change(
    _ id: String, _ change: (inout ImportedEntry) -> Void, in document: inout ImportedDocument
  ) {
    for index in document.entries.indices where document.entries[index].id == id {
      change(&document.entries[index])
    }
  }

  private static func extra(_ id: String, _ kind: ImportedEntry.Kind) -> ImportedEntry {
    ImportedEntry(id: id, kind: kind, parent: "P1", statement: "More.", rawText: "More.")
  }

  @Test func agrees() throws {
    let result = try filled { _ in }
    #expect(result.report.isExact)
    #expect(result.report.diagnostics.isEmpty, "\(result.report.diagnostics)")
    #expect(result.report.added == ["O1.NA.1", "O1.A.1", "O1.A.2"])
    #expect(result.report.levels.map(\.found) == [2])
    #expect(result.report.levels.map(\.expected) == [2])
    #expect(result.catalog.notes.isEmpty)
    #expect(result.catalog.version == "1")
  }

  /// What is changed, how the report tells it, and what stands in the message.
  struct Case: Sendable, CustomTestStringConvertible {
    let told: String
    let holds: String
    let change: @Sendable (inout ImportedDocument) -> Void

    init(
      _ told: String, _ holds: String,
      _ change: @escaping @Sendable (inout ImportedDocument) -> Void
    ) {
      self.told = told
      self.holds = holds
      self.change = change
    }

    var testDescription: String { "\(told): \(holds)" }
  }

  static let cases = [
    Case("warning import-title", "ships: Keep keys / read: Keep locks") {
      change("P1", { $0.title = "Keep locks" }, in: &$0)
    },
    Case("warning import-modality", "1.1 reads as recommended, and ships as required") {
      change("1.1", { $0.modality = .recommended }, in: &$0)
    },
    Case("warning import-digest", "the wording of 1 entry differs") {
      change("1.2", { $0.statement = "Else." }, in: &$0)
      change("1.2", { $0.rawText = "Else." }, in: &$0)
    },
    Case("warning import-unexpected", "has 1.9") { $0.entries.append(extra("1.9", .provision)) },
    Case("warning import-order", "1.1 stands out of order") { $0.entries.swapAt(2, 3) },
    Case("error import-repeated", "has 1.1 more than once") {
      $0.entries.insert($0.entries[2], at: 3)
    },
    Case("warning import-unplaced", "text after 1.1 belongs to no entry / line 7: Stray.") {
      $0.unplaced = [
        UnplacedText(
          text: "Stray.", position: "after 1.1", locator: Locator([.init("line", "7")]))
      ]
    },
    Case("note import-part", "the wording of 1.2 is a part of 1.1's text") {
      $0.entries.remove(at: 3)
      $0.partsOfOthers = ["1.2": "1.1"]
    },
    Case("warning import-indicators", "the column O1.A has 3 statements, not 2") {
      var indicator = $0.entries[8]
      indicator.id = "O1.A.3"
      $0.entries.insert(indicator, at: 9)
    },
    Case("warning import-not-aligned", "SL1.X is not filled: it has 3 bullets, and the catalog 2") {
      var measure = $0.entries[10]
      measure.id = "SL1.X.3"
      $0.entries.insert(measure, at: 11)
    },
    Case("warning import-not-aligned", "'Signed visitors' reads like SL1.X.2") {
      change("SL1.X.1", { $0.title = "Signed visitors" }, in: &$0)
      change("SL1.X.2", { $0.title = "Locked doors" }, in: &$0)
    },
    Case("warning import-not-aligned", "SL1.X is not filled: nobody knows") {
      $0.doubtfulSeries = ["SL1.X": "nobody knows"]
    },
    Case("warning import-stranger", "SL1.X.2 has no word of its title in the catalog") {
      change("SL1.X.2", { $0.statement = "Windows close." }, in: &$0)
    },
    Case("warning import-citation", "the heading of SL1.X.1 cites Keys / ships: Locks") {
      change("SL1.X.1", { $0.references = ["Locks", "Keys"] }, in: &$0)
    },
    Case("warning import-score", "the score of AV at OC2 reads as 4, and ships as 3") {
      change("AV", { $0.scores["OC2"] = 4 }, in: &$0)
    },
    Case("warning import-scores", "1 of 2 scores were not read") {
      change("AV", { $0.scores["OC1"] = nil }, in: &$0)
    },
    Case("warning import-edition", "is Small 0.9, another edition than 'small' / Older words.") {
      $0.otherEdition = ImportedDocument.Edition(name: "Small 0.9", note: "Older words.")
    },
    Case("warning import-missing", "lacks 1 of 16 entries / expected but not found: 1.2") {
      $0.entries.remove(at: 3)
    },
    Case("warning import-missing", "expected but not found: 1.2 / it was cut off") {
      $0.entries.remove(at: 3)
      $0.earlyEnd = "it was cut off"
    },
    Case("error import-bidi", "1.1 holds characters that turn") {
      change("1.1", { $0.rawText += "\u{202E}" }, in: &$0)
    },
    Case("error import-encoding", "the text of 1 entry was read with the wrong encoding") {
      change("1.1", { $0.rawText += " The labâ€™s." }, in: &$0)
    },
  ]

  @Test("is told, and is no exact match", arguments: cases)
  func isTold(_ one: Case) throws {
    let report = try filled(one.change).report
    #expect(!report.isExact)
    #expect(
      report.diagnostics.map { "\($0.severity.label) \($0.id)" } == [one.told],
      "\(report.diagnostics)")
    let text = report.diagnostics.map { ([$0.summary] + $0.hints).joined(separator: " / ") }
      .joined()
    for part in one.holds.split(separator: " / ") { #expect(text.contains(part), "\(text)") }
  }

  @Test("What ships stays where the document says other things; what does not ship comes in")
  func keepsWhatShips() throws {
    let result = try filled {
      Self.change("P1", { $0.title = "Keep locks" }, in: &$0)
      Self.change("AV", { $0.scores["OC2"] = 4 }, in: &$0)
      Self.change(
        "1.1",
        { entry in
          entry.modality = .recommended
          entry.roles = [.developer]
          entry.references = ["R1"]
          entry.notes = ["NOTE: one.", "NOTE: one."]
          entry.locator = Locator([.init("line", "12"), .init("document", "in/a.txt")])
        }, in: &$0)
    }
    func control(_ id: String) throws -> Control {
      try #require(result.catalog.controls.first { $0.id.rawValue == id })
    }
    #expect(try control("P1").title == "Keep keys")
    #expect(try control("AV").feasibility == ["OC1": 1, "OC2": 3])
    let clause = try control("1.1")
    #expect(clause.modality == .required)
    #expect(clause.appliesTo == [.developer])
    #expect(clause.references == ["R1"])
    #expect(clause.notes == ["NOTE: one."])
    // The message names the file as the user did, the catalog only its name.
    #expect(clause.locator.text == "line 12, document a.txt")
    let told = try #require(result.report.diagnostics.first { $0.id == "import-modality" })
    #expect(told.location == SourceLocation(file: "in/a.txt", line: 12))
  }

  @Test("Nothing is filled under a heading whose bullets cannot be told apart")
  func leavesMisaligned() throws {
    let result = try filled { $0.doubtfulSeries = ["SL1.X": "nobody knows"] }
    let filled = result.catalog.controls.filter { $0.id.rawValue.hasPrefix("SL1.X.") }
    #expect(filled.map(\.statement) == [nil, nil, "Or a guard."])
    #expect(result.report.notAligned == ["SL1.X.1", "SL1.X.2", "SL1.X.1a"])
    #expect(result.report.missing.isEmpty)
  }

  @Test("The catalog says of itself what it lacks, and whose words it has")
  func saysWhatItLacks() throws {
    let gaps = try filled { $0.entries.removeAll { ["1.1", "1.2"].contains($0.id) } }
    #expect(gaps.catalog.notes.count == 1)
    #expect(gaps.catalog.notes.first?.hasPrefix("Not complete: ") == true)
    #expect(gaps.catalog.notes.first?.hasSuffix("have no official text here: 1.1, 1.2.") == true)
    let older = try filled {
      $0.otherEdition = ImportedDocument.Edition(name: "Small 0.9", note: "Older words.")
    }
    #expect(older.catalog.version == "1, with the wording of Small 0.9")
    #expect(older.catalog.notes == ["The statements are those of Small 0.9. Older words."])
  }

  @Test("Every missing id is named, however many; text without a place up to a bound")
  func namesAll() throws {
    var catalog = Self.catalog()
    catalog.controls += (1...90).map { Self.control("9.\($0)") }
    var document = try Self.document()
    document.entries += (1...60).map { Self.extra("9.\($0)", .provision) }
    document.unplaced = (1...103).map {
      UnplacedText(text: "Stray \($0).", position: "after 9.1", locator: Locator())
    }
    let day = try #require(CalendarDate("2026-01-01"))
    let told = CatalogFill.fill(catalog, from: document, retrieved: day).report.diagnostics
    let missing = told.first { $0.id == "import-incomplete" }
    #expect(
      missing?.hints.first
        == "expected but not found: " + (61...90).map { "9.\($0)" }.joined(separator: ", "))
    #expect(told.count { $0.id == "import-unplaced" } == 101)
    #expect(told.contains { $0.summary == "and 3 more pieces of text belong to no entry" })
  }

  @Test("A principle without clauses takes none that stands twice; a part that is there is found")
  func takesClauses() throws {
    let result = try filled {
      $0.entries += ["2.1", "2.2", "2.2"].map {
        var clause = Self.extra($0, .provision)
        clause.parent = "P2"
        return clause
      }
      $0.partsOfOthers = ["1.2": "1.1"]
    }
    #expect(result.report.addedClauses == ["2.1"])
    #expect(result.report.repeated == ["2.2"])
    #expect(result.report.found.contains("1.2"))
    #expect(result.report.partsOfOthers.isEmpty)
  }

  @Test("Copies of one document in one command are told at once, with what to do")
  func tellsCopies() throws {
    let code = try SourceDocument.read(fileName: "a.txt", bytes: Array(CodeFixture.text.utf8))
    let other = CodeFixture.text.replacing("shall", with: "must")
    let copy = try SourceDocument.read(fileName: "b.txt", bytes: Array(other.utf8))
    let parts = try [code, copy].map { try ImporterRegistry.importer(for: $0).read($0) }
    let joined = try #require(ImportedDocument.joining(parts))
    let day = try #require(CalendarDate("2026-01-01"))
    let catalog = Catalog(id: "small", title: "Small", conformance: .coverage)
    let told = CatalogFill.fill(catalog, from: joined, retrieved: day).report.diagnostics
      .filter { $0.id == "import-repeated" }
    #expect(told.count == 1)
    #expect(told.first?.location?.file == "a.txt, b.txt")
    #expect(told.first?.hints.first?.hasPrefix("these: 1.1, ") == true, "\(told)")
  }
}

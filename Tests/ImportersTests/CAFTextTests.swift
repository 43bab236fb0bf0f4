import ControlModel
import Diagnostics
import Importers
import TestSupport
import Testing

@Suite("The Cyber Assessment Framework as texts that were made of its PDF or pages")
struct CAFTextTests {
  private func imported(_ text: String) throws -> ImportedDocument {
    let document = try SourceDocument.read(fileName: "caf.txt", bytes: Array(text.utf8))
    return try ImporterRegistry.importer(for: document).read(document)
  }

  private func told(_ imported: ImportedDocument) -> Set<String> {
    Set(
      imported.diagnostics.filter { $0.id == "import-columns" }.flatMap { diagnostic in
        diagnostic.summary.split(separator: " ").filter { $0.contains(".") }.map(String.init)
      })
  }

  @Test(
    "Each form of a random text: each statement is right or its column is told",
    arguments: CAFSetting.Form.allCases, CAFEdition.allCases)
  func readsForms(_ form: CAFSetting.Form, _ edition: CAFEdition) throws {
    for seed in UInt64(1)...2 {
      let words = CAFOwnWords(edition, seed: seed)
      var setting = CAFSetting(words, seed: seed &+ 99)
      let imported = try imported(setting.text(form))
      #expect(imported.catalog.rawValue == "ncsc-caf-\(edition.rawValue)")
      let expected = words.statements
      let told = told(imported)
      var found: Set<String> = []
      for entry in imported.entries {
        found.insert(entry.id)
        #expect(entry.statement == expected[entry.id], "\(form) \(seed) \(entry.id)")
      }
      let missing = expected.keys.filter { id in
        !found.contains(id)
          && !told.contains(id.split(separator: ".").dropLast().joined(separator: "."))
      }
      #expect(missing.isEmpty, "\(form) \(seed) \(missing.sorted().prefix(5))")
      #expect(told.count <= 9, "\(form) \(seed): \(told.sorted())")
      #expect(imported.unplaced.isEmpty, "\(form) \(seed)")
    }
  }

  @Test("The fixture's words have the measures of the edition")
  func wordsMeasure() {
    for edition in CAFEdition.allCases {
      for entry in CAFOwnWords(edition, seed: 5).entries where !entry.columns.isEmpty {
        let measures = entry.columns.map { $0.map { CAFMeasure(of: $0) } }
        #expect(measures == edition.statementMeasures(of: entry.id), "\(entry.id)")
        #expect(
          measures.map(\.count) == edition.indicatorCounts(of: entry.id), "\(entry.id)")
      }
    }
  }

  @Test("Lines of two columns in one: nothing is taken, and the message names a way")
  func refusesMixedLines() throws {
    let words = CAFOwnWords(.v40, seed: 2)
    var setting = CAFSetting(words, seed: 2)
    let folded = setting.text(.grid).split(separator: "\n", omittingEmptySubsequences: false)
      .map { FoldedText.fold($0) }.joined(separator: "\n")
    do {
      _ = try imported(folded)
      Issue.record("was taken")
    } catch let refusal as Refusal {
      #expect(refusal.diagnostics.first?.id == "import-columns")
      #expect(refusal.diagnostics.first?.hints.last?.contains("pdftotext -layout") == true)
    }
  }

  @Test("A word too many in a column: that column is told, and the others are read")
  func tellsStrangeWord() throws {
    let words = CAFOwnWords(.v40, seed: 3)
    let first = words.entries.first { $0.id == "B1.a" }?.columns[0][0] ?? ""
    let start = first.split(separator: " ").prefix(2).joined(separator: " ")
    for form in [CAFSetting.Form.grid, .columns, .rows, .bars] {
      var setting = CAFSetting(words, seed: 3)
      let text = setting.text(form).replacing(start, with: start + " 25")
      let imported = try imported(text)
      #expect(told(imported).contains("B1.a.NA"), "\(form)")
      #expect(!imported.entries.contains { $0.id == "B1.a.NA.1" }, "\(form)")
      #expect(imported.entry("B1.b.A.1")?.statement == words.statements["B1.b.A.1"], "\(form)")
    }
  }

  @Test("As many statements as the edition has, parted in another place, are told")
  func tellsOtherLetters() throws {
    let words = CAFOwnWords(.v40, seed: 6)
    var setting = CAFSetting(words, seed: 6)
    let text = setting.text(.html)
    let whole = try imported(text)
    #expect(!whole.diagnostics.contains { $0.id == "import-wording" })
    let statements = words.entries.first { $0.id == "A1.a" }?.columns[0] ?? []
    let end = try #require(statements[0].lastIndex(of: " "))
    let parted = try imported(
      text.replacing(statements[0], with: statements[0][..<end])
        .replacing(statements[1], with: statements[0][end...].dropFirst() + " " + statements[1]))
    #expect(parted.entries.map(\.id) == whole.entries.map(\.id))
    let note = try #require(parted.diagnostics.first { $0.id == "import-wording" })
    #expect(note.summary.hasPrefix("2 texts have other letters"))
    #expect(note.summary.hasSuffix(": A1.a.NA.1, A1.a.NA.2"))
  }

  @Test("Lines of another table before an outcome's text do not become its text")
  func tellsStrangeParagraph() throws {
    let words = CAFOwnWords(.v40, seed: 4)
    let text = words.entries.first { $0.id == "A1.b" }?.text ?? ""
    let start = PrintedLines.wrapped(text, 90)[0]
    var setting = CAFSetting(words, seed: 4)
    let imported = try imported(
      setting.text(.columns).replacing(start, with: "Lost words of another place.\n\n" + start))
    #expect(imported.entry("A1.b")?.statement == text)
    #expect(imported.unplaced.map(\.text) == ["Lost words of another place."])
  }

  @Test("Hostile texts end in time, read or refused")
  func endsHostileTexts() throws {
    let head = "Cyber Assessment Framework 4.0\nA1.a Board Direction\n\n"
    let heads = "Not achieved            Achieved\n"
    let wide =
      "Not achieved   Partially achieved" + String(repeating: " ", count: 900) + "Achieved\n"
    let row = String(repeating: "a ", count: 990) + "\n"
    let texts = [
      // Lines that might be parted anywhere: where columns begin differs from line to line.
      head + heads + "\nA1.b Roles and Responsibilities\n\n" + wide
        + (1...200).map { row + String(repeating: " ", count: 15 + 2 * $0) + "b\n" }.joined(),
      head + heads
        + String(repeating: "Aa bb  " + String(repeating: "c  ", count: 600) + "\n", count: 150),
      "+---+---+\n|a|b|\n" + String(repeating: "+---+---+\n", count: 20_000),
      "+---+---+\n|a|b|\n+-+-+\n" + String(repeating: "+---+---+\n| | |\n", count: 10_000),
      "# CAF 4.0\n### A1.a Board\n"
        + String(repeating: String(repeating: "<table\n", count: 4_900) + "</table>\n", count: 5),
      head + heads + String(repeating: "A b c                   D e f\n", count: 4_000),
      head + heads
        + String(repeating: "Aa bb cc dd ee ff gg hh ii jj kk ll mm nn\n", count: 3_000),
      head + "Not achieved\nAchieved\n" + String(repeating: "A\n", count: 4_000),
      head + heads + String(repeating: "a ", count: 50_000),
      head + String(repeating: heads, count: 4_000),
      String(repeating: head + heads + "One.     Two.\n", count: 500),
      "# CAF 4.0\n### A1.a Board\n" + String(repeating: "+---+---+\n|a|b|\n", count: 3_000),
      "# CAF 4.0\n### A1.a Board\n" + String(repeating: "---- ----\n", count: 4_000),
      "# CAF 4.0\n### A1.a Board\n" + String(repeating: "<table>\n", count: 4_000),
      "# CAF 4.0\n### A1.a Board\n|Not achieved|Achieved|\n|-|-|\n"
        + "|" + String(repeating: "a<br>", count: 13_000) + "|\n",
    ]
    for text in texts {
      let document = try? SourceDocument.read(fileName: "caf", bytes: Array(text.utf8))
      guard let document else { continue }
      for importer in ImporterRegistry.all where importer.recognises(document) {
        _ = try? importer.read(document)
      }
    }
  }
}

import ControlModel
import Diagnostics
import Digests
import Importers
import TestSupport
import Testing

@Suite("Lines that have lost their order get it back where digests prove it")
struct TornTextTests {
  private static let principle = "1.4"

  /// Lines of points, in words of no meaning; lines may be equal, and end in hyphens.
  private static func points(_ random: inout SplitMix64) -> [[String]] {
    (0..<Int.random(in: 1...6, using: &random)).map { point in
      (0..<Int.random(in: 1...4, using: &random)).map { line in
        let words = (0..<Int.random(in: 1...9, using: &random)).map { _ in
          String(
            "abcdefghij".shuffled(using: &random).prefix(Int.random(in: 1...7, using: &random)))
        }
        let end = ["", "", "", ",", ".", "-", "/"].randomElement(using: &random) ?? ""
        return (line == 0 ? "P\(point % 3)x" : "q") + " " + words.joined(separator: " ") + end
      }
    }
  }

  /// The lines as `pdftotext` writes them: first lines of the first points with their bullets, then
  /// the other lines of all points, with the other bullets anywhere before them.
  private static func torn(
    _ points: [[String]], _ random: inout SplitMix64
  ) -> [TornText.Line] {
    let early = Int.random(in: 1...points.count, using: &random)
    var lines = points.prefix(early).map { (text: $0[0], hasBullet: true) }
    for (place, point) in points.enumerated() {
      for line in point.dropFirst(place < early ? 1 : 0) {
        lines.append((text: line, hasBullet: Int.random(in: 0..<10, using: &random) == 0))
      }
    }
    return lines.enumerated().map { index, line in
      TornText.Line(
        text: line.text, hasBullet: line.hasBullet,
        locator: Locator([Locator.Part("line", String(index + 1))]))
    }
  }

  /// As readers of paragraphs join lines.
  private static func joined(_ lines: [String]) -> String {
    lines.dropFirst().reduce(lines.first ?? "") { text, line in
      let isClosed = text.hasSuffix("/") && text.dropLast().last != " "
      let isParted = text.hasSuffix("-") && text.dropLast().last?.isLetter == true
      return text + (isClosed || isParted ? "" : " ") + line
    }
  }

  private static func document(_ torn: TornText, entries: [ImportedEntry]) throws
    -> ImportedDocument
  {
    let source = try SourceDocument.read(fileName: "text", bytes: Array("x".utf8))
    var document = ImportedDocument(of: source, by: MLPrinciplesImporter())
    document.entries = entries
    document.torn = [torn]
    return document
  }

  private static func fill(_ document: ImportedDocument, _ digests: [String: String]) throws
    -> FilledCatalog
  {
    var catalog = Catalog(
      id: "ncsc-ml-principles-2.0", title: "T", conformance: .coverage)
    catalog.controls = digests.keys.sorted().map { id in
      var control = Control(
        id: ControlID(id), idIsSynthetic: true, parent: principle, kind: .requirement,
        category: "goal")
      control.statementSHA256 = digests[id] ?? ""
      return control
    }
    return CatalogFill.fill(
      catalog, from: document, retrieved: try #require(CalendarDate("2026-01-01")))
  }

  @Test("Points with an id each, of random lists", arguments: UInt64(0)..<200)
  func provesPoints(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let points = Self.points(&random)
    let ids = points.indices.map { "\(Self.principle).g\($0 + 1)" }
    let document = try Self.document(
      TornText(ids: ids, kind: .goal, lines: Self.torn(points, &random)), entries: [])
    let texts = points.map(Self.joined)
    let digests = Dictionary(uniqueKeysWithValues: zip(ids, texts.map { SHA256.hex(of: $0) }))
    let filled = try Self.fill(document, digests)
    #expect(filled.catalog.controls.map(\.statement) == texts)
    #expect(filled.report.document.entries.map(\.id) == ids)
    #expect(filled.report.document.torn.isEmpty)
    #expect(filled.report.missing.isEmpty && filled.report.unexpected.isEmpty)

    // One point in other words: of the others each is found, or named with it; none is wrong.
    let other = Int.random(in: points.indices, using: &random)
    let rest = try Self.fill(
      document, digests.merging([ids[other]: SHA256.hex(of: "other")]) { $1 })
    var missing: [String] = []
    for (id, (control, text)) in zip(ids, zip(rest.catalog.controls, texts)) {
      if control.statement == nil { missing.append(id) }
      #expect(control.statement == nil || control.statement == text)
    }
    #expect(missing.contains(ids[other]))
    #expect(rest.report.document.torn.map(\.ids) == [missing])
    #expect(rest.report.missing == missing)
    #expect(!rest.report.isExact)
    let told = rest.report.diagnostics.first { $0.id == "import-torn" }
    #expect(told?.summary.contains(ids[other]) == true)
    #expect((told?.location?.line ?? 0) > 0)
  }

  @Test("The text of one entry with a list in it", arguments: UInt64(0)..<100)
  func provesWhole(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let points = Array(Self.points(&random).prefix(4))
    let before = ["It may help", "to look at:"]
    let after = (0..<Int.random(in: 0...9, using: &random)).map { "Then comes \($0)" }
    func lines(_ texts: [String]) -> [TornText.Line] {
      texts.map { TornText.Line(text: $0, hasBullet: false, locator: Locator()) }
    }
    let id = "\(Self.principle).m1"
    let torn = TornText(
      ids: [id], kind: .measure,
      lines: lines(before) + Self.torn(points, &random) + lines(after))
    let entry = ImportedEntry(id: id, kind: .measure, parent: Self.principle, title: "T")
    let document = try Self.document(torn, entries: [entry])
    let text = Self.joined(before + points.flatMap(\.self) + after)
    let filled = try Self.fill(document, [id: SHA256.hex(of: text)])
    #expect(filled.catalog.controls.first?.statement == text)
    #expect(filled.report.document.torn.isEmpty)

    let rest = try Self.fill(document, [id: SHA256.hex(of: text + ".")])
    #expect(rest.catalog.controls.first?.statement == nil)
    #expect(rest.report.document.torn == [torn])
    #expect(!rest.report.isExact)
  }

  @Test("Without a digest nothing is proven")
  func needsDigest() throws {
    let torn = TornText(
      ids: ["1.4.g1"], kind: .goal,
      lines: [TornText.Line(text: "A.", hasBullet: true, locator: Locator())])
    let filled = try Self.fill(try Self.document(torn, entries: []), ["1.4.g1": ""])
    #expect(filled.catalog.controls.first?.statement == nil)
    #expect(filled.report.document.torn == [torn])
  }

  @Test(
    "Work is bounded, however many lines there are and however often they may be passed over",
    arguments: [(250, 400), (250, 1), (100_000, 1)])
  func boundsWork(lines: Int, texts: Int) throws {
    let list = (0..<lines).map {
      TornText.Line(text: "line \($0) -", hasBullet: true, locator: Locator())
    }
    var document = try Self.document(
      TornText(ids: ["1.4.g1"], kind: .goal, lines: list), entries: [])
    document.torn = Array(repeating: document.torn[0], count: texts)
    let filled = try Self.fill(document, ["1.4.g1": SHA256.hex(of: "none of these")])
    #expect(filled.report.document.torn.count == texts)
  }
}

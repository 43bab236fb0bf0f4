import ControlModel
import TestSupport
import Testing

/// The shipped catalogs against the facts that were read from the documents.
@Suite(
  .enabled(
    if: PackageFiles.hasShared("facts/rand.json"), "needs the facts files in ../shared/facts"))
struct CatalogFactTests {
  static let library = ShippedLibrary.current

  private func catalog(_ id: CatalogID) throws -> Catalog {
    try #require(Self.library.catalog(id))
  }

  private func facts(_ name: String) throws -> JSON {
    try JSON(try #require(PackageFiles.shared("facts/\(name).json")))
  }

  private func document(_ id: String, of facts: JSON) throws -> JSON {
    try #require(facts["documents"].items.first { $0["id"].text == id })
  }

  /// What a fact and a control have to agree on.
  private struct Entry: Hashable {
    let id: String
    var title = ""
    var detail = ""
  }

  private func expectEqual(_ shipped: [Entry], _ facts: [Entry], _ what: String) {
    let (left, right) = (Set(shipped), Set(facts))
    #expect(left == right, "\(what): \(left.symmetricDifference(right).sorted { $0.id < $1.id })")
    #expect(shipped.count == facts.count, "\(what)")
  }

  @Test func measuresOfSecurityLevels() throws {
    let catalog = try catalog("rand-model-weights-2024")
    let levels = try facts("rand")["security_levels"].items
    let measures = levels.flatMap { level in
      level["measures"].items.filter { $0["verified"].isTrue && !$0["aggregate"].isTrue }
        .filter { $0["category"].text != "Implementation of Previous Security Levels" }
        .map { Entry(id: $0["id"].text, title: $0["title"].text, detail: level["id"].text) }
    }
    #expect(measures.count == 164)
    expectEqual(
      catalog.controls.filter { $0.kind == .requirement }
        .map { Entry(id: $0.id.rawValue, title: $0.title, detail: $0.level) }, measures, "measures")
    // Each stands under its own category and subcategory.
    let titles = Dictionary(uniqueKeysWithValues: catalog.groups.map { ($0.id.rawValue, $0) })
    for measure in levels.flatMap({ $0["measures"].items }) {
      let control = try #require(
        catalog.controls.first { $0.id.rawValue == measure["id"].text })
      guard control.kind == .requirement else { continue }
      let group = try #require(titles[control.parent])
      let category = group.parent.flatMap { titles[$0.rawValue] } ?? group
      #expect(category.title == measure["category"].text, "\(control.id)")
      let subcategory = measure["subcategory"].text
      if group.parent != nil { #expect(group.title == subcategory, "\(control.id)") }
    }
  }

  @Test func attackVectorsAndScores() throws {
    let catalog = try catalog("rand-model-weights-2024")
    let facts = try facts("rand")
    let vectors = catalog.controls.filter { $0.kind == .threat }
    let categories = facts["attack_vector_categories"].items
    #expect(categories.count == 9)
    expectEqual(
      vectors.map { Entry(id: $0.id.rawValue, title: $0.title, detail: $0.parent) },
      categories.flatMap { category in
        category["vectors"].items.map {
          Entry(id: $0["id"].text, title: $0["title"].text, detail: category["id"].text)
        }
      }, "vectors")
    let scores = facts["feasibility"]["scores"].items
    #expect(scores.count == 38)
    var compared = 0
    for (vector, row) in zip(vectors, scores) {
      #expect(vector.title == row["title"].text)
      #expect(vector.rapidlyChanging == row["asterisk_may_change_rapidly"].isTrue, "\(vector.id)")
      #expect(
        vector.relevantLevel == "SL\(row["derived_lowest_relevant_SL"].count ?? 0)", "\(vector.id)")
      for capacity in catalog.capacities {
        #expect(vector.feasibility[capacity.id] == row[capacity.id].count, "\(vector.id)")
        compared += 1
      }
    }
    #expect(compared == 190)
  }

  @Test(arguments: [
    ("dsit-ai-cop-2025" as CatalogID, "dsit-ai-cop-2025"),
    ("etsi-en-304-223-2.1.1", "etsi-en-304-223-v2.1.1"),
  ])
  func provisions(_ id: CatalogID, _ name: String) throws {
    let catalog = try catalog(id)
    let sections = try document(name, of: try facts("dsit"))["sections"].items
    let principles = sections.flatMap { $0["principles"].items }
    expectEqual(
      catalog.controls.filter { $0.kind == .principle }
        .map { Entry(id: $0.id.rawValue, title: $0.title) },
      principles.map { Entry(id: $0["id"].text, title: $0["title"].text) }, "principles")
    func provisions(_ item: JSON) -> [JSON] {
      item["provisions"].items + item["provisions"].items.flatMap(provisions)
    }
    let facts = principles.flatMap(provisions).filter { $0["verified"].isTrue }
    #expect(facts.count == 72)
    // Four digests of the facts are of a text with a footnote's digit in it.
    let withFootnote = Set(facts.filter { $0["footnote_marker"] != .null }.map { $0["id"].text })
    #expect(withFootnote.count == (id == "dsit-ai-cop-2025" ? 4 : 0))
    expectEqual(
      catalog.controls.filter { $0.kind == .requirement }.map {
        Entry(
          id: $0.id.rawValue, title: $0.modality?.rawValue ?? "",
          detail: withFootnote.contains($0.id.rawValue) ? "" : $0.statementSHA256)
      },
      facts.map {
        Entry(
          id: $0["id"].text, title: $0["modality"].text,
          detail: $0["footnote_marker"] == .null ? $0["text_sha256"].text : "")
      }, "provisions")
    // A nested provision lies in the one that it belongs to.
    for fact in facts where !fact["parent"].text.isEmpty {
      let control = catalog.controls.first { $0.id.rawValue == fact["id"].text }
      #expect(control?.parent == fact["parent"].text)
    }
  }

  @Test func roleLinesOfThePrinciples() throws {
    let catalog = try catalog("dsit-ai-cop-2025")
    let sections = try document("dsit-ai-cop-2025", of: try facts("dsit"))["sections"].items
    let roles: [String: Role] = [
      "Developers": .developer, "System Operators": .systemOperator,
      "Data Custodians": .dataCustodian, "End-users": .endUser, "End Users": .endUser,
    ]
    for principle in sections.flatMap({ $0["principles"].items }) {
      let control = try #require(
        catalog.controls.first { $0.id.rawValue == principle["id"].text })
      let expected = principle["applies_to"].items.compactMap { roles[$0.text] }
      #expect(expected.count == principle["applies_to"].items.count, "\(principle["applies_to"])")
      #expect(Set(control.appliesTo) == Set(expected), "\(control.id)")
    }
  }

  /// Of the draft only the titles are known.
  @Test func draftStatesNothingUnverified() throws {
    let catalog = try catalog("dsit-ai-cop-draft-2024")
    let sections = try document("dsit-ai-cop-draft-2024", of: try facts("dsit"))["sections"].items
    let principles = sections.flatMap { $0["principles"].items }
    expectEqual(
      catalog.controls.map { Entry(id: $0.id.rawValue, title: $0.title) },
      principles.map { Entry(id: $0["id"].text, title: $0["title"].text) }, "principles")
    for control in catalog.controls {
      #expect(control.appliesTo.isEmpty && control.references.isEmpty && control.modality == nil)
    }
  }

  @Test func guidelinesAndStatements() throws {
    let sections = try document("ncsc-secure-ai-2023", of: try facts("ncsc"))["sections"].items
    let items = sections.flatMap { $0["items"].items }
    func statements(_ item: JSON) -> [JSON] {
      item["statements"].items + item["statements"].items.flatMap(statements)
    }
    let catalog = try catalog("ncsc-secure-ai-2023")
    expectEqual(
      catalog.controls.filter { $0.kind == .principle }
        .map { Entry(id: $0.id.rawValue, title: $0.title) },
      items.map { Entry(id: $0["id"].text, title: $0["title"].text) }, "guidelines")
    expectEqual(
      catalog.controls.filter { $0.kind == .requirement }.map { Entry(id: $0.id.rawValue) },
      items.flatMap(statements).map { Entry(id: $0["id"].text) }, "statements")
  }

  @Test func goalsAndMeasures() throws {
    let sections = try document("ncsc-ml-principles-2.0", of: try facts("ncsc"))["sections"].items
    let items = sections.flatMap { $0["items"].items }
    let catalog = try catalog("ncsc-ml-principles-2.0")
    expectEqual(
      catalog.controls.filter { $0.kind == .principle }
        .map { Entry(id: $0.id.rawValue, title: $0.title) },
      items.map { Entry(id: $0["id"].text, title: $0["title"].text) }, "principles")
    expectEqual(
      catalog.controls.filter { $0.kind == .requirement }
        .map { Entry(id: $0.id.rawValue, detail: $0.category) },
      items.flatMap { item in
        item["goals"].items.map { Entry(id: $0["id"].text, detail: "goal") }
          + item["measures"].items.map { Entry(id: $0["id"].text, detail: "measure") }
      }, "goals and measures")
  }

  @Test(arguments: ["ncsc-caf-3.2", "ncsc-caf-4.0"] as [CatalogID])
  func outcomesAndTheirIndicators(_ id: CatalogID) throws {
    let sections = try document(id.rawValue, of: try facts("ncsc"))["sections"].items
    let catalog = try catalog(id)
    func count(_ counts: [Int?]) -> String { counts.map { "\($0 ?? -1)" }.joined(separator: "/") }
    expectEqual(
      catalog.controls.filter { $0.kind == .requirement }.map {
        Entry(
          id: $0.id.rawValue, title: $0.title,
          detail: count([
            $0.indicators?.notAchieved, $0.indicators?.partiallyAchieved, $0.indicators?.achieved,
          ]))
      },
      sections.flatMap { $0["items"].items }.map {
        let counts = $0["igp_counts"]
        return Entry(
          id: $0["id"].text, title: $0["title"].text,
          detail: count([counts["NA"].count, counts["PA"].count, counts["A"].count]))
      }, "outcomes")
  }

  /// Nothing that the facts flag as unverified stands in a catalog.
  @Test func nothingUnverifiedIsShipped() throws {
    let shipped = [
      ("rand", nil, "rand-model-weights-2024"),
      ("dsit", "dsit-ai-cop-2025", "dsit-ai-cop-2025"),
      ("dsit", "etsi-en-304-223-v2.1.1", "etsi-en-304-223-2.1.1"),
      ("ncsc", "ncsc-secure-ai-2023", "ncsc-secure-ai-2023"),
      ("ncsc", "ncsc-ml-principles-2.0", "ncsc-ml-principles-2.0"),
      ("ncsc", "ncsc-caf-4.0", "ncsc-caf-4.0"), ("ncsc", "ncsc-caf-3.2", "ncsc-caf-3.2"),
    ]
    for (file, document, id) in shipped {
      let facts = try facts(file)
      let root = try document.map { try self.document($0, of: facts) } ?? facts
      let controls = Set(try catalog(CatalogID(id)).controls.map(\.id.rawValue))
      var unverified: [String] = []
      func walk(_ value: JSON) {
        if value["verified"] == .bool(false), controls.contains(value["id"].text) {
          unverified.append(value["id"].text)
        }
        for item in value.items { walk(item) }
        for member in value.members.values { walk(member) }
      }
      walk(root)
      #expect(unverified == [], "\(id)")
    }
  }

  @Test func codeAndEuropeanNormCorrespond() throws {
    let rows = try facts("dsit")["correspondence"]["code_to_etsi"].items
    let set = try #require(
      Self.library.sets.values.first {
        $0.source.id == "dsit-ai-cop-2025" && $0.target.id == "etsi-en-304-223-2.1.1"
      })
    let pairs = set.pairs.filter { !$0.source.hasPrefix("P") }
    #expect(pairs.count == 72)
    expectEqual(
      pairs.map { Entry(id: $0.source, title: $0.target.rawValue, detail: $0.relation.rawValue) },
      rows.map {
        Entry(
          id: $0["code"].text, title: $0["etsi_en_304_223"].text,
          detail: $0["wording"].text == "same" ? "equal" : "equivalent")
      }, "pairs")
    #expect(pairs.count { $0.relation == .equivalent } == 5)
  }
}

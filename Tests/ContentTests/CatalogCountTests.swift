import ControlModel
import TestSupport
import Testing

/// What the shipped catalogs hold, in numbers that the documents themselves give.
@Suite struct CatalogCountTests {
  static let library = ShippedLibrary.current

  private func catalog(_ id: CatalogID) throws -> Catalog {
    try #require(Self.library.catalog(id))
  }

  @Test func everythingCanBeRead() {
    #expect(Self.library.problems == [])
    #expect(Self.library.catalogs.count == 9)
    #expect(Self.library.practices != nil)
    #expect(Self.library.sets.count >= 9)
  }

  @Test func fileNamesAreIDs() {
    for (name, catalog) in Self.library.catalogs { #expect(name == "\(catalog.id).yaml") }
    for (name, set) in Self.library.sets { #expect(name == "\(set.id).yaml") }
  }

  @Test func guidelinesForSecureAI() throws {
    let catalog = try catalog("ncsc-secure-ai-2023")
    #expect(catalog.conformance == .coverage)
    #expect(catalog.groups.count == 4)
    #expect(catalog.count("guideline") == 17)
    #expect(catalog.count(.requirement) == 79)
    #expect(catalog.count("bullet-level-1") == 12)
    #expect(catalog.count("bullet-level-2") == 12)
  }

  @Test func machineLearningPrinciples() throws {
    let catalog = try catalog("ncsc-ml-principles-2.0")
    #expect(catalog.conformance == .coverage)
    #expect(catalog.groups.count == 5)
    #expect(catalog.count(.principle) == 15)
    #expect(catalog.count("goal") == 55)
    #expect(catalog.count("measure") == 40)
    #expect(catalog.count(.requirement) == 95)
  }

  @Test(arguments: ["dsit-ai-cop-2025", "etsi-en-304-223-2.1.1"] as [CatalogID])
  func codeOfPractice(_ id: CatalogID) throws {
    let catalog = try catalog(id)
    #expect(catalog.conformance == .modality)
    #expect(catalog.groups.count == 5)
    #expect(catalog.count(.principle) == 13)
    let provisions = catalog.controls.filter { $0.kind == .requirement }
    #expect(provisions.count == 72)
    #expect(provisions.count { $0.modality == .required } == 49)
    #expect(provisions.count { $0.modality == .recommended } == 23)
    let principles = Set(catalog.controls.filter { $0.kind == .principle }.map(\.id.rawValue))
    #expect(provisions.count { principles.contains($0.parent) } == 51)
    #expect(provisions.count { !principles.contains($0.parent) } == 21)
  }

  @Test func draftCode() throws {
    let catalog = try catalog("dsit-ai-cop-draft-2024")
    #expect(catalog.status == .superseded)
    #expect(catalog.supersededBy == "dsit-ai-cop-2025")
    #expect(catalog.count(.principle) == 12)
    #expect(catalog.controls.count == 12)
    #expect(!catalog.notes.isEmpty)
  }

  @Test func securityLevels() throws {
    let catalog = try catalog("rand-model-weights-2024")
    #expect(catalog.conformance == .levels)
    #expect(catalog.levels.map(\.id) == ["SL1", "SL2", "SL3", "SL4", "SL5"])
    #expect(catalog.capacities.map(\.id) == ["OC1", "OC2", "OC3", "OC4", "OC5"])
    #expect(catalog.levels.map(\.adversary) == catalog.capacities.map(\.id))
    #expect(catalog.groups.count { $0.kind == "category" } == 10)
    #expect(catalog.groups.count { $0.kind == "subcategory" } == 23)
    #expect(catalog.groups.count { $0.kind == "vector-category" } == 9)
    let measures = catalog.controls.filter { $0.kind == .requirement }
    #expect(measures.count == 164)
    #expect(
      catalog.levels.map { level in measures.count { $0.level == level.id } }
        == [26, 40, 40, 41, 17])
    let vectors = catalog.controls.filter { $0.kind == .threat }
    #expect(vectors.count == 38)
    #expect(vectors.map(\.feasibility.count).reduce(0, +) == 190)
    #expect(vectors.allSatisfy { $0.feasibility.values.allSatisfy((1...5).contains) })
    // Every id is ours: the report prints none.
    #expect(catalog.controls.filter { !$0.idIsSynthetic }.isEmpty)
  }

  /// Higher capacities can do whatever lower ones can.
  @Test func feasibilityGrowsWithTheCapacity() throws {
    let catalog = try catalog("rand-model-weights-2024")
    for vector in catalog.controls where vector.kind == .threat {
      let scores = catalog.capacities.compactMap { vector.feasibility[$0.id] }
      #expect(scores == scores.sorted(), "\(vector.id)")
      let first = scores.firstIndex { $0 > 1 }.map { catalog.levels[$0].id }
      #expect(vector.relevantLevel == first, "\(vector.id)")
    }
  }

  @Test func cyberAssessmentFramework() throws {
    let catalog = try catalog("ncsc-caf-4.0")
    #expect(catalog.conformance == .outcomes)
    #expect(catalog.groups.count == 4)
    #expect(catalog.count(.principle) == 14)
    let outcomes = catalog.controls.filter { $0.kind == .requirement }
    #expect(outcomes.count == 41)
    let counts = outcomes.compactMap(\.indicators)
    #expect(counts.count == 41)
    #expect(counts.map(\.notAchieved).reduce(0, +) == 184)
    #expect(counts.map(\.partiallyAchieved).reduce(0, +) == 148)
    #expect(counts.map(\.achieved).reduce(0, +) == 225)
    #expect(counts.count { $0.partiallyAchieved == 0 } == 9)
  }

  @Test func cyberAssessmentFrameworkBefore() throws {
    let catalog = try catalog("ncsc-caf-3.2")
    #expect(catalog.conformance == .outcomes)
    #expect(catalog.status == .superseded)
    #expect(catalog.supersededBy == "ncsc-caf-4.0")
    #expect(!catalog.isScoredUnasked)
    #expect(catalog.groups.count == 4)
    #expect(catalog.count(.principle) == 14)
    let outcomes = catalog.controls.filter { $0.kind == .requirement }
    #expect(outcomes.count == 39)
    let counts = outcomes.compactMap(\.indicators)
    #expect(counts.count == 39)
    #expect(counts.map(\.notAchieved).reduce(0, +) == 154)
    #expect(counts.map(\.partiallyAchieved).reduce(0, +) == 111)
    #expect(counts.map(\.achieved).reduce(0, +) == 184)
    #expect(counts.count { $0.partiallyAchieved == 0 } == 11)
  }

  @Test func cybersecurityFramework() throws {
    let catalog = try catalog("nist-csf-1.1")
    #expect(catalog.status == .superseded)
    #expect(!catalog.isScoredUnasked)
    #expect(catalog.groups.map(\.id) == ["ID", "PR", "DE", "RS", "RC"])
    #expect(catalog.count(.principle) == 23)
    let subcategories = catalog.controls.filter { $0.kind == .requirement }
    #expect(
      catalog.groups.map { group in
        subcategories.count { $0.id.rawValue.hasPrefix("\(group.id).") }
      } == [29, 39, 18, 16, 6])
    // `PR.AC-1`, `PR.AC-2` … under `PR.AC`, without gaps.
    for category in catalog.controls where category.kind == .principle {
      let members = subcategories.filter { $0.parent == category.id.rawValue }
      #expect(
        members.map(\.id.rawValue) == members.indices.map { "\(category.id)-\($0 + 1)" })
    }
  }

  @Test func everyControlSaysWhereItStands() {
    for catalog in Self.library.catalogs.values {
      for control in catalog.controls {
        #expect(!control.locator.parts.isEmpty, "\(catalog.id) \(control.id)")
        #expect(!control.heading.isEmpty, "\(catalog.id) \(control.id)")
      }
    }
  }

  /// The publishers' own words come with the user's own copy only.
  @Test func noStatementIsShipped() {
    for catalog in Self.library.catalogs.values {
      #expect(catalog.controls.allSatisfy { $0.statement == nil }, "\(catalog.id)")
      #expect(!catalog.attribution.isEmpty && !catalog.licence.isEmpty, "\(catalog.id)")
    }
  }
}

extension Catalog {
  func count(_ kind: Control.Kind) -> Int { controls.count { $0.kind == kind } }
  func count(_ category: String) -> Int { controls.count { $0.category == category } }
}

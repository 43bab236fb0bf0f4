import ControlModel
import TestSupport
import Testing

/// The shipped pairs between catalogs: each says no more than its source does.
@Suite struct CrosswalkTests {
  static let library = ShippedLibrary.current

  private func set(_ id: MappingSetID) throws -> MappingSet {
    try #require(Self.library.sets.values.first { $0.id == id })
  }

  private func catalog(_ id: CatalogID) throws -> Catalog {
    try #require(Self.library.catalog(id))
  }

  /// The pairs are the tags that stand as references in the catalog, one for each.
  @Test func reportTagsItsMeasuresWithCategoriesOfNIST() throws {
    let set = try set("rand-model-weights-2024-to-nist-csf-1.1")
    #expect(set.provenance.basis == .official)
    let tags = try catalog("rand-model-weights-2024").controls.flatMap { control in
      control.references.compactMap { reference -> String? in
        let parts = reference.split(separator: ": ")
        return parts.first == "NIST CSF 1.1" ? "\(control.id) \(parts[1])" : nil
      }
    }
    #expect(tags.count == 164)
    #expect(set.pairs.map { "\($0.source) \($0.target)" } == tags)
    // The report only tags: nobody has said how much of a category a measure is.
    #expect(set.pairs.allSatisfy { $0.relation == .subset && !$0.isShareKnown })
    let categories = try catalog("nist-csf-1.1").controls.filter { $0.kind == .principle }
    #expect(Set(set.pairs.map(\.target)).isSubset(of: categories.map(\.id)))
  }

  @Test func editionsOfTheCyberAssessmentFramework() throws {
    let set = try set("ncsc-caf-3.2-to-ncsc-caf-4.0")
    let before = try catalog("ncsc-caf-3.2").controls.filter { $0.kind == .requirement }
    let after = try catalog("ncsc-caf-4.0").controls.filter { $0.kind == .requirement }
    let old = Dictionary(uniqueKeysWithValues: before.map { ($0.id.rawValue, $0) })
    let new = Dictionary(uniqueKeysWithValues: after.map { ($0.id, $0) })
    #expect(set.pairs.count == 35)
    #expect(Set(set.pairs.map(\.source)).count == 35)
    for pair in set.pairs {
      let (from, to) = (try #require(old[pair.source]), try #require(new[pair.target]))
      // By code, but for the one whose code moved, by title.
      #expect(from.id == to.id || from.title == to.title, "\(pair.source)")
      if pair.relation == .equal || pair.relation == .equivalent {
        #expect(from.title == to.title && from.indicators == to.indicators, "\(pair.source)")
      }
      if pair.relation == .subset { #expect(from.title == to.title, "\(pair.source)") }
    }
    let unreached = Set(new.keys).subtracting(set.pairs.map(\.target)).map(\.rawValue).sorted()
    #expect(unreached == ["A2.b", "A4.b", "C1.d", "C1.e", "C1.f", "C2.a"])
    let left = Set(old.keys).subtracting(set.pairs.map(\.source)).sorted()
    #expect(left == ["C1.d", "C1.e", "C2.a", "C2.b"])
  }
}

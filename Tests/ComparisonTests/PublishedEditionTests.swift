import Comparison
import ControlModel
import NativeFormats
import TestSupport
import Testing

/// The comparison against what others found of real editions.
@Suite struct PublishedEditionTests {
  private func shipped(_ old: CatalogID, _ new: CatalogID) throws -> EditionDifference {
    let library = ShippedLibrary.current
    return EditionDifference(
      from: try #require(library.catalog(old)), to: try #require(library.catalog(new)))
  }

  private func crosswalk(_ old: String, _ new: String) throws -> [MappingPair] {
    let set = ShippedLibrary.current.sets.values.first {
      $0.source.id == old && $0.target.id == new
    }
    return try #require(set).pairs.filter { $0.relation != .none }
  }

  /// Every number of the Code changes on the way to the European standard.
  @Test func everyProvisionOfTheCodeIsFoundInTheStandard() throws {
    let difference = try shipped("dsit-ai-cop-2025", "etsi-en-304-223-2.1.1")
    let expected = try crosswalk("dsit-ai-cop-2025", "etsi-en-304-223-2.1.1")
    #expect(expected.count == 72)
    let found = Dictionary(
      uniqueKeysWithValues: difference.counterparts.map { ($0.old.id.rawValue, $0) })
    for pair in expected {
      #expect(found[pair.source]?.new.id == pair.target, "\(pair.source)")
      #expect(found[pair.source]?.confidence == .sure, "\(pair.source)")
    }
    #expect(difference.added.isEmpty && difference.removed.isEmpty)
  }

  /// Of the draft only titles are known: eleven are found, and the principle that was replaced is
  /// not passed off as the same.
  @Test func thePrinciplesOfTheDraftAreFound() throws {
    let difference = try shipped("dsit-ai-cop-draft-2024", "dsit-ai-cop-2025")
    let expected = try crosswalk("dsit-ai-cop-draft-2024", "dsit-ai-cop-2025")
    let targets = Dictionary(expected.map { ($0.source, $0.target) }) { first, _ in first }
    #expect(difference.counterparts.count == 11)
    for pair in difference.counterparts { #expect(targets[pair.old.id.rawValue] == pair.new.id) }
    #expect(difference.removed.map(\.control.id) == ["P4"])
    #expect(difference.removed.first?.idIsReused == true)
    #expect(difference.counterparts.allSatisfy { $0.basis == .title })
  }

  // MARK: ISO 27001, where its tables are

  private static let folder = "ciso-assistant"

  /// What an edition's table holds: a heading each, and a text where there is one.
  private func table(_ name: String) throws -> Catalog {
    let bytes = try #require(PackageFiles.shared("\(Self.folder)/\(name).yaml"))
    let file = try YAMLEditing(bytes, file: name)
    guard
      case .sequence(let nodes)? = file.value(at: ["objects", "framework", "requirement_nodes"])
    else { return Catalog(id: "none", title: "", conformance: .coverage) }
    let controls = nodes.map { node in
      let fields = Self.fields(node)
      return Control(
        id: ControlID(fields["urn"] ?? ""), parent: fields["parent_urn"] ?? "",
        kind: fields["assessable"] == "true" ? .requirement : .principle,
        title: fields["name"] ?? "", statement: fields["description"])
    }
    return Catalog(id: CatalogID(name), title: name, conformance: .coverage, controls: controls)
  }

  private static func fields(_ value: YAMLValue) -> [String: String] {
    var fields: [String: String] = [:]
    guard case .mapping(let entries) = value else { return fields }
    for entry in entries {
      if case .text(let text) = entry.value { fields[entry.key] = text }
    }
    return fields
  }

  /// No pair that is called sure is another than in the published mapping.
  @Test(
    .enabled(
      if: PackageFiles.hasShared("ciso-assistant/iso27001-2013.yaml"),
      "the folder '../shared' with published tables is not here"))
  func sureMeansSure() throws {
    let bytes = try #require(
      PackageFiles.shared("\(Self.folder)/mapping-iso27001-2013-to-iso27001-2022.yaml"))
    let file = try YAMLEditing(bytes, file: "mapping")
    let places: [YAMLPath] = [
      ["objects", "requirement_mapping_set", "requirement_mappings"],
      ["objects", "requirement_mapping_sets", 0, "requirement_mappings"],
    ]
    guard case .sequence(let rows)? = places.compactMap(file.value).first else {
      Issue.record("another shape")
      return
    }
    var oracle: [String: Set<String>] = [:]
    for row in rows.map(Self.fields) {
      oracle[row["source_requirement_urn"] ?? "", default: []]
        .insert(row["target_requirement_urn"] ?? "")
    }
    let difference = EditionDifference(
      from: try table("iso27001-2013"), to: try table("iso27001-2022"))
    let known = difference.counterparts.filter { oracle[$0.old.id.rawValue] != nil }
    func isRight(_ pair: Counterpart) -> Bool {
      oracle[pair.old.id.rawValue]?.contains(pair.new.id.rawValue) == true
    }
    let sure = known.filter { $0.confidence == .sure }
    #expect(sure.allSatisfy(isRight), "\(sure.filter { !isRight($0) }.map(\.old.title))")
    #expect(sure.count >= 40, "\(sure.count)")
    #expect(known.count(where: isRight) >= 80, "\(known.count(where: isRight))")
    #expect(known.count { !isRight($0) } <= 2)
  }
}

internal import ControlModel
internal import Diagnostics

/// Turns a mapping set of a library into ours.
///
/// A row of which something is wrong that the format defines (no relation, no ends) stops the
/// import. A row whose ends are not in catalogs that are there, or that contradicts another, is
/// left out and reported.
struct MappingSetReading {
  let library: LibraryFields
  let fields: LibraryFields
  let known: [KnownCatalog]
  private(set) var sink = DiagnosticSink()
  private(set) var leftOut = LeftOut()
  private(set) var rows: [Row] = []
  private var looked = 0

  /// A row that can be read.
  struct Row {
    let number: Int
    let source: LibraryURN
    let target: LibraryURN
    let relation: Relation
    let fields: LibraryFields
  }

  private static let keys: Set<String> = [
    "urn", "ref_id", "name", "description", "source_framework_urn", "target_framework_urn",
    "requirement_mappings", "translations", "annotation",
  ]
  private static let rowKeys: Set<String> = [
    "source_requirement_urn", "target_requirement_urn", "relationship", "rationale", "annotation",
    "strength_of_relationship", "strength",
  ]
  /// The words of the format, and those of IR 8477 for the same.
  private static let relations: [String: Relation] = [
    "equal": .equal, "equivalent": .equivalent, "superset": .superset, "subset": .subset,
    "intersect": .intersects, "intersects": .intersects, "not_related": .none, "none": .none,
  ]

  init(_ fields: LibraryFields, of library: LibraryFields, known: [KnownCatalog]) {
    self.fields = fields
    self.library = library
    self.known = known
  }

  /// The framework at one side: as the set says, else as its rows do.
  private func framework(_ side: String) -> LibraryURN {
    let said = fields.text("\(side)_framework_urn")
    if !said.isEmpty { return LibraryURN(said) }
    let row = fields.items("requirement_mappings").first
    let node = LibraryURN(row?.text("\(side)_requirement_urn") ?? "")
    return LibraryURN("urn:\(node.packager):risk:framework:\(node.family)")
  }

  mutating func mappingSet() -> MappingSet {
    let ends = (framework("source"), framework("target"))
    readRows()
    let source = end(ends.0)
    let target = end(ends.1)
    var pairs: [MappingPair] = []
    for row in withoutDoubles() {
      guard let from = id(of: row.source, at: ends.0, row),
        let to = id(of: row.target, at: ends.1, row)
      else { continue }
      pairs.append(pair(row, from, to))
    }
    if rows.isEmpty, !sink.hasErrors {
      sink.error(
        "library-empty", "the mapping set has no pairs", at: fields.location,
        hints: ["is the file complete?"])
    }
    for (key, number) in fields.others(besides: Self.keys) {
      leftOut.add("mapping set \(key)", number)
    }
    leftOut.add("translations", fields.count("translations"))
    let name = fields.text("name")
    return MappingSet(
      id: MappingSetID("\(source.id)-to-\(target.id)"),
      title: name.isEmpty ? "\(source.id) to \(target.id)" : name, status: "imported",
      source: source, target: target, provenance: provenance, pairs: pairs,
      origin: Origin(location: fields.location))
  }

  private var provenance: Provenance {
    let provider = library.text("provider")
    let packager = library.text("packager")
    let makers = [provider, packager.isEmpty ? "" : "packaged by \(packager)"]
    return Provenance(
      by: makers.filter { !$0.isEmpty }.joined(separator: ", "),
      date: library.text("publication_date"), basis: .thirdParty,
      note: "From the CISO Assistant library \(library.text("urn")), revision "
        + "\(library.text("version")), which does not say how the pairs were found or who "
        + "reviewed them.")
  }

  private mutating func end(_ framework: LibraryURN) -> MappingSet.Endpoint {
    let id = LibraryURN.catalogID(of: framework, besides: known)
    let catalog = known.first { $0.urn == framework }
    if catalog == nil {
      sink.warning(
        "absent-catalog", "the framework '\(framework.text)' is not imported",
        at: fields.location,
        hints: [
          "its ids stand as the URNs have them, in lower case, and cannot be checked",
          "import its library together with this one, or before it",
        ])
    }
    return MappingSet.Endpoint(.catalog, id: id, version: catalog?.version ?? "")
  }

  private mutating func readRows() {
    for location in fields.strangers("requirement_mappings") {
      sink.warning(
        "library-row", "an item of 'requirement_mappings' is no row, and is left out",
        at: location)
    }
    for (index, row) in fields.items("requirement_mappings").enumerated() {
      let number = index + 1
      let ends = ["source", "target"].map { side in
        LibraryURN(row.text("\(side)_requirement_urn"))
      }
      for (side, end) in zip(["source", "target"], ends) where end.text.isEmpty {
        sink.error(
          "library-row", "row \(number) has no '\(side)_requirement_urn'", at: row.location)
      }
      let word = row.text("relationship").lowercased()
      let relation = Self.relations[word.replacing("-", with: "_").replacing(" ", with: "_")]
      if relation == nil {
        sink.error(
          "library-relation",
          word.isEmpty
            ? "row \(number) has no 'relationship'"
            : "row \(number): '\(word)' is no relation",
          at: row.location(of: "relationship"),
          hints: NearestMatch.hints(word, in: Self.relations.keys.sorted())
            + ["it is one of: equal, superset, subset, intersect, not_related"])
      }
      for (key, number) in row.others(besides: Self.rowKeys) { leftOut.add("row \(key)", number) }
      guard let relation, ends.allSatisfy({ !$0.text.isEmpty }) else { continue }
      rows.append(
        Row(number: number, source: ends[0], target: ends[1], relation: relation, fields: row))
    }
  }

  /// Each pair once; where two rows contradict each other, neither is taken.
  private mutating func withoutDoubles() -> [Row] {
    let groups = Dictionary(grouping: rows) { [$0.source, $0.target] }
    return rows.filter { row in
      guard let group = groups[[row.source, row.target]], group.count > 1 else { return true }
      let others = group.prefix(5).map { "\($0.number)" }.joined(separator: ", ")
      if Set(group.map(\.relation)).count > 1 {
        sink.warning(
          "library-contradiction",
          "row \(row.number): rows \(others) say different things of one pair; none is taken",
          at: row.fields.location)
        return false
      }
      guard row.number != group.first?.number else { return true }
      sink.warning(
        "library-double", "row \(row.number) says the same as row \(group[0].number)",
        at: row.fields.location)
      return false
    }
  }

  /// The id of the control that a row names; nil when its framework is there without it.
  private mutating func id(
    of node: LibraryURN, at framework: LibraryURN, _ row: Row
  ) -> String? {
    guard let catalog = known.first(where: { $0.urn == framework }) else {
      return RequirementIDs.identifier(node.tail.isEmpty ? node.text : node.tail)
    }
    if let id = catalog.nodes[node] { return id }
    let hints = nearest(node, in: catalog) + ["the row is left out"]
    sink.warning(
      "library-dangling", "row \(row.number): \(catalog.id) has no node '\(node.text)'",
      at: row.fields.location,
      hints: hints)
    return nil
  }

  /// What was probably meant; only for the first rows, since looking takes time.
  private mutating func nearest(_ node: LibraryURN, in catalog: KnownCatalog) -> [String] {
    looked += 1
    guard looked <= 20 else { return [] }
    return NearestMatch.hints(node.text, in: catalog.nodes.keys.map(\.text).sorted())
  }

  private func pair(_ row: Row, _ source: String, _ target: String) -> MappingPair {
    var reasons = ["rationale", "annotation"].map(row.fields.text).filter { !$0.isEmpty }
    let strength = ["strength_of_relationship", "strength"].map(row.fields.text)
      .first { !$0.isEmpty }
    if let strength { reasons.append("strength of relationship \(strength)") }
    let hasShare = row.relation.meetsWhole || row.relation == .none
    return MappingPair(
      source: source, target: ControlID(target), relation: row.relation,
      share: hasShare ? 1 : nil,
      rationale: reasons.isEmpty ? "the library gives no reason" : reasons.joined(separator: "; "),
      origin: Origin(location: row.fields.location))
  }
}

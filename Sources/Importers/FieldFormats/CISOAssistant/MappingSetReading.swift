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
  private var told = 0
  /// Rows with a dangling end that are told together.
  private var untold: [Row] = []

  /// A row that can be read.
  struct Row {
    let number: Int
    let source: LibraryURN
    let target: LibraryURN
    let relation: Relation
    /// What the library says of it: why, and how strong.
    var reasons: [String]
    let fields: LibraryFields
  }

  private static let keys: Set<String> = [
    "urn", "ref_id", "name", "description", "source_framework_urn", "target_framework_urn",
    "requirement_mappings", "translations", "annotation",
  ]
  private static let rowKeys: Set<String> = [
    "source_requirement_urn", "target_requirement_urn", "relationship", "rationale", "annotation",
    "strength_of_relationship", "strength", "stregth_of_relationship",
  ]
  /// The last is how some published libraries spell it.
  private static let strengthKeys = [
    "strength_of_relationship", "strength", "stregth_of_relationship",
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
    let apart = DistinctRows(rows)
    sink.add(contentsOf: apart.sink)
    for row in apart.rows {
      guard let from = id(of: row.source, at: ends.0, row),
        let to = id(of: row.target, at: ends.1, row)
      else { continue }
      pairs.append(pair(row, from, to))
    }
    reportUntold()
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
        Row(
          number: number, source: ends[0], target: ends[1], relation: relation,
          reasons: Self.reasons(row), fields: row))
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
    report(dangling: node, in: catalog, row)
    return nil
  }

  /// The first ones with what was probably meant, since looking takes time; the others in one.
  private mutating func report(
    dangling node: LibraryURN, in catalog: KnownCatalog, _ row: Row
  ) {
    guard told < 20 else {
      untold.append(row)
      return
    }
    told += 1
    sink.warning(
      "library-dangling", "row \(row.number): \(catalog.id) has no node '\(node.text)'",
      at: row.fields.location,
      hints: NearestMatch.hints(node.text, in: catalog.nodes.keys.map(\.text).sorted())
        + ["the row is left out"])
  }

  private mutating func reportUntold() {
    guard let first = untold.first else { return }
    let numbers =
      untold.prefix(100).map { "\($0.number)" }.joined(separator: ", ")
      + (untold.count > 100 ? " and \(untold.count - 100) more" : "")
    sink.warning(
      "library-dangling",
      "\(untold.count) more rows name nodes that the catalogs do not have: \(numbers)",
      at: first.fields.location, hints: ["these rows are left out too"])
  }

  private static func reasons(_ row: LibraryFields) -> [String] {
    var reasons = ["rationale", "annotation"].map(row.text).filter { !$0.isEmpty }
    if let strength = strengthKeys.map(row.text).first(where: { !$0.isEmpty }) {
      reasons.append("strength of relationship \(strength)")
    }
    return reasons
  }

  private func pair(_ row: Row, _ source: String, _ target: String) -> MappingPair {
    let hasShare = row.relation.meetsWhole || row.relation == .none
    return MappingPair(
      source: source, target: ControlID(target), relation: row.relation,
      share: hasShare ? 1 : nil,
      rationale: row.reasons.isEmpty
        ? "the library gives no reason" : row.reasons.joined(separator: "; "),
      origin: Origin(location: row.fields.location))
  }
}

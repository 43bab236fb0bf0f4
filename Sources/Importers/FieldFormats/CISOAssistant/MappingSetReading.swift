internal import ControlModel
internal import Diagnostics

/// Turns a mapping set of a library into ours.
///
/// A row without a relation or an end, one whose ends are not in catalogs that are there, and one
/// that contradicts another is left out and reported; a set of which no row can be read is refused.
struct MappingSetReading {
  let library: LibraryFields
  let fields: LibraryFields
  let known: [KnownCatalog]
  /// The nodes of the frameworks at its ends that are there.
  private var nodes: [LibraryURN: KnownNodes] = [:]
  private(set) var sink = DiagnosticSink()
  private(set) var leftOut = LeftOut()
  private(set) var rows: [Row] = []
  private var told = 0
  /// Rows with a dangling end that are told together.
  private var untold: [Row] = []
  /// The numbers of rows whose ends are written in another way than the catalog has them.
  private var respelled: [Int] = []

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
  /// The words of the format, and those of IR 8477 and OSCAL for the same.
  private static let relations: [String: Relation] = [
    "equal": .equal, "equals": .equal, "equal_to": .equal, "identical": .equal,
    "equivalent": .equivalent, "equivalent_to": .equivalent, "superset": .superset,
    "superset_of": .superset, "subset": .subset, "subset_of": .subset, "intersect": .intersects,
    "intersects": .intersects, "intersects_with": .intersects, "intersection": .intersects,
    "not_related": .none, "none": .none, "no_relation": .none, "no_relationship": .none,
    "unrelated": .none,
  ]

  init(_ fields: LibraryFields, of library: LibraryFields, known: [KnownCatalog]) {
    self.fields = fields
    self.library = library
    self.known = known
  }

  /// The framework at one side: as the set says, else as its rows do; nothing if neither does.
  private func framework(_ side: String) -> LibraryURN {
    let said = fields.text("\(side)_framework_urn")
    if !said.isEmpty { return LibraryURN(said) }
    let row = fields.items("requirement_mappings").first
    let node = LibraryURN(row?.text("\(side)_requirement_urn") ?? "")
    guard !node.family.isEmpty else { return LibraryURN("") }
    return LibraryURN("urn:\(node.packager):risk:framework:\(node.family)")
  }

  mutating func mappingSet() -> MappingSet {
    let ends = (framework("source"), framework("target"))
    for end in [ends.0, ends.1] {
      nodes[end] = LibraryURN.catalog(of: end, among: known)?.nodes()
    }
    readRows()
    let source = end("source", ends.0)
    let target = end("target", ends.1)
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
    reportRespelled()
    if rows.isEmpty {
      sink.error(
        "library-empty", "the mapping set has no pairs", at: fields.location,
        hints: [
          fields.count("requirement_mappings") == 0
            ? "is the file complete?" : "none of its rows can be read"
        ])
    }
    for (key, number) in fields.others(besides: Self.keys) {
      leftOut.add("mapping set \(key)", number)
    }
    leftOut.add("translations", fields.count("translations"))
    let name = fields.text("name")
    return MappingSet(
      id: MappingSetID(RequirementIDs.identifier("\(source.id)-to-\(target.id)")),
      title: name.isEmpty ? "\(source.id) to \(target.id)" : name, status: "imported",
      source: source, target: target, provenance: provenance, pairs: pairs,
      origin: Origin(location: fields.location))
  }

  private var provenance: Provenance {
    let provider = library.text("provider")
    let packager = library.text("packager")
    let makers = [provider, packager.isEmpty ? "" : "packaged by \(packager)"]
    let said = [fields.text("description"), fields.text("annotation"), library.text("description")]
    var notes = [
      "From the CISO Assistant library \(library.text("urn")), revision "
        + "\(library.text("version")), whose format has no place for how the pairs were found or "
        + "who reviewed them."
    ]
    for text in said where !text.isEmpty && !notes.contains(text) { notes.append(text) }
    return Provenance(
      by: makers.filter { !$0.isEmpty }.joined(separator: ", "),
      date: library.text("publication_date"), basis: .thirdParty,
      note: notes.joined(separator: " "))
  }

  private mutating func end(_ side: String, _ framework: LibraryURN) -> MappingSet.Endpoint {
    let id = LibraryURN.catalogID(of: framework, besides: known)
    let catalog = LibraryURN.catalog(of: framework, among: known)
    if framework.text.isEmpty {
      sink.error(
        "library-ends", "the mapping set does not say which framework its \(side) is",
        at: fields.location, hints: ["expected the URN of one as '\(side)_framework_urn'"])
    } else if catalog == nil {
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
        sink.warning(
          "library-row", "row \(number) has no '\(side)_requirement_urn', and is left out",
          at: row.location)
      }
      let relation = relation(of: row, number)
      for (key, number) in row.others(besides: Self.rowKeys) { leftOut.add("row \(key)", number) }
      guard let relation, ends.allSatisfy({ !$0.text.isEmpty }) else { continue }
      rows.append(
        Row(
          number: number, source: ends[0], target: ends[1], relation: relation,
          reasons: Self.reasons(row), fields: row))
    }
  }

  private mutating func relation(of row: LibraryFields, _ number: Int) -> Relation? {
    let word = row.text("relationship").lowercased()
    if let relation = Self.relations[word.replacing("-", with: "_").replacing(" ", with: "_")] {
      return relation
    }
    sink.warning(
      "library-relation",
      word.isEmpty
        ? "row \(number) has no 'relationship', and is left out"
        : "row \(number): '\(word)' is no relation, and the row is left out",
      at: row.location(of: "relationship"),
      hints: NearestMatch.hints(word, in: Self.relations.keys.sorted())
        + ["it is one of: equal, superset, subset, intersect, not_related"])
    return nil
  }

  /// The id of the control that a row names; nil when its framework is there without it.
  private mutating func id(
    of node: LibraryURN, at framework: LibraryURN, _ row: Row
  ) -> String? {
    guard let nodes = nodes[framework] else {
      return RequirementIDs.identifier(node.tail.isEmpty ? node.text : node.tail)
    }
    if let (id, isRespelled) = nodes.find(node) {
      if isRespelled { respelled.append(row.number) }
      return id
    }
    report(dangling: node, in: framework, nodes, row)
    return nil
  }

  /// The first ones with what was probably meant, since looking takes time; the others in one.
  private mutating func report(
    dangling node: LibraryURN, in framework: LibraryURN, _ nodes: KnownNodes, _ row: Row
  ) {
    guard told < 20 else {
      untold.append(row)
      return
    }
    told += 1
    let catalog = LibraryURN.catalogID(of: framework, besides: known)
    sink.warning(
      "library-dangling", "row \(row.number): \(catalog) has no node '\(node.text)'",
      at: row.fields.location,
      hints: NearestMatch.hints(node.text, in: nodes.ids.keys.map(\.text).sorted())
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

  private mutating func reportRespelled() {
    let numbers = Set(respelled).sorted()
    guard !numbers.isEmpty else { return }
    let more = numbers.count > 10 ? " and \(numbers.count - 10) more" : ""
    sink.add(
      Diagnostic(
        .note, id: "library-spelling",
        "\(numbers.count) \(numbers.count == 1 ? "row writes a" : "rows write") "
          + "\(numbers.count == 1 ? "URN" : "URNs") as older converters do (a '/' where the catalog "
          + "has '_'): row \(numbers.prefix(10).map(String.init).joined(separator: ", "))\(more)",
        at: fields.location))
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

internal import ControlModel
internal import Diagnostics
internal import Digests
internal import YAMLEvents

/// Turns a framework of a library into a catalog.
struct FrameworkReading {
  let library: LibraryFields
  let framework: LibraryFields
  let file: String
  let catalogID: String
  let source: Catalog.Source
  /// Whether it is the only file of its command.
  let isAlone: Bool
  private(set) var sink = DiagnosticSink()
  private(set) var leftOut = LeftOut()

  private static let keys: Set<String> = [
    "urn", "ref_id", "name", "description", "translations", "implementation_groups_definition",
    "min_score", "max_score", "scores_definition", "locale", "annotation", "provider", "version",
  ]
  /// Where nodes stand. The oldest libraries keep headings and requirements apart.
  private static let lists: [(key: String, place: RequirementNode.Place)] = [
    ("requirement_nodes", .nodes), ("requirement_groups", .groups),
    ("requirements", .requirements),
  ]

  init(
    _ framework: LibraryFields, of library: LibraryFields, file: String, catalogID: String,
    source: Catalog.Source, isAlone: Bool
  ) {
    self.framework = framework
    self.library = library
    self.file = file
    self.catalogID = catalogID
    self.source = source
    self.isAlone = isAlone
  }

  mutating func catalog() -> Catalog {
    let nodes = nodes()
    let ids = RequirementIDs(nodes)
    let parents = parents(of: nodes)
    let names = RelatedNames(LibraryFields(library.node("objects"), languages: library.languages))
    let controls = nodes.map { control($0, ids, parents, names) }
    leftOut.add(
      FrameworkLeftOut.of(framework, nodes, besides: Self.keys.union(Self.lists.map(\.key))))
    let own = Self.ownLanguage(library, framework)
    if let problem = TranslationCheck.problem(of: framework, nodes, in: own, isAlone: isAlone) {
      sink.add(problem)
    }
    let name = framework.text("name").isEmpty ? library.text("name") : framework.text("name")
    let reference = framework.text("ref_id")
    return Catalog(
      id: CatalogID(catalogID),
      title: !name.isEmpty ? name : !reference.isEmpty ? reference : catalogID,
      publisher: said("provider"), version: version,
      language: Self.language(library, framework),
      licence: library.text("copyright"), conformance: .coverage, source: source,
      caveat: "Structure and texts are those of a library packaged by \(packager), and were not "
        + "compared with the publisher's document.",
      notes: notes, controls: controls)
  }

  /// The language of a framework's texts: the one that was asked for, if it has that, or else that of
  /// the library.
  static func language(_ library: LibraryFields, _ framework: LibraryFields) -> String {
    let own = ownLanguage(library, framework)
    guard let asked = library.language, !asked.isMeant(by: own),
      LibraryTranslations.has(asked, in: .mapping(framework.mapping))
    else { return own }
    return asked.code
  }

  private static func ownLanguage(_ library: LibraryFields, _ framework: LibraryFields) -> String {
    [library, framework].map { $0.text("locale") }.first { !$0.isEmpty } ?? "en"
  }

  /// What the library says, or else (in old ones) the framework.
  private func said(_ key: String) -> String {
    [library, framework].map { $0.text(key) }.first { !$0.isEmpty } ?? ""
  }

  private var packager: String {
    let named = library.text("packager")
    return named.isEmpty ? LibraryURN(framework.text("urn")).packager : named
  }

  /// The revision of the library: what edition of the standard it is, the library does not say
  /// apart from its name.
  private var version: String {
    let version = library.text("version")
    return version.isEmpty ? "" : "library \(version)"
  }

  private var notes: [String] {
    var notes: [String] = []
    let date = library.text("publication_date")
    let revision = [version.isEmpty ? "library" : version, date].filter { !$0.isEmpty }
    notes.append(
      "Made from the CISO Assistant library \(library.text("urn")) "
        + "(\(revision.joined(separator: " of ")), packaged by \(packager)).")
    for fields in [framework, library] {
      let description = fields.lines("description")
      if !description.isEmpty, !notes.contains(description) { notes.append(description) }
    }
    let annotation = framework.lines("annotation")
    if !annotation.isEmpty { notes.append(annotation) }
    let edition = framework.text("version")
    if !edition.isEmpty { notes.append("Version of the framework: \(edition)") }
    let scores = ["min_score", "max_score"].map(framework.text)
    if scores.contains(where: { !$0.isEmpty }) {
      let range = zip(scores, ["0", "100"]).map { $0.isEmpty ? $1 : $0 }
      notes.append("Scores in the library: \(range[0]) to \(range[1])")
    }
    let needed = library.texts("dependencies")
    if !needed.isEmpty { notes.append("Depends on: \(needed.joined(separator: ", "))") }
    let labels = library.texts("labels")
    if !labels.isEmpty { notes.append("Labels: \(labels.joined(separator: ", "))") }
    notes += ScoreScales(framework).notes
    let groups = framework.items("implementation_groups_definition").map { group in
      "\(group.text("ref_id")): \(group.text("name")) \(group.text("description"))"
        + (group.flag("default_selected") ? " (selected by default)" : "")
    }
    if !groups.isEmpty {
      notes.append("Implementation groups: \(groups.map(FoldedText.fold).joined(separator: "; "))")
    }
    return notes
  }

  /// The nodes that have a name of their own; every other one is reported.
  private mutating func nodes() -> [RequirementNode] {
    var seen: [LibraryURN: Int] = [:]
    var nodes: [RequirementNode] = []
    let listed = Self.lists.flatMap { list in
      framework.items(list.key).map { RequirementNode($0, in: list.place) }
    }
    let printed = Set(listed.map(\.printed))
    for var node in listed {
      guard !node.printed.text.isEmpty else {
        sink.error(
          "library-node", "a requirement node has no 'urn'", at: node.fields.location,
          hints: ["each node of a library needs one; nothing was read"])
        continue
      }
      let number = seen[node.printed, default: 0] + 1
      seen[node.printed] = number
      if number > 1 {
        sink.warning(
          "library-double-urn", "the urn '\(node.printed.text)' stands twice; both nodes are kept",
          at: node.fields.location(of: "urn"),
          hints: ["what lies in it, and mappings, go to the first one"])
        node.setApart(number, besides: printed)
      }
      nodes.append(node)
    }
    for list in Self.lists {
      for location in framework.strangers(list.key) {
        sink.warning(
          "library-node", "an item of '\(list.key)' is no node, and is left out", at: location,
          hints: ["a node is a mapping with a 'urn'"])
      }
    }
    if nodes.isEmpty, !sink.hasErrors {
      sink.error(
        "library-empty", "the framework has no requirement nodes", at: framework.location,
        hints: ["is the file complete?"])
    }
    return nodes
  }

  /// The parent of each node: what it names, else the last node before it that is higher up.
  private mutating func parents(of nodes: [RequirementNode]) -> [LibraryURN: LibraryURN] {
    let known = URNLookup(nodes.map(\.urn))
    let top = LibraryURN(framework.text("urn"))
    var parents: [LibraryURN: LibraryURN] = [:]
    var last: [(depth: Int, urn: LibraryURN)] = []
    var byDepth = 0
    for node in nodes {
      if let parent = node.parent.flatMap(known.find), parent != node.urn {
        parents[node.urn] = parent
      } else if node.parent == nil || node.parent != top {
        if let parent = node.parent {
          sink.warning(
            "library-parent",
            parent == node.urn
              ? "'\(node.urn.text)' lies within itself"
              : "'\(node.urn.text)' lies in '\(parent.text)', which is not there",
            at: node.fields.location(of: "parent_urn"),
            hints: ["it is put below the node before it that is higher up, if there is one"])
        }
        if let depth = node.depth, let above = last.last(where: { $0.depth < depth }) {
          parents[node.urn] = above.urn
          byDepth += 1
        }
      }
      if let depth = node.depth {
        // What was deeper has come to its end.
        while let open = last.last, open.depth >= depth { last.removeLast() }
        last.append((depth, node.urn))
      }
    }
    if byDepth > 0 {
      sink.add(
        Diagnostic(
          .note, id: "library-depth",
          "\(byDepth) \(byDepth == 1 ? "node was" : "nodes were") put in place by depth",
          at: framework.location(of: "requirement_nodes")))
    }
    cutCircles(nodes, &parents)
    return parents
  }

  /// A circle has no place in the catalog: its first node goes to the top, and the others with it.
  private mutating func cutCircles(
    _ nodes: [RequirementNode], _ parents: inout [LibraryURN: LibraryURN]
  ) {
    let order = Dictionary(
      zip(nodes.map(\.urn), nodes.indices), uniquingKeysWith: { first, _ in first })
    var done: Set<LibraryURN> = []
    for node in nodes {
      var path: [LibraryURN] = []
      var seen: Set<LibraryURN> = []
      var current: LibraryURN? = node.urn
      while let urn = current, !done.contains(urn) {
        guard seen.insert(urn).inserted else {
          let circle = path.drop { $0 != urn }
          let first = circle.compactMap { order[$0] }.min().map { nodes[$0] } ?? node
          parents[first.urn] = nil
          sink.warning(
            "library-circle", "'\(first.urn.text)' lies within itself, and is put at the top",
            at: first.fields.location(of: "parent_urn"), hints: ["give it another 'parent_urn'"])
          break
        }
        path.append(urn)
        current = parents[urn]
      }
      done.formUnion(path)
    }
  }

  private func control(
    _ node: RequirementNode, _ ids: RequirementIDs, _ parents: [LibraryURN: LibraryURN],
    _ names: RelatedNames
  ) -> Control {
    let description = node.fields.lines("description")
    var locator = Locator()
    if !node.reference.isEmpty { locator.parts.append(.init("clause", node.reference)) }
    locator.parts.append(.init("anchor", node.printed.text))
    return Control(
      id: ControlID(ids.byURN[node.urn] ?? node.urn.text),
      idIsSynthetic: ids.synthetic.contains(node.urn),
      parent: parents[node.urn].flatMap { ids.byURN[$0] } ?? "",
      kind: node.isAssessable ? .requirement : .principle, title: node.title,
      statement: description.isEmpty ? nil : description,
      statementSHA256: description.isEmpty
        ? "" : SHA256.hex(of: FoldedText.foldSpaces(description)),
      related: node.related, notes: node.notes(names), locator: locator,
      origin: Origin(location: node.fields.location))
  }
}

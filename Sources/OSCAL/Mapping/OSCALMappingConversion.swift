public import ControlModel
public import Diagnostics

/// Makes mapping sets of the unified model out of a mapping collection of OSCAL.
///
/// The publisher's shares are kept (`coverage`); where he gives none, the share stays open.
public struct OSCALMappingConversion {
  /// One set for each mapping of the collection.
  public private(set) var sets: [MappingSet] = []
  /// What is wrong, by line; what it concerns is left out.
  public private(set) var diagnostics: [Diagnostic] = []
  /// Maps that were read.
  public private(set) var maps = 0
  /// Names of controls that the catalogs do not have.
  private var unknown = 0

  private let file: String
  private let catalogs: [String: OSCALCatalog]
  private let collection: OSCALMappingCollection

  /// Converts a collection.
  ///
  /// - Parameters:
  ///   - collection: the collection.
  ///   - id: the id of the set; nil: one made of the title.
  ///   - catalogs: the catalogs that it joins, as far as they are at hand, by the reference that
  ///     it uses for them.
  ///   - file: the file's name, for messages.
  public init(
    _ collection: OSCALMappingCollection, id: String?, catalogs: [String: OSCALCatalog],
    file: String
  ) {
    self.collection = collection
    self.catalogs = catalogs
    self.file = file
    let base = id ?? OSCALCatalogName.id(title: collection.metadata.title.plainText)
    for (number, mapping) in collection.mappings.enumerated() {
      let name = collection.mappings.count == 1 ? base : "\(base)-\(number + 1)"
      sets.append(set(mapping, id: name))
    }
  }

  // MARK: Sets

  private mutating func set(_ mapping: OSCALMapping, id: String) -> MappingSet {
    let source = endpoint(mapping.sourceResource)
    let target = endpoint(mapping.targetResource)
    var pairs: [MappingPair] = []
    var seen: [PairKey: (relation: Relation, map: Int)] = [:]
    let sourceIDs = catalogs[mapping.sourceResource.href].map(Self.ids)
    let targetIDs = catalogs[mapping.targetResource.href].map(Self.ids)
    for map in mapping.maps {
      maps += 1
      for pair in self.pairs(map) {
        let isKnown = [
          check(pair.source, in: sourceIDs, of: source.id, map),
          check(pair.target.rawValue, in: targetIDs, of: target.id, map),
        ]
        guard isKnown.allSatisfy(\.self) else { continue }
        if let first = seen[pair.key] {
          let isSame = first.relation == pair.relation
          report(
            .warning, "mapping-twice",
            "pairs \(pair.source) with \(pair.target) once more"
              + (isSame
                ? ""
                : ", as '\(pair.relation.rawValue)': '\(first.relation.rawValue)' of map "
                  + "\(first.map) is kept"),
            map)
          continue
        }
        seen[pair.key] = (pair.relation, maps)
        pairs.append(pair)
      }
    }
    reportLosses(mapping)
    if pairs.isEmpty, let first = mapping.maps.first {
      report(.error, "mapping-empty", "none of the \(mapping.maps.count) maps gives a pair", first)
    }
    return MappingSet(
      id: MappingSetID(id), title: collection.metadata.title.folded.plainText,
      status: mapping.status ?? collection.provenance?.status ?? "draft", source: source,
      target: target, method: method(mapping),
      provenance: Provenance(
        by: OSCALMetadataFacts(collection.metadata, collection.backMatter).publisher,
        date: String(collection.metadata.lastModified.prefix { $0 != "T" }), basis: .thirdParty,
        note: note(mapping)),
      pairs: pairs)
  }

  /// The catalog's own id where it is at hand, else the name of its file.
  private func endpoint(_ resource: OSCALMappingResource) -> MappingSet.Endpoint {
    if let catalog = catalogs[resource.href] {
      return MappingSet.Endpoint(
        .catalog, id: OSCALCatalogName.id(title: catalog.metadata.title.folded.plainText),
        version: catalog.metadata.version)
    }
    let path = Self.paths(of: resource.href, in: collection).first ?? resource.href
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let bare = name.split(separator: ".").dropLast().joined(separator: ".")
    return MappingSet.Endpoint(
      .catalog, id: OSCALCatalogName.id(title: bare.isEmpty ? name : bare))
  }

  /// Where a reference to a catalog leads: itself, or the links of the resource that it names.
  public static func paths(
    of href: String, in collection: OSCALMappingCollection
  ) -> [String] {
    guard href.hasPrefix("#") else { return [href] }
    let resource = collection.backMatter?.resources.first { $0.uuid == href.dropFirst() }
    return resource?.rlinks.map(\.href) ?? []
  }

  private mutating func method(_ mapping: OSCALMapping) -> MappingSet.Method {
    guard let word = mapping.method ?? collection.provenance?.method else { return .human }
    if let method = MappingSet.Method(rawValue: word) { return method }
    diagnostics.append(
      Diagnostic(
        .warning, id: "mapping-method",
        "the method '\(word)' is none of OSCAL's: it is taken for 'human'",
        at: SourceLocation(file: file, line: mapping.origin.line),
        hints: ["expected human, automation or hybrid"]))
    return .human
  }

  private func note(_ mapping: OSCALMapping) -> String {
    [
      (mapping.mappingDescription ?? collection.provenance?.mappingDescription)?.plainText,
      (mapping.matchingRationale ?? collection.provenance?.matchingRationale)
        .map { "Matching: \($0)." },
    ].compactMap(\.self).joined(separator: " ")
  }

  // MARK: Pairs

  private mutating func pairs(_ map: OSCALMap) -> [MappingPair] {
    guard let relation = OSCALRelationship.relations[map.relationship] else {
      let known = OSCALRelationship.relations.keys.sorted()
      report(
        .warning, "mapping-relation",
        "'\(map.relationship)' is no relation, and the map is left out", map,
        hints: NearestMatch.hints(map.relationship, in: known)
          + ["expected one of: \(known.joined(separator: ", "))"])
      return []
    }
    let sources = items(map.sources, map)
    let targets = items(map.targets, map)
    let single = OSCALRelationship.single(
      relation, sources: map.sources.count, targets: map.targets.count)
    if single != relation {
      report(
        .note, "mapping-set",
        "says '\(map.relationship)' of \(map.sources.count) sources and \(map.targets.count) "
          + "targets together: of each pair alone '\(single.rawValue)' holds", map)
    }
    return sources.flatMap { source in
      targets.map { target in
        MappingPair(
          source: source, target: ControlID(target), relation: single,
          share: share(map, single), rationale: rationale(map), confidence: confidence(map))
      }
    }
  }

  /// Only controls can be joined; a statement of a control is told and left out.
  private mutating func items(_ items: [OSCALMappingItem], _ map: OSCALMap) -> [String] {
    items.compactMap { item in
      let id = item.idRef.hasPrefix("#") ? String(item.idRef.dropFirst()) : item.idRef
      if item.type == "control", !id.isEmpty { return id }
      report(
        .warning, "mapping-item", "maps the \(item.type) '\(id)': only controls are paired", map)
      return nil
    }
  }

  /// How much of the target is covered, where somebody says so; 0 is not known.
  private func share(_ map: OSCALMap, _ relation: Relation) -> Double {
    if relation.meetsWhole || relation == .none { return 1 }
    guard map.sources.count == 1, map.targets.count == 1,
      let share = Double(map.coverage?.targetCoverage ?? ""), share > 0, share < 1
    else { return 0 }
    return share
  }

  private func rationale(_ map: OSCALMap) -> String {
    let qualifiers = map.qualifiers.map { qualifier in
      let text = qualifier.description.map { ": \($0.plainText)" } ?? ""
      return "\(qualifier.subject) \(qualifier.predicate) (\(qualifier.category))\(text)."
    }
    let matching = map.matchingRationale.map { "Matching: \($0)." }
    return ([map.remarks?.plainText, matching].compactMap(\.self) + qualifiers)
      .joined(separator: " ")
  }

  private func confidence(_ map: OSCALMap) -> MappingPair.Confidence {
    let score = map.confidenceScore
    if let number = Double(score?.percentage ?? "") {
      return number >= 0.8 ? .high : number >= 0.5 ? .medium : .low
    }
    return score?.category.flatMap { MappingPair.Confidence(rawValue: $0.lowercased()) } ?? .medium
  }

  // MARK: Problems

  /// Whether the catalog has the control, as far as it is at hand.
  private mutating func check(
    _ id: String, in known: Set<String>?, of catalog: String, _ map: OSCALMap
  ) -> Bool {
    guard let known, !known.contains(id) else { return true }
    unknown += 1
    report(
      .warning, "mapping-unknown-control",
      "'\(id)' is no control of '\(catalog)', and its pairs are left out", map,
      // Looking for what was meant takes time.
      hints: unknown > 20 ? [] : NearestMatch.hints(id, in: known.sorted()))
    return false
  }

  private mutating func reportLosses(_ mapping: OSCALMapping) {
    let gaps = [mapping.sourceGapSummary, mapping.targetGapSummary].compactMap(\.self)
      .flatMap(\.unmappedControls).flatMap(\.withIDs)
    guard !gaps.isEmpty else { return }
    diagnostics.append(
      Diagnostic(
        .note, id: "mapping-gaps",
        "\(gaps.count) controls are listed as mapped to nothing; a mapping set has no place for "
          + "them", at: SourceLocation(file: file, line: mapping.origin.line),
        hints: [gaps.joined(separator: ", ")]))
  }

  private mutating func report(
    _ severity: Severity, _ id: String, _ summary: String, _ map: OSCALMap, hints: [String] = []
  ) {
    diagnostics.append(
      Diagnostic(
        severity, id: id, "map \(maps): \(summary)",
        at: SourceLocation(file: file, line: map.origin.line), hints: hints))
  }

  private static func ids(_ catalog: OSCALCatalog) -> Set<String> {
    var ids: Set<String> = []
    func add(_ controls: [OSCALControl]) {
      for control in controls {
        ids.insert(control.id)
        add(control.controls)
      }
    }
    func add(_ groups: [OSCALGroup]) {
      for group in groups {
        add(group.controls)
        add(group.groups)
      }
    }
    add(catalog.controls)
    add(catalog.groups)
    return ids
  }
}

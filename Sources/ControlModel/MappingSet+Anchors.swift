extension MappingSet {
  /// The set with the ids that its catalogs have, where pairs name controls by the end of their
  /// URN: a library of another program that was imported before its frameworks has only those.
  ///
  /// - Parameter catalogs: by id.
  public func joined(to catalogs: [CatalogID: Catalog]) -> MappingSet {
    guard source.kind == .catalog, target.kind == .catalog else { return self }
    let sources = Self.idsByAnchor(catalogs[CatalogID(source.id)])
    let targets = Self.idsByAnchor(catalogs[CatalogID(target.id)])
    guard !sources.isEmpty || !targets.isEmpty else { return self }
    var joined = self
    for index in joined.pairs.indices {
      let pair = joined.pairs[index]
      joined.pairs[index].source = sources[pair.source] ?? pair.source
      joined.pairs[index].target =
        targets[pair.target.rawValue].map { ControlID($0) } ?? pair.target
    }
    return joined
  }

  /// The ids of controls by the end of the URN at which they stand; an end that is an id of
  /// another control stays out.
  private static func idsByAnchor(_ catalog: Catalog?) -> [String: String] {
    guard let catalog else { return [:] }
    let ids = Set(catalog.controls.map(\.id.rawValue))
    var known: [String: String] = [:]
    for control in catalog.controls {
      guard let anchor = control.locator.parts.first(where: { $0.name == "anchor" })?.value,
        anchor.hasPrefix("urn:")
      else { continue }
      let parts = anchor.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
      guard parts.count == 6, !ids.contains(String(parts[5])) else { continue }
      known[String(parts[5])] = control.id.rawValue
    }
    return known
  }
}

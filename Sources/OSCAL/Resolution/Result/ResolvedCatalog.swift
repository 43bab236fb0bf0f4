internal import Digests

/// Puts the parts of a resolved profile together.
enum ResolvedCatalog {
  static func catalog(
    of profile: OSCALProfile, path: String, body: ResolvedBody, selections: [ControlSelection]
  ) -> OSCALCatalog {
    let metadata = metadata(of: profile, path: path, selections.map(\.metadata))
    let resources = selections.flatMap(\.resources)
    let set = Set(profile.modify?.setParameters.map(\.paramID) ?? [])
    let body = withoutIdleParameters(body, keeping: set)
    var references = OSCALReferences()
    references.visit(metadata)
    references.visit(body)
    for parameter in body.params { references.visit(parameter) }
    for group in body.groups { visitParameters(of: group, &references) }
    let kept = BackMatterRule.kept(
      resources + (profile.backMatter?.resources ?? []), referenced: references.fragments)
    return OSCALCatalog(
      uuid: identifier(of: profile), metadata: metadata, params: body.params,
      controls: body.controls, groups: body.groups,
      backMatter: kept.isEmpty ? nil : OSCALBackMatter(resources: kept))
  }

  /// The profile's metadata, with what made it and where it came from, and with those roles and
  /// parties of what it imports that say `keep` `always`. The time of the last change stays the
  /// profile's, so that the same input gives the same bytes.
  private static func metadata(
    of profile: OSCALProfile, path: String, _ imported: [OSCALMetadata]
  ) -> OSCALMetadata {
    var metadata = profile.metadata
    metadata.oscalVersion = OSCALVersions.newest(
      metadata.oscalVersion, imported.map(\.oscalVersion))
    add(imported.flatMap(\.roles), to: &metadata.roles, by: "id")
    add(imported.flatMap(\.parties), to: &metadata.parties, by: "uuid")
    metadata.props.insert(
      OSCALProperty(name: "resolution-tool", value: "Counterweight"), at: 0)
    metadata.links.insert(OSCALLink(href: path, rel: "source-profile"), at: 0)
    return metadata
  }

  private static func add(
    _ nodes: [OSCALNode], to list: inout [OSCALNode], by flag: String
  ) {
    var known = Set(list.compactMap { $0.flag(flag) })
    for node in nodes where node.keepAlways && known.insert(node.flag(flag) ?? "").inserted {
      list.append(node)
    }
  }

  /// An id of its own, which depends on nothing but the profile.
  private static func identifier(of profile: OSCALProfile) -> String {
    var digits = Array(SHA256.hex(of: "resolved \(profile.uuid)").prefix(32))
    digits[12] = "8"
    digits[16] = "a"
    let bounds = [0, 8, 12, 16, 20, 32]
    return zip(bounds, bounds.dropFirst()).map { String(digits[$0..<$1]) }
      .joined(separator: "-")
  }

  /// Loose parameters stay only where something that stays inserts them, where the profile sets
  /// them, or where they say so themselves; and only once.
  private static func withoutIdleParameters(
    _ body: ResolvedBody, keeping set: Set<String>
  ) -> ResolvedBody {
    var loose: [String: OSCALParameter] = [:]
    var references = OSCALReferences()
    var anchored: Set<String> = []
    var body = body
    func collect(_ params: [OSCALParameter]) {
      for parameter in params where loose[parameter.id] == nil {
        loose[parameter.id] = parameter
      }
    }
    func collect(_ groups: [OSCALGroup]) {
      for group in groups {
        collect(group.params)
        collect(group.groups)
      }
    }
    collect(body.params)
    collect(body.groups)
    guard !loose.isEmpty else { return body }
    body.changeControls { control in
      for parameter in control.params { anchored.insert(parameter.id) }
    }
    references.visit(body)
    var needed: Set<String> = []
    var open = references.insertedParameters.union(set)
    open.formUnion(loose.values.filter(\.props.keepAlways).map(\.id))
    while let id = open.popFirst() {
      guard let parameter = loose[id], !anchored.contains(id), needed.insert(id).inserted else {
        continue
      }
      var inner = OSCALReferences()
      inner.visit(parameter)
      open.formUnion(inner.insertedParameters)
    }
    var placed: Set<String> = []
    func filter(_ params: inout [OSCALParameter]) {
      params.removeAll { !needed.contains($0.id) || !placed.insert($0.id).inserted }
    }
    func filter(_ groups: inout [OSCALGroup]) {
      for index in groups.indices {
        filter(&groups[index].params)
        filter(&groups[index].groups)
      }
    }
    filter(&body.params)
    filter(&body.groups)
    return body
  }

  private static func visitParameters(of group: OSCALGroup, _ references: inout OSCALReferences) {
    for parameter in group.params { references.visit(parameter) }
    for child in group.groups { visitParameters(of: child, &references) }
  }
}

/// Which resources stay: those that something refers to, and those that say `keep` `always`. Of
/// several with one id the last stays, among those that say so if any does.
enum BackMatterRule {
  static func kept(
    _ resources: [OSCALResource], referenced: Set<String>
  ) -> [OSCALResource] {
    var chosen: [String: Int] = [:]
    for (position, resource) in resources.enumerated() {
      let key = resource.uuid.lowercased()
      if let other = chosen[key], resources[other].props.keepAlways, !resource.props.keepAlways {
        continue
      }
      chosen[key] = position
    }
    let wanted = closure(
      referenced, over: chosen.mapValues { resources[$0] })
    return chosen.filter { wanted.contains($0.key) }.values.sorted().map { resources[$0] }
  }

  /// The keys of the resources that stay: one that stays may refer to others.
  private static func closure(
    _ referenced: Set<String>, over resources: [String: OSCALResource]
  ) -> Set<String> {
    var open = Set(referenced.map { $0.lowercased() })
    for (key, resource) in resources where resource.props.keepAlways { open.insert(key) }
    var kept: Set<String> = []
    while let key = open.popFirst() {
      guard let resource = resources[key], kept.insert(key).inserted else { continue }
      var inner = OSCALReferences()
      inner.visit(resource)
      open.formUnion(inner.fragments.map { $0.lowercased() })
    }
    return kept
  }
}

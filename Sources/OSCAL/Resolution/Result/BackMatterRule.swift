/// Which resources stay: those that something refers to, and those that say `keep` `always`. Of
/// several with one id the last stays, among those that say so if any does.
enum BackMatterRule {
  static func kept(
    _ resources: [OSCALResource], referenced: Set<String>
  ) -> [OSCALResource] {
    var chosen: [String: Int] = [:]
    for (position, resource) in resources.enumerated() {
      let key = resource.uuid.lowercased()
      if let other = chosen[key], keepsAlways(resources[other]), !keepsAlways(resource) {
        continue
      }
      chosen[key] = position
    }
    let wanted = Set(referenced.map { $0.lowercased() })
    return resources.enumerated().filter { position, resource in
      let key = resource.uuid.lowercased()
      return chosen[key] == position && (keepsAlways(resource) || wanted.contains(key))
    }.map(\.element)
  }

  private static func keepsAlways(_ resource: OSCALResource) -> Bool {
    resource.props.contains { $0.name == "keep" && $0.value == "always" }
  }
}

/// Removes what all the flags of a directive agree on, at any depth of a control, but not from the
/// controls inside it.
struct RemoveRule {
  private let directive: OSCALRemove

  init(_ directive: OSCALRemove) { self.directive = directive }

  /// The namespace of everything that names none.
  private static let defaultNamespace = "http://csrc.nist.gov/ns/oscal"

  /// - Returns: whether anything was removed.
  func apply(to control: inout OSCALControl) -> Bool {
    // Without a flag it says nothing.
    guard
      directive.byName != nil || directive.byClass != nil || directive.byID != nil
        || directive.byItemName != nil || directive.byNs != nil
    else { return false }
    var count = 0
    count += remove(from: &control.props)
    count += remove(from: &control.links)
    count += removeParameters(from: &control.params)
    count += removeParts(from: &control.parts)
    return count > 0
  }

  private func fits(
    item: String, name: String? = nil, id: String? = nil, class: String? = nil,
    namespace: String? = nil
  ) -> Bool {
    if let wanted = directive.byItemName, wanted != item { return false }
    if let wanted = directive.byName, wanted != name { return false }
    if let wanted = directive.byID, wanted != id { return false }
    if let wanted = directive.byClass {
      guard let tokens = `class`?.split(whereSeparator: \.isWhitespace) else { return false }
      if !tokens.contains(where: { $0 == wanted }) { return false }
    }
    if let wanted = directive.byNs, wanted != namespace { return false }
    return true
  }

  private func remove(from props: inout [OSCALProperty]) -> Int {
    let before = props.count
    props.removeAll {
      fits(
        item: "prop", name: $0.name, id: $0.uuid, class: $0.class,
        namespace: $0.ns ?? Self.defaultNamespace)
    }
    return before - props.count
  }

  private func remove(from links: inout [OSCALLink]) -> Int {
    let before = links.count
    links.removeAll { _ in fits(item: "link") }
    return before - links.count
  }

  private func removeParameters(from params: inout [OSCALParameter]) -> Int {
    var count = params.count
    params.removeAll { fits(item: "param", id: $0.id, class: $0.class) }
    count -= params.count
    for index in params.indices {
      count += remove(from: &params[index].props)
      count += remove(from: &params[index].links)
    }
    return count
  }

  private func removeParts(from parts: inout [OSCALPart]) -> Int {
    var count = parts.count
    parts.removeAll {
      fits(
        item: "part", name: $0.name, id: $0.id, class: $0.class,
        namespace: $0.ns ?? Self.defaultNamespace)
    }
    count -= parts.count
    for index in parts.indices {
      count += remove(from: &parts[index].props)
      count += remove(from: &parts[index].links)
      count += removeParts(from: &parts[index].parts)
    }
    return count
  }
}

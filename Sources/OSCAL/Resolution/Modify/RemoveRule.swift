/// Removes what all the flags of a directive agree on, at any depth of a control, the controls
/// inside it included.
struct RemoveRule {
  private let directive: OSCALRemove
  private let places: Set<String>

  /// - Parameter places: ids of what additions stand before or after. Where one of these is
  ///   removed, it keeps its place until `OSCALControl.letRemovedGo`.
  init(_ directive: OSCALRemove, keepingPlacesOf places: Set<String>) {
    self.directive = directive
    self.places = places
  }

  /// The namespace of everything that names none.
  private static let defaultNamespace = "http://csrc.nist.gov/ns/oscal"

  /// - Returns: whether anything was removed.
  func apply(to control: inout OSCALControl) -> Bool {
    // Without a flag it says nothing.
    guard
      directive.byName != nil || directive.byClass != nil || directive.byID != nil
        || directive.byItemName != nil || directive.byNs != nil
    else { return false }
    return remove(from: &control) > 0
  }

  private func remove(from control: inout OSCALControl) -> Int {
    var count = remove(from: &control.props) + remove(from: &control.links)
    count += removeParameters(from: &control.params)
    count += removeParts(from: &control.parts)
    let before = control.controls.count
    control.controls.removeAll { fits(item: "control", id: $0.id, class: $0.class) }
    count += before - control.controls.count
    for index in control.controls.indices { count += remove(from: &control.controls[index]) }
    return count
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
    var count = 0
    for index in params.indices.reversed()
    where fits(item: "param", id: params[index].id, class: params[index].class) {
      count += 1
      if places.contains(params[index].id) {
        params[index].isRemoved = true
      } else {
        params.remove(at: index)
      }
    }
    for index in params.indices {
      count += remove(from: &params[index].props)
      count += remove(from: &params[index].links)
    }
    return count
  }

  private func fits(_ part: OSCALPart) -> Bool {
    fits(
      item: "part", name: part.name, id: part.id, class: part.class,
      namespace: part.ns ?? Self.defaultNamespace)
  }

  private func removeParts(from parts: inout [OSCALPart]) -> Int {
    var count = 0
    for index in parts.indices.reversed() where fits(parts[index]) {
      count += 1
      if places.contains(parts[index].id ?? "") {
        parts[index].isRemoved = true
      } else {
        parts.remove(at: index)
      }
    }
    for index in parts.indices {
      count += remove(from: &parts[index].props)
      count += remove(from: &parts[index].links)
      count += removeParts(from: &parts[index].parts)
    }
    return count
  }
}

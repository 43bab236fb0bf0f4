internal import ControlModel

/// What lies below an id of a catalog: the id of a group, of a heading, or of one control.
enum CatalogPart {
  /// The control of this id with those below it, or those that a group holds.
  static func controls(of id: String, in catalog: Catalog) -> [Control] {
    var inside: Set<String> = [id]
    // Parents stand before their children in most files, but need not.
    while true {
      let before = inside.count
      for group in catalog.groups where inside.contains(group.parent?.rawValue ?? "") {
        inside.insert(group.id.rawValue)
      }
      for control in catalog.controls where inside.contains(control.parent) {
        inside.insert(control.id.rawValue)
      }
      if inside.count == before { break }
    }
    return catalog.controls.filter { inside.contains($0.id.rawValue) }
  }

  /// What something that is no requirement is, and which requirements to look at instead; nil when
  /// the catalog does not have it.
  static func explanation(of id: ControlID, in catalog: Catalog) -> String? {
    let control = catalog.controls.first { $0.id == id }
    guard control != nil || catalog.groups.contains(where: { $0.id.rawValue == id.rawValue }) else {
      return nil
    }
    switch control?.kind {
    case .alternative?:
      return "in \(catalog.id) it is one way to meet \(control?.parent ?? "")"
    case .threat?: return "in \(catalog.id) it is an attack vector"
    case .indicator?: return "in \(catalog.id) it is an indicator of \(control?.parent ?? "")"
    case .principle?, .requirement?, nil: break
    }
    let members = controls(of: id.rawValue, in: catalog).filter { $0.kind == .requirement }
    guard !members.isEmpty else { return "in \(catalog.id) it holds no requirement" }
    return "in \(catalog.id) it holds: \(members.map(\.id.rawValue).joined(separator: ", "))"
  }
}

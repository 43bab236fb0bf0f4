/// What one import selects: its catalog without what is not selected.
struct ControlSelection {
  /// The path of the catalog or profile.
  let name: String
  /// The loose parameters and controls outside groups; the groups that hold selected controls. A
  /// selected control brings its parents along. Where a parent is excluded, the control stands in
  /// its place, and the parameters of all that is not selected are loose.
  let root: OSCALGroup
  /// The metadata of the catalog.
  let metadata: OSCALMetadata
  /// The back matter of the catalog.
  let resources: [OSCALResource]

  init(_ catalog: OSCALCatalog, name: String, by selector: ControlSelector) {
    self.name = name
    metadata = catalog.metadata
    resources = catalog.backMatter?.resources ?? []
    let whole = OSCALGroup(
      params: catalog.params, groups: catalog.groups, controls: catalog.controls)
    root = Self.pruned(whole, selector)
  }

  private static func pruned(_ group: OSCALGroup, _ selector: ControlSelector) -> OSCALGroup {
    var group = group
    var loose: [OSCALParameter] = []
    group.controls = pruned(group.controls, selector, below: [], loose: &loose)
    group.params += loose
    // A group that holds no selected control goes, but its parameters may be inserted elsewhere.
    group.groups = group.groups.compactMap { child in
      let kept = pruned(child, selector)
      guard kept.controls.isEmpty, kept.groups.isEmpty, !kept.props.keepAlways else {
        return kept
      }
      group.params += kept.params
      return nil
    }
    return group
  }

  private static func pruned(
    _ controls: [OSCALControl], _ selector: ControlSelector, below ancestors: [String],
    loose: inout [OSCALParameter]
  ) -> [OSCALControl] {
    var kept: [OSCALControl] = []
    for control in controls {
      let children = pruned(
        control.controls, selector, below: ancestors + [control.id], loose: &loose)
      let isParent = !children.isEmpty && !selector.excludes(control.id, below: ancestors)
      if isParent || selector.selects(control.id, below: ancestors) {
        var control = control
        control.controls = children
        kept.append(control)
      } else {
        loose += control.params
        kept += children
      }
    }
    return kept
  }
}

/// No structure: every control stands at the top, those inside others too.
enum FlatStructure {
  static func body(of selections: [(name: String, root: OSCALGroup)]) -> ResolvedBody {
    var body = ResolvedBody()
    for selection in selections { add(selection.root, to: &body) }
    return body
  }

  private static func add(_ group: OSCALGroup, to body: inout ResolvedBody) {
    body.params += group.params
    body.controls += group.controls.flatMap(flattened)
    for child in group.groups { add(child, to: &body) }
  }

  /// A control and those inside it, one after the other.
  static func flattened(_ control: OSCALControl) -> [OSCALControl] {
    var outer = control
    outer.controls = []
    return [outer] + control.controls.flatMap(flattened)
  }
}

/// The structure that the profile writes out itself.
struct CustomStructure {
  private let custom: OSCALCustomMerge

  init(_ custom: OSCALCustomMerge) { self.custom = custom }

  func body(of selections: [(name: String, root: OSCALGroup)]) -> ResolvedBody {
    let all = selections.flatMap { Self.controls(in: $0.root) }
    var imported: [String: OSCALGroup] = [:]
    for selection in selections { Self.collect(selection.root.groups, into: &imported) }
    var placement = Placement(
      selected: all, imported: imported,
      loose: selections.flatMap { Self.parameters(in: $0.root) })
    var body = ResolvedBody()
    body.controls = custom.insertControls.flatMap { placement.controls(for: $0) }
    body.params = placement.parameters(insertedBy: body.controls)
    body.groups = custom.groups.map { placement.group($0) }
    body.idle = placement.idle
    return body
  }

  /// The first group of each id.
  private static func collect(_ groups: [OSCALGroup], into known: inout [String: OSCALGroup]) {
    for group in groups {
      if let id = group.id, known[id] == nil { known[id] = group }
      collect(group.groups, into: &known)
    }
  }

  private static func controls(in group: OSCALGroup) -> [OSCALControl] {
    group.controls + group.groups.flatMap(controls)
  }

  private static func parameters(in group: OSCALGroup) -> [OSCALParameter] {
    group.params + group.groups.flatMap(parameters)
  }

  /// Puts controls where the structure asks for them, and each loose parameter in front of the
  /// first control that inserts it.
  private struct Placement {
    let selected: [OSCALControl]
    /// The groups of the sources, by id.
    let imported: [String: OSCALGroup]
    var loose: [OSCALParameter]
    /// Directives without effect, with where they stand.
    var idle: [(summary: String, origin: OSCALOrigin)] = []

    /// A group with the id of one that was imported has the content of that one, then its own.
    mutating func group(_ directive: OSCALProfileGroup) -> OSCALGroup {
      let controls = directive.insertControls.flatMap { self.controls(for: $0) }
      let source = directive.id.flatMap { imported[$0] }
      let own = Set(directive.params.map(\.id) + (source?.params.map(\.id) ?? []))
      loose.removeAll { own.contains($0.id) }
      let params = parameters(insertedBy: controls)
      return OSCALGroup(
        id: directive.id, class: directive.class ?? source?.class,
        title: directive.title ?? source?.title,
        params: Self.joined(source?.params, directive.params) { $0.id == $1.id } + params,
        props: Self.joined(source?.props, directive.props, ==),
        links: Self.joined(source?.links, directive.links, ==),
        parts: Self.joined(source?.parts, directive.parts) { $0.id != nil && $0.id == $1.id },
        groups: directive.groups.map { group($0) }, controls: controls, origin: directive.origin)
    }

    /// The second list behind what the first has more.
    private static func joined<Item>(
      _ first: [Item]?, _ second: [Item], _ same: (Item, Item) -> Bool
    ) -> [Item] {
      (first ?? []).filter { item in !second.contains { same($0, item) } } + second
    }

    mutating func controls(for directive: OSCALInsertControls) -> [OSCALControl] {
      let selector = ControlSelector(directive)
      var found: [OSCALControl] = []
      for control in selected { add(control, below: [], selector, to: &found) }
      if found.isEmpty {
        idle.append(("inserts controls, and none of those it imports fits", directive.origin))
      }
      switch directive.order {
      case "ascending": return found.sorted { NaturalOrder.precedes($0.id, $1.id) }
      case "descending": return found.sorted { NaturalOrder.precedes($1.id, $0.id) }
      default: return found
      }
    }

    /// What is asked for together with its parent stays inside it.
    private func add(
      _ control: OSCALControl, below ancestors: [String], _ selector: ControlSelector,
      to found: inout [OSCALControl]
    ) {
      let inner = ancestors + [control.id]
      guard selector.selects(control.id, below: ancestors) else {
        for child in control.controls { add(child, below: inner, selector, to: &found) }
        return
      }
      var kept = control
      kept.controls = []
      for child in control.controls { add(child, below: inner, selector, to: &kept.controls) }
      found.append(kept)
    }

    mutating func parameters(insertedBy controls: [OSCALControl]) -> [OSCALParameter] {
      guard !loose.isEmpty else { return [] }
      var references = OSCALReferences()
      for control in controls { references.visit(control) }
      var placed: [OSCALParameter] = []
      // A parameter that is placed may insert others.
      while let index = loose.firstIndex(where: { references.insertedParameters.contains($0.id) }) {
        let parameter = loose.remove(at: index)
        references.visit(parameter)
        placed.append(parameter)
      }
      return placed
    }
  }
}

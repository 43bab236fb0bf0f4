/// The modification phase: parameters are set, controls are altered.
struct ModifyPhase {
  /// What it works on.
  private(set) var body: ResolvedBody
  /// Directives without effect, with where they stand.
  private(set) var idle: [(summary: String, origin: OSCALOrigin)] = []

  init(_ body: ResolvedBody) { self.body = body }

  mutating func apply(_ modify: OSCALModify?) {
    for directive in modify?.setParameters ?? [] { set(directive) }
    for directive in modify?.alters ?? [] { alter(directive) }
  }

  private mutating func set(_ directive: OSCALSetParameter) {
    var isKnown = false
    body.changeParameters { params in
      for index in params.indices where params[index].id == directive.paramID {
        params[index].set(by: directive)
        isKnown = true
      }
    }
    if !isKnown {
      idle.append(("sets '\(directive.paramID)', which is no parameter of it", directive.origin))
    }
  }

  private mutating func alter(_ directive: OSCALAlter) {
    var isKnown = false
    var missed: [(summary: String, origin: OSCALOrigin)] = []
    let places = Set(directive.adds.compactMap(\.byID))
    body.changeControls { control in
      guard control.id == directive.controlID else { return }
      isKnown = true
      for removal in directive.removes
      where !RemoveRule(removal, keepingPlacesOf: places).apply(to: &control) {
        missed.append(
          ("removes from '\(control.id)' what it does not have", removal.origin))
      }
      for addition in directive.adds where !AddRule(addition).apply(to: &control) {
        missed.append(
          (
            "adds to '\(addition.byID ?? "")', which '\(control.id)' does not have",
            addition.origin
          ))
      }
      if !places.isEmpty { control.letRemovedGo() }
    }
    idle += missed
    if !isKnown {
      idle.append(("alters '\(directive.controlID)', which it does not select", directive.origin))
    }
  }
}

extension OSCALParameter {
  /// Label, usage, values and selection are replaced, and so is a property by one with its uuid; all
  /// else is added behind what is there.
  fileprivate mutating func set(by directive: OSCALSetParameter) {
    if let value = directive.class { self.class = value }
    if let value = directive.dependsOn { dependsOn = value }
    for prop in directive.props {
      if let uuid = prop.uuid { props.removeAll { $0.uuid == uuid } }
      props.append(prop)
    }
    links += directive.links
    if let value = directive.label { label = value }
    if let value = directive.usage { usage = value }
    constraints += directive.constraints
    guidelines += directive.guidelines
    if !directive.values.isEmpty {
      values = directive.values
      select = nil
    }
    if let value = directive.select {
      select = value
      if directive.values.isEmpty { values = [] }
    }
  }
}

/// Adds content to a control, or to a parameter, part or control in it that the directive names.
struct AddRule {
  private let directive: OSCALAdd
  private let position: Position

  private enum Position: String { case before, after, starting, ending }

  init(_ directive: OSCALAdd) {
    self.directive = directive
    position = directive.position.flatMap(Position.init) ?? .ending
  }

  /// - Returns: whether the place was found.
  func apply(to control: inout OSCALControl) -> Bool {
    guard let id = directive.byID, id != control.id else {
      // A control has no place before or after it: these are its start and its end.
      addInto(&control)
      return true
    }
    return addToParameter(id, of: &control) || addToPart(id, of: &control)
      || addToInnerControl(id, of: &control)
  }

  private func addInto(_ control: inout OSCALControl) {
    if let title = directive.title { control.title = title }
    insert(directive.params, into: &control.params)
    insert(directive.props, into: &control.props)
    insert(directive.links, into: &control.links)
    insert(directive.parts, into: &control.parts)
  }

  /// A control inside the control, or what stands in it. What goes beside a control belongs to the
  /// one that holds both.
  private func addToInnerControl(_ id: String, of control: inout OSCALControl) -> Bool {
    for index in control.controls.indices {
      if isBeside, control.controls[index].id == id {
        addInto(&control)
        return true
      }
      if apply(to: &control.controls[index], knownAs: id) { return true }
    }
    return false
  }

  private func apply(to control: inout OSCALControl, knownAs id: String) -> Bool {
    guard control.id == id else {
      return addToParameter(id, of: &control) || addToPart(id, of: &control)
        || addToInnerControl(id, of: &control)
    }
    addInto(&control)
    return true
  }

  private func insert<Item>(_ items: [Item], into list: inout [Item]) {
    switch position {
    case .before, .starting: list.insert(contentsOf: items, at: 0)
    case .after, .ending: list += items
    }
  }

  /// Where items of the kind of the target go that stand before or after it.
  private func offset(of index: Int) -> Int { position == .before ? index : index + 1 }

  private var isBeside: Bool { position == .before || position == .after }

  private func addToParameter(_ id: String, of control: inout OSCALControl) -> Bool {
    guard let index = control.params.firstIndex(where: { $0.id == id }) else { return false }
    if isBeside {
      control.params.insert(contentsOf: directive.params, at: offset(of: index))
      insert(directive.props, into: &control.props)
      insert(directive.links, into: &control.links)
      insert(directive.parts, into: &control.parts)
    } else if control.params[index].isRemoved {
      return false
    } else {
      insert(directive.props, into: &control.params[index].props)
      insert(directive.links, into: &control.params[index].links)
      if let title = directive.title { control.params[index].label = title }
    }
    return true
  }

  private func addToPart(_ id: String, of control: inout OSCALControl) -> Bool {
    guard let index = control.parts.firstIndex(where: { $0.id == id }) else {
      let isFound = addInside(&control.parts, id)
      // Parts have no parameters of their own.
      if isFound { insert(directive.params, into: &control.params) }
      return isFound
    }
    if isBeside {
      control.parts.insert(contentsOf: directive.parts, at: offset(of: index))
      insert(directive.props, into: &control.props)
      insert(directive.links, into: &control.links)
    } else if control.parts[index].isRemoved {
      return false
    } else {
      addInto(&control.parts[index])
    }
    insert(directive.params, into: &control.params)
    return true
  }

  private func addInto(_ part: inout OSCALPart) {
    if let title = directive.title { part.title = title }
    insert(directive.props, into: &part.props)
    insert(directive.links, into: &part.links)
    insert(directive.parts, into: &part.parts)
  }

  /// Looks among the parts inside these parts.
  private func addInside(_ parts: inout [OSCALPart], _ id: String) -> Bool {
    for outer in parts.indices {
      guard let index = parts[outer].parts.firstIndex(where: { $0.id == id }) else {
        if addInside(&parts[outer].parts, id) { return true }
        continue
      }
      if isBeside {
        parts[outer].parts.insert(contentsOf: directive.parts, at: offset(of: index))
        insert(directive.props, into: &parts[outer].props)
        insert(directive.links, into: &parts[outer].links)
      } else if parts[outer].parts[index].isRemoved {
        return false
      } else {
        addInto(&parts[outer].parts[index])
      }
      return true
    }
    return false
  }
}

/// What becomes of controls that are selected more than once, told by their ids.
enum CombineRule {
  /// All stay.
  case keep
  /// The first stays, in the order of the imports.
  case useFirst
  /// One takes in what the others have more.
  case merge

  init(_ combine: OSCALCombine?) {
    switch combine?.method {
    case "use-first": self = .useFirst
    case "merge": self = .merge
    default: self = .keep
    }
  }

  /// The selections, by name, after the rule.
  func combine(_ selections: [ControlSelection]) -> [(name: String, root: OSCALGroup)] {
    let roots = selections.map { ($0.name, $0.root) }
    switch self {
    case .keep: return roots
    case .useFirst:
      var first = FirstOnly()
      return roots.map { ($0.0, first.filter($0.1)) }
    case .merge:
      var versions: [String: [OSCALControl]] = [:]
      for (_, root) in roots { Self.collect(root, into: &versions) }
      var first = FirstOnly(versions)
      return roots.map { ($0.0, first.filter($0.1)) }
    }
  }

  private static func collect(
    _ group: OSCALGroup, into versions: inout [String: [OSCALControl]]
  ) {
    func add(_ controls: [OSCALControl]) {
      for control in controls {
        versions[control.id, default: []].append(control)
        add(control.controls)
      }
    }
    add(group.controls)
    for child in group.groups { collect(child, into: &versions) }
  }
}

/// Goes over selections in order and drops every control and parameter that came before.
private struct FirstOnly {
  private var controls: Set<String> = []
  private var parameters: Set<String> = []
  private let versions: [String: [OSCALControl]]

  init(_ versions: [String: [OSCALControl]] = [:]) { self.versions = versions }

  mutating func filter(_ group: OSCALGroup) -> OSCALGroup {
    var group = group
    group.params = group.params.filter { parameters.insert($0.id).inserted }
    group.controls = filter(group.controls)
    for index in group.groups.indices { group.groups[index] = filter(group.groups[index]) }
    group.groups.removeAll {
      $0.controls.isEmpty && $0.groups.isEmpty && $0.params.isEmpty && !$0.props.keepAlways
    }
    return group
  }

  /// A child of a dropped control that did not come before stands in its place.
  private mutating func filter(_ list: [OSCALControl]) -> [OSCALControl] {
    var kept: [OSCALControl] = []
    for control in list {
      if controls.insert(control.id).inserted {
        var control = control
        for other in (versions[control.id] ?? []).dropFirst() { control.takeIn(other) }
        for parameter in control.params { parameters.insert(parameter.id) }
        control.controls = filter(control.controls)
        kept.append(control)
      } else {
        kept += filter(control.controls)
      }
    }
    return kept
  }
}

extension OSCALControl {
  /// Adds what another version has and this one does not.
  fileprivate mutating func takeIn(_ other: OSCALControl) {
    func missing<Item: Hashable>(_ items: [Item], _ others: [Item]) -> [Item] {
      let known = Set(items)
      return others.filter { !known.contains($0) }
    }
    params += missing(params, other.params)
    props += missing(props, other.props)
    links += missing(links, other.links)
    parts += missing(parts, other.parts)
    let known = Set(controls.map(\.id))
    controls += other.controls.filter { !known.contains($0.id) }
  }
}

internal import ControlModel

/// A catalog with its pairs, arranged so that a requirement finds its pairs in one step.
///
/// A class, because every evaluation of a requirement holds it, and nothing in it ever changes.
final class CatalogIndex: Sendable {
  /// A pair in terms of positions.
  struct Link: Sendable {
    let practice: Int
    let aspect: Int?
    let pair: PracticePair
  }

  let catalog: Catalog
  let position: [ControlID: Int]
  /// By control: its pairs by practice and aspect, so that those of one practice stand together.
  let links: [[Link]]
  /// By control with a combination: the positions of its children.
  let children: [[Int]]
  /// The positions of the controls that count: kind `requirement`.
  let requirements: [Int]
  /// By control: the top-level group that holds it.
  let topGroup: [GroupID?]
  /// By control: every group that holds it, innermost first.
  let groups: [[GroupID]]

  init(_ catalog: Catalog, _ pairs: [PracticePair], _ practices: [PracticeID: Int]) {
    var position: [ControlID: Int] = [:]
    for (index, control) in catalog.controls.enumerated() { position[control.id] = index }
    var links = [[Link]](repeating: [], count: catalog.controls.count)
    for pair in pairs where pair.pair.relation != .none {
      guard let control = position[pair.pair.target], let practice = practices[pair.practice]
      else { continue }
      let aspects = catalog.controls[control].aspects
      let aspect = pair.pair.aspect.flatMap { id in aspects.firstIndex { $0.id == id } }
      // A pair for an aspect that the requirement does not have would count for the whole.
      if pair.pair.aspect != nil, aspect == nil { continue }
      links[control].append(Link(practice: practice, aspect: aspect, pair: pair))
    }
    var children = [[Int]](repeating: [], count: catalog.controls.count)
    for (index, control) in catalog.controls.enumerated() where control.kind.isAssessable {
      guard control.kind != .indicator, let parent = position[ControlID(control.parent)],
        catalog.controls[parent].combination != nil
      else { continue }
      children[parent].append(index)
    }
    self.catalog = catalog
    self.position = position
    self.links = links.map { links in
      links.sorted { ($0.practice, $0.aspect ?? -1) < ($1.practice, $1.aspect ?? -1) }
    }
    self.children = children
    requirements = catalog.controls.indices.filter { catalog.controls[$0].kind == .requirement }
    let groups = Self.groups(of: catalog, position)
    self.groups = groups
    topGroup = groups.map(\.last)
  }

  /// Whether a practice is mapped to it, or to one of the children that it is assessed through.
  func isMapped(_ control: Int) -> Bool {
    !links[control].isEmpty || children[control].contains(where: isMapped)
  }

  private static func groups(
    of catalog: Catalog, _ position: [ControlID: Int]
  ) -> [[GroupID]] {
    var parents: [GroupID: GroupID] = [:]
    var known: Set<GroupID> = []
    for group in catalog.groups {
      known.insert(group.id)
      parents[group.id] = group.parent
    }
    return catalog.controls.map { control in
      var parent = control.parent
      var path: [GroupID] = []
      // A catalog that was read has no cycles; the bound keeps one made in memory from hanging.
      for _ in 0..<64 {
        if known.contains(GroupID(parent)) {
          path.append(GroupID(parent))
          parent = parents[GroupID(parent)]?.rawValue ?? ""
        } else if let above = position[ControlID(parent)] {
          parent = catalog.controls[above].parent
        } else {
          break
        }
      }
      return path
    }
  }
}

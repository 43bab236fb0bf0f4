/// The structure of the sources. Groups are the same when they have the same id, or, without one,
/// when they stand in the same place of the same source.
enum AsIsStructure {
  static func body(of selections: [(name: String, root: OSCALGroup)]) -> ResolvedBody {
    var body = ResolvedBody()
    var groups: [KeyedGroup] = []
    for selection in selections {
      body.params += selection.root.params
      body.controls += selection.root.controls
      merge(selection.root.groups, of: selection.name, into: &groups)
    }
    body.groups = groups.map(\.whole)
    return body
  }

  /// A group with what tells it apart.
  private struct KeyedGroup {
    var key: String
    var group: OSCALGroup
    var groups: [KeyedGroup] = []

    var whole: OSCALGroup {
      var whole = group
      whole.groups = groups.map(\.whole)
      return whole
    }
  }

  private static func merge(
    _ groups: [OSCALGroup], of place: String, into keyed: inout [KeyedGroup]
  ) {
    var positions: [String: Int] = [:]
    for (position, known) in keyed.enumerated() { positions[known.key] = position }
    for (number, group) in groups.enumerated() {
      let nameless = group.id == nil ? placeKey(group, number, place) : ""
      let key = group.id.map { "id \($0)" } ?? nameless
      if let position = positions[key] {
        let known = Set(keyed[position].group.params.map(\.id))
        keyed[position].group.params += group.params.filter { !known.contains($0.id) }
        keyed[position].group.controls += group.controls
        merge(group.groups, of: key, into: &keyed[position].groups)
      } else {
        var entry = KeyedGroup(key: key, group: group)
        merge(group.groups, of: key, into: &entry.groups)
        positions[key] = keyed.count
        keyed.append(entry)
      }
    }
  }

  /// Selections leave groups out, so the line of a group in its source says better than its number
  /// which one it is; values that were not read from a file have no line.
  private static func placeKey(_ group: OSCALGroup, _ number: Int, _ place: String) -> String {
    let title = group.title?.plainText ?? ""
    let position = group.origin.line > 0 ? "line \(group.origin.line)" : "\(number) \(title)"
    return "\(place) / \(position)"
  }
}

public import ControlModel
public import Diagnostics

/// What must hold inside one catalog.
public enum CatalogRules {
  /// What makes a catalog unusable: ids that stand twice, references that lead nowhere, a
  /// hierarchy that runs in a circle.
  public static func structure(of catalog: Catalog) -> [Diagnostic] {
    var sink = DiagnosticSink()
    checkIDs(catalog, &sink)
    checkParents(catalog, &sink)
    checkCycles(catalog, &sink)
    checkReferences(catalog, &sink)
    return sink.diagnostics
  }

  /// What a careful author mends, besides the structure.
  public static func lint(_ catalog: Catalog) -> [Diagnostic] {
    var sink = DiagnosticSink()
    func warn(_ id: String, _ control: Control, _ summary: String, _ hint: String) {
      sink.warning(
        id, "\(control.id): \(summary)", at: control.origin.location(of: "id"), hints: [hint])
    }
    if catalog.controls.isEmpty {
      sink.warning(
        "empty-catalog", "\(catalog.id): holds no controls, and nobody can be measured by it",
        at: catalog.origin.location(of: "id"),
        hints: ["if it was imported: read what the import said"])
    }
    for control in catalog.controls {
      if control.heading.isEmpty {
        warn("no-text", control, "has neither title nor summary", "add a 'summary' in own words")
      }
      if control.locator.parts.isEmpty {
        warn("no-locator", control, "has no locator", "say where in the document it stands")
      }
      guard control.kind == .requirement else { continue }
      if catalog.conformance == .modality, control.modality == nil {
        warn("no-modality", control, "has no modality", "is it required, recommended or permitted?")
      }
      if catalog.conformance == .levels, control.level.isEmpty {
        warn("no-level", control, "has no level", "the rule of this catalog needs it")
      }
    }
    let used = Set(catalog.controls.map(\.parent) + catalog.groups.compactMap(\.parent?.rawValue))
    for group in catalog.groups where !used.contains(group.id.rawValue) {
      sink.warning(
        "empty-group", "the group '\(group.id)' holds nothing",
        at: group.origin.location(of: "id"))
    }
    return structure(of: catalog) + sink.diagnostics
  }

  private static func checkIDs(_ catalog: Catalog, _ sink: inout DiagnosticSink) {
    var seen: [String: Origin] = [:]
    let all =
      catalog.groups.map { ($0.id.rawValue, $0.origin) }
      + catalog.controls.map { ($0.id.rawValue, $0.origin) }
    for (id, origin) in all {
      if let first = seen[id] {
        sink.error(
          "duplicate-id", "the id '\(id)' stands twice", at: origin.location(of: "id"),
          hints: first.location(of: "id").map { ["the first one is at \($0)"] } ?? [])
      } else {
        seen[id] = origin
      }
    }
  }

  private static func checkParents(_ catalog: Catalog, _ sink: inout DiagnosticSink) {
    let groups = Set(catalog.groups.map(\.id.rawValue))
    let controls = Set(catalog.controls.map(\.id.rawValue))
    for group in catalog.groups {
      guard let parent = group.parent, !groups.contains(parent.rawValue) else { continue }
      sink.error(
        "dangling-parent", "the group '\(group.id)' lies in '\(parent)', which does not exist",
        at: group.origin.location(of: "parent"),
        hints: NearestMatch.hints(parent.rawValue, in: catalog.groups.map(\.id.rawValue)))
    }
    for control in catalog.controls where !control.parent.isEmpty {
      guard !groups.contains(control.parent), !controls.contains(control.parent) else { continue }
      sink.error(
        "dangling-parent",
        "the control '\(control.id)' lies in '\(control.parent)', which does not exist",
        at: control.origin.location(of: "parent"),
        hints: NearestMatch.hints(
          control.parent,
          in: catalog.groups.map(\.id.rawValue) + catalog.controls.map(\.id.rawValue)))
    }
  }

  private static func checkCycles(_ catalog: Catalog, _ sink: inout DiagnosticSink) {
    var parents: [String: String] = [:]
    var origins: [String: Origin] = [:]
    for group in catalog.groups {
      parents[group.id.rawValue] = group.parent?.rawValue
      origins[group.id.rawValue] = group.origin
    }
    for control in catalog.controls where !control.parent.isEmpty {
      parents[control.id.rawValue] = control.parent
      origins[control.id.rawValue] = control.origin
    }
    // Ids known to lead to the top or already told of, with how many levels they lie deep.
    var depths: [String: Int] = [:]
    var isTooDeep = false
    for start in catalog.groups.map(\.id.rawValue) + catalog.controls.map(\.id.rawValue) {
      var path: [String] = []
      var onPath: Set<String> = []
      var current = start
      while depths[current] == nil, !onPath.contains(current) {
        path.append(current)
        onPath.insert(current)
        guard let parent = parents[current] else { break }
        current = parent
      }
      if onPath.contains(current), parents[current] != nil {
        let circle = path.drop { $0 != current } + [current]
        sink.error(
          "cyclic-hierarchy",
          "the hierarchy runs in a circle: \(CircleText.text(circle, joinedBy: " in "))",
          at: origins[current]?.location(of: "parent"),
          hints: ["give one of them another 'parent'"])
        for id in path { depths[id] = 0 }
        continue
      }
      var depth = depths[current] ?? 0
      for id in path.reversed() {
        depth += 1
        depths[id] = depth
        guard depth > greatestDepth, !isTooDeep else { continue }
        isTooDeep = true
        sink.error(
          "hierarchy-too-deep", "'\(id)' lies more than \(greatestDepth) levels deep",
          at: origins[id]?.location(of: "parent"),
          hints: ["no standard needs so many: give it a 'parent' nearer to the top"])
      }
    }
  }

  /// How many levels a hierarchy may have; the scorer and the exporters count on it.
  private static let greatestDepth = 64

  private static func checkReferences(_ catalog: Catalog, _ sink: inout DiagnosticSink) {
    let levels = catalog.levels.map(\.id)
    let capacities = catalog.capacities.map(\.id)
    let controls = Set(catalog.controls.map(\.id))
    let parents = Set(catalog.controls.map(\.parent))
    for control in catalog.controls {
      for level in [control.level, control.relevantLevel] where !level.isEmpty {
        guard !levels.contains(level) else { continue }
        sink.error(
          "unknown-level", "\(control.id): the catalog has no level '\(level)'",
          at: control.origin.location(of: "level"), hints: NearestMatch.hints(level, in: levels))
      }
      for supersession in control.supersedes where !controls.contains(supersession.id) {
        sink.error(
          "dangling-id", "\(control.id) supersedes '\(supersession.id)', which does not exist",
          at: control.origin.location(of: "supersedes"),
          hints: NearestMatch.hints(
            supersession.id.rawValue, in: controls.map(\.rawValue).sorted()))
      }
      for capacity in control.feasibility.keys.sorted() where !capacities.contains(capacity) {
        sink.error(
          "dangling-id", "\(control.id) scores '\(capacity)', which is no capacity of the catalog",
          at: control.origin.location, hints: NearestMatch.hints(capacity, in: capacities))
      }
      if control.combination != nil, !parents.contains(control.id.rawValue) {
        sink.error(
          "no-children", "\(control.id) is assessed through its children, but has none",
          at: control.origin.location(of: "id"),
          hints: ["remove 'combination', or add controls with 'parent: \(control.id)'"])
      }
      var aspects: Set<AspectID> = []
      for aspect in control.aspects where !aspects.insert(aspect.id).inserted {
        sink.error(
          "duplicate-id", "\(control.id): the aspect '\(aspect.id)' stands twice",
          at: control.origin.location(of: "id"))
      }
    }
  }
}

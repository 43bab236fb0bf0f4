/// Which controls an import, or a place of a custom structure, selects.
struct ControlSelector {
  /// A condition on ids.
  private struct Clause {
    var ids: Set<String>
    var patterns: [IDPattern]
    var withChildren: Bool

    init(_ selection: OSCALSelectControlByID) {
      ids = Set(selection.withIDs)
      patterns = selection.matching.compactMap { $0.pattern.map(IDPattern.init) }
      withChildren = selection.withChildControls == "yes"
    }

    func names(_ id: String) -> Bool {
      ids.contains(id) || patterns.contains { $0.matches(id) }
    }

    func selects(_ id: String, below ancestors: [String]) -> Bool {
      names(id) || (withChildren && ancestors.contains(where: names))
    }
  }

  /// nil: all.
  private let included: [Clause]?
  private let excluded: [Clause]

  init(_ directive: OSCALImport) {
    self.init(
      all: directive.includeAll, directive.includeControls, excluding: directive.excludeControls)
  }

  init(_ directive: OSCALInsertControls) {
    self.init(
      all: directive.includeAll, directive.includeControls, excluding: directive.excludeControls)
  }

  /// A directive that includes nothing includes all.
  private init(
    all: Bool, _ including: [OSCALSelectControlByID], excluding: [OSCALSelectControlByID]
  ) {
    included = all || including.isEmpty ? nil : including.map(Clause.init)
    excluded = excluding.map(Clause.init)
  }

  /// Whether a control is selected. What is excluded is excluded, however it was included.
  func selects(_ id: String, below ancestors: [String]) -> Bool {
    guard !excludes(id, below: ancestors) else { return false }
    guard let included else { return true }
    return included.contains { $0.selects(id, below: ancestors) }
  }

  /// Whether a control is excluded.
  func excludes(_ id: String, below ancestors: [String]) -> Bool {
    excluded.contains { $0.selects(id, below: ancestors) }
  }

  /// Ids that it names and that a catalog does not have, sorted.
  func unknown(in catalog: OSCALCatalog) -> [String] {
    let named = (included ?? []).reduce(into: Set<String>()) { $0.formUnion($1.ids) }
      .union(excluded.flatMap(\.ids))
    guard !named.isEmpty else { return [] }
    var known: Set<String> = []
    func add(_ controls: [OSCALControl]) {
      for control in controls {
        known.insert(control.id)
        add(control.controls)
      }
    }
    func add(_ groups: [OSCALGroup]) {
      for group in groups {
        add(group.controls)
        add(group.groups)
      }
    }
    add(catalog.controls)
    add(catalog.groups)
    return named.subtracting(known).sorted()
  }
}

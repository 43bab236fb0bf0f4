/// How much a catalog of OSCAL holds.
public struct OSCALCatalogCounts: Sendable, Hashable {
  /// Controls at all depths.
  public var controls = 0
  /// Those of them that are withdrawn.
  public var withdrawn = 0
  /// Groups at all depths.
  public var groups = 0
  /// Parameters, wherever they stand.
  public var parameters = 0
  /// Parts at all depths.
  public var parts = 0
  /// Resources of the back matter.
  public var resources = 0

  /// Counts a catalog.
  public init(_ catalog: OSCALCatalog) {
    resources = catalog.backMatter?.resources.count ?? 0
    parameters = catalog.params.count
    add(catalog.controls.span)
    for group in catalog.groups { add(group) }
  }

  private mutating func add(_ group: OSCALGroup) {
    groups += 1
    parameters += group.params.count
    add(group.parts.span)
    for inner in group.groups { add(inner) }
    add(group.controls.span)
  }

  // Spans, because to copy a control or a part takes longer than to count it.

  private mutating func add(_ some: Span<OSCALControl>) {
    controls += some.count
    for index in some.indices {
      if some[index].isWithdrawn { withdrawn += 1 }
      parameters += some[index].params.count
      add(some[index].parts.span)
      add(some[index].controls.span)
    }
  }

  private mutating func add(_ some: Span<OSCALPart>) {
    parts += some.count
    for index in some.indices { add(some[index].parts.span) }
  }
}

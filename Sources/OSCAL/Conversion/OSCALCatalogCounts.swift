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
    for entry in catalog.controls { add(entry) }
    for entry in catalog.groups { add(entry) }
  }

  private mutating func add(_ group: OSCALGroup) {
    groups += 1
    parameters += group.params.count
    for entry in group.parts { add(entry) }
    for entry in group.groups { add(entry) }
    for entry in group.controls { add(entry) }
  }

  private mutating func add(_ control: OSCALControl) {
    controls += 1
    if control.isWithdrawn { withdrawn += 1 }
    parameters += control.params.count
    for entry in control.parts { add(entry) }
    for entry in control.controls { add(entry) }
  }

  private mutating func add(_ part: OSCALPart) {
    parts += 1
    for entry in part.parts { add(entry) }
  }
}

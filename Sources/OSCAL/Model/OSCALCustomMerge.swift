/// Groups of the profile's own: `custom`.
public struct OSCALCustomMerge: Sendable, Hashable {
  /// In document order.
  public var groups: [OSCALProfileGroup]
  /// Controls outside of any group.
  public var insertControls: [OSCALInsertControls]

  /// Makes one; what is not given is absent.
  public init(
    groups: [OSCALProfileGroup] = [], insertControls: [OSCALInsertControls] = []
  ) {
    self.groups = groups
    self.insertControls = insertControls
  }
}

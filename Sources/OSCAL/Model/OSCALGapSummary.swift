/// Controls that have no relation.
public struct OSCALGapSummary: Sendable, Hashable {
  /// Identifies the summary.
  public var uuid: String
  /// The controls.
  public var unmappedControls: [OSCALSelectControlByID]

  /// Makes one; what is not given is absent.
  public init(
    uuid: String, unmappedControls: [OSCALSelectControlByID] = []
  ) {
    self.uuid = uuid
    self.unmappedControls = unmappedControls
  }
}

/// Names controls by id or pattern: `include-controls` and its like.
public struct OSCALSelectControlByID: Sendable, Hashable {
  /// `yes` or `no`: with the controls within those named; nil: no.
  public var withChildControls: String?
  /// Ids of controls.
  public var withIDs: [String]
  /// Patterns of ids.
  public var matching: [OSCALMatching]
  /// Where it was read.
  public var origin: OSCALOrigin

  /// Makes one; what is not given is absent.
  public init(
    withChildControls: String? = nil, withIDs: [String] = [], matching: [OSCALMatching] = [],
    origin: OSCALOrigin = OSCALOrigin()
  ) {
    self.withChildControls = withChildControls
    self.withIDs = withIDs
    self.matching = matching
    self.origin = origin
  }
}

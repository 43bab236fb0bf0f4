/// The controls that go to a place of the result.
public struct OSCALInsertControls: Sendable, Hashable {
  /// `keep`, `ascending` or `descending`; nil: `keep`.
  public var order: String?
  /// Whether all controls go there.
  public var includeAll: Bool
  /// Controls that go there.
  public var includeControls: [OSCALSelectControlByID]
  /// Controls that do not after all.
  public var excludeControls: [OSCALSelectControlByID]
  /// Where it was read.
  public var origin: OSCALOrigin

  /// Makes one; what is not given is absent.
  public init(
    order: String? = nil, includeAll: Bool = false,
    includeControls: [OSCALSelectControlByID] =
      [], excludeControls: [OSCALSelectControlByID] = [], origin: OSCALOrigin = OSCALOrigin()
  ) {
    self.order = order
    self.includeAll = includeAll
    self.includeControls = includeControls
    self.excludeControls = excludeControls
    self.origin = origin
  }
}

/// A catalog or profile, and the controls that are taken from it.
public struct OSCALImport: Sendable, Hashable {
  /// A URI, or `#` and the uuid of a resource in the back matter.
  public var href: String
  /// Whether all controls are taken.
  public var includeAll: Bool
  /// Controls that are taken.
  public var includeControls: [OSCALSelectControlByID]
  /// Controls that are not taken after all.
  public var excludeControls: [OSCALSelectControlByID]
  /// Where it was read.
  public var origin: OSCALOrigin

  /// Makes one; what is not given is absent.
  public init(
    href: String, includeAll: Bool = false, includeControls: [OSCALSelectControlByID] = [],
    excludeControls: [OSCALSelectControlByID] = [], origin: OSCALOrigin = OSCALOrigin()
  ) {
    self.href = href
    self.includeAll = includeAll
    self.includeControls = includeControls
    self.excludeControls = excludeControls
    self.origin = origin
  }
}

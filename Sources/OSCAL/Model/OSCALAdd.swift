/// What is put into a control.
public struct OSCALAdd: Sendable, Hashable {
  /// `starting`, `ending`, `before` or `after`; nil: `ending`.
  public var position: String?
  /// The object that it is put into or beside; nil: the control.
  public var byID: String?
  /// A new title.
  public var title: OSCALMarkupLine?
  /// New parameters.
  public var params: [OSCALParameter]
  /// Characteristics with a name and a value.
  public var props: [OSCALProperty]
  /// References to other resources.
  public var links: [OSCALLink]
  /// New parts.
  public var parts: [OSCALPart]
  /// Where it was read.
  public var origin: OSCALOrigin

  /// Makes one; what is not given is absent.
  public init(
    position: String? = nil, byID: String? = nil, title: OSCALMarkupLine? = nil,
    params:
      [OSCALParameter] = [], props: [OSCALProperty] = [], links: [OSCALLink] = [],
    parts:
      [OSCALPart] = [], origin: OSCALOrigin = OSCALOrigin()
  ) {
    self.position = position
    self.byID = byID
    self.title = title
    self.params = params
    self.props = props
    self.links = links
    self.parts = parts
    self.origin = origin
  }
}

/// What is mapped: a control, or a statement of it.
public struct OSCALMappingItem: Sendable, Hashable {
  /// `control` or `statement`.
  public var type: String
  /// Its id in its document.
  public var idRef: String
  /// Characteristics with a name and a value.
  public var props: [OSCALProperty]
  /// References to other resources.
  public var links: [OSCALLink]
  /// Commentary on the object that holds it.
  public var remarks: OSCALMarkupMultiline?
  /// Where it was read.
  public var origin: OSCALOrigin

  /// Makes one; what is not given is absent.
  public init(
    type: String, idRef: String, props: [OSCALProperty] = [], links: [OSCALLink] = [],
    remarks:
      OSCALMarkupMultiline? = nil, origin: OSCALOrigin = OSCALOrigin()
  ) {
    self.type = type
    self.idRef = idRef
    self.props = props
    self.links = links
    self.remarks = remarks
    self.origin = origin
  }
}

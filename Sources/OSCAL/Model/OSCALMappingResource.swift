/// A document that is mapped.
public struct OSCALMappingResource: Sendable, Hashable {
  /// The vocabulary that the type is of.
  public var ns: String?
  /// `catalog` or `profile`.
  public var type: String
  /// A URI, or `#` and the uuid of a resource in the back matter.
  public var href: String
  /// Characteristics with a name and a value.
  public var props: [OSCALProperty]
  /// References to other resources.
  public var links: [OSCALLink]
  /// Commentary on the object that holds it.
  public var remarks: OSCALMarkupMultiline?

  /// Makes one; what is not given is absent.
  public init(
    ns: String? = nil, type: String, href: String, props: [OSCALProperty] = [],
    links:
      [OSCALLink] = [], remarks: OSCALMarkupMultiline? = nil
  ) {
    self.ns = ns
    self.type = type
    self.href = href
    self.props = props
    self.links = links
    self.remarks = remarks
  }
}

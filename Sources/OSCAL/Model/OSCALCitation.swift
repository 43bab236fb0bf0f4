/// How a resource is cited.
public struct OSCALCitation: Sendable, Hashable {
  /// A line of text.
  public var text: OSCALMarkupLine
  /// Characteristics with a name and a value.
  public var props: [OSCALProperty]
  /// References to other resources.
  public var links: [OSCALLink]

  /// Makes one; what is not given is absent.
  public init(
    text: OSCALMarkupLine, props: [OSCALProperty] = [], links: [OSCALLink] = []
  ) {
    self.text = text
    self.props = props
    self.links = links
  }
}

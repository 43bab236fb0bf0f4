/// A partition of a control or group: a statement, an item, guidance.
public struct OSCALPart: Sendable, Hashable {
  /// Unique in the document.
  public var id: String?
  /// What it is: `statement`, `item`, `guidance`.
  public var name: String
  /// The vocabulary that the name is of; nil: that of OSCAL.
  public var ns: String?
  /// A textual label for a sub-type.
  public var `class`: String?
  /// Its name.
  public var title: OSCALMarkupLine?
  /// Characteristics with a name and a value.
  public var props: [OSCALProperty]
  /// Its text, without that of its parts.
  public var prose: OSCALMarkupMultiline?
  /// Parts within it.
  public var parts: [OSCALPart]
  /// References to other resources.
  public var links: [OSCALLink]
  /// Where it was read.
  public var origin: OSCALOrigin

  /// Makes one; what is not given is absent.
  public init(
    id: String? = nil, name: String, ns: String? = nil, `class`: String? = nil,
    title:
      OSCALMarkupLine? = nil, props: [OSCALProperty] = [], prose: OSCALMarkupMultiline? = nil,
    parts: [OSCALPart] = [], links: [OSCALLink] = [], origin: OSCALOrigin = OSCALOrigin()
  ) {
    self.id = id
    self.name = name
    self.ns = ns
    self.class = `class`
    self.title = title
    self.props = props
    self.prose = prose
    self.parts = parts
    self.links = links
    self.origin = origin
  }
}

/// A requirement or guideline, with its enhancements.
public struct OSCALControl: Sendable, Hashable {
  /// Unique in the document: `ac-2.3`.
  public var id: String
  /// A textual label for a sub-type: `SP800-53-enhancement`.
  public var `class`: String?
  /// Its name.
  public var title: OSCALMarkupLine
  /// What an organization sets.
  public var params: [OSCALParameter]
  /// Characteristics with a name and a value.
  public var props: [OSCALProperty]
  /// References to other resources.
  public var links: [OSCALLink]
  /// Statement, guidance, assessment objectives and methods.
  public var parts: [OSCALPart]
  /// Controls within it: enhancements.
  public var controls: [OSCALControl]
  /// Where it was read.
  public var origin: OSCALOrigin

  /// Makes one; what is not given is absent.
  public init(
    id: String, `class`: String? = nil, title: OSCALMarkupLine, params: [OSCALParameter] = [],
    props: [OSCALProperty] = [], links: [OSCALLink] = [], parts: [OSCALPart] = [],
    controls:
      [OSCALControl] = [], origin: OSCALOrigin = OSCALOrigin()
  ) {
    self.id = id
    self.class = `class`
    self.title = title
    self.params = params
    self.props = props
    self.links = links
    self.parts = parts
    self.controls = controls
    self.origin = origin
  }
}

/// A group of the result, and the controls that go into it.
public struct OSCALProfileGroup: Sendable, Hashable {
  /// Unique in the document.
  public var id: String?
  /// A textual label for a sub-type.
  public var `class`: String?
  /// Its name.
  public var title: OSCALMarkupLine?
  /// Parameters of the group.
  public var params: [OSCALParameter]
  /// Characteristics with a name and a value.
  public var props: [OSCALProperty]
  /// References to other resources.
  public var links: [OSCALLink]
  /// Its prose.
  public var parts: [OSCALPart]
  /// Groups within it.
  public var groups: [OSCALProfileGroup]
  /// Controls within it.
  public var insertControls: [OSCALInsertControls]
  /// Where it was read.
  public var origin: OSCALOrigin

  /// Makes one; what is not given is absent.
  public init(
    id: String? = nil, `class`: String? = nil, title: OSCALMarkupLine? = nil,
    params:
      [OSCALParameter] = [], props: [OSCALProperty] = [], links: [OSCALLink] = [],
    parts:
      [OSCALPart] = [], groups: [OSCALProfileGroup] = [],
    insertControls: [OSCALInsertControls] =
      [], origin: OSCALOrigin = OSCALOrigin()
  ) {
    self.id = id
    self.class = `class`
    self.title = title
    self.params = params
    self.props = props
    self.links = links
    self.parts = parts
    self.groups = groups
    self.insertControls = insertControls
    self.origin = origin
  }
}

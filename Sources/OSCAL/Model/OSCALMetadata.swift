/// What a document says about itself.
public struct OSCALMetadata: Sendable, Hashable {
  /// Its name.
  public var title: OSCALMarkupLine
  /// When it was made public, as it is written.
  public var published: String?
  /// When it last changed, as it is written.
  public var lastModified: String
  /// Of the document.
  public var version: String
  /// Of OSCAL.
  public var oscalVersion: String
  /// `revision` elements: earlier versions.
  public var revisions: [OSCALNode]
  /// Identifiers that stay the same over versions.
  public var documentIDs: [OSCALDocumentID]
  /// Characteristics with a name and a value.
  public var props: [OSCALProperty]
  /// References to other resources.
  public var links: [OSCALLink]
  /// `role` elements.
  public var roles: [OSCALNode]
  /// `location` elements.
  public var locations: [OSCALNode]
  /// `party` elements.
  public var parties: [OSCALNode]
  /// `responsible-party` elements.
  public var responsibleParties: [OSCALNode]
  /// `action` elements.
  public var actions: [OSCALNode]
  /// Commentary on the object that holds it.
  public var remarks: OSCALMarkupMultiline?

  /// Makes one; what is not given is absent.
  public init(
    title: OSCALMarkupLine, published: String? = nil, lastModified: String, version: String,
    oscalVersion: String, revisions: [OSCALNode] = [], documentIDs: [OSCALDocumentID] = [],
    props: [OSCALProperty] = [], links: [OSCALLink] = [], roles: [OSCALNode] = [],
    locations:
      [OSCALNode] = [], parties: [OSCALNode] = [], responsibleParties: [OSCALNode] = [],
    actions:
      [OSCALNode] = [], remarks: OSCALMarkupMultiline? = nil
  ) {
    self.title = title
    self.published = published
    self.lastModified = lastModified
    self.version = version
    self.oscalVersion = oscalVersion
    self.revisions = revisions
    self.documentIDs = documentIDs
    self.props = props
    self.links = links
    self.roles = roles
    self.locations = locations
    self.parties = parties
    self.responsibleParties = responsibleParties
    self.actions = actions
    self.remarks = remarks
  }
}

/// Something that a document refers to, or holds.
public struct OSCALResource: Sendable, Hashable {
  /// What links name it by.
  public var uuid: String
  /// Its name.
  public var title: OSCALMarkupLine?
  /// What it is.
  public var description: OSCALMarkupMultiline?
  /// Characteristics with a name and a value.
  public var props: [OSCALProperty]
  /// Its identifiers.
  public var documentIDs: [OSCALDocumentID]
  /// How it is cited.
  public var citation: OSCALCitation?
  /// Where it is to be had.
  public var rlinks: [OSCALResourceLink]
  /// The resource itself.
  public var base64: OSCALBase64?
  /// Commentary on the object that holds it.
  public var remarks: OSCALMarkupMultiline?
  /// Where it was read.
  public var origin: OSCALOrigin

  /// Makes one; what is not given is absent.
  public init(
    uuid: String, title: OSCALMarkupLine? = nil, description: OSCALMarkupMultiline? = nil,
    props: [OSCALProperty] = [], documentIDs: [OSCALDocumentID] = [],
    citation: OSCALCitation? =
      nil, rlinks: [OSCALResourceLink] = [], base64: OSCALBase64? = nil,
    remarks:
      OSCALMarkupMultiline? = nil, origin: OSCALOrigin = OSCALOrigin()
  ) {
    self.uuid = uuid
    self.title = title
    self.description = description
    self.props = props
    self.documentIDs = documentIDs
    self.citation = citation
    self.rlinks = rlinks
    self.base64 = base64
    self.remarks = remarks
    self.origin = origin
  }
}

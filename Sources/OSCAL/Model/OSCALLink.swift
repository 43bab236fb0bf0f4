/// A reference to a resource.
public struct OSCALLink: Sendable, Hashable {
  /// A URI, or `#` and the uuid or id of something in the document.
  public var href: String
  /// What the resource is to the object.
  public var rel: String?
  /// A hint of what to expect.
  public var mediaType: String?
  /// A place within the resource.
  public var resourceFragment: String?
  /// A label for readers.
  public var text: OSCALMarkupLine?

  /// Makes one; what is not given is absent.
  public init(
    href: String, rel: String? = nil, mediaType: String? = nil, resourceFragment: String? = nil,
    text: OSCALMarkupLine? = nil
  ) {
    self.href = href
    self.rel = rel
    self.mediaType = mediaType
    self.resourceFragment = resourceFragment
    self.text = text
  }
}

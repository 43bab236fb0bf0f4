/// A place where a resource is to be had: `rlink`.
public struct OSCALResourceLink: Sendable, Hashable {
  /// A URI.
  public var href: String
  /// A hint of what to expect.
  public var mediaType: String?
  /// Digests of what is there.
  public var hashes: [OSCALHash]

  /// Makes one; what is not given is absent.
  public init(
    href: String, mediaType: String? = nil, hashes: [OSCALHash] = []
  ) {
    self.href = href
    self.mediaType = mediaType
    self.hashes = hashes
  }
}

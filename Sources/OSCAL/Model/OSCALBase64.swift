/// A resource inside the document.
public struct OSCALBase64: Sendable, Hashable {
  /// A name to give to it.
  public var filename: String?
  /// What it is.
  public var mediaType: String?
  /// The encoded bytes, as they are written.
  public var value: String

  /// Makes one; what is not given is absent.
  public init(
    filename: String? = nil, mediaType: String? = nil, value: String
  ) {
    self.filename = filename
    self.mediaType = mediaType
    self.value = value
  }
}

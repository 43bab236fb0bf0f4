/// An identifier of a document.
public struct OSCALDocumentID: Sendable, Hashable {
  /// The kind of identifier, as a URI.
  public var scheme: String?
  /// The identifier.
  public var identifier: String

  /// Makes one; what is not given is absent.
  public init(
    scheme: String? = nil, identifier: String
  ) {
    self.scheme = scheme
    self.identifier = identifier
  }
}

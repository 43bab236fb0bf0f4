/// A picture in prose: `img`.
public struct OSCALImage: Sendable, Hashable {
  /// Where it is.
  public var src: String
  /// What stands in its place.
  public var alt: String?
  /// Its name.
  public var title: String?

  /// Makes a picture.
  public init(src: String, alt: String? = nil, title: String? = nil) {
    self.src = src
    self.alt = alt
    self.title = title
  }
}

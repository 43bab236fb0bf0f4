/// What a document may cost. Everything beyond is refused, never cut off silently.
public struct MarkupLimits: Sendable, Hashable {
  /// Length of the document in bytes.
  public var bytes: Int
  /// How deep elements may be nested.
  public var depth: Int
  /// Attributes of one tag.
  ///
  /// libxml2 compares each attribute with all before it: 100,000 of them in one tag (1.1 MB) take
  /// 18.7 s. With 256, a document of 64 MiB that consists of nothing else stays below some
  /// seconds.
  public var attributesPerTag: Int
  /// Bytes of one tag.
  ///
  /// Only the number of attributes is quadratic; one long value is read in linear time. Published
  /// pages carry images and style sheets as `data:` addresses of tens of kilobytes in one value,
  /// so the limit on bytes is generous.
  public var bytesPerTag: Int

  /// Start tags in the document.
  ///
  /// What an element costs does not depend on its length: 8 MB of `<p>x</p>` are a million elements
  /// and take 650 MB.
  public var elements: Int
  /// Attributes of all tags together; a million of them take 360 MB.
  public var attributes: Int

  /// Makes limits; the defaults suit documents that people publish.
  public init(
    bytes: Int = 64 << 20, depth: Int = 255, attributesPerTag: Int = 256,
    bytesPerTag: Int = 1 << 20, elements: Int = .max, attributes: Int = .max
  ) {
    self.elements = elements
    self.attributes = attributes
    self.bytes = bytes
    self.depth = depth
    self.attributesPerTag = attributesPerTag
    self.bytesPerTag = bytesPerTag
  }
}

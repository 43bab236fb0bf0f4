/// A piece of an HTML document as a value. Text stays text until `HTMLFormatter` writes it, and the
/// formatter escapes all of it: there is no way to put markup into a document but a tag.
public enum HTML: Sendable, Hashable {
  /// Text of any origin.
  case text(String)
  /// An element; made with `tag`.
  case element(Tag, [Attribute], [HTML])
  /// Several pieces in a row.
  case list([HTML])

  /// An element.
  ///
  /// - Parameters:
  ///   - tag: what it is.
  ///   - attributes: in the order in which they are written.
  ///   - content: what is in it.
  public static func tag(_ tag: Tag, _ attributes: [Attribute] = [], _ content: HTML...) -> HTML {
    .element(tag, attributes, content)
  }

  /// Nothing.
  public static let nothing = HTML.list([])
}

extension HTML: ExpressibleByStringInterpolation {
  /// Text.
  public init(stringLiteral text: String) { self = .text(text) }
}

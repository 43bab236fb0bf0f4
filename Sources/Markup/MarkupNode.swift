/// A piece of an element's content.
public enum MarkupNode: Sendable, Hashable {
  /// An element with its own content.
  case element(MarkupElement)
  /// Characters, with references already decoded.
  case text(String)
}

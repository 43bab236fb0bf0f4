/// Where in the published document a thing stands: page, table, clause and the like, by name.
public struct Locator: Sendable, Hashable {
  /// The parts in the order in which they are read: `page` → `71`.
  public var parts: [Part]

  /// Makes a locator.
  public init(_ parts: [Part] = []) { self.parts = parts }

  /// One part of a locator.
  public struct Part: Sendable, Hashable {
    /// One of `Locator.names`.
    public var name: String
    /// As the document prints it.
    public var value: String

    /// Makes a part.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The names that a locator may use.
  public static let names = [
    "document", "part", "section", "clause", "appendix", "table", "figure", "page", "pdfPage",
    "line", "paragraph", "anchor", "xpath",
  ]

  /// `table 6.1, page 24`
  public var text: String {
    parts.map { "\($0.name) \($0.value)" }.joined(separator: ", ")
  }
}

/// An element of an HTML or XML document: an immutable value that knows nothing of its parent.
public struct MarkupElement: Sendable, Hashable {
  /// The local name; lower case in HTML.
  public let name: String
  /// The attributes in document order.
  public let attributes: [Attribute]
  /// The content in document order; comments and processing instructions are left out.
  public let children: [MarkupNode]
  /// The line on which its start tag ends, from 1; 0 when it is not known.
  public let line: Int

  /// Makes an element.
  public init(
    name: String, attributes: [Attribute] = [], children: [MarkupNode] = [], line: Int = 0
  ) {
    self.name = name
    self.attributes = attributes
    self.children = children
    self.line = line
  }

  /// A name with a value.
  public struct Attribute: Sendable, Hashable {
    /// The local name; lower case in HTML.
    public let name: String
    /// The value with references decoded; empty when the attribute has none.
    public let value: String

    /// Makes an attribute.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }
}

extension MarkupElement {
  /// The value of an attribute, or nil when the element does not have it.
  public func attribute(_ name: String) -> String? {
    attributes.first { $0.name == name }?.value
  }

  /// The elements among the children, in order.
  public var elements: [MarkupElement] {
    children.compactMap { child in
      if case .element(let element) = child { element } else { nil }
    }
  }

  /// The first element of that name among the children, or nil.
  public func child(_ name: String) -> MarkupElement? {
    for case .element(let element) in children where element.name == name { return element }
    return nil
  }

  /// Whether `name` is one of the words of the attribute `class`.
  public func hasClass(_ name: String) -> Bool {
    guard let classes = attribute("class") else { return false }
    // Most classes are one word, and most others do not hold the name.
    guard classes.utf8.count > name.utf8.count else { return classes == name }
    return classes.split(whereSeparator: \.isWhitespace).contains { $0 == name }
  }

  /// All text below the element, in order, with nothing added.
  public var text: String {
    var result = ""
    appendText(to: &result)
    return result
  }

  /// All text below the element, or nil when it has more than `limit` bytes.
  public func text(upTo limit: Int) -> String? {
    var result = ""
    return appendText(to: &result, upTo: limit) ? result : nil
  }

  private func appendText(to result: inout String, upTo limit: Int) -> Bool {
    for child in children {
      switch child {
      case .text(let text):
        guard result.utf8.count + text.utf8.count <= limit else { return false }
        result += text
      case .element(let element):
        guard element.appendText(to: &result, upTo: limit) else { return false }
      }
    }
    return true
  }

  private func appendText(to result: inout String) {
    for child in children {
      switch child {
      case .text(let text): result += text
      case .element(let element): element.appendText(to: &result)
      }
    }
  }

  /// The first element that `matches`, in document order, starting with this one.
  public func first(where matches: (MarkupElement) -> Bool) -> MarkupElement? {
    if matches(self) { return self }
    for case .element(let element) in children {
      if let found = element.first(where: matches) { return found }
    }
    return nil
  }

  /// Every element that `matches`, in document order, starting with this one.
  public func all(where matches: (MarkupElement) -> Bool) -> [MarkupElement] {
    var found: [MarkupElement] = []
    collect(into: &found, where: matches)
    return found
  }

  private func collect(
    into found: inout [MarkupElement], where matches: (MarkupElement) -> Bool
  ) {
    if matches(self) { found.append(self) }
    for case .element(let element) in children { element.collect(into: &found, where: matches) }
  }
}

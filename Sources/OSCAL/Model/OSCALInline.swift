/// A piece of a line of prose.
public enum OSCALInline: Sendable, Hashable {
  /// Characters, as a reader sees them.
  case text(String)
  /// Text that is set off: `em`, `strong`, `i`, `b`, `sub`, `sup`, `q`.
  case phrase(Phrase, [OSCALInline])
  /// Code, with the attribute `class`.
  case code(class: String?, [OSCALInline])
  /// A link.
  case anchor(href: String?, title: String?, [OSCALInline])
  /// A picture.
  case image(OSCALImage)
  /// The place of something that is put in: `type` is `param`, `idRef` the parameter's id.
  case insert(type: String, idRef: String)
  /// A line break: `br`.
  case lineBreak

  /// How text is set off; the raw value is the element's name.
  public enum Phrase: String, Sendable, Hashable, CaseIterable {
    /// Emphasis.
    case em
    /// Strong emphasis.
    case strong
    /// Italics.
    case i
    /// Bold.
    case b
    /// Subscript.
    case sub
    /// Superscript.
    case sup
    /// A quotation.
    case q
  }

  /// What stands within it.
  public var inlines: [OSCALInline] {
    switch self {
    case .phrase(_, let content), .code(_, let content), .anchor(_, _, let content): content
    case .text, .image, .insert, .lineBreak: []
    }
  }

  /// Calls `body` with it and everything within, in document order.
  public func forEach(_ body: (OSCALInline) -> Void) {
    body(self)
    for inline in inlines { inline.forEach(body) }
  }

  func appendPlainText(
    to result: inout String, insert: (_ type: String, _ idRef: String) -> String
  ) {
    switch self {
    case .text(let text): result += text
    case .insert(let type, let idRef): result += insert(type, idRef)
    case .image(let image): result += image.alt ?? ""
    case .lineBreak: result += "\n"
    case .phrase(.q, let content):
      result += "“"
      for inline in content { inline.appendPlainText(to: &result, insert: insert) }
      result += "”"
    case .phrase(_, let content), .code(_, let content), .anchor(_, _, let content):
      for inline in content { inline.appendPlainText(to: &result, insert: insert) }
    }
  }
}

internal import Markup

/// The styles of an OpenDocument text that say what is numbered, and how.
struct OpenDocumentStyles {
  private var lists: [String: OfficeListStyle] = [:]
  /// The numbers of headings.
  private(set) var outline: OfficeListStyle?
  /// Paragraph styles that take part in no list, though headings do.
  private var unnumbered: Set<String> = []
  /// The level of headings that a paragraph style gives, and the style that it is made from.
  private var levels: [String: Int] = [:]
  private var parents: [String: String] = [:]
  /// Whether a style says that its text is bold, or that it is not.
  private var weights: [String: Bool] = [:]

  /// Takes the styles of the document's parts; a later part goes before an earlier one.
  init(_ parts: [MarkupElement]) {
    for part in parts {
      for group in part.elements where ["styles", "automatic-styles"].contains(group.name) {
        for style in group.elements { add(style) }
      }
    }
  }

  private mutating func add(_ style: MarkupElement) {
    let name = style.attribute("name") ?? ""
    if style.name == "style", style.attribute("family") == "paragraph" {
      levels[name] = Self.headingLevel(of: style, name)
    }
    if style.name == "style", ["paragraph", "text"].contains(style.attribute("family")) {
      parents[name] = style.attribute("parent-style-name")
      let properties = style.elements.first { $0.name == "text-properties" }
      weights[name] = properties?.attribute("font-weight").map { weight in
        weight == "bold" || (Int(weight) ?? 0) >= 600
      }
    }
    switch style.name {
    case "list-style": lists[name] = OfficeListStyle(style)
    case "outline-style": outline = OfficeListStyle(style)
    case "style" where style.attribute("list-style-name") == "": unnumbered.insert(name)
    default: break
    }
  }

  /// `Heading_20_2` is level 2 in every office program, whatever the style says of the outline.
  private static func headingLevel(of style: MarkupElement, _ name: String) -> Int? {
    let opening = "Heading_20_"
    let number =
      style.attribute("default-outline-level")
      ?? (name.hasPrefix(opening) ? String(name.dropFirst(opening.count)) : nil)
    return OfficeListLevel.number(number).flatMap { (1...10).contains($0) ? $0 : nil }
  }

  /// The level of the heading that a paragraph of this style shows as; nil: it is no heading.
  func headingLevel(_ name: String?) -> Int? { value(of: name, in: levels) }

  /// Whether text of this style is bold; nil: it is as what stands around it.
  func isBold(_ name: String?) -> Bool? { value(of: name, in: weights) }

  /// What a style says, or else the one that it is made from.
  private func value<Value>(of name: String?, in values: [String: Value]) -> Value? {
    var name = name
    for _ in 0..<16 {
      guard let style = name else { return nil }
      if let value = values[style] { return value }
      name = parents[style]
    }
    return nil
  }

  func list(_ name: String?) -> OfficeListStyle? { name.flatMap { lists[$0] } }

  /// Whether headings of a paragraph style have no number.
  func isUnnumbered(_ name: String?) -> Bool { name.map(unnumbered.contains) ?? false }
}

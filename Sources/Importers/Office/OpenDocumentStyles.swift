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
      parents[name] = style.attribute("parent-style-name")
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
  func headingLevel(_ name: String?) -> Int? {
    var name = name
    for _ in 0..<16 {
      guard let style = name else { return nil }
      if let level = levels[style] { return level }
      name = parents[style]
    }
    return nil
  }

  func list(_ name: String?) -> OfficeListStyle? { name.flatMap { lists[$0] } }

  /// Whether headings of a paragraph style have no number.
  func isUnnumbered(_ name: String?) -> Bool { name.map(unnumbered.contains) ?? false }
}

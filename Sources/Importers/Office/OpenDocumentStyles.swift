internal import Markup

/// The styles of an OpenDocument text that say what is numbered, and how.
struct OpenDocumentStyles {
  private var lists: [String: OfficeListStyle] = [:]
  /// The numbers of headings.
  private(set) var outline: OfficeListStyle?
  /// Paragraph styles that take part in no list, though headings do.
  private var unnumbered: Set<String> = []

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
    switch style.name {
    case "list-style": lists[name] = OfficeListStyle(style)
    case "outline-style": outline = OfficeListStyle(style)
    case "style" where style.attribute("list-style-name") == "": unnumbered.insert(name)
    default: break
    }
  }

  func list(_ name: String?) -> OfficeListStyle? { name.flatMap { lists[$0] } }

  /// Whether headings of a paragraph style have no number.
  func isUnnumbered(_ name: String?) -> Bool { name.map(unnumbered.contains) ?? false }
}

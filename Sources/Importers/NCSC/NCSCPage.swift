internal import Markup

/// A page of NCSC's site in one of its generations: what its React application put on the screen
/// until 2025, the JSON that this application fetched, and the site of 2026.
struct NCSCPage {
  /// The blocks of the content, without the boxes with dates and versions.
  let blocks: [TextBlock]
  /// What the page calls itself: its title, its headings.
  let titles: [String]
  /// The version that its box states: `4.0`; nil without one.
  let version: String?

  /// Takes a page apart.
  ///
  /// - Parameter all: the page's blocks, when they are known: they are its own unless it has boxes.
  init(_ root: MarkupElement, blocks all: [TextBlock]? = nil) {
    var boxes: [MarkupElement] = []
    let content = Self.withoutBoxes(root, &boxes)
    blocks = boxes.isEmpty ? all ?? HTMLBlocks.blocks(of: root) : HTMLBlocks.blocks(of: content)
    var titles = root.all {
      $0.name == "title" || $0.hasClass("pcf-title") || $0.attribute("data-testid") == "pcf-title"
    }.map { FoldedText.fold($0.text) }
    titles += blocks.filter(\.isHeading).map(\.text)
    self.titles = titles
    version =
      (boxes.map { HTMLBlocks.blocks(of: $0) } + [blocks]).lazy.compactMap(Self.version)
      .first
  }

  /// Whether one of the page's titles holds the words.
  func isTitled(_ words: String) -> Bool {
    titles.contains { FoldedText.comparable($0).contains(words) }
  }

  /// Whether the page is one of NCSC's site and holds text of its own: not a list of results, not
  /// an error.
  func isNCSC(_ root: MarkupElement, _ document: SourceDocument) -> Bool {
    guard document.pageKind == .other else { return false }
    if document.form == .collectionContent { return true }
    let isNamed = titles.contains { $0.lowercased().contains("ncsc") }
    return isNamed
      || root.first {
        $0.hasClass("pcf-BodyText") || $0.hasClass("pcf-articleWrapper") || $0.hasClass("c-wysiwyg")
      } != nil
  }

  /// Takes out the boxes beside the content, and hands them over.
  private static func withoutBoxes(
    _ element: MarkupElement, _ boxes: inout [MarkupElement]
  ) -> MarkupElement {
    var children: [MarkupNode] = []
    for child in element.children {
      guard case .element(let inner) = child else {
        children.append(child)
        continue
      }
      if isBox(inner) {
        boxes.append(inner)
      } else {
        children.append(.element(withoutBoxes(inner, &boxes)))
      }
    }
    return MarkupElement(
      name: element.name, attributes: element.attributes, children: children, line: element.line)
  }

  private static func isBox(_ element: MarkupElement) -> Bool {
    element.attribute("data-testid") == "pcf-documentinformation"
      || element.hasClass("pcf-documentinformation") || element.hasClass("c-layout-sidebar-bottom")
      || element.name == "aside"
  }

  /// `Version 4.0` in one block, or the number behind the word.
  private static func version(in blocks: [TextBlock]) -> String? {
    for (index, block) in blocks.enumerated() where block.text.utf8.count < 40 {
      let text = block.text.lowercased()
      guard text.hasPrefix("version") else { continue }
      if let number = CAFEdition.number(in: text) { return number }
      if text.filter(\.isLetter) == "version", index + 1 < blocks.count,
        blocks[index + 1].text.utf8.count < 20,
        let number = CAFEdition.number(in: blocks[index + 1].text)
      {
        return number
      }
    }
    return nil
  }

  /// Whether a heading belongs to the site, not to the document.
  static func isFurniture(_ heading: String) -> Bool {
    var title = FoldedText.comparable(heading)
    while let last = title.last, "?!:".contains(last) { title.removeLast() }
    return furniture.contains(title)
      || ["was this", "did you find", "back to", "download", "share this", "sign up", "follow us"]
        .contains { title.hasPrefix($0) }
  }

  private static let furniture: Set<String> = [
    "published", "reviewed", "version", "written for", "topics", "topic", "share", "print",
    "also see", "see also", "related", "related content", "related collections", "related pages",
    "on this page", "in this section", "in this collection", "in this guidance", "contents", "next",
    "previous", "feedback", "tags", "part of", "last reviewed", "page last reviewed", "news",
    "further reading", "more information", "further information", "about the guidelines", "notes",
    "footnotes", "references", "acknowledgements", "glossary", "cookies on this site",
    "document information", "authors", "audience",
  ]
}

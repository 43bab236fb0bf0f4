internal import Markup

/// Writes the text of an OpenDocument file as a web page, so that one reader serves both.
///
/// What a list or an outline prints before its points stands in the text then. Footnotes leave
/// their marker; notes of reviewers, deleted text and tables of contents are left out.
struct OpenDocumentPage {
  private let styles: OpenDocumentStyles
  private var outline = OfficeCounter()
  private var counters: [OfficeCounter] = []
  /// The counter of each list that has an id, and of the last list of each style.
  private var counterOfID: [String: Int] = [:]
  private var counterOfStyle: [String: Int] = [:]
  private var paragraphs = OfficeParagraphs()

  /// The page of a document's `text` element.
  static func page(of text: MarkupElement, styles: OpenDocumentStyles) -> MarkupElement {
    var writer = OpenDocumentPage(styles: styles)
    return OfficeParagraphs.page(writer.blocks(of: text, in: nil))
  }

  private init(styles: OpenDocumentStyles) { self.styles = styles }

  /// An open point of a list.
  private struct Point {
    var counter: Int
    var level: Int
    var style: OfficeListStyle?
    var styleName: String?
    var set: Int?
    /// What a program wrote down as the point's number.
    var written: String?
    /// The point's number, once a paragraph has opened it.
    var number: Int?
    var isOpen = true
  }

  private static let skipped: Set<String> = [
    "tracked-changes", "annotation", "annotation-end", "forms", "note-body", "number",
    "sequence-decls", "variable-decls", "user-field-decls", "dde-connection-decls", "ruby-text",
    "alphabetical-index-auto-mark-file", "hidden-text", "hidden-paragraph", "title", "desc",
    "event-listeners", "script", "meta", "binary-data",
  ]
  private static let indexes: Set<String> = [
    "table-of-content", "illustration-index", "table-index", "object-index", "user-index",
    "alphabetical-index", "bibliography",
  ]

  private mutating func blocks(
    of element: MarkupElement, in list: (counter: Int, level: Int, style: String?)?
  ) -> [MarkupNode] {
    element.elements.flatMap { block($0, in: list) }
  }

  private mutating func block(
    _ element: MarkupElement, in list: (counter: Int, level: Int, style: String?)?
  ) -> [MarkupNode] {
    switch element.name {
    case "p": return paragraph(element, label: "")
    case "h": return heading(element, label: outlineLabel(element))
    case "list": return [self.list(element, in: list)]
    case "numbered-paragraph": return [numbered(element)]
    case "table": return [table(element)]
    case "section" where element.attribute("display") == "none": return []
    case let name where Self.skipped.contains(name) || Self.indexes.contains(name): return []
    default: return blocks(of: element, in: list)
    }
  }

  // MARK: Lists

  private mutating func list(
    _ element: MarkupElement, in outer: (counter: Int, level: Int, style: String?)?
  ) -> MarkupNode {
    let name = element.attribute("style-name") ?? outer?.style
    let counter = outer?.counter ?? counterIndex(of: element, style: name)
    let level = (outer?.level ?? 0) + 1
    let style = styles.list(name)
    let countsInDigits = style?[level]?.countsInDigits ?? false
    var items: [MarkupNode] = []
    for item in element.elements where item.name == "list-item" || item.name == "list-header" {
      var point = Point(
        counter: counter, level: level, style: style, styleName: name,
        set: OfficeListLevel.number(item.attribute("start-value")),
        written: item.elements.first { $0.name == "number" }?.text)
      // A header of a list has no number.
      if item.name == "list-header" { point.isOpen = false }
      let children = content(of: item, &point)
      // A point that only holds deeper ones stands at what its level has reached.
      let number = point.number ?? counters[counter].reached(level: level)
      let isHeader = item.name == "list-header"
      let value =
        isHeader ? nil : number.map { MarkupElement.Attribute(name: "value", value: "\($0)") }
      items.append(
        .element(
          MarkupElement(
            name: isHeader ? "div" : "li", attributes: value.map { [$0] } ?? [],
            children: children, line: paragraphs.count)))
    }
    return .element(
      MarkupElement(name: countsInDigits ? "ol" : "ul", children: items, line: paragraphs.count))
  }

  /// A list that goes on with another shares its counter.
  private mutating func counterIndex(of element: MarkupElement, style: String?) -> Int {
    var index: Int?
    if let other = element.attribute("continue-list") {
      index = counterOfID[other]
    } else if element.attribute("continue-numbering") == "true" {
      index = style.flatMap { counterOfStyle[$0] }
    }
    let counter = index ?? counters.count
    if index == nil { counters.append(OfficeCounter()) }
    if let id = element.attribute("id") { counterOfID[id] = counter }
    if let style { counterOfStyle[style] = counter }
    return counter
  }

  private mutating func content(
    of item: MarkupElement, _ point: inout Point
  ) -> [MarkupNode] {
    var children: [MarkupNode] = []
    for child in item.elements {
      switch child.name {
      case "p": children += paragraph(child, label: label(child, &point, showsAll: false))
      case "h": children += heading(child, label: label(child, &point, showsAll: true))
      default: children += block(child, in: (point.counter, point.level, point.styleName))
      }
    }
    return children
  }

  /// What stands before the paragraph that opens a point.
  private mutating func label(
    _ paragraph: MarkupElement, _ point: inout Point, showsAll: Bool
  ) -> String {
    guard point.isOpen else { return "" }
    point.isOpen = false
    let numbers = counters[point.counter].count(
      level: point.level, set: point.set, style: point.style)
    point.number = numbers.last
    let written = paragraph.elements.first { $0.name == "number" }?.text ?? point.written
    let label = FoldedText.fold(
      written ?? point.style?.label(level: point.level, numbers: numbers) ?? "")
    return showsAll || OfficeParagraphs.isText(label: label) ? label : ""
  }

  /// A point without a list around it, as old programs write it.
  private mutating func numbered(_ element: MarkupElement) -> MarkupNode {
    let level = min(max(OfficeListLevel.number(element.attribute("level")) ?? 1, 1), 10)
    let name = element.attribute("style-name")
    let key = element.attribute("list-id") ?? name ?? ""
    let counter = counterOfID[key] ?? counters.count
    if counter == counters.count { counters.append(OfficeCounter()) }
    counterOfID[key] = counter
    var point = Point(
      counter: counter, level: level, style: styles.list(name), styleName: name,
      set: OfficeListLevel.number(element.attribute("start-value")),
      written: element.elements.first { $0.name == "number" }?.text)
    return .element(
      MarkupElement(name: "div", children: content(of: element, &point), line: paragraphs.count))
  }

  // MARK: Paragraphs

  private mutating func paragraph(_ element: MarkupElement, label: String) -> [MarkupNode] {
    // Web pages that an office program saved have headings that are paragraphs with their style.
    let level = styles.headingLevel(element.attribute("style-name"))
    return written(element, as: level.map { "h\(min($0, 6))" } ?? "p", label: label)
  }

  private mutating func heading(_ element: MarkupElement, label: String) -> [MarkupNode] {
    written(element, as: "h\(min(Self.level(of: element), 6))", label: label)
  }

  private mutating func written(
    _ element: MarkupElement, as name: String, label: String
  ) -> [MarkupNode] {
    let number = paragraphs.open()
    let content = inlines(of: element)
    return paragraphs.close(
      number, as: name, label: label,
      isBold: styles.isBold(element.attribute("style-name")) == true, content)
  }

  private static func level(of heading: MarkupElement) -> Int {
    min(max(OfficeListLevel.number(heading.attribute("outline-level")) ?? 1, 1), 10)
  }

  private mutating func outlineLabel(_ heading: MarkupElement) -> String {
    let level = Self.level(of: heading)
    guard heading.attribute("is-list-header") != "true",
      !styles.isUnnumbered(heading.attribute("style-name"))
    else { return "" }
    if heading.attribute("restart-numbering") == "true", heading.attribute("start-value") == nil {
      _ = outline.count(level: level, set: (styles.outline?[level]?.start ?? 1) - 1, style: nil)
    }
    let numbers = outline.count(
      level: level, set: OfficeListLevel.number(heading.attribute("start-value")),
      style: styles.outline)
    let written = heading.elements.first { $0.name == "number" }?.text
    return FoldedText.fold(
      written ?? styles.outline?.label(level: level, numbers: numbers) ?? "")
  }

  private mutating func inlines(of element: MarkupElement) -> [MarkupNode] {
    var nodes: [MarkupNode] = []
    for child in element.children {
      switch child {
      case .text: nodes.append(child)
      case .element(let inner): nodes += inline(inner)
      }
    }
    return nodes
  }

  private mutating func inline(_ element: MarkupElement) -> [MarkupNode] {
    switch element.name {
    case "s", "tab": return [.text(" ")]
    case "line-break": return [.element(MarkupElement(name: "br"))]
    case "note":
      let marker = element.elements.first { $0.name == "note-citation" }?.text ?? ""
      return [
        .element(
          MarkupElement(
            name: "sup", attributes: [.init(name: "role", value: "doc-noteref")],
            children: [.text(marker)]))
      ]
    case "span" where styles.isBold(element.attribute("style-name")) == true:
      return [.element(MarkupElement(name: "strong", children: inlines(of: element)))]
    case "frame", "g", "custom-shape", "text-box", "rect":
      let nodes = blocks(of: element, in: nil)
      paragraphs.frame(nodes)
      return []
    case let name where Self.skipped.contains(name) && name != "title": return []
    default: return inlines(of: element)
    }
  }

  // MARK: Tables

  private mutating func table(_ element: MarkupElement) -> MarkupNode {
    .element(MarkupElement(name: "table", children: rows(of: element), line: paragraphs.count + 1))
  }

  private mutating func rows(of element: MarkupElement) -> [MarkupNode] {
    var rows: [MarkupNode] = []
    for child in element.elements {
      switch child.name {
      case "table-row": rows.append(row(child))
      case "table-header-rows", "table-rows", "table-row-group": rows += self.rows(of: child)
      default: break
      }
    }
    return rows
  }

  private mutating func row(_ element: MarkupElement) -> MarkupNode {
    var cells: [MarkupNode] = []
    for cell in element.elements where cell.name == "table-cell" {
      let spans = [
        ("colspan", "number-columns-spanned"), ("rowspan", "number-rows-spanned"),
      ].compactMap { name, source in
        cell.attribute(source).map { MarkupElement.Attribute(name: name, value: $0) }
      }
      cells.append(
        .element(
          MarkupElement(
            name: "td", attributes: spans, children: blocks(of: cell, in: nil),
            line: paragraphs.count)))
    }
    return .element(MarkupElement(name: "tr", children: cells, line: paragraphs.count))
  }
}

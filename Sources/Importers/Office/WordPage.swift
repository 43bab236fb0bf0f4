internal import Markup

/// Writes the text of a DOCX file as a web page, so that one reader serves both.
///
/// What a list prints before its points stands in the text where it is a clause's number or a word.
/// Footnotes leave their marker; deleted and hidden text and tables of contents are left out.
struct WordPage {
  private let styles: WordStyles
  private let numbering: WordNumbering
  /// By the definition of lists.
  private var counters: [String: OfficeCounter] = [:]
  /// The lists that have begun, each with its level.
  private var begun: Set<[String]> = []
  private var paragraphs = OfficeParagraphs()
  private var notes = 0

  /// The page of a document's body.
  static func page(
    of body: MarkupElement, _ styles: WordStyles, _ numbering: WordNumbering
  ) -> MarkupElement {
    var writer = WordPage(styles: styles, numbering: numbering)
    return OfficeParagraphs.page(writer.blocks(of: body))
  }

  private init(styles: WordStyles, numbering: WordNumbering) {
    self.styles = styles
    self.numbering = numbering
  }

  private static let skipped: Set<String> = [
    "del", "moveFrom", "pPr", "rPr", "sectPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "instrText",
    "delText", "delInstrText", "Fallback", "annotationRef", "rt", "bookmarkStart", "bookmarkEnd",
  ]

  // MARK: Blocks

  private mutating func blocks(of element: MarkupElement) -> [MarkupNode] {
    var nodes: [MarkupNode] = []
    var points: [WordPoint] = []
    for block in flattened(element) {
      if let point = point(block) {
        if let last = points.last, last.definition.id != point.definition.id {
          nodes += WordPoint.lists(of: points)
          points = []
        }
        points.append(point)
        continue
      }
      nodes += WordPoint.lists(of: points)
      points = []
      nodes += block.name == "tbl" ? [table(block)] : paragraph(block)
    }
    return nodes + WordPoint.lists(of: points)
  }

  /// The paragraphs and tables of an element, out of whatever is around them.
  private func flattened(_ element: MarkupElement) -> [MarkupElement] {
    element.elements.flatMap { child -> [MarkupElement] in
      switch child.name {
      case "p": styles.isContents(Self.style(of: child)) ? [] : [child]
      case "tbl": [child]
      case "sdt" where Self.isContents(child): []
      case let name where Self.skipped.contains(name): []
      default: flattened(child)
      }
    }
  }

  private static func isContents(_ control: MarkupElement) -> Bool {
    control.child("sdtPr")?.first { $0.name == "docPartGallery" }?.attribute("val")
      == "Table of Contents"
  }

  private static func style(of paragraph: MarkupElement) -> String? {
    paragraph.child("pPr")?.child("pStyle")?.attribute("val")
  }

  /// The level of heading that a paragraph has.
  private func headingLevel(_ paragraph: MarkupElement) -> Int? {
    WordStyles.level(paragraph.child("pPr")).map { $0 < 10 ? $0 : nil }
      ?? styles.headingLevel(Self.style(of: paragraph))
  }

  private mutating func paragraph(_ element: MarkupElement) -> [MarkupNode] {
    guard let level = headingLevel(element) else { return written(element, as: "p", label: "") }
    let count = count(element)
    return written(element, as: "h\(min(level, 6))", label: count?.label ?? "")
  }

  private mutating func written(
    _ element: MarkupElement, as name: String, label: String
  ) -> [MarkupNode] {
    let number = paragraphs.open()
    let content = inlines(of: element)
    return paragraphs.close(
      number, as: name, label: label, isBold: styles.isBold(Self.style(of: element)) == true,
      content)
  }

  // MARK: Lists

  /// Where a paragraph stands in its list, the numbers there counted on, and what is printed.
  private mutating func count(
    _ paragraph: MarkupElement
  ) -> (definition: WordNumbering.Definition, numbers: [Int], label: String)? {
    let own = WordNumbering.Place(paragraph.child("pPr")?.child("numPr"))
    let inherited = styles.numbering(Self.style(of: paragraph))
    guard let list = own?.list ?? inherited?.place.list,
      let definition = numbering.definition(of: list)
    else { return nil }
    let level =
      own?.level ?? inherited?.place.level
      ?? inherited.flatMap { definition.levelOfStyle[$0.style] } ?? 1
    var counter = counters[definition.id] ?? OfficeCounter()
    let isFirst = begun.insert([list, String(level)]).inserted
    let numbers = counter.count(
      level: level, set: isFirst ? numbering.start(of: list, level: level) : nil,
      style: definition.style)
    counters[definition.id] = counter
    let label = FoldedText.fold(definition.style.label(level: level, numbers: numbers))
    return (definition, numbers, label)
  }

  /// A paragraph of a list that is no heading.
  private mutating func point(_ element: MarkupElement) -> WordPoint? {
    guard element.name == "p", headingLevel(element) == nil, let place = count(element) else {
      return nil
    }
    let number = paragraphs.count + 1
    let isText = OfficeParagraphs.isText(label: place.label)
    let content = written(element, as: "p", label: isText ? place.label : "")
    return WordPoint(
      definition: place.definition, numbers: place.numbers, content: content, paragraph: number)
  }

  // MARK: Text

  private mutating func inlines(of element: MarkupElement) -> [MarkupNode] {
    element.elements.flatMap { inline($0) }
  }

  private mutating func inline(_ element: MarkupElement) -> [MarkupNode] {
    switch element.name {
    case "r": return run(element)
    case "t": return [.text(element.text)]
    case "tab", "ptab": return [.text(" ")]
    case "br", "cr": return [.element(MarkupElement(name: "br"))]
    case "noBreakHyphen": return [.text("-")]
    case "footnoteReference", "endnoteReference": return [noteMarker(element)]
    case "txbxContent":
      let nodes = blocks(of: element)
      paragraphs.frame(nodes)
      return []
    case let name where Self.skipped.contains(name): return []
    default: return inlines(of: element)
    }
  }

  private mutating func run(_ element: MarkupElement) -> [MarkupNode] {
    let properties = element.child("rPr")
    let style = properties?.child("rStyle")?.attribute("val")
    if WordStyles.isOn("vanish", properties) ?? styles.isHidden(style) { return [] }
    let nodes = inlines(of: element)
    if WordStyles.isOn("b", properties) ?? styles.isBold(style) == true {
      return [.element(MarkupElement(name: "strong", children: nodes))]
    }
    if properties?.child("vertAlign")?.attribute("val") == "superscript" {
      return [.element(MarkupElement(name: "sup", children: nodes))]
    }
    return nodes
  }

  /// Notes have no number in the file: they are counted.
  private mutating func noteMarker(_ reference: MarkupElement) -> MarkupNode {
    if reference.attribute("customMarkFollows") == nil { notes += 1 }
    return .element(
      MarkupElement(
        name: "sup", attributes: [.init(name: "role", value: "doc-noteref")],
        children: [.text(String(notes))]))
  }

  // MARK: Tables

  private mutating func table(_ element: MarkupElement) -> MarkupNode {
    let line = paragraphs.count + 1
    return .element(MarkupElement(name: "table", children: rows(of: element), line: line))
  }

  private mutating func rows(of element: MarkupElement) -> [MarkupNode] {
    element.elements.flatMap { child -> [MarkupNode] in
      if child.name == "tr" {
        return child.child("trPr")?.child("del") == nil ? [row(child)] : []
      }
      return Self.skipped.contains(child.name) ? [] : rows(of: child)
    }
  }

  private mutating func row(_ element: MarkupElement) -> MarkupNode {
    .element(MarkupElement(name: "tr", children: cells(of: element), line: paragraphs.count))
  }

  private mutating func cells(of element: MarkupElement) -> [MarkupNode] {
    element.elements.flatMap { child -> [MarkupNode] in
      guard child.name == "tc" else {
        return Self.skipped.contains(child.name) || child.name == "trPr" ? [] : cells(of: child)
      }
      let span = child.child("tcPr")?.child("gridSpan")?.attribute("val").map {
        MarkupElement.Attribute(name: "colspan", value: $0)
      }
      let line = paragraphs.count
      return [
        .element(
          MarkupElement(
            name: "td", attributes: span.map { [$0] } ?? [], children: blocks(of: child),
            line: line))
      ]
    }
  }
}

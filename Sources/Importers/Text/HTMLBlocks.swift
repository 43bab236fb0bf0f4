internal import Markup

/// Takes the paragraphs, headings and list points out of a web page.
struct HTMLBlocks {
  private var blocks: [TextBlock] = []
  private var text = ""
  private var rawText = ""
  private var markers: [String] = []
  private var kind = TextBlock.Kind.paragraph
  private var line = 0
  private var anchor = ""
  private var ordinals: [Int] = []
  private var item: Int?
  private var startsItem = false
  private var items = 0
  private var depth = 0
  /// How many elements that make bold hold what comes.
  private var bold = 0
  private var hasPlain = false
  /// How many inline elements without blocks in them hold what comes.
  private var plainInline = 0
  /// Whether a list point that holds no heading and no table holds what comes.
  private var isInPlainItem = false
  private var tables = 0
  private var cell: TextBlock.Cell?
  /// Whether line breaks are all that parts the texts of the open cell.
  private var cellHasBreaksOnly = false
  /// Whether the last thing was a line break.
  private var isAfterBreak = false
  /// The last character of the open block that shows.
  private var lastShown: Character?

  /// The blocks of the page's content, without navigation, header, footer and footnotes.
  static func blocks(of root: MarkupElement) -> [TextBlock] {
    var reader = HTMLBlocks()
    for element in content(of: root) {
      reader.line = element.line
      reader.walk(element)
      reader.flush()
    }
    guard root.attribute(countsParagraphs) != nil else { return reader.blocks }
    return reader.blocks.map { block in
      var block = block
      (block.paragraph, block.line) = (block.line, 0)
      return block
    }
  }

  /// The attribute of a root element in which paragraphs are counted in place of lines.
  static let countsParagraphs = "counts-paragraphs"

  /// The elements that hold the document: GOV.UK marks them as `govspeak`. A notice above the
  /// document is marked so too; then the page's main part is taken whole.
  private static func content(of root: MarkupElement) -> [MarkupElement] {
    let main =
      root.first { $0.name == "main" || $0.attribute("role") == "main" }
      ?? root.first { $0.name == "body" } ?? root
    let marked = outermost(in: root) { $0.hasClass("govspeak") }
    let length = marked.reduce(0) { $0 + $1.text.utf8.count }
    return length * 2 >= main.text.utf8.count ? marked : [main]
  }

  private static func outermost(
    in element: MarkupElement, where matches: (MarkupElement) -> Bool
  ) -> [MarkupElement] {
    if matches(element) { return [element] }
    return element.elements.flatMap { outermost(in: $0, where: matches) }
  }

  private static let skipped: Set<String> = [
    "script", "style", "noscript", "template", "svg", "nav", "header", "footer", "form", "button",
    "select", "head", "iframe", "object", "del",
  ]
  private static let inline: Set<String> = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font",
    "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup",
    "time", "tt", "u", "var", "wbr", "br", "img",
  ]

  private mutating func walk(_ element: MarkupElement) {
    var position = ListOrdinal.beforeFirst(of: element)
    for child in element.children {
      switch child {
      case .text(let characters):
        append(characters)
      case .element(let inner):
        if inner.name == "button", isInHeading {
          walk(inner)
          continue
        }
        if Self.isSkipped(inner) || (isInHeading && inner.hasClass("number")) { continue }
        if let marker = Self.footnoteMarker(inner) {
          markers.append(marker)
          rawText += inner.text
        } else if inner.name == "br" {
          breakLine()
        } else if Self.inline.contains(inner.name), plainInline > 0 || !Self.holdsBlocks(inner) {
          if anchor.isEmpty { anchor = inner.attribute("id") ?? "" }
          let weight = inner.name == "b" || inner.name == "strong" ? 1 : 0
          bold += weight
          plainInline += 1
          walk(inner)
          plainInline -= 1
          bold -= weight
        } else if inner.name == "table" {
          walkTable(inner)
        } else if inner.name == "li", element.name == "ol" || isInPlainItem || !Self.isLayout(inner)
        {
          position = ListOrdinal.of(inner, after: position)
          // What is inside of a plain point needs no look of its own.
          let outer = isInPlainItem
          isInPlainItem = outer || element.name != "ol" || !Self.isLayout(inner)
          walkItem(inner, position: element.name == "ol" ? position : nil)
          isInPlainItem = outer
        } else {
          // A list straight inside a list belongs to the point before it.
          let isInner = Self.isList(inner) && Self.isList(element)
          depth += isInner ? 1 : 0
          walkBlock(inner)
          depth -= isInner ? 1 : 0
        }
      }
    }
  }

  private static func isList(_ element: MarkupElement) -> Bool {
    element.name == "ul" || element.name == "ol"
  }

  private mutating func walkBlock(_ element: MarkupElement) {
    flush()
    let outer = kind
    line = element.line
    anchor = element.attribute("id") ?? ""
    if let level = Self.headingLevel(element) { kind = .heading(level) }
    walk(element)
    flush()
    kind = outer
    line = element.line
  }

  private var isInHeading: Bool {
    if case .heading = kind { true } else { false }
  }

  /// A line break is a blank; in a table's cell it may part two texts.
  private mutating func breakLine() {
    let endsSentence = lastShown.map { ".!?".contains($0) } ?? false
    if cell != nil, isAfterBreak || (cellHasBreaksOnly && endsSentence) {
      flush()
    } else {
      append(" ")
    }
    isAfterBreak = true
  }

  private mutating func walkTable(_ table: MarkupElement) {
    flush()
    let outer = (cell, cellHasBreaksOnly)
    let number = tables
    tables += 1
    var row = 0
    // How many rows from here each column is taken by a cell above.
    var taken: [Int: Int] = [:]
    for child in table.children.flatMap(Self.rowsAndOthers) {
      if case .element(let element) = child, element.name == "tr" {
        walkRow(element, TextBlock.Cell(table: number, row: row, column: 0), &taken)
        row += 1
      } else {
        (cell, cellHasBreaksOnly) = outer
        walk(MarkupElement(name: "div", children: [child], line: table.line))
      }
    }
    flush()
    (cell, cellHasBreaksOnly) = outer
  }

  /// The content of a table's head, body or foot; anything else as it is.
  private static func rowsAndOthers(_ child: MarkupNode) -> [MarkupNode] {
    guard case .element(let element) = child, ["thead", "tbody", "tfoot"].contains(element.name)
    else { return [child] }
    return element.children
  }

  private mutating func walkRow(
    _ row: MarkupElement, _ place: TextBlock.Cell, _ taken: inout [Int: Int]
  ) {
    var place = place
    for (column, rows) in taken { taken[column] = rows > 1 ? rows - 1 : nil }
    for element in row.elements where element.name == "td" || element.name == "th" {
      while taken[place.column] != nil { place.column += 1 }
      cell = place
      cellHasBreaksOnly = !Self.holdsBlocks(element)
      walkBlock(element)
      let span = Self.span(element, "colspan", limit: 100)
      let rows = Self.span(element, "rowspan", limit: 1000)
      for column in place.column..<(place.column + span) where rows > 1 {
        taken[column] = rows
      }
      place.column += span
    }
    flush()
  }

  private static func span(_ element: MarkupElement, _ name: String, limit: Int) -> Int {
    min(max(Int(element.attribute(name) ?? "") ?? 1, 1), limit)
  }

  /// Whether a list only serves to place things on the page: no point of a list holds a heading or
  /// a table.
  private static func isLayout(_ item: MarkupElement) -> Bool {
    item.first {
      headingLevel($0) != nil || $0.name == "table" || $0.name == "section"
        || $0.hasClass("c-wysiwyg") || $0.hasClass("pcf-BodyText")
    } != nil
  }

  private mutating func walkItem(_ element: MarkupElement, position: Int?) {
    flush()
    let outer = (kind, ordinals, item)
    depth += 1
    kind = .point
    items += 1
    item = items
    startsItem = true
    ordinals = position.map { ordinals + [$0] } ?? []
    line = element.line
    anchor = element.attribute("id") ?? ""
    walk(element)
    flush()
    (kind, ordinals, item) = outer
    depth -= 1
    startsItem = false
    line = element.line
  }

  private mutating func append(_ characters: String) {
    text += characters
    rawText += characters
    guard !characters.allSatisfy(\.isWhitespace) else { return }
    isAfterBreak = false
    lastShown = characters.last { !$0.isWhitespace }
    if bold == 0 { hasPlain = true }
  }

  private mutating func flush() {
    defer {
      text = ""
      rawText = ""
      markers = []
      hasPlain = false
      isAfterBreak = false
      lastShown = nil
    }
    let (folded, fused) = FootnoteMarkers.split(FoldedText.fold(text))
    guard !folded.isEmpty else { return }
    blocks.append(
      TextBlock(
        kind: kind, text: folded, rawText: FoldedText.fold(rawText),
        footnoteMarkers: markers + fused, line: line, anchor: anchor, ordinals: ordinals,
        item: item, startsItem: startsItem, depth: depth, isBold: !hasPlain, cell: cell))
    startsItem = false
    anchor = ""
  }

  private static func headingLevel(_ element: MarkupElement) -> Int? {
    if element.attribute("role") == "heading" {
      return Int(element.attribute("aria-level") ?? "") ?? 2
    }
    let name = Array(element.name.utf8)
    guard name.count == 2, name[0] == UInt8(ascii: "h"), (0x31...0x36).contains(name[1]) else {
      return nil
    }
    return Int(name[1] - 0x30)
  }

  private static func isSkipped(_ element: MarkupElement) -> Bool {
    if skipped.contains(element.name) { return true }
    // A part that opens by a click is there for the reader.
    if let hidden = element.attribute("hidden"), hidden != "until-found" { return true }
    if element.attribute("role") == "doc-endnotes" || element.attribute("role") == "navigation" {
      return true
    }
    return ["footnotes", "gem-c-contents-list", "govuk-visually-hidden", "visually-hidden"]
      .contains { element.hasClass($0) }
  }

  /// The marker of an element that refers to a footnote, or nil for another element.
  private static func footnoteMarker(_ element: MarkupElement) -> String? {
    guard element.name == "sup" || element.name == "a" else { return nil }
    // A marker is short; what is longer stays in the text.
    guard let content = element.text(upTo: 200) else { return nil }
    let marker = FoldedText.fold(content).filter(\.isNumber)
    if element.attribute("role") == "doc-noteref" || element.hasClass("footnote") {
      return marker
    }
    guard element.name == "sup" else { return nil }
    let inner = element.first {
      $0.name == "a"
        && ($0.hasClass("footnote") || $0.attribute("role") == "doc-noteref"
          || ($0.attribute("href") ?? "").contains("#"))
    }
    if inner != nil { return marker }
    let text = FoldedText.fold(content).lowercased()
    let bare = text.filter { !"[]()".contains($0) }
    let isNumber = !bare.isEmpty && bare.count <= 3 && bare.allSatisfy(\.isNumber)
    return isNumber || bare.hasPrefix("footnote ") ? marker : nil
  }

  private static func holdsBlocks(_ element: MarkupElement) -> Bool {
    element.elements.contains { !inline.contains($0.name) || holdsBlocks($0) }
  }
}

internal import Markup

/// Turns a web page into the lines that it shows, page by page where it tells its pages apart: what
/// converters make of a PDF or of an office text.
///
/// Points of lists get a glyph that tells their depth; the cells of a table's row stand on one line.
struct MarkupLines {
  /// The lines of each page.
  private(set) var pages: [[PagedLine]] = [[]]

  private var text = ""
  private var rawText = ""
  private var markers: [String] = []
  private var line = 0
  private var depth = 0
  /// What stands before the point of a list that comes next.
  private var mark = ""
  private var hasGap = false

  init(_ root: MarkupElement) {
    walk(root.first { $0.name == "body" } ?? root)
    endLine()
    pages.removeAll(where: \.isEmpty)
    if pages.isEmpty { pages = [[]] }
    for page in pages.indices {
      for index in pages[page].indices {
        pages[page][index].page = page + 1
        guard root.attribute(HTMLBlocks.countsParagraphs) != nil else { continue }
        pages[page][index].paragraph = pages[page][index].line
        pages[page][index].line = nil
      }
    }
  }

  /// The lines of a cell.
  private init(cell: MarkupElement) {
    line = cell.line
    walk(cell)
    endLine()
  }

  private static let skipped: Set<String> = [
    "script", "style", "noscript", "template", "svg", "nav", "form", "button", "select", "head",
    "iframe", "object", "del", "title",
  ]
  private static let inline: Set<String> = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font",
    "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup",
    "time", "tt", "u", "var", "wbr", "img",
  ]

  private mutating func walk(_ element: MarkupElement) {
    var position = ListOrdinal.beforeFirst(of: element)
    for child in element.children {
      switch child {
      case .text(let characters):
        text += characters
        rawText += characters
      case .element(let inner) where Self.skipped.contains(inner.name): continue
      case .element(let inner):
        if line == 0 { line = inner.line }
        switch inner.name {
        case "br": endLine()
        case "hr":
          endBlock(inner)
          pages.append([])
        case "sup" where isMarker(inner):
          markers.append(FoldedText.fold(inner.text))
          rawText += inner.text
        case "pre":
          endBlock(inner)
          walkLines(inner)
          endBlock(inner)
        case "table":
          endBlock(inner)
          walkRows(inner)
        case "li":
          position = ListOrdinal.of(inner, after: position)
          walkPoint(inner, element.name == "ol" ? Self.ordinal(position, of: element) : nil)
        case let name where Self.inline.contains(name): walk(inner)
        default:
          endBlock(inner)
          if Self.isPage(inner) { pages.append([]) }
          if inner.name.first == "h" { mark = "" }
          // A list straight inside a list belongs to the point before it.
          let isInner = Self.isList(inner) && Self.isList(element)
          depth += isInner ? 1 : 0
          walk(inner)
          endBlock(inner)
          depth -= isInner ? 1 : 0
        }
      }
    }
  }

  /// A text that was set in lines and pages before: `pdftotext -htmlmeta` writes it so.
  private mutating func walkLines(_ element: MarkupElement) {
    let first = element.line
    for (number, part) in element.text.split(
      separator: "\n", omittingEmptySubsequences: false
    ).enumerated() {
      if part.utf8.first == 0x0C { pages.append([]) }
      if FoldedText.fold(part).isEmpty { hasGap = true }
      line = first + number
      text = String(part)
      rawText = text
      endLine()
    }
  }

  private static func isList(_ element: MarkupElement) -> Bool {
    element.name == "ul" || element.name == "ol"
  }

  /// A raised number behind a word.
  private func isMarker(_ element: MarkupElement) -> Bool {
    guard let before = text.last, !before.isNumber, !before.isWhitespace,
      let content = element.text(upTo: 40)
    else { return false }
    let bare = FoldedText.fold(content).filter { !"[]()".contains($0) }
    return (1...3).contains(bare.utf8.count) && bare.allSatisfy(\.isNumber)
  }

  /// Whether converters put each page into an element of this kind.
  private static func isPage(_ element: MarkupElement) -> Bool {
    if ["page", "pf", "ocr_page", "pdf-page"].contains(where: element.hasClass) { return true }
    guard let id = element.attribute("id"), id.hasPrefix("page"), id.utf8.count <= 12 else {
      return false
    }
    return id.dropFirst(4).contains(where: \.isNumber)
  }

  /// `a)` or `2)`, as the list prints it.
  private static func ordinal(_ position: Int, of list: MarkupElement) -> String {
    let isLettered =
      list.attribute("type")?.lowercased() == "a"
      || (list.attribute("style") ?? "").contains("lower-alpha")
    guard isLettered, (1...26).contains(position),
      let letter = UInt8(exactly: 0x60 + position)
    else { return "\(position))" }
    return "\(Character(UnicodeScalar(letter))))"
  }

  private mutating func walkPoint(_ element: MarkupElement, _ ordinal: String?) {
    endBlock(element)
    depth += 1
    mark = ordinal ?? ["•", "–", "■"][min(depth, 3) - 1]
    walk(element)
    endBlock(element)
    depth -= 1
    mark = ""
  }

  private mutating func walkRows(_ element: MarkupElement) {
    for inner in element.elements {
      switch inner.name {
      case "tr": walkRow(inner)
      case "thead", "tbody", "tfoot": walkRows(inner)
      default:
        walk(MarkupElement(name: "div", children: [.element(inner)], line: inner.line))
        endBlock(inner)
      }
    }
  }

  /// Cells of one line each stand beside each other; what follows in a longer cell stands below.
  private mutating func walkRow(_ row: MarkupElement) {
    var lines: [PagedLine] = []
    for cell in row.elements where cell.name == "td" || cell.name == "th" {
      var inner = MarkupLines(cell: cell).pages.flatMap(\.self)
      if lines.count == 1, let first = inner.first, BulletMark.split(first.text) == nil {
        lines[0].text += " " + first.text
        lines[0].rawText += " " + first.rawText
        lines[0].footnoteMarkers += first.footnoteMarkers
        inner.removeFirst()
      }
      lines += inner
    }
    if !lines.isEmpty { lines[0].hasGap = true }
    pages[pages.count - 1] += lines
    hasGap = true
  }

  private mutating func endBlock(_ element: MarkupElement) {
    endLine()
    hasGap = true
    line = element.line
  }

  private mutating func endLine() {
    defer {
      text = ""
      rawText = ""
      markers = []
    }
    var shown = FoldedText.foldLine(text)
    var raw = FoldedText.foldLine(rawText)
    guard !shown.isEmpty else { return }
    let isMarked = !mark.isEmpty
    // A glyph or a number that was left in the text says the same.
    if isMarked, BulletMark.split(shown) == nil, !shown.hasPrefix(mark) {
      shown = mark + " " + shown
      raw = mark + " " + raw
    }
    mark = ""
    pages[pages.count - 1].append(
      PagedLine(
        text: shown, rawText: raw, footnoteMarkers: markers,
        indent: Double(4 * max(0, depth - 1) + (depth > 0 && !isMarked ? 2 : 0)),
        page: pages.count, line: line, hasGap: hasGap))
    hasGap = false
  }
}

internal import Markup

extension XMLNodeReader {
  static let blockNames: Set<String> = [
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "pre", "hr", "blockquote", "table", "img",
  ]

  /// The blocks up to the end of an element whose start was just read.
  mutating func blocks() throws(MarkupFailure) -> [OSCALBlock] {
    var blocks: [OSCALBlock] = []
    while true {
      switch try reader.next() {
      case .end, .endOfDocument: return blocks
      case .text:
        // Text without a paragraph is not valid, but it is said, so it stays.
        if !reader.isBlank { blocks.append(.paragraph([.text(reader.text)])) }
      case .start:
        if let block = try block() { blocks.append(block) }
      }
    }
  }

  /// A block whose start was just read.
  mutating func block() throws(MarkupFailure) -> OSCALBlock? {
    switch reader.name {
    case "p": return .paragraph(try inlines())
    case "h1", "h2", "h3", "h4", "h5", "h6":
      return .heading(level: Int(reader.name.dropFirst()) ?? 1, try inlines())
    case "pre": return .preformatted(try inlines())
    case "ul": return .bulletList(try items())
    case "ol":
      let start = attribute("start")
      return .orderedList(start: start, try items())
    case "blockquote": return .quote(try blocks())
    case "table": return .table(try rows())
    case "img": return .image(try image())
    case "hr":
      try skip()
      return .rule
    default:
      problems.warning(
        "oscal-unknown", "prose cannot hold <\(reader.name)>, which is left out",
        line: reader.line)
      try skip()
      return nil
    }
  }

  /// The pieces of a line up to the end of an element whose start was just read.
  mutating func inlines() throws(MarkupFailure) -> [OSCALInline] {
    var inlines: [OSCALInline] = []
    while true {
      switch try reader.next() {
      case .end, .endOfDocument: return inlines
      case .text: inlines.append(.text(reader.text))
      case .start:
        if let inline = try inline() { inlines.append(inline) }
      }
    }
  }

  private mutating func inline() throws(MarkupFailure) -> OSCALInline? {
    if let phrase = OSCALInline.Phrase(rawValue: reader.name) {
      return .phrase(phrase, try inlines())
    }
    switch reader.name {
    case "insert":
      let type = attribute("type") ?? ""
      let idRef = attribute("id-ref") ?? attribute("param-id") ?? ""
      try skip()
      return .insert(type: type, idRef: idRef)
    case "a":
      let href = attribute("href")
      let title = attribute("title")
      return .anchor(href: href, title: title, try inlines())
    case "code":
      let kind = attribute("class")
      return .code(class: kind, try inlines())
    case "img": return .image(try image())
    case "br":
      try skip()
      return .lineBreak
    default:
      problems.warning(
        "oscal-unknown", "prose cannot hold <\(reader.name)>, which is left out",
        line: reader.line)
      try skip()
      return nil
    }
  }

  private mutating func image() throws(MarkupFailure) -> OSCALImage {
    let image = OSCALImage(
      src: attribute("src") ?? "", alt: attribute("alt"), title: attribute("title"))
    try skip()
    return image
  }

  private mutating func items() throws(MarkupFailure) -> [OSCALBlock.ListItem] {
    var items: [OSCALBlock.ListItem] = []
    while true {
      switch try reader.next() {
      case .end, .endOfDocument: return items
      case .text:
        if !reader.isBlank { items.append(.init([.inlines([.text(reader.text)])])) }
      case .start:
        if reader.name == "li" {
          items.append(try item())
        } else if let block = try block() {
          items.append(.init([.block(block)]))
        }
      }
    }
  }

  private mutating func item() throws(MarkupFailure) -> OSCALBlock.ListItem {
    var item = OSCALBlock.ListItem([])
    var line: [OSCALInline] = []
    /// White space between blocks says nothing.
    func take(_ line: inout [OSCALInline]) {
      let isBlank = line.allSatisfy { piece in
        if case .text(let text) = piece { text.allSatisfy(\.isWhitespace) } else { false }
      }
      if !isBlank { item.content.append(.inlines(line)) }
      line = []
    }
    while true {
      switch try reader.next() {
      case .end, .endOfDocument:
        take(&line)
        return item
      case .text: line.append(.text(reader.text))
      case .start:
        if Self.blockNames.contains(reader.name), reader.name != "img" {
          take(&line)
          if let block = try block() { item.content.append(.block(block)) }
        } else if let inline = try inline() {
          line.append(inline)
        }
      }
    }
  }

  private mutating func rows() throws(MarkupFailure) -> [[OSCALBlock.Cell]] {
    var rows: [[OSCALBlock.Cell]] = []
    while true {
      switch try reader.next() {
      case .end, .endOfDocument: return rows
      case .text: reportStrayText(in: "table")
      case .start:
        guard reader.name == "tr" else {
          problems.warning(
            "oscal-unknown", "a table cannot hold <\(reader.name)>, which is left out",
            line: reader.line)
          try skip()
          continue
        }
        rows.append(try cells())
      }
    }
  }

  private mutating func cells() throws(MarkupFailure) -> [OSCALBlock.Cell] {
    var cells: [OSCALBlock.Cell] = []
    while true {
      switch try reader.next() {
      case .end, .endOfDocument: return cells
      case .text: reportStrayText(in: "tr")
      case .start:
        let isHeader = reader.name == "th"
        guard isHeader || reader.name == "td" else {
          problems.warning(
            "oscal-unknown", "a row cannot hold <\(reader.name)>, which is left out",
            line: reader.line)
          try skip()
          continue
        }
        let align = attribute("align")
        cells.append(OSCALBlock.Cell(isHeader: isHeader, align: align, try inlines()))
      }
    }
  }

  private mutating func reportStrayText(in name: String) {
    guard !reader.isBlank else { return }
    problems.warning(
      "oscal-stray-text", "<\(name)> cannot hold text of its own, which is left out",
      line: reader.line)
  }

  private func attribute(_ name: String) -> String? {
    reader.attributes.first { $0.name == name && !$0.hasPrefix }?.value
  }
}

extension XMLNodeReader {
  /// The block that a piece of XML is; nil when it is not exactly one.
  static func block(ofMarkup text: String) -> OSCALBlock? {
    let wrapped = "<prose xmlns=\"\(OSCALSchema.namespace)\">\(text)</prose>"
    guard var reader = try? XMLNodeReader(Array(wrapped.utf8), file: ""),
      let start = try? reader.reader.next(), start == .start,
      let blocks = try? reader.blocks(), blocks.count == 1, reader.problems.diagnostics.isEmpty
    else { return nil }
    return blocks.first
  }
}

/// Writes elements as XML, indented as NIST's documents are.
struct XMLNodeWriter {
  var bytes: [UInt8] = []

  mutating func document(_ node: OSCALNode, _ root: OSCALDefinition.Child) -> [UInt8] {
    put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    element(node, root, depth: 0, namespace: true)
    return bytes
  }

  private mutating func element(
    _ node: OSCALNode, _ child: OSCALDefinition.Child, depth: Int, namespace: Bool = false
  ) {
    let definition = OSCALSchema.definitions[child.definition]
    indent(depth)
    put("<", child.element)
    if namespace { attribute("xmlns", OSCALSchema.namespace) }
    for flag in node.flags { attribute(flag.name, flag.value) }
    switch definition.content {
    case .assembly:
      guard !node.children.isEmpty else { return put("/>\n") }
      put(">\n")
      children(of: node, definition, depth: depth + 1)
      indent(depth)
    case .text, .literal:
      put(">")
      text(node.text)
    case .line:
      put(">")
      inlines(node.line.inlines)
    case .multiline:
      put(">\n")
      blocks(node.multiline.blocks, depth: depth + 1)
      indent(depth)
    }
    put("</", child.element, ">\n")
  }

  private mutating func children(
    of node: OSCALNode, _ definition: OSCALDefinition, depth: Int
  ) {
    for (index, child) in definition.children.enumerated() {
      let isProse = index == definition.prose
      var isOpen = false
      for inner in node.children where inner.name == child.element {
        if isProse {
          blocks(inner.multiline.blocks, depth: depth)
          continue
        }
        if let wrapper = child.wrapper, !isOpen {
          indent(depth)
          put("<", wrapper, ">\n")
          isOpen = true
        }
        element(inner, child, depth: isOpen ? depth + 1 : depth)
      }
      if isOpen, let wrapper = child.wrapper {
        indent(depth)
        put("</", wrapper, ">\n")
      }
    }
  }
}

// MARK: - Prose

extension XMLNodeWriter {
  /// A block without line breaks around it.
  mutating func block(_ block: OSCALBlock) {
    switch block {
    case .paragraph(let content): wrap("p") { $0.inlines(content) }
    case .heading(let level, let content): wrap("h\(level)") { $0.inlines(content) }
    case .preformatted(let content): wrap("pre") { $0.inlines(content) }
    case .bulletList(let items): wrap("ul") { $0.items(items) }
    case .orderedList(let start, let items):
      put("<ol")
      if let start { attribute("start", start) }
      put(">")
      self.items(items)
      put("</ol>")
    case .quote(let blocks):
      wrap("blockquote") { for block in blocks { $0.block(block) } }
    case .table(let rows): wrap("table") { $0.rows(rows) }
    case .image(let image): self.image(image)
    case .rule: put("<hr/>")
    }
  }

  private mutating func blocks(_ blocks: [OSCALBlock], depth: Int) {
    for block in blocks {
      indent(depth)
      self.block(block)
      put("\n")
    }
  }

  private mutating func items(_ items: [OSCALBlock.ListItem]) {
    for item in items {
      put("<li>")
      for piece in item.content {
        switch piece {
        case .inlines(let content): inlines(content)
        case .block(let block): self.block(block)
        }
      }
      put("</li>")
    }
  }

  private mutating func rows(_ rows: [[OSCALBlock.Cell]]) {
    for row in rows {
      put("<tr>")
      for cell in row {
        let name = cell.isHeader ? "th" : "td"
        put("<", name)
        if let align = cell.align { attribute("align", align) }
        put(">")
        inlines(cell.inlines)
        put("</", name, ">")
      }
      put("</tr>")
    }
  }

  mutating func inlines(_ inlines: [OSCALInline]) { for inline in inlines { self.inline(inline) } }

  mutating func inline(_ inline: OSCALInline) {
    switch inline {
    case .text(let text): self.text(text)
    case .phrase(let phrase, let content): wrap(phrase.rawValue) { $0.inlines(content) }
    case .code(let kind, let content):
      put("<code")
      if let kind { attribute("class", kind) }
      put(">")
      inlines(content)
      put("</code>")
    case .anchor(let href, let title, let content):
      put("<a")
      if let href { attribute("href", href) }
      if let title { attribute("title", title) }
      put(">")
      inlines(content)
      put("</a>")
    case .image(let image): self.image(image)
    case .insert(let type, let idRef):
      put("<insert")
      attribute("type", type)
      attribute("id-ref", idRef)
      put("/>")
    case .lineBreak: put("<br/>")
    }
  }

  private mutating func image(_ image: OSCALImage) {
    put("<img")
    if let alt = image.alt { attribute("alt", alt) }
    attribute("src", image.src)
    if let title = image.title { attribute("title", title) }
    put("/>")
  }

  private mutating func wrap(_ name: String, _ body: (inout XMLNodeWriter) -> Void) {
    put("<", name, ">")
    body(&self)
    put("</", name, ">")
  }
}

// MARK: - Characters

extension XMLNodeWriter {
  private mutating func indent(_ depth: Int) {
    for _ in 0..<depth { bytes.append(contentsOf: [0x20, 0x20, 0x20]) }
  }

  private mutating func put(_ texts: String...) {
    for text in texts { bytes.append(contentsOf: text.utf8) }
  }

  private mutating func attribute(_ name: String, _ value: String) {
    put(" ", name, "=\"")
    for byte in value.utf8 {
      switch byte {
      case UInt8(ascii: "&"): put("&amp;")
      case UInt8(ascii: "<"): put("&lt;")
      case UInt8(ascii: "\""): put("&quot;")
      case 0x09: put("&#9;")
      case 0x0A: put("&#10;")
      case 0x0D: put("&#13;")
      default: bytes.append(byte)
      }
    }
    put("\"")
  }

  private mutating func text(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): put("&amp;")
      case UInt8(ascii: "<"): put("&lt;")
      case UInt8(ascii: ">"): put("&gt;")
      case 0x0D: put("&#13;")
      default: bytes.append(byte)
      }
    }
  }
}

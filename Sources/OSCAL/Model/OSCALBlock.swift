/// A block of prose.
public enum OSCALBlock: Sendable, Hashable {
  /// A paragraph: `p`.
  case paragraph([OSCALInline])
  /// A heading: `h1` to `h6`.
  case heading(level: Int, [OSCALInline])
  /// Preformatted text: `pre`.
  case preformatted([OSCALInline])
  /// A list: `ul`, each item a sequence of blocks and lines.
  case bulletList([ListItem])
  /// A numbered list: `ol`, with the attribute `start`.
  case orderedList(start: String?, [ListItem])
  /// A quotation: `blockquote`.
  case quote([OSCALBlock])
  /// A table, row by row.
  case table([[Cell]])
  /// A picture between paragraphs.
  case image(OSCALImage)
  /// A rule: `hr`.
  case rule

  /// An item of a list: text and blocks, mixed as XML allows.
  public struct ListItem: Sendable, Hashable {
    /// The content in order.
    public var content: [Piece]

    /// Makes an item.
    public init(_ content: [Piece]) { self.content = content }

    /// What an item consists of.
    public enum Piece: Sendable, Hashable {
      /// Text that stands in the item itself.
      case inlines([OSCALInline])
      /// A block in the item.
      case block(OSCALBlock)
    }
  }

  /// A cell of a table.
  public struct Cell: Sendable, Hashable {
    /// Whether it heads its column: `th`.
    public var isHeader: Bool
    /// `left`, `center` or `right`.
    public var align: String?
    /// What it says.
    public var inlines: [OSCALInline]

    /// Makes a cell.
    public init(isHeader: Bool = false, align: String? = nil, _ inlines: [OSCALInline]) {
      self.isHeader = isHeader
      self.align = align
      self.inlines = inlines
    }
  }

  /// Calls `body` with every inline within, in document order.
  public func forEachInline(_ body: (OSCALInline) -> Void) {
    switch self {
    case .paragraph(let inlines), .heading(_, let inlines), .preformatted(let inlines):
      for inline in inlines { inline.forEach(body) }
    case .bulletList(let items), .orderedList(_, let items):
      for item in items {
        for piece in item.content {
          switch piece {
          case .inlines(let inlines): for inline in inlines { inline.forEach(body) }
          case .block(let block): block.forEachInline(body)
          }
        }
      }
    case .quote(let blocks): for block in blocks { block.forEachInline(body) }
    case .table(let rows):
      for row in rows { for cell in row { for inline in cell.inlines { inline.forEach(body) } } }
    case .image(let image): body(.image(image))
    case .rule: break
    }
  }

  func appendLines(
    to lines: inout [String], insert: (_ type: String, _ idRef: String) -> String
  ) {
    switch self {
    case .paragraph(let inlines), .heading(_, let inlines), .preformatted(let inlines):
      lines.append(OSCALMarkupLine(inlines).plainText(insert: insert))
    case .bulletList(let items): Self.appendItems(items, to: &lines, insert: insert) { _ in "- " }
    case .orderedList(let start, let items):
      let first = start.flatMap { Int($0) } ?? 1
      Self.appendItems(items, to: &lines, insert: insert) { "\(first &+ $0). " }
    case .quote(let blocks): for block in blocks { block.appendLines(to: &lines, insert: insert) }
    case .table(let rows):
      for row in rows {
        lines.append(
          row.map { OSCALMarkupLine($0.inlines).plainText(insert: insert) }
            .joined(separator: " | "))
      }
    case .image(let image): if let alt = image.alt { lines.append(alt) }
    case .rule: break
    }
  }

  private static func appendItems(
    _ items: [ListItem], to lines: inout [String],
    insert: (_ type: String, _ idRef: String) -> String, marker: (Int) -> String
  ) {
    for (index, item) in items.enumerated() {
      var inner: [String] = []
      for piece in item.content {
        switch piece {
        case .inlines(let inlines):
          inner.append(OSCALMarkupLine(inlines).plainText(insert: insert))
        case .block(let block): block.appendLines(to: &inner, insert: insert)
        }
      }
      for (position, line) in inner.enumerated() {
        lines.append((position == 0 ? marker(index) : "  ") + line)
      }
    }
  }
}

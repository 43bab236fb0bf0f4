extension OSCALBlock {
  /// The block with white space folded (see `OSCALInline.folded`); preformatted text stays as it is.
  var folded: OSCALBlock {
    switch self {
    case .paragraph(let inlines): .paragraph(OSCALInline.folded(inlines))
    case .heading(let level, let inlines): .heading(level: level, OSCALInline.folded(inlines))
    case .bulletList(let items): .bulletList(items.map(\.folded))
    case .orderedList(let start, let items): .orderedList(start: start, items.map(\.folded))
    case .quote(let blocks): .quote(blocks.map(\.folded))
    case .table(let rows):
      .table(
        rows.map { row in
          row.map {
            Cell(isHeader: $0.isHeader, align: $0.align, OSCALInline.folded($0.inlines))
          }
        })
    case .preformatted(let inlines): .preformatted(Self.merged(inlines))
    case .image, .rule: self
    }
  }

  /// Neighbouring texts become one.
  private static func merged(_ inlines: [OSCALInline]) -> [OSCALInline] {
    var result: [OSCALInline] = []
    for inline in inlines {
      if case .text(let text) = inline, case .text(let last)? = result.last {
        result[result.count - 1] = .text(last + text)
      } else {
        result.append(inline)
      }
    }
    return result
  }
}

extension OSCALBlock.ListItem {
  var folded: OSCALBlock.ListItem {
    OSCALBlock.ListItem(
      content.compactMap { piece in
        switch piece {
        case .inlines(let inlines):
          let folded = OSCALInline.folded(inlines)
          return folded.isEmpty ? nil : .inlines(folded)
        case .block(let block): return .block(block.folded)
        }
      })
  }
}

extension OSCALMarkupLine {
  /// The line with white space folded: two lines say the same when they are equal so.
  public var folded: OSCALMarkupLine { OSCALMarkupLine(OSCALInline.folded(inlines)) }
}

extension OSCALMarkupMultiline {
  /// The prose with white space folded: two say the same when they are equal so.
  public var folded: OSCALMarkupMultiline { OSCALMarkupMultiline(blocks.map(\.folded)) }
}

extension OSCALNode {
  /// The element with the white space of all its prose folded.
  var folded: OSCALNode {
    var node = self
    switch content {
    case .line(let line): node.content = .line(line.folded)
    case .multiline(let multiline): node.content = .multiline(multiline.folded)
    case .none, .text: break
    }
    node.children = children.map(\.folded)
    return node
  }
}

internal import Markup

/// Reads the blocks of a text in Markdown.
struct MarkdownBlocks {
  private typealias Line = ArraySlice<UInt8>

  private var lines: [ArraySlice<UInt8>]
  private var index = 0
  private let depth: Int
  private static let depthLimit = 16

  init(_ text: String) {
    self.init(
      Array(text.utf8).split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
        line.last == 0x0D ? line.dropLast() : line
      }, depth: 0)
  }

  private init(_ lines: [ArraySlice<UInt8>], depth: Int) {
    self.lines = lines
    self.depth = depth
  }

  /// The blocks.
  mutating func read() -> [OSCALBlock] {
    var blocks: [OSCALBlock] = []
    while index < lines.count {
      if Self.isBlank(lines[index]) {
        index += 1
      } else {
        blocks.append(block())
      }
    }
    return blocks
  }

  private mutating func block() -> OSCALBlock {
    if let block = fence() ?? heading() ?? rule() ?? quote() ?? list() ?? table() ?? element() {
      return block
    }
    return paragraph()
  }

  private mutating func paragraph() -> OSCALBlock {
    var text = String(decoding: Self.unindented(lines[index]), as: UTF8.self)
    index += 1
    while index < lines.count, !Self.isBlank(lines[index]), !interruptsParagraph(lines[index]) {
      let isBreak = text.hasSuffix("  ")
      text = isBreak ? text.trimmed + "\\" : text
      text += "\n" + String(decoding: Self.unindented(lines[index]), as: UTF8.self)
      index += 1
    }
    return .paragraph(MarkdownInlines.read(text.trimmed))
  }

  private func interruptsParagraph(_ line: ArraySlice<UInt8>) -> Bool {
    let line = Self.unindented(line)
    switch line.first {
    case UInt8(ascii: ">"), UInt8(ascii: "|"): return true
    case UInt8(ascii: "`"): return line.starts(with: "```".utf8)
    case UInt8(ascii: "#"): return Self.headingLevel(line) != nil
    case UInt8(ascii: "<"): return Self.blockElement(line) != nil
    default:
      if Self.isRule(line) { return true }
      guard let marker = MarkdownListMarker(line) else { return false }
      return marker.number == nil || marker.number == 1
    }
  }

  private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
    line.allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  private static func unindented(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    line.drop { $0 == 0x20 || $0 == 0x09 }
  }
}

// MARK: - Blocks with marks of their own

extension MarkdownBlocks {
  private mutating func fence() -> OSCALBlock? {
    let line = Self.unindented(lines[index])
    let mark = line.prefix { $0 == UInt8(ascii: "`") }
    guard mark.count >= 3, !line.dropFirst(mark.count).contains(UInt8(ascii: "`")) else {
      return nil
    }
    var content: [ArraySlice<UInt8>] = []
    index += 1
    while index < lines.count {
      let end = Self.unindented(lines[index])
      if end.count >= mark.count, end.allSatisfy({ $0 == UInt8(ascii: "`") }) {
        index += 1
        break
      }
      content.append(lines[index])
      index += 1
    }
    let text = String(decoding: Array(content.joined(separator: [0x0A])), as: UTF8.self)
    return .preformatted(text.isEmpty ? [] : [.text(text)])
  }

  private static func headingLevel(_ line: ArraySlice<UInt8>) -> Int? {
    let level = line.prefix { $0 == UInt8(ascii: "#") }.count
    guard (1...6).contains(level) else { return nil }
    guard let next = line.dropFirst(level).first else { return level }
    return next == 0x20 ? level : nil
  }

  private mutating func heading() -> OSCALBlock? {
    let line = Self.unindented(lines[index])
    guard let level = Self.headingLevel(line) else { return nil }
    index += 1
    let text = String(decoding: line.dropFirst(level), as: UTF8.self).trimmed
    return .heading(level: level, MarkdownInlines.read(text))
  }

  private static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
    guard let mark = line.first(where: { $0 != 0x20 }),
      mark == UInt8(ascii: "-") || mark == UInt8(ascii: "*") || mark == UInt8(ascii: "_")
    else { return false }
    return line.allSatisfy { $0 == mark || $0 == 0x20 } && line.count { $0 == mark } >= 3
  }

  private mutating func rule() -> OSCALBlock? {
    guard Self.isRule(Self.unindented(lines[index])) else { return nil }
    index += 1
    return .rule
  }

  private mutating func quote() -> OSCALBlock? {
    guard depth < Self.depthLimit, Self.unindented(lines[index]).first == UInt8(ascii: ">") else {
      return nil
    }
    var inner: [ArraySlice<UInt8>] = []
    while index < lines.count {
      let line = Self.unindented(lines[index])
      guard line.first == UInt8(ascii: ">") else { break }
      let content = line.dropFirst()
      inner.append(content.first == 0x20 ? content.dropFirst() : content)
      index += 1
    }
    var blocks = MarkdownBlocks(inner, depth: depth + 1)
    return .quote(blocks.read())
  }
}

// MARK: - Lists

extension MarkdownBlocks {
  private mutating func list() -> OSCALBlock? {
    guard depth < Self.depthLimit, let first = MarkdownListMarker(lines[index]) else { return nil }
    var items: [OSCALBlock.ListItem] = []
    while index < lines.count, let marker = MarkdownListMarker(lines[index]),
      (marker.number == nil) == (first.number == nil)
    {
      var inner = [lines[index].dropFirst(marker.width)]
      index += 1
      while index < lines.count {
        let line = lines[index]
        if Self.isBlank(line) {
          // A blank line belongs to the item when what follows does.
          guard index + 1 < lines.count, Self.indentation(lines[index + 1]) >= marker.width else {
            break
          }
          inner.append([])
        } else if Self.indentation(line) >= marker.width {
          inner.append(line.dropFirst(marker.width))
        } else if MarkdownListMarker(line) == nil, !interruptsParagraph(line),
          !Self.isBlank(inner.last ?? [])
        {
          inner.append(line)
        } else {
          break
        }
        index += 1
      }
      items.append(item(inner))
      // Blank lines between items.
      var next = index
      while next < lines.count, Self.isBlank(lines[next]) { next += 1 }
      if next < lines.count, MarkdownListMarker(lines[next]) != nil { index = next }
    }
    guard let number = first.number else { return .bulletList(items) }
    return .orderedList(start: number == 1 ? nil : String(number), items)
  }

  private func item(_ inner: [ArraySlice<UInt8>]) -> OSCALBlock.ListItem {
    var reader = MarkdownBlocks(inner, depth: depth + 1)
    var pieces: [OSCALBlock.ListItem.Piece] = reader.read().map { .block($0) }
    let paragraphs = pieces.count { piece in
      if case .block(.paragraph) = piece { true } else { false }
    }
    // One paragraph at the start is the item's own line.
    if paragraphs == 1, case .block(.paragraph(let inlines))? = pieces.first {
      pieces[0] = .inlines(inlines)
    }
    return OSCALBlock.ListItem(pieces)
  }

  private static func indentation(_ line: ArraySlice<UInt8>) -> Int {
    line.prefix { $0 == 0x20 }.count
  }
}

// MARK: - Tables and elements

extension MarkdownBlocks {
  private mutating func table() -> OSCALBlock? {
    guard Self.unindented(lines[index]).first == UInt8(ascii: "|"), index + 1 < lines.count,
      let alignments = MarkdownTableRow(lines[index + 1]).alignments
    else { return nil }
    var rows = [Self.cells(lines[index], alignments, isHeader: true)]
    index += 2
    while index < lines.count, Self.unindented(lines[index]).first == UInt8(ascii: "|") {
      rows.append(Self.cells(lines[index], alignments, isHeader: false))
      index += 1
    }
    return .table(rows)
  }

  private static func cells(
    _ line: ArraySlice<UInt8>, _ alignments: [String?], isHeader: Bool
  ) -> [OSCALBlock.Cell] {
    MarkdownTableRow(line).cells.enumerated().map { column, text in
      OSCALBlock.Cell(
        isHeader: isHeader, align: column < alignments.count ? alignments[column] : nil,
        MarkdownInlines.read(text))
    }
  }

  private static func blockElement(_ line: ArraySlice<UInt8>) -> String? {
    guard line.first == UInt8(ascii: "<") else { return nil }
    let name = String(
      decoding: line.dropFirst().prefix {
        MarkdownInlines.isLetter($0) || (0x30...0x39).contains($0)
      }.prefix(12), as: UTF8.self)
    return XMLNodeReader.blockNames.contains(name) && name != "img" ? name : nil
  }

  /// A block that stands there as XML, because Markdown has no notation for it.
  private mutating func element() -> OSCALBlock? {
    guard let name = Self.blockElement(Self.unindented(lines[index])) else { return nil }
    var text = ""
    var next = index
    while next < lines.count, !Self.isBlank(lines[next]) {
      text += (next > index ? "\n" : "") + String(decoding: lines[next], as: UTF8.self)
      next += 1
    }
    let isWhole = text.trimmed.hasSuffix("</\(name)>") || text.trimmed.hasSuffix("/>")
    guard isWhole, let block = XMLNodeReader.block(ofMarkup: text.trimmed) else { return nil }
    index = next
    return block
  }
}

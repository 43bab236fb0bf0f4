internal import YAMLEvents

/// Puts one value in the place of another.
struct YAMLReplacement {
  let source: YAMLSourceText
  let span: YAMLSpan
  let value: YAMLValue
  let around: YAMLEditWriter.Surroundings
  private(set) var edits: [YAMLEditWriter.Edit] = []

  init(
    source: YAMLSourceText, span: YAMLSpan, value: YAMLValue,
    around: YAMLEditWriter.Surroundings
  ) {
    self.source = source
    self.span = span
    self.value = value
    self.around = around
  }

  /// The bytes of the old value, without a line break at its end.
  private var old: Range<Int> {
    let range = span.place.bytes
    var end = range.upperBound
    if isBlock || span.isBlockScalar {
      while end > range.lowerBound, source.bytes[end - 1] == 0x0A || source.bytes[end - 1] == 0x0D {
        end -= 1
      }
    }
    return range.lowerBound..<end
  }

  /// Whether the old value is a collection of lines.
  private var isBlock: Bool {
    switch span {
    case .scalar: false
    case .mapping(let mapping): !mapping.isFlow
    case .sequence(let sequence): !sequence.isFlow
    }
  }

  mutating func plan() -> Bool {
    guard !around.isFlow else {
      put(YAMLRendering.flow(value), at: old)
      return true
    }
    guard let anchor = around.anchor else { return planRoot() }
    let startsBelow = source.startsLine(old.lowerBound) && old.lowerBound > anchor
    if isBlock, startsBelow {
      return planInsteadOfLines(anchor)
    }
    if let line = oneLine { put(line, at: old) } else { putBlock(anchor, startsBelow) }
    return true
  }

  /// The new value on the line of the old one; nil when it needs lines of its own.
  private var oneLine: String? {
    if !value.isScalar { return YAMLRendering.inline(value) }
    let rest = source.bytes[old.upperBound..<source.textEnd(after: old.upperBound)]
    let hasRest = rest.contains { $0 != 0x20 && $0 != 0x09 }
    // What follows on the line would become a part of a literal text.
    if !hasRest, let lines = YAMLRendering.literal(value, indent: max(0, around.indent) + 2) {
      return lines.joined(separator: source.newline)
    }
    return YAMLRendering.scalar(value, quotes)
  }

  private var quotes: YAMLRendering.Quotes {
    guard case .scalar(let scalar) = span else { return .asNeeded }
    switch scalar.style {
    case .singleQuoted: return .single
    case .doubleQuoted: return .double
    case .plain, .block: return .asNeeded
    }
  }

  /// A collection in the place of a single value.
  private mutating func putBlock(_ anchor: Int, _ startsBelow: Bool) {
    let isItem = source.bytes[anchor - 1] == 0x2D
    if isItem || startsBelow || isBlock {
      let column =
        old.isEmpty && !startsBelow ? around.indent + 2 : source.column(of: old.lowerBound)
      let lines = YAMLRendering.block(value, indent: column)
      put(lines.joined(separator: source.newline), at: old)
      return
    }
    // A comment after the old value stays on the line of the key.
    var start = old.lowerBound
    while start > anchor, [0x20, 0x09].contains(source.bytes[start - 1]) { start -= 1 }
    if !old.isEmpty { edits.append(.init(range: start..<old.upperBound, text: "")) }
    let indent = around.indent + 2
    let lines = YAMLRendering.block(value, indent: indent)
    let end = source.textEnd(after: old.upperBound)
    let text = ([""] + [YAMLRendering.pad(indent) + lines[0]] + lines[1...])
      .joined(separator: source.newline)
    edits.append(.init(range: end..<end, text: text))
  }

  /// Something in the place of a collection that stands below its key.
  private mutating func planInsteadOfLines(_ anchor: Int) -> Bool {
    if let line = YAMLRendering.inline(value) {
      edits.append(.init(range: anchor..<anchor, text: " \(line)"))
      let end = source.lineEnd(after: span.place.bytes.upperBound)
      edits.append(.init(range: source.lineStart(of: old.lowerBound)..<end, text: ""))
      return true
    }
    let column = source.column(of: old.lowerBound)
    let indent = max(column, around.indent + 2)
    let lines = YAMLRendering.block(value, indent: indent)
    put(
      YAMLRendering.pad(indent - column) + lines.joined(separator: source.newline), at: old)
    return true
  }

  /// What is left of a file of which everything was taken away, or that begins with a list.
  private mutating func planRoot() -> Bool {
    let text =
      value.isEmptyCollection || !isBlock
      ? YAMLRendering.flow(value)
      : YAMLRendering.block(value, indent: source.column(of: old.lowerBound))
        .joined(separator: source.newline)
    put(text, at: old)
    return true
  }

  /// Text in the place of a range; after a colon or dash, a blank goes before it.
  private mutating func put(_ text: String, at range: Range<Int>) {
    let before = range.lowerBound > 0 ? source.bytes[range.lowerBound - 1] : 0x0A
    let needsBlank = range.isEmpty && (before == 0x3A || before == 0x2D)
    let after = range.upperBound < source.bytes.count ? source.bytes[range.upperBound] : 0x0A
    let needsBlankAfter = range.isEmpty && after == 0x23
    edits.append(
      .init(range: range, text: (needsBlank ? " " : "") + text + (needsBlankAfter ? " " : "")))
  }
}

extension YAMLSpan {
  /// Whether it is text after `|` or `>`.
  var isBlockScalar: Bool {
    if case .scalar(let scalar) = self { return scalar.style == .block }
    return false
  }
}

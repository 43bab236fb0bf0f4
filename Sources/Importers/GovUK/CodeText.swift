/// The Code as blocks, whatever form it comes in.
enum CodeText {
  /// The blocks of a document; nil for a form that the Code does not come in.
  static func blocks(of document: SourceDocument) -> [TextBlock]? {
    switch document.content {
    case .page: document.pageBlocks
    case .lines(let lines):
      !mayBeCode(document, lines)
        ? nil
        : PlainTextBlocks.blocks(of: MarkdownText.plain(lines) ?? lines, starts: startsBlock)
          .map(withoutListMark)
    case .layout(let layout): mayBeCode(layout) ? blocks(of: layout) : nil
    case .tree: nil
    }
  }

  /// A cheap look before the blocks of a text are made: the word for a principle, and a number.
  private static func mayBeCode(_ document: SourceDocument, _ lines: [String]) -> Bool {
    document.mentions(["rinciple", "RINCIPLE"])
      && lines.contains { clause(FoldedText.fold($0)) != nil }
  }

  /// A cheap look before the blocks of a PDF are made.
  private static func mayBeCode(_ layout: LayoutDocument) -> Bool {
    func holds(_ isSign: (String) -> Bool) -> Bool {
      layout.pages.contains { page in page.lines.contains { isSign($0.folded) } }
    }
    return holds { CodeOfPracticeReader.principle($0) != nil }
      && holds { clause($0) != nil }
  }

  /// The number and text of a clause; the mark of a list that holds it does not matter.
  private static func clause(_ text: String) -> (number: ClauseNumber, rest: String)? {
    ClauseNumber.split(text) ?? ClauseNumber.split(ListMark.removed(fromClause: text))
  }

  private static func withoutListMark(_ block: TextBlock) -> TextBlock {
    var block = block
    block.text = ListMark.removed(fromClause: block.text)
    block.rawText = ListMark.removed(fromClause: block.rawText)
    return block
  }

  /// Blocks of a PDF: a number at the start of a line opens one, small type at a page's foot is a
  /// footnote, larger type is a heading.
  private static func blocks(of layout: LayoutDocument) -> [TextBlock] {
    let blocks = LayoutBlocks.blocks(of: layout, starts: startsBlock, skipsNotes: true)
    let sizes = Set(blocks.map(\.size)).filter { $0 > layout.bodySize * 1.1 }.sorted(by: >)
    var result: [TextBlock] = []
    var page = 0
    for (index, block) in blocks.enumerated() {
      let next = withoutListMark(text(of: block, index, sizes))
      if let last = result.indices.last, next.page != page, goesOn(next, after: result[last]) {
        result[last].text += " " + next.text
        result[last].rawText += " " + next.rawText
        result[last].footnoteMarkers += next.footnoteMarkers
      } else {
        result.append(next)
      }
      page = block.page
    }
    return result
  }

  private static func text(of block: LayoutBlock, _ index: Int, _ sizes: [Double]) -> TextBlock {
    let isPoint = block.bulletLeft != nil
    // A PDF that was made of a plain text has markers that are not raised.
    let (text, fused) = FootnoteMarkers.split(block.text)
    var result = TextBlock(
      kind: isPoint ? .point : .paragraph, text: text, rawText: block.rawText,
      footnoteMarkers: block.footnoteMarkers + fused, line: 0)
    result.page = block.page
    result.isBold = block.isBold
    result.depth = isPoint ? 1 : 0
    result.item = isPoint ? index : nil
    result.startsItem = isPoint
    let isRoles = RoleLine.content(of: block.text) != nil
    if let rank = sizes.firstIndex(of: block.size), !isRoles {
      result.kind = .heading(rank + 1)
    } else if block.isBold, !isRoles, clause(block.text) == nil {
      result.kind = .heading(sizes.count + 1)
    }
    return result
  }

  /// A page may end after a full stop inside a clause. All paragraphs of the body have numbers; so
  /// text without one at the top of a page belongs to the clause before it.
  private static func goesOn(_ block: TextBlock, after last: TextBlock) -> Bool {
    block.kind == .paragraph && last.kind == .paragraph
      && ClauseNumber.split(last.text) != nil && ClauseNumber.split(block.text) == nil
      && CodeOfPracticeReader.principle(block.text) == nil
      && !CodeOfPracticeReader.isNote(block.text)
      && RoleLine.content(of: block.text) == nil && !block.text.hasPrefix("[")
      && !CodeOfPracticeReader.isSectionTitle(block.text)
      && !CodeOfPracticeReader.closes(block.text)
  }

  /// Whether a line opens a block although no blank line stands between it and the block before it.
  private static func startsBlock(_ line: String, _ previous: String) -> Bool {
    if CodeOfPracticeReader.principle(line) != nil || RoleLine.content(of: line) != nil
      || RoleLine.content(of: previous) != nil && line.hasPrefix("[")
      || CodeOfPracticeReader.isSectionTitle(line) || CodeOfPracticeReader.isSectionTitle(previous)
      || isPoint(line) || CodeOfPracticeReader.isNote(previous)
      || CodeOfPracticeReader.isNote(line) && ListMark.counts(line)
    {
      // A role line may go on in the next line, everything else may not.
      return true
    }
    if line.hasPrefix("["), CodeOfPracticeReader.principle(previous) != nil { return true }
    if CodeOfPracticeReader.principle(previous) != nil { return !continuesTitle(line, previous) }
    if let last = previous.last, let (_, rest) = clause(line), !rest.isEmpty {
      // In wrapped text a number at the start of a line may belong to a sentence.
      return ".!?:;)]".contains(last) || last.isNumber
        || last == "s"
          && RoleLine.content(of: previous) != nil
    }
    return false
  }

  /// A heading that was wrapped: long, and what follows is short and no sentence.
  private static func continuesTitle(_ line: String, _ title: String) -> Bool {
    title.count >= 50 && line.count < 50 && line.last != "." && line.first?.isNumber == false
  }

  private static func isPoint(_ line: String) -> Bool {
    let letters = line.unicodeScalars
    guard let first = letters.first, letters.dropFirst().first == " " else { return false }
    return switch first {
    case "•", "-", "–", "*", "◦", "▪": true
    default: false
    }
  }
}

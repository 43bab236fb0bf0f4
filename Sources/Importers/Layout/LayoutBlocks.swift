/// Joins the lines of a laid-out document to blocks.
struct LayoutBlocks {
  private var blocks: [LayoutBlock] = []
  private let bodySize: Double
  private let leading: Double
  private let words: Set<String>
  /// Where the text of the current point starts; lines left of it do not belong to it.
  private var textLeft = 0.0
  private var previous: (line: LayoutLine, page: Int)?
  private var isBroken = true

  private let starts: (_ line: String, _ block: String) -> Bool

  /// The blocks in reading order, without running heads and feet.
  ///
  /// - Parameters:
  ///   - starts: whether a line opens a block although it stands close, given the block before it.
  ///   - skipsNotes: whether lines of small type at a page's foot are left out.
  static func blocks(
    of document: LayoutDocument,
    starts: @escaping (_ line: String, _ block: String) -> Bool = { _, _ in false },
    skipsNotes: Bool = false
  ) -> [LayoutBlock] {
    var reader = LayoutBlocks(document, starts: starts)
    let furniture = PageFurniture(of: document)
    for page in document.pages {
      let lines = page.lines.filter { !furniture.contains($0, on: page) }
      let small = document.bodySize * 0.85
      let notes = skipsNotes ? lines.lastIndex { !$0.isBlank && $0.size > small } : nil
      for line in lines.prefix(notes.map { $0 + 1 } ?? lines.count) {
        reader.add(line, page: page.number)
      }
    }
    return reader.blocks
  }

  private init(
    _ document: LayoutDocument,
    starts: @escaping (_ line: String, _ block: String) -> Bool
  ) {
    self.starts = starts
    bodySize = document.bodySize
    words = document.wordsInsideLines
    leading = Self.leading(of: document)
  }

  /// The commonest distance of two lines.
  private static func leading(of document: LayoutDocument) -> Double {
    var counts: [Double: Int] = [:]
    for page in document.pages {
      for (upper, lower) in zip(page.lines, page.lines.dropFirst()) where lower.top > upper.top {
        counts[(lower.top - upper.top).rounded(), default: 0] += 1
      }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
  }

  private mutating func add(_ line: LayoutLine, page: Int) {
    if line.isBlank {
      isBroken = true
      return
    }
    defer {
      previous = (line, page)
      isBroken = false
    }
    var runs = line.runs.drop { $0.isBlank }
    var bulletLeft: Double?
    if let first = runs.first, first.isBulletGlyph, runs.count > 1 {
      bulletLeft = first.left
      runs = runs.dropFirst().drop { $0.isBlank }
      textLeft = runs.first?.left ?? first.left
    }
    let (text, rawText, markers) = contents(of: runs, in: line)
    if bulletLeft == nil, continues(line, page: page) {
      let last = blocks.count - 1
      LineJoining.append(text, to: &blocks[last].text, words: words)
      LineJoining.append(rawText, to: &blocks[last].rawText, words: words)
      blocks[last].footnoteMarkers += markers
    } else {
      blocks.append(
        LayoutBlock(
          text: text, rawText: rawText, footnoteMarkers: markers, size: line.size,
          isBold: line.isBold && bulletLeft == nil, bulletLeft: bulletLeft, page: page))
    }
  }

  /// The text without raised small digits, and with them, both folded.
  private func contents(
    of runs: ArraySlice<LayoutRun>, in line: LayoutLine
  ) -> (text: String, rawText: String, markers: [String]) {
    var kept: [LayoutRun] = []
    var markers: [String] = []
    for run in runs {
      let isSmall = run.size <= bodySize * 0.75 || line.raises(run)
      let digits = isSmall ? FoldedText.fold(run.text) : ""
      if !digits.isEmpty, digits.allSatisfy(\.isNumber),
        let before = kept.last(where: { !$0.isBlank })?.text.last,
        run.size <= bodySize * 0.75 || !before.isNumber
      {
        markers.append(digits)
        // Keeps its room, so that no blank appears where it stood.
        kept.append(
          LayoutRun(
            text: run.text.hasSuffix(" ") ? " " : "", left: run.left, top: run.top,
            width: run.width, height: run.height, size: run.size, isBold: run.isBold))
      } else {
        kept.append(run)
      }
    }
    let text = FoldedText.foldLine(LayoutLine.text(of: kept))
    let rawText =
      markers.isEmpty ? text : FoldedText.foldLine(LayoutLine.text(of: Array(runs)))
    return (text, rawText, markers)
  }

  private func continues(_ line: LayoutLine, page: Int) -> Bool {
    guard !isBroken, let previous, let block = blocks.last else { return false }
    if starts(line.folded, block.rawText) { return false }
    guard abs(line.size - previous.line.size) < 0.15 * bodySize else { return false }
    guard line.isBold == block.isBold || block.bulletLeft != nil else { return false }
    if block.bulletLeft != nil, line.left < textLeft - bodySize * 0.4 { return false }
    if previous.page != page {
      // Over the page's end only an unfinished block goes on.
      let end = block.text.last ?? "."
      return !".!?:".contains(end) && !block.isBold
        && abs(line.left - (block.bulletLeft == nil ? previous.line.left : textLeft)) < bodySize
    }
    let step = line.middle - previous.line.middle
    // Headings in larger type stand on wider lines.
    return step > 0 && step <= 1.4 * max(leading, line.size * 1.2)
  }
}

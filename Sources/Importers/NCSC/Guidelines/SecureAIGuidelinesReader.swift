internal import ControlModel

/// Puts together sections, guidelines, bullets and statements of the Guidelines, from a PDF or from
/// a web page.
///
/// In the PDF the sections are numbered, guidelines are bold lines in the size of the text, and
/// points of a list open with `>`, whose place is their depth. On a page the titles tell, and lists
/// are lists.
struct SecureAIGuidelinesReader {
  private(set) var entries: [ImportedEntry] = []
  private(set) var partsOfOthers: [ControlID: ControlID] = [:]
  private(set) var unplaced: [UnplacedText] = []
  private(set) var surroundingBlocks = 0
  private(set) var notes: [String] = []

  /// How much further in a point has to stand to be one level deeper.
  private let step: Double
  private var bodySize = 0.0
  private var section: Int?
  private var guideline: Guideline?
  private var guidelines = 0
  /// Text on a page behind a foreign heading: the end of the body, unless the body goes on.
  private var pending: [UnplacedText] = []
  private var isOutside = true

  /// A guideline while its blocks come in.
  private struct Guideline {
    var entry: ImportedEntry
    /// Paragraphs and points in reading order.
    var blocks: [Block] = []
  }

  /// A paragraph or a point.
  private struct Block {
    var text: String
    var rawText: String
    var footnoteMarkers: [String]
    /// How far in the point stands; nil for a paragraph.
    var edge: Double?
    var locator: Locator
  }

  init(_ layout: LayoutDocument) {
    bodySize = layout.bodySize
    step = layout.bodySize
    for block in layout.blocks { read(block) }
    closeGuideline()
  }

  init(_ page: NCSCPage) {
    step = 0.5
    for block in page.blocks { read(block) }
    closeGuideline()
    surroundingBlocks += pending.count
    if !entries.contains(where: { $0.kind == .section }) { nameSection(page) }
  }

  init(_ text: GuidelinesText) {
    step = 0.5
    for block in text.blocks { read(block) }
    closeGuideline()
    surroundingBlocks += pending.count + text.surroundingBlocks
    unplaced += text.unplaced
    notes += text.notes
  }

  private mutating func read(_ block: LayoutBlock) {
    if block.size >= bodySize * 1.6 {
      closeGuideline()
      openSection(block)
      return
    }
    guard let section else {
      surroundingBlocks += 1
      return
    }
    if block.isBold, block.bulletLeft == nil, abs(block.size - bodySize) < bodySize * 0.2 {
      closeGuideline()
      guidelines += 1
      guideline = Guideline(
        entry: ImportedEntry(
          id: "\(section).\(guidelines)", kind: .guideline, parent: String(section),
          title: block.text, locator: Self.locator(block)))
    } else if guideline != nil {
      add(Self.block(block))
    } else if block.bulletLeft == nil, let last = entries.indices.last,
      entries[last].kind == .section
    {
      append(Self.block(block), to: &entries[last])
    } else {
      unplaced.append(
        UnplacedText(
          text: block.rawText, position: "in section \(section)", locator: Self.locator(block)))
    }
  }

  /// A large heading opens a numbered section, or ends the body.
  private mutating func openSection(_ block: LayoutBlock) {
    let digits = block.text.prefix { $0.isNumber }
    let rest = block.text.dropFirst(digits.count)
    guard let number = Int(digits), (1...9).contains(number), rest.hasPrefix(". ") else {
      section = nil
      surroundingBlocks += 1
      return
    }
    section = number
    guidelines = 0
    entries.append(
      ImportedEntry(
        id: String(number), kind: .section, title: FoldedText.fold(String(rest.dropFirst())),
        locator: Self.locator(block)))
  }

  private static func block(_ block: LayoutBlock) -> Block {
    Block(
      text: block.text, rawText: block.rawText, footnoteMarkers: block.footnoteMarkers,
      edge: block.bulletLeft, locator: locator(block))
  }

  private mutating func add(_ block: Block) {
    guideline?.blocks.append(block)
    if block.edge == nil, var entry = guideline?.entry {
      append(block, to: &entry)
      guideline?.entry = entry
    }
  }

  private func append(_ block: Block, to entry: inout ImportedEntry) {
    let gap = entry.statement.isEmpty ? "" : " "
    entry.statement += gap + block.text
    entry.rawText += gap + block.rawText
    entry.footnoteMarkers += block.footnoteMarkers
  }

  private mutating func closeGuideline() {
    guard let closed = guideline else { return }
    guideline = nil
    entries.append(closed.entry)
    let parts = statements(of: closed) + bullets(of: closed)
    // Points stand between paragraphs; entries of one block keep their order.
    let order = parts.indices.sorted { (parts[$0].block, $0) < (parts[$1].block, $1) }
    entries += order.map { parts[$0].entry }
  }

  /// An entry, and which block of its guideline it comes from.
  private typealias Part = (block: Int, entry: ImportedEntry)

  /// Numbers the points: where the bullet stands gives the depth.
  private mutating func bullets(of guideline: Guideline) -> [Part] {
    let id = guideline.entry.id
    var edges: [Double] = []
    for left in guideline.blocks.compactMap(\.edge).sorted()
    where edges.isEmpty || left - (edges.last ?? 0) > step {
      edges.append(left)
    }
    if edges.count > 2 { notes.append("\(id) has points on more than two levels") }
    var parts: [Part] = []
    var first = 0
    var second = 0
    for (index, block) in guideline.blocks.enumerated() {
      guard let left = block.edge else { continue }
      let isInner = left - (edges.first ?? left) > step && first > 0
      if isInner {
        second += 1
      } else {
        first += 1
        second = 0
      }
      let parent = isInner ? "\(id).\(first)" : id
      parts.append(
        (
          index,
          ImportedEntry(
            id: "\(parent).\(isInner ? second : first)", kind: .bullet, parent: parent,
            statement: block.text, rawText: block.rawText,
            footnoteMarkers: block.footnoteMarkers, locator: block.locator)
        ))
    }
    return parts
  }

  /// Sets the statements of the running text apart, where that is sure.
  private mutating func statements(of guideline: Guideline) -> [Part] {
    let id = guideline.entry.id
    guard let row = GuidelineSentences.rows[id] else { return [] }
    var sentences: [(block: Int, text: String)] = []
    var raw: [String] = []
    for (index, block) in guideline.blocks.enumerated() where block.edge == nil {
      let own = Sentences.split(block.text)
      sentences += own.map { (index, $0) }
      raw += block.rawText == block.text ? own : Sentences.split(block.rawText)
    }
    guard sentences.count == row.count else {
      for (suffix, _) in row.statements {
        partsOfOthers[ControlID("\(id).\(suffix)")] = ControlID(id)
      }
      notes.append(
        "\(id) has \(sentences.count) sentences, not \(row.count): its statements stay a part of "
          + "its text")
      return []
    }
    return row.statements.map { suffix, range in
      let chosen = sentences[(range.lowerBound - 1)..<range.upperBound]
      let statement = chosen.map(\.text).joined(separator: " ")
      let block = chosen.first?.block ?? 0
      var entry = ImportedEntry(
        id: "\(id).\(suffix)", kind: .statement, parent: id, statement: statement,
        rawText: raw.count == row.count
          ? raw[(range.lowerBound - 1)..<range.upperBound].joined(separator: " ") : statement,
        locator: guideline.blocks[block].locator)
      let others = row.statements.filter { $0.sentences == range && $0.suffix != suffix }
      if !others.isEmpty {
        entry.notes.append(
          "one sentence with " + others.map { "\(id).\($0.suffix)" }.joined(separator: ", "))
      }
      return (block, entry)
    }
  }

  private static func locator(_ block: LayoutBlock) -> Locator {
    Locator([Locator.Part("pdfPage", String(block.page))])
  }
}

extension SecureAIGuidelinesReader {
  private mutating func read(_ block: TextBlock) {
    let mayBeTitle = block.isHeading || block.isBold && block.kind != .point && block.cell == nil
    if mayBeTitle, let id = GuidelineTitles.guideline(block.text) {
      openGuideline(id, block)
    } else if block.isHeading || block.isBold && block.depth == 0,
      let number = GuidelineTitles.section(block.text).flatMap({ Int($0) })
    {
      openSection(number, block)
    } else if block.isHeading {
      closeGuideline()
      isOutside = true
      leaveOut(block)
    } else if isOutside {
      leaveOut(block)
    } else if guideline != nil {
      add(block)
    } else if let last = entries.indices.last, entries[last].kind == .section {
      append(Self.block(block), to: &entries[last])
    } else {
      leaveOut(block)
    }
  }

  private mutating func openGuideline(_ id: String, _ block: TextBlock) {
    closeGuideline()
    goOn()
    guideline = Guideline(
      entry: ImportedEntry(
        id: id, kind: .guideline, parent: String(id.prefix { $0 != "." }), title: block.text,
        locator: block.locator))
  }

  /// A page says the title of its section more than once.
  private mutating func openSection(_ number: Int, _ block: TextBlock) {
    closeGuideline()
    goOn()
    section = number
    if let last = entries.last, last.kind == .section, last.id == String(number) { return }
    let title = block.text.drop { $0.isNumber || ". ".contains($0) }
    entries.append(
      ImportedEntry(
        id: String(number), kind: .section, title: String(title), locator: block.locator))
  }

  /// The section of a page that says it in its title only.
  private mutating func nameSection(_ page: NCSCPage) {
    guard let first = entries.first(where: { $0.kind == .guideline }) else { return }
    for title in page.titles {
      let name = title.split { "|–—-:".contains($0) }.map { FoldedText.fold($0) }
      guard let title = name.first(where: { GuidelineTitles.section($0) == first.parent }) else {
        continue
      }
      entries.insert(
        ImportedEntry(id: first.parent, kind: .section, title: title, locator: first.locator), at: 0
      )
      return
    }
  }

  private mutating func add(_ block: TextBlock) {
    // Further paragraphs of a point belong to it.
    if block.item != nil, !block.startsItem, let last = guideline?.blocks.indices.last,
      guideline?.blocks[last].edge != nil
    {
      guideline?.blocks[last].text += " " + block.text
      guideline?.blocks[last].rawText += " " + block.rawText
      guideline?.blocks[last].footnoteMarkers += block.footnoteMarkers
      return
    }
    add(Self.block(block))
  }

  private static func block(_ block: TextBlock) -> Block {
    Block(
      text: block.text, rawText: block.rawText, footnoteMarkers: block.footnoteMarkers,
      edge: block.kind == .point ? Double(block.depth) : nil, locator: block.locator)
  }

  private mutating func goOn() {
    isOutside = false
    unplaced += pending
    pending = []
  }

  private mutating func leaveOut(_ block: TextBlock) {
    guard let last = entries.last, !NCSCPage.isFurniture(block.text) else {
      surroundingBlocks += 1
      return
    }
    pending.append(
      UnplacedText(text: block.rawText, position: "after \(last.id)", locator: block.locator))
  }
}

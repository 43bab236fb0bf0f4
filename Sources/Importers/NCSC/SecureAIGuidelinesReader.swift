internal import ControlModel

/// Finds sections, guidelines, bullets and statements in the layout of the Guidelines.
///
/// The print numbers the sections only. Guidelines are bold lines in the size of the text; points
/// of a list open with `>`, and their depth is where the `>` stands.
struct SecureAIGuidelinesReader {
  private(set) var entries: [ImportedEntry] = []
  private(set) var partsOfOthers: [ControlID: ControlID] = [:]
  private(set) var unplaced: [UnplacedText] = []
  private(set) var surroundingBlocks = 0
  private(set) var notes: [String] = []

  private let bodySize: Double
  private var section: Int?
  private var guideline: Guideline?
  private var guidelines = 0

  /// A guideline while its blocks come in.
  private struct Guideline {
    var entry: ImportedEntry
    var paragraphs: [LayoutBlock] = []
    var bullets: [LayoutBlock] = []
  }

  init(_ layout: LayoutDocument) {
    bodySize = layout.bodySize
    for block in LayoutBlocks.blocks(of: layout) { read(block) }
    closeGuideline()
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
      add(block)
    } else if block.bulletLeft == nil, let last = entries.indices.last,
      entries[last].kind == .section
    {
      append(block, to: &entries[last])
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

  private mutating func add(_ block: LayoutBlock) {
    if block.bulletLeft != nil {
      guideline?.bullets.append(block)
    } else if var entry = guideline?.entry {
      append(block, to: &entry)
      guideline?.entry = entry
      guideline?.paragraphs.append(block)
    }
  }

  private func append(_ block: LayoutBlock, to entry: inout ImportedEntry) {
    let gap = entry.statement.isEmpty ? "" : " "
    entry.statement += gap + block.text
    entry.rawText += gap + block.rawText
    entry.footnoteMarkers += block.footnoteMarkers
  }

  private mutating func closeGuideline() {
    guard let closed = guideline else { return }
    guideline = nil
    entries.append(closed.entry)
    addStatements(of: closed.entry, paragraphs: closed.paragraphs)
    addBullets(closed.bullets, of: closed.entry.id)
  }

  /// Numbers the points: where the bullet stands gives the depth.
  private mutating func addBullets(_ bullets: [LayoutBlock], of guideline: String) {
    var edges: [Double] = []
    for left in bullets.compactMap(\.bulletLeft).sorted()
    where edges.isEmpty || left - (edges.last ?? 0) > bodySize {
      edges.append(left)
    }
    var first = 0
    var second = 0
    for bullet in bullets {
      let left = bullet.bulletLeft ?? 0
      let isInner = edges.count > 1 && left - edges[0] > bodySize && first > 0
      let id: String
      let parent: String
      if isInner {
        second += 1
        parent = "\(guideline).\(first)"
        id = "\(parent).\(second)"
      } else {
        first += 1
        second = 0
        parent = guideline
        id = "\(guideline).\(first)"
      }
      entries.append(
        ImportedEntry(
          id: id, kind: .bullet, parent: parent, statement: bullet.text,
          rawText: bullet.rawText, footnoteMarkers: bullet.footnoteMarkers,
          locator: Self.locator(bullet)))
    }
    if edges.count > 2 { notes.append("\(guideline) has points on more than two levels") }
  }

  /// Sets the statements of the running text apart, where that is sure.
  private mutating func addStatements(of guideline: ImportedEntry, paragraphs: [LayoutBlock]) {
    guard let row = GuidelineSentences.rows[guideline.id] else { return }
    let sentences = paragraphs.flatMap { Sentences.split($0.text) }
    let raw = paragraphs.flatMap { Sentences.split($0.rawText) }
    guard sentences.count == row.count else {
      for (suffix, _) in row.statements {
        partsOfOthers[ControlID("\(guideline.id).\(suffix)")] = ControlID(guideline.id)
      }
      notes.append(
        "\(guideline.id) has \(sentences.count) sentences, not \(row.count): its statements stay "
          + "a part of its text")
      return
    }
    for (suffix, range) in row.statements {
      let statement = sentences[(range.lowerBound - 1)..<range.upperBound].joined(separator: " ")
      var entry = ImportedEntry(
        id: "\(guideline.id).\(suffix)", kind: .statement, parent: guideline.id,
        statement: statement,
        rawText: raw.count == row.count
          ? raw[(range.lowerBound - 1)..<range.upperBound].joined(separator: " ") : statement,
        locator: guideline.locator)
      let others = row.statements.filter { $0.sentences == range && $0.suffix != suffix }
      if !others.isEmpty {
        entry.notes.append(
          "one sentence with " + others.map { "\(guideline.id).\($0.suffix)" }.joined())
      }
      entries.append(entry)
    }
  }

  private static func locator(_ block: LayoutBlock) -> Locator {
    Locator([Locator.Part("pdfPage", String(block.page))])
  }
}

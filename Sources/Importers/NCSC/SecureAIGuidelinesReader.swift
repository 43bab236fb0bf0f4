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
    /// Paragraphs and points in reading order.
    var blocks: [LayoutBlock] = []
  }

  init(_ layout: LayoutDocument) {
    bodySize = layout.bodySize
    for block in layout.blocks { read(block) }
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
    guideline?.blocks.append(block)
    if block.bulletLeft == nil, var entry = guideline?.entry {
      append(block, to: &entry)
      guideline?.entry = entry
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
    for left in guideline.blocks.compactMap(\.bulletLeft).sorted()
    where edges.isEmpty || left - (edges.last ?? 0) > bodySize {
      edges.append(left)
    }
    if edges.count > 2 { notes.append("\(id) has points on more than two levels") }
    var parts: [Part] = []
    var first = 0
    var second = 0
    for (index, block) in guideline.blocks.enumerated() {
      guard let left = block.bulletLeft else { continue }
      let isInner = left - (edges.first ?? left) > bodySize && first > 0
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
            footnoteMarkers: block.footnoteMarkers, locator: Self.locator(block))
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
    for (index, block) in guideline.blocks.enumerated() where block.bulletLeft == nil {
      sentences += Sentences.split(block.text).map { (index, $0) }
      raw += Sentences.split(block.rawText)
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
        locator: Self.locator(guideline.blocks[block]))
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

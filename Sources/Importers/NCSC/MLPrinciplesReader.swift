internal import ControlModel

/// Finds parts, principles, goals and measures in the layout of the Machine learning principles.
///
/// The print numbers parts and principles. Goals are the points under the line `Goals:`; measures
/// are the bold lines under the question how the principle could be implemented, which one
/// principle leaves out. Both are counted in the order of the page.
struct MLPrinciplesReader {
  private(set) var entries: [ImportedEntry] = []
  private(set) var unplaced: [UnplacedText] = []
  private(set) var surroundingBlocks = 0

  private let bodySize: Double
  private var part: Int?
  /// Where the open principle stands in `entries`.
  private var principle: Int?
  private var passage = Passage.reasons
  private var goals = 0
  private var measures = 0

  /// The three passages of a principle.
  private enum Passage {
    case goals
    case reasons
    case measures
  }

  init(_ layout: LayoutDocument) {
    bodySize = layout.bodySize
    for block in layout.blocks { read(block) }
  }

  private mutating func read(_ block: LayoutBlock) {
    if block.size >= bodySize * 1.5 {
      openHeading(block)
    } else if part == nil {
      surroundingBlocks += 1
    } else if let passage = passage(openedBy: block) {
      self.passage = passage
    } else if let principle {
      add(block, toPrinciple: principle)
    } else if let last = entries.indices.last {
      append(block, to: last)
    }
  }

  /// `Part 2: Secure development`, `2.1 Secure your supply chain`; other headings end the body.
  private mutating func openHeading(_ block: LayoutBlock) {
    if let (number, title) = Self.part(block.text) {
      principle = nil
      part = number
      // A part has a title page before the page that its text starts on.
      if let last = entries.last, last.id == String(number), last.statement.isEmpty {
        entries.removeLast()
      }
      entries.append(
        ImportedEntry(
          id: String(number), kind: .section, title: title, locator: Self.locator(block)))
    } else if let part, let (number, title) = ClauseNumber.split(block.text),
      number.parts.count == 2, number.major == part, !title.isEmpty
    {
      passage = .reasons
      goals = 0
      measures = 0
      principle = entries.count
      entries.append(
        ImportedEntry(
          id: number.text, kind: .principle, parent: String(part), title: title,
          locator: Self.locator(block)))
    } else {
      part = nil
      principle = nil
      surroundingBlocks += 1
    }
  }

  /// The passage that a line opens. Its wording varies, and once it is set like a measure.
  private func passage(openedBy block: LayoutBlock) -> Passage? {
    guard principle != nil, block.bulletLeft == nil else { return nil }
    if !block.isBold {
      return ["goals", "goals:"].contains(block.text.lowercased()) ? .goals : nil
    }
    guard block.text.last == "?" else { return nil }
    let words = Set(block.text.lowercased().split { !$0.isLetter })
    if words.contains("why"), words.contains("important") { return .reasons }
    return words.contains("how") && words.contains("implemented") ? .measures : nil
  }

  private mutating func add(_ block: LayoutBlock, toPrinciple principle: Int) {
    let id = entries[principle].id
    switch passage {
    case .goals where block.bulletLeft != nil:
      goals += 1
      var entry = ImportedEntry(
        id: "\(id).g\(goals)", kind: .goal, parent: id, locator: Self.locator(block))
      entry.statement = block.text
      entry.rawText = block.rawText
      entry.footnoteMarkers = block.footnoteMarkers
      entries.append(entry)
    case .goals:
      unplaced.append(
        UnplacedText(
          text: block.rawText, position: "among the goals of \(id)",
          locator: Self.locator(block)))
    case _ where opensMeasure(block):
      passage = .measures
      measures += 1
      entries.append(
        ImportedEntry(
          id: "\(id).m\(measures)", kind: .measure, parent: id, title: block.text,
          locator: Self.locator(block)))
    case .reasons, .measures:
      append(block, to: measures == 0 ? principle : entries.count - 1)
    }
  }

  /// A line that is bold from end to end, and no sentence.
  private func opensMeasure(_ block: LayoutBlock) -> Bool {
    block.isBold && block.bulletLeft == nil && !".:;,".contains(block.text.last ?? ".")
      && abs(block.size - bodySize) < bodySize * 0.2
  }

  private mutating func append(_ block: LayoutBlock, to index: Int) {
    let gap = entries[index].statement.isEmpty ? "" : " "
    entries[index].statement += gap + block.text
    entries[index].rawText += gap + block.rawText
    entries[index].footnoteMarkers += block.footnoteMarkers
  }

  private static func part(_ text: String) -> (number: Int, title: String)? {
    guard text.hasPrefix("Part ") else { return nil }
    let rest = text.dropFirst(5)
    let digits = rest.prefix { $0.isNumber }
    let after = rest.dropFirst(digits.count)
    guard let number = Int(digits), (1...9).contains(number), after.first == ":" else { return nil }
    let title = FoldedText.fold(String(after.dropFirst()))
    return title.isEmpty ? nil : (number, title)
  }

  private static func locator(_ block: LayoutBlock) -> Locator {
    Locator([Locator.Part("pdfPage", String(block.page))])
  }
}

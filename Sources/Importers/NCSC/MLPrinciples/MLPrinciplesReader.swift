internal import ControlModel

/// Finds parts, principles, goals and measures of the Machine learning principles, in the layout of
/// the PDF or on a web page.
///
/// The print numbers parts and principles. Goals are the points under the line `Goals:`; measures
/// are the bold lines under the question how the principle could be implemented, which one
/// principle leaves out. Both are counted in the order of the page. On a web page measures may be
/// headings instead of bold lines.
struct MLPrinciplesReader {
  private(set) var entries: [ImportedEntry] = []
  private(set) var unplaced: [UnplacedText] = []
  private(set) var surroundingBlocks = 0

  private var bodySize = 0.0
  private var part: Int?
  /// Where the open principle stands in `entries`.
  private var principle: Int?
  private var passage = Passage.reasons
  private var goals = 0
  private var measures = 0
  /// The open principle's blocks on a page: what its measures look like shows at its end only.
  private var open: [TextBlock] = []
  private var isOutside = true

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

  init(_ page: NCSCPage) {
    for block in page.blocks { read(block) }
    closePrinciple()
  }

  init(_ text: MLPrinciplesText) {
    for block in text.blocks { read(block) }
    closePrinciple()
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
    if !block.isBold { return Self.isGoals(block.text) ? .goals : nil }
    return Self.passage(askedBy: block.text)
  }

  /// Whether a line opens goals.
  static func isGoals(_ text: String) -> Bool {
    text.utf8.count < 10 && ["goals", "goals:", "goal", "goal:"].contains(text.lowercased())
  }

  private static func passage(askedBy text: String) -> Passage? {
    guard text.last == "?", text.utf8.count < 120 else { return nil }
    let words = Set(text.lowercased().split { !$0.isLetter })
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
      measures = MLMeasureTitles.number(of: block.text, in: id, after: measures)
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

extension MLPrinciplesReader {
  /// Whether a block of a page opens goals: a heading, a bold line or a plain one.
  static func isGoalsLine(_ block: TextBlock) -> Bool {
    block.kind != .point && isGoals(block.text)
  }

  /// Whether a heading is `Part 2: Secure development`, with a known title.
  static func isPartLine(_ text: String) -> Bool {
    part(text) != nil && MLPrincipleTitles.part(text) != nil
  }

  private mutating func read(_ block: TextBlock) {
    let mayBeTitle = block.isHeading || block.isBold && block.kind != .point && block.cell == nil
    if mayBeTitle, let (id, title) = Self.principle(block.text) {
      openPrinciple(id, title, block)
    } else if mayBeTitle, let (number, title) = Self.partTitle(block) {
      openPart(number, title, block)
    } else if block.isHeading, NCSCPage.isFurniture(block.text) {
      closePrinciple()
      isOutside = true
      surroundingBlocks += 1
    } else if isOutside {
      surroundingBlocks += 1
    } else if principle != nil {
      open.append(block)
    } else if block.isHeading {
      isOutside = true
      surroundingBlocks += 1
    } else if let last = entries.indices.last {
      append(block, to: last)
    }
  }

  /// Whether a line asks why a principle is important, or how it could be implemented.
  static func isQuestion(_ text: String) -> Bool { passage(askedBy: text) != nil }

  /// Whether a line asks how a principle could be implemented.
  static func isHow(_ text: String) -> Bool { passage(askedBy: text) == .measures }

  /// `2.1 Secure your supply chain`, or a known title without its number.
  static func principle(_ text: String) -> (id: String, title: String)? {
    if let id = MLPrincipleTitles.principle(text) {
      return (id, ClauseNumber.split(text)?.rest ?? text)
    }
    let bare = text.lowercased().hasPrefix("principle ") ? String(text.dropFirst(10)) : text
    guard let (number, rest) = ClauseNumber.split(bare), number.parts.count == 2,
      (1...5).contains(number.major), !rest.isEmpty, rest.last != "."
    else { return nil }
    return (number.text, rest)
  }

  private static func partTitle(_ block: TextBlock) -> (number: Int, title: String)? {
    if let part = part(block.text) { return part }
    guard block.isHeading, let number = MLPrincipleTitles.part(block.text).flatMap({ Int($0) })
    else { return nil }
    return (number, block.text)
  }

  private mutating func openPart(_ number: Int, _ title: String, _ block: TextBlock) {
    closePrinciple()
    isOutside = false
    part = number
    if let last = entries.last, last.kind == .section, last.id == String(number) { return }
    entries.append(
      ImportedEntry(id: String(number), kind: .section, title: title, locator: block.locator))
  }

  private mutating func openPrinciple(_ id: String, _ title: String, _ block: TextBlock) {
    isOutside = false
    // A page says its own title more than once.
    if let principle, entries[principle].id == id, open.isEmpty { return }
    closePrinciple()
    principle = entries.count
    entries.append(
      ImportedEntry(
        id: id, kind: .principle, parent: String(id.prefix { $0 != "." }), title: title,
        locator: block.locator))
  }

  private mutating func closePrinciple() {
    guard let principle else { return }
    passage = .reasons
    goals = 0
    measures = 0
    let first = open.firstIndex { Self.passage(openedBy: $0) != nil } ?? open.endIndex
    let hasHeadings = open[first...].contains {
      $0.isHeading && Self.passage(openedBy: $0) == nil
    }
    for block in open {
      if let passage = Self.passage(openedBy: block) {
        self.passage = passage
      } else {
        add(block, toPrinciple: principle, measuresAreHeadings: hasHeadings)
      }
    }
    open = []
    self.principle = nil
  }

  private static func passage(openedBy block: TextBlock) -> Passage? {
    if isGoalsLine(block) { return .goals }
    return block.isHeading || block.isBold ? passage(askedBy: block.text) : nil
  }

  private mutating func add(
    _ block: TextBlock, toPrinciple principle: Int, measuresAreHeadings: Bool
  ) {
    let id = entries[principle].id
    let opensMeasure =
      measuresAreHeadings
      ? block.isHeading
      : block.isBold && block.kind != .point && !".:;,".contains(block.text.last ?? ".")
    if passage == .goals, block.kind == .point {
      if block.startsItem, block.depth == 1 {
        goals += 1
        entries.append(
          ImportedEntry(
            id: "\(id).g\(goals)", kind: .goal, parent: id, locator: block.locator))
      }
      append(block, to: goals == 0 ? principle : entries.count - 1)
    } else if opensMeasure {
      passage = .measures
      measures = MLMeasureTitles.number(of: block.text, in: id, after: measures)
      entries.append(
        ImportedEntry(
          id: "\(id).m\(measures)", kind: .measure, parent: id, title: block.text,
          locator: block.locator))
    } else if passage == .goals {
      unplaced.append(
        UnplacedText(
          text: block.rawText, position: "among the goals of \(id)", locator: block.locator))
    } else {
      append(block, to: measures == 0 ? principle : entries.count - 1)
    }
  }

  private mutating func append(_ block: TextBlock, to index: Int) {
    let gap = entries[index].statement.isEmpty ? "" : " "
    entries[index].statement += gap + block.text
    entries[index].rawText += gap + block.rawText
    entries[index].footnoteMarkers += block.footnoteMarkers
  }
}
